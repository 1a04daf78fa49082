"""Which entries of the register are asked for, and finding them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from assistant.errors import NoSuchEntry, QuestionError
from assistant.printings.keys import explained
from assistant.printings.state import STATES, is_open, is_overdue, state_of
from corpus.register.entries import Action, EntryKind
from index.register import Registered
from index.search import Scope

if TYPE_CHECKING:
    from corpus.paper import Access
    from index.library import Library

Kind = Literal["judgements", "recommendations", "decisions", "actions"]
_SINGULAR: dict[Kind, EntryKind] = {
    "judgements": "judgement",
    "recommendations": "recommendation",
    "decisions": "decision",
    "actions": "action",
}
PLURALS: dict[EntryKind, Kind] = {kind: kinds for kinds, kind in _SINGULAR.items()}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked of the register; "" or None is no limit.

    `paper` is a paper's id or document, `lead` words of who leads or owns an action, `status` a
    state, "open", or words of the status or rating as printed, `overdue_at` a day (ISO),
    `set_aside` whether what officers have said to be no entry is asked for too.
    """

    kind: Kind
    scope: Scope = field(default_factory=Scope)
    paper: str = ""
    lead: str = ""
    status: str = ""
    overdue_at: str | None = None
    set_aside: bool = False


def entry_of(library: Library, entry_id: str, shelves: Sequence[Access]) -> Registered:
    """One entry. Raises NoSuchEntry, in the same words for one that nobody may know of."""
    found = library.entry(entry_id, shelves)
    if found is None:
        raise NoSuchEntry("There is no such entry in the register.")
    return found


def find(library: Library, asked: Filters, *, shelves: Sequence[Access]) -> list[Registered]:
    """The entries asked for, newest meeting first, then as printed.

    Raises QuestionError where actions' filters are set for another kind.
    """
    if asked.kind != "actions" and (asked.lead or asked.status or asked.overdue_at):
        raise QuestionError("Only actions have a lead, a status and a date they are due by.")
    papers = [
        paper
        for paper in library.papers(shelves)
        if asked.scope.admits(paper) and asked.paper in ("", paper.id, paper.document)
    ]
    kinds = (_SINGULAR[asked.kind],)
    found = library.register(shelves, kinds=kinds, papers=papers, set_aside=asked.set_aside)
    meant = explained(library, found, shelves) if asked.status or asked.overdue_at else {}
    read = ((one, meant[one.id][0] if one.id in meant else one) for one in found)
    return [one for one, known in read if _passes(known.entry, asked)]


def _passes(entry: object, asked: Filters) -> bool:
    if not isinstance(entry, Action):
        return True
    if asked.overdue_at and not is_overdue(entry, asked.overdue_at):
        return False
    return _has(f"{entry.lead} {entry.owner}", asked.lead) and _stands(entry, asked.status)


def _stands(action: Action, status: str) -> bool:
    wanted = status.strip().casefold()
    if wanted in ("open", "done"):
        return is_open(action) == (wanted == "open")
    if wanted in STATES:
        return state_of(action) == wanted
    return _has(" ".join((action.status, action.due, *action.scores)), status)


def _has(text: str, words: str) -> bool:
    """Whether a text holds every word, in any order."""
    held = text.casefold()
    return all(word in held for word in words.casefold().split())
