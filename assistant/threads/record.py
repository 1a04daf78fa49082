"""What progress is told from: the papers a person may see, up to a day, and what is registered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.printings.lines import home_of, lines_of, order
from assistant.printings.printing import Line
from corpus.paper import Access
from index.attribution import place_of
from index.catalogue import PaperRecord
from index.register import Registered
from index.search import Scope

if TYPE_CHECKING:
    from index.library import Library


@dataclass(frozen=True, slots=True)
class Record:
    """Papers, entries (oldest first) and lines. `at` is the day it is told as of, None for now;
    `places` are those whose councils' papers these are, in small letters."""

    library: Library
    shelves: tuple[Access, ...]
    papers: tuple[PaperRecord, ...]
    found: tuple[Registered, ...]
    lines: tuple[Line, ...]
    places: frozenset[str]
    at: str | None = None

    @classmethod
    def of(
        cls, library: Library, scope: Scope, shelves: Sequence[Access], *, at: str | None = None
    ) -> Record:
        """What the papers of a scope tell; with `at`, those of meetings up to that day."""
        papers = tuple(
            paper for paper in library.papers(tuple(shelves))
            if scope.admits(paper) and (at is None or "" < (paper.date or "") <= at)
        )  # fmt: skip
        found = library.register(tuple(shelves), papers=papers) if papers else []
        lines = tuple(lines_of(found))
        entries = tuple(sorted(found, key=order))
        places = frozenset(place_of(paper.council).casefold() for paper in papers)
        return cls(library, tuple(shelves), papers, entries, lines, places, at)

    def home(self, one: Registered) -> str:
        """The place whose matter an entry is."""
        return home_of(one, self.places)

    def of_place(self, place: str) -> list[PaperRecord]:
        """The papers of a place's council."""
        return [p for p in self.papers if place_of(p.council).casefold() == place]
