"""What changed in a plan from one meeting to another, action by action: its rating, the day it is
due, who leads on it; which actions are new, and which are gone.

"What changed in the improvement plan since March?" asks for no one row, and no sentence says it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.printings.changing import changes
from assistant.printings.lines import lines_of
from assistant.printings.printing import Change
from assistant.register.described import content_of
from assistant.register.grouped import PLAN
from corpus.register.entries import Action, EntryKind
from index.words import tokens

if TYPE_CHECKING:
    from assistant.asking.question import Asked
    from corpus.paper import Access
    from index.catalogue import PaperRecord
    from index.library import Library
    from index.register import Registered
    from index.search import Scope

_ASKS = re.compile(
    r"\bwhat\b.*\b(?:chang\w*|moved|different|slipped)\b|\bchanges? (?:to|in)\b|"
    r"\b(?:which|what) actions?\b.*\b(?:chang\w*|mov\w*|slip\w*|improv\w*|worse\w*)",
    re.I,
)
_PLAN = re.compile(r"\b(?:plans?|actions?)\b", re.I)
_SAYS_CHANGE = """
change changed changes changing move moved different slip slipped improve improved improving worsen
worse plan plans action actions update updated updates report reports last latest previous next new
old time rating ratings rated due date dates since between first second third
"""
_OF_CHANGE = frozenset(tokens(_SAYS_CHANGE))
_NAMES = {"due": "due date"}
_TOLD = ("rating", "due", "lead", "owner")
_KIND: tuple[EntryKind] = ("action",)


@dataclass(frozen=True, slots=True)
class Moved:
    """An action as two plans print it, and what changed; `before` or `after` is None where the
    other plan alone has it."""

    before: Registered | None
    after: Registered | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanMoved:
    """What changed from one plan to another, in the order of the later one, and how many actions
    the later one has."""

    before: PaperRecord
    after: PaperRecord
    moved: tuple[Moved, ...]
    actions: int


def plan_moved(
    library: Library, asked: Asked, papers: Sequence[PaperRecord], *, shelves: Sequence[Access]
) -> PlanMoved | None:
    """What changed in the plan that a question is about as a whole, from the first meeting it names
    (or else the plan before the last) to the second (or else the last); None where it asks for
    anything narrower, or there are not two such plans."""
    if not (_ASKS.search(asked.text) and _PLAN.search(asked.text)):
        return None
    admitted = [p for p in papers if any(scope.admits(p) for scope in asked.parts)]
    pair = _pair(_plans(library, admitted, shelves), asked.parts)
    if pair is None:
        return None
    before, after = pair
    named = set(tokens(f"{before.title} {after.title}"))
    if content_of(asked.topic) - _OF_CHANGE - named:
        return None
    return _compared(library, before, after, shelves)


def told(moved: Moved) -> str:
    """What changed of an action in a line, in the words of both plans."""
    one = moved.after or moved.before
    if one is None or not isinstance(one.entry, Action):
        return ""
    name = " ".join(filter(None, (one.entry.place.row, f"“{' '.join(one.entry.text.split())}”")))
    if moved.before is None:
        return f"{name}: not in the earlier plan"
    if moved.after is None:
        return f"{name}: not in the later plan"
    said = (
        f"{_NAMES.get(c.what, c.what)} “{_bare(c.before)}” became “{_bare(c.after)}”"
        if c.before else f"{_NAMES.get(c.what, c.what)} is now “{_bare(c.after)}”"
        for c in moved.changes
    )  # fmt: skip
    return f"{name}: {', '.join(said)}"


def _bare(value: str) -> str:
    """A value without what it was before ("30 June (was 31 March)")."""
    return " ".join(value.split(" (", maxsplit=1)[0].split())


def _plans(
    library: Library, papers: Sequence[PaperRecord], shelves: Sequence[Access]
) -> list[PaperRecord]:
    """The papers that print plans, oldest first, one to a meeting: that with the most actions."""
    found = library.register(shelves, kinds=_KIND, papers=papers) if papers else []
    counted = Counter(one.paper.number for one in found if _is_rated(one))
    best: dict[tuple[str, str], PaperRecord] = {}
    for paper in papers:
        key = (paper.council, paper.date or "")
        if paper.date and counted[paper.number] >= PLAN:
            other = best.get(key)
            if other is None or counted[paper.number] > counted[other.number]:
                best[key] = paper
    return sorted(best.values(), key=lambda p: p.date or "")


def _is_rated(one: Registered) -> bool:
    return isinstance(one.entry, Action) and bool(one.entry.scores or one.entry.due)


def _pair(
    plans: Sequence[PaperRecord], scopes: Sequence[Scope]
) -> tuple[PaperRecord, PaperRecord] | None:
    """The two plans that are compared, of one council."""
    spans = [(s.since, s.until) for s in scopes if s.since and s.until]
    spans = spans or [span for s in scopes for span in s.preferred]
    within = [p for p in plans if any(a <= (p.date or "") <= b for a, b in spans if a and b)]
    if len(within) >= 2:
        first, last = within[0], within[-1]
        return (first, last) if first.council == last.council else None
    if not plans or (spans and not within):
        return None
    council = (within or plans)[-1].council
    *earlier, last = [p for p in plans if p.council == council]
    before = within or earlier[-1:]
    return (before[0], last) if before and before[0] is not last else None


def _compared(
    library: Library, before: PaperRecord, after: PaperRecord, shelves: Sequence[Access]
) -> PlanMoved | None:
    entries = library.register(shelves, kinds=_KIND, papers=[before, after])
    moved = []
    for line in lines_of(entries):
        was = next((one for one in line.printings if one.paper.id == before.id), None)
        now = next((one for one in reversed(line.printings) if one.paper.id == after.id), None)
        if was is None or now is None:
            moved.append(Moved(was, now))
            continue
        told = tuple(c for c in changes(was.entry, now.entry) if c.what in _TOLD and c.after)
        if told:
            moved.append(Moved(was, now, told))
    printed = sum(one.paper.id == after.id for one in entries)
    return PlanMoved(before, after, tuple(sorted(moved, key=_place)), printed) if moved else None


def _place(moved: Moved) -> tuple[bool, int]:
    one = moved.after or moved.before
    return moved.after is None, one.entry.place.start if one else 0
