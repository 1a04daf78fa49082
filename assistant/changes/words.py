"""How changes are named to people, on a terminal and on the web page alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Citation
from assistant.changes.change import Change, Comparison, sorts
from assistant.changes.citing import Cited
from assistant.phrases import counted
from assistant.rewording.facts import FACT_KINDS, Fact, FactKind

AROUND = 5  # words on either side of a figure: enough to know what it counts
_SORTS = {"reworded": "Reworded", "added": "Added", "removed": "Removed"}


def counts_words(comparison: Comparison) -> str:
    """How much changed, in one sentence.

    >>> counts_words(Comparison(None, None, (), 12))
    'Nothing changed: 12 blocks say the same in both.'
    """
    say = "says" if comparison.kept == 1 else "say"
    kept = f"{counted(comparison.kept, 'block')} {say} the same in both."
    if not comparison.changes:
        return f"Nothing changed: {kept}"
    told = [f"{count} {sort}" for sort, count in sorts(comparison.changes).items() if count]
    facts = [counted(len(comparison.facts(kind)), kind) for kind in FACT_KINDS]
    within = ", ".join(fact for fact in facts if not fact.startswith("0 "))
    return (
        f"{counted(len(comparison.changes), 'change')}: {', '.join(told)}"
        f"{f'; in them {within}' if within else ''}. {kept}"
    )


def replaced(found: Sequence[Cited], kind: FactKind) -> list[tuple[Fact, Cited]]:
    """The figures, dates or names of one paper that stand in the place of another of the other."""
    told = [(fact, change) for change in found for fact in change.change.facts]
    return [(fact, change) for fact, change in told if fact.kind == kind and fact.was and fact.now]


def alone(
    found: Sequence[Cited], kind: FactKind, *, added: bool
) -> list[tuple[Citation, list[str]]]:  # fmt: skip
    """The figures, dates or names of what was added, or of what was removed, with where they
    stand. (The other paper may well print the same elsewhere.)"""
    told = []
    for change in found:
        citation = change.new if added else change.old
        facts = [fact for fact in change.change.facts if fact.kind == kind]
        values = [fact.now if added else fact.was for fact in facts if not (fact.was and fact.now)]
        if citation and any(values):
            told.append((citation, [value for value in values if value]))
    return told


def headline(change: Change) -> str:
    """What a change is: "Reworded sentence", "Added paragraph", "Changed cell: Due"."""
    what = "row" if change.what == "table row" else change.what
    sort = (
        "Changed"
        if what in ("cell", "field") and change.sort == "reworded"
        else _SORTS[change.sort]
    )
    name = f": {change.name}" if change.name else ""
    facts = "; ".join(f"{fact.kind} {fact_words(fact)}" for fact in change.facts)
    told = f" ({facts})" if facts and change.sort == "reworded" else ""
    return f"{sort} {what}{name}{told}"


def fact_words(fact: Fact) -> str:
    """A fact in words.

    >>> fact_words(Fact("figure", "5", "7")), fact_words(Fact("date", "", "May 2017"))
    ('5 is now 7', 'May 2017 is new')
    """
    was, now = " ".join(fact.was.split()), " ".join(fact.now.split())
    if was and now:
        return f"{was} is now {now}"
    return f"{now} is new" if now else f"{was} is gone"


def around(quote: str, value: str) -> str:
    """The words around a value where a quotation has it; "" if there are none.

    >>> around("It notes progress against the 21 actions in the plan of 4 July 2023.", "21")
    'It notes progress against the 21 actions in the plan of …'
    """
    found = re.search(rf"(?<!\w){re.escape(value)}(?!\w)", quote)
    before, after = (quote[: found.start()], quote[found.end() :]) if found else ("", "")
    first, last = before.split(), after.split()
    if not (first or last):
        return ""
    opening = " ".join([*["…"] * (len(first) > AROUND), *first[-AROUND:]])
    ending = " ".join([*last[:AROUND], *["…"] * (len(last) > AROUND)])
    gaps = [" " * (before[-1:].isspace()), " " * (after[:1].isspace())]
    return f"{opening}{gaps[0]}{' '.join(value.split())}{gaps[1]}{ending}"
