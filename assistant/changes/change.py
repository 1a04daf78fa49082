"""The nouns of comparing: a Change is told in the words of both papers, a Side is one paper's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from assistant.rewording.facts import Fact, FactKind
from assistant.rewording.tokens import Span
from corpus.paper import Block, BlockKind, Paper

Sort = Literal["added", "removed", "reworded"]
What = Literal["sentence", "cell", "field"] | BlockKind


@dataclass(frozen=True, slots=True)
class Side:
    """Words of one paper: `block.text[start:end]`; `changed` are the stretches of the quotation
    that the other paper does not have."""

    block: Block
    start: int
    end: int
    changed: tuple[Span, ...] = ()

    @property
    def quote(self) -> str:
        """The words, verbatim."""
        return self.block.text[self.start : self.end]

    @property
    def page(self) -> int | None:
        """The page the words begin on, counted from 1."""
        page = self.block.page
        for offset, after in self.block.breaks:
            if offset <= self.start and after is not None:
                page = after
        return page


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not the same: `old` is None for what was added, `new` for what was removed.

    `what` is the kind of block where a whole one came or went, else a part of one; `name` is the
    header over a cell, or a field's own name.
    """

    old: Side | None
    new: Side | None
    what: What
    name: str = ""
    facts: tuple[Fact, ...] = ()

    @property
    def sort(self) -> Sort:
        """Added, removed or reworded."""
        return "added" if self.old is None else "removed" if self.new is None else "reworded"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two papers and everything that changed from the older to the newer, in the newer's order,
    what was removed where it stood. `kept` blocks say the same in both."""

    old: Paper
    new: Paper
    changes: tuple[Change, ...]
    kept: int

    def facts(self, kind: FactKind) -> list[tuple[Fact, Change]]:
        """The figures, dates or names that changed, each with the change it is part of."""
        return [(f, change) for change in self.changes for f in change.facts if f.kind == kind]


def sorts(changes: Iterable[Change]) -> dict[Sort, int]:
    """How many changes are of each sort."""
    told = [change.sort for change in changes]
    names: tuple[Sort, ...] = ("reworded", "added", "removed")
    return {sort: told.count(sort) for sort in names}
