"""Made-up entries of the register for the tests of printings and threads."""

from __future__ import annotations

from corpus.register.entries import Action, Decision, Place, Recommendation
from index.catalogue import PaperRecord
from index.register import Registered


def paper(date, *, id="", title="Plan Update", committee="Panel", council="Oxton Council",
          series="plan", kind="report"):  # fmt: skip
    name = id or f"plan-{date}"
    return PaperRecord(
        name, name, title, kind, "public", council, committee, date, "", f"{name}.pdf", "", 1,
        "read", "", 1, 1, series=series,
    )  # fmt: skip


def action(number, text, **fields):
    return Action(Place(0, len(text), row=number), text, **fields)


def asked(number, text, **fields):
    return Recommendation(Place(0, len(text)), text, number=number, **fields)


def decided(*items, heading="", **fields):
    text = "RESOLVED:\n" + "\n".join(items)
    return Decision(Place(0, len(text), section=(heading,)), text, items, **fields)


def registered(entry, record):
    kind = type(entry).__name__.lower()
    return Registered(f"{kind}-{abs(hash(entry.text))}", kind, entry, record, entry.text)


def plan(date, *rows, **about):
    """The rows of one plan, (number, text) or actions, in a paper of that day."""
    record = paper(date, **about)
    made = [row if isinstance(row, Action) else action(*row) for row in rows]
    return [registered(one, record) for one in made]
