"""The words that terminal and web page both put around what a thread tells."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.printings.changing import rating_of
from assistant.printings.printing import Change
from assistant.register.wire import locator
from assistant.threads.thread import Notice, Telling, Thread
from corpus.dates import written_out
from corpus.register.entries import Action
from index.catalogue import PaperRecord

_OF = {"due": "due date"}


def headline(thread: Thread) -> str:
    """What a thread is of: "Action 6B: Complete life story work"."""
    own = next((t for t in thread.tellings if t.own and t.found), None)
    kind = own.found.kind.capitalize() if own and own.found else ""
    numbered = f"{kind} {thread.number}".strip() if thread.number else kind
    name = " ".join(thread.name.split()).rstrip(" ;.").removesuffix("; and")
    return f"{numbered}: {name}" if numbered else name


def meetings(thread: Thread) -> list[tuple[str, list[Telling], list[Notice]]]:
    """The timeline by meeting: its day and body, what is told there, what to notice there."""
    papers = [telling.paper for telling in thread.tellings] + [n.paper for n in thread.notices]
    days = {meeting(paper): paper.date or "9" for paper in papers}
    return [
        (
            heading,
            [telling for telling in thread.tellings if meeting(telling.paper) == heading],
            [notice for notice in thread.notices if meeting(notice.paper) == heading],
        )
        for heading in sorted(days, key=lambda heading: days[heading])
    ]


def meeting(paper: PaperRecord) -> str:
    """The meeting a paper went to: "4 July 2023, Cabinet"."""
    return ", ".join(filter(None, (written_out(paper.date) or "No date", paper.committee)))


def facts(telling: Telling) -> list[tuple[str, str]]:
    """What a plan prints of an action beside its words, by name, then its state."""
    action = telling.found.entry if telling.found else None
    if not isinstance(action, Action):
        return []
    printed = (
        ("lead", action.lead), ("owner", action.owner), ("due", action.due),
        ("progress", action.status), ("rating", rating_of(action)),
        ("direction", action.direction),
    )  # fmt: skip
    told = [(name, " ".join(value.split())) for name, value in printed if value]
    if telling.state and telling.state != "unknown":
        key = f" (by the key of {written_out(telling.keyed)})" if telling.keyed else ""
        told.append(("state", f"{telling.state}{key}"))
    if telling.late:
        told.append(("overdue", "at this meeting"))
    return told


def changed(changes: Sequence[Change]) -> str:
    """What changed, in one line: "rating Green to Amber; due date …"."""
    return "; ".join(
        f"{_OF.get(c.what, c.what)} {_quoted(c.before, c)} to {_quoted(c.after, c)}"
        for c in changes
    )  # fmt: skip


def source(telling: Telling) -> str:
    """Where the words stand: title, page, place in the paper, and other papers that have them."""
    page = f"page {telling.place.page}" if telling.place.page else ""
    also = f"also in {len(telling.also_in)} more" if telling.also_in else ""
    parts = (telling.paper.title, page, locator(telling.paper, telling.place), also)
    return ", ".join(part for part in parts if part)


def why(telling: Telling) -> str:
    """Why it is told here, "" for a first printing; said to be likely where it is no more."""
    if telling.link.why == "the entry itself":
        return ""
    return telling.link.why + (" (likely)" if telling.link.sureness == "likely" else "")


def _quoted(value: str, change: Change) -> str:
    value = " ".join(value.split())
    return (f"“{value}”" if change.what == "wording" else value) if value else "nothing"
