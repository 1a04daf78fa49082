"""A table as one, however many passages its rows stand in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.finding.units import Unit, units_of
from index.passages import Passage


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its cells."""

    unit: Unit
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """What a cell holds, "" if the row has none there."""
        return self.cells[column].strip() if column < len(self.cells) else ""

    def under(self, header: str) -> str:
        """What the cell under a header holds."""
        return self.cell(headers_of(self.unit.passage).index(header))


def headers_of(passage: Passage) -> list[str]:
    """The headers over the rows of a passage."""
    return passage.headers.split("\n")


def rows_in(passages: Iterable[Passage]) -> list[Row]:
    """The rows of these passages, in order."""
    return [
        Row(unit, tuple(unit.text.split("\t")))
        for passage in passages
        for unit in units_of(passage)
        if unit.kind == "row"
    ]
