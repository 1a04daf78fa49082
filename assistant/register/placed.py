"""Where an entry of the register stands in its paper's passages."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.finding.units import Unit, units_of
from index.passages import Passage
from index.register import Registered


def passage_at(passages: Sequence[Passage], at: int) -> Passage | None:
    """The passage of a paper that has a character of its text."""
    return next((p for p in passages if p.start <= at < p.end), None)


def unit_of(one: Registered, passages: Sequence[Passage], *, at: int | None = None) -> Unit | None:
    """The sentence, item or row that an entry begins in, among its paper's passages, or that `at`,
    a character of the paper's text, stands in."""
    at = one.entry.place.start if at is None else at
    passage = passage_at(passages, at)
    units = units_of(passage) if passage else []
    return next((unit for unit in units if at - unit.passage.start < unit.end), None)


def page_at(passage: Passage, at: int) -> int | None:
    """The page on which a passage's character stands."""
    units = [unit for unit in units_of(passage) if unit.start <= at]
    return units[-1].page if units else passage.page
