"""Which two papers of a library are meant, and the two read and compared.

A paper is named by its id, its file's name, or its title. Who may not see a paper is told of it as
of one that is not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from assistant.access import Shelves
from assistant.changes.change import Comparison
from assistant.changes.comparing import compare
from assistant.errors import ChangesError, NoSuchPaper
from assistant.reading.rereading import Reread, reread
from assistant.reading.view import told_of
from assistant.showing.opening import paper_before
from assistant.showing.paper_view import about
from index.texts.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.library import Library, PaperRecord

NAMED = 6  # papers that a sentence can still name
SAME_TITLE = 85  # of 100: titles of one report to two meetings, dates and all


@dataclass(frozen=True, slots=True)
class Compared:
    """Two papers of a library compared; `notes` say what of them could not be."""

    old: PaperRecord
    new: PaperRecord
    comparison: Comparison
    notes: tuple[str, ...] = ()


def changes_between(library: Library, old: str, new: str = "", *, shelves: Shelves) -> Compared:
    """What changed from one paper to another; of one alone, since the one before it in its series.

    A report compared with a pack is compared with the pack's item that is like it. Raises
    NoSuchPaper, or ChangesError where a name stands for several papers or there is none before.
    """
    papers = library.papers(shelves)
    one = named(old, papers)
    if new.strip():
        other = named(new, papers)
        before, after = _like(one, other, papers), _like(other, one, papers)
    else:
        before, after = _before(library, one, shelves), one
    was, now = reread(library, before.id, shelves), reread(library, after.id, shelves)
    notes = (*_left_out(was), *_left_out(now))
    return Compared(before, after, compare(was.paper, now.paper), notes)


def named(name: str, papers: Sequence[PaperRecord]) -> PaperRecord:
    """The paper of this id, else of this file name, else of this title.

    Raises NoSuchPaper, or ChangesError where several are called so.
    """
    for called in (_id, _file, _stem, _title):
        sought = " ".join(words_of(name) if called is _title else name.casefold().split())
        found = [paper for paper in papers if sought and called(paper) == sought]
        if called is not _title:  # a pack's name is its own before its items'
            found = [paper for paper in found if "#" not in paper.id] or found
        if len(found) == 1:
            return found[0]
        if found:
            told = "; ".join(f"“{paper.id}” ({about(paper)})" for paper in found[:NAMED])
            more = "" if len(found) <= NAMED else f" and {len(found) - NAMED} more"
            raise ChangesError(f"Several papers are called “{name}”: say which: {told}{more}.")
    raise NoSuchPaper(
        f"There is no paper “{name}” in the library: name it by its id, its file or its title."
    )


def _id(paper: PaperRecord) -> str:
    return " ".join(paper.id.split()).casefold()


def _file(paper: PaperRecord) -> str:
    return " ".join(paper.name.split()).casefold()


def _stem(paper: PaperRecord) -> str:
    return " ".join(paper.document.split()).casefold()


def _title(paper: PaperRecord) -> str:
    return " ".join(words_of(paper.title))


def _like(paper: PaperRecord, other: PaperRecord, papers: Sequence[PaperRecord]) -> PaperRecord:
    """The paper; or, of a pack named as a whole, the item that is like the other paper."""
    items = [p for p in papers if p.id.startswith(f"{paper.id}#")]
    if not items or any(p.id.startswith(f"{other.id}#") for p in papers):
        return paper  # two packs: their own front pages, the agendas
    best = max(items, key=lambda item: _likeness(item, other))
    return best if _likeness(best, other) >= SAME_TITLE else paper


def _likeness(item: PaperRecord, other: PaperRecord) -> float:
    """How sure it is that an item of a pack is the same report as another paper, of 100."""
    if item.series and item.series == other.series:
        return 100.0
    return fuzz.token_sort_ratio(item.title, other.title) if item.kind == other.kind else 0.0


def _before(library: Library, paper: PaperRecord, shelves: Shelves) -> PaperRecord:
    """The paper before this one in its series. Raises ChangesError where there is none."""
    before = paper_before(library, paper.id, shelves)
    if before:
        return before
    later = [other for other in library.series_of(paper.id, shelves) if other.id != paper.id]
    why = (
        f"it is the first of its series; the next is “{later[0].id}”" if later
        else "no other paper of the library is of one series with it"
    )  # fmt: skip
    raise ChangesError(f"There is nothing to compare “{paper.id}” with: {why}. Name two papers.")


def _left_out(read: Reread) -> list[str]:
    """What could not be compared of a paper, in sentences that name it."""
    return [f"{read.paper.id}: {sentence}" for sentence in told_of(read.reading)]
