"""Table rows that were cut: by a page's end, or by a line's where each line became a row.

Two rows are joined only where every cell of the lower one plainly goes on with the cell above it,
so that the words of one cell come out as one text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.dates import MONTH
from corpus.paper import Line
from corpus.tables.cell_kinds import is_figure

_ENDED = re.compile(r"[.:;!?][\"'”’)\]]*$")
_JOINER = re.compile(r"(?:[/&,–-]|\b(?:and|of))$")
_VALUE = re.compile(r"(?:n/?a|no|yes|none|nil|x|tbc|tba|on-?going|completed?|due|new)\b\W*", re.I)
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {MONTH}$", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_MARKER = re.compile(r"\(?[a-z]{1,3}[.)]\s")
CUT = 40
"""Characters: a cell this long without a full stop, at a page's end, was cut there."""
WIDE = 5
"""Columns from which a row that only lacks its name is no row that goes on with the one above."""
OFTEN = 0.25
"""Share of rows that begin in lower case in a table that writes its rows so."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A row put together from the `lines` it was cut into, first to last."""

    lines: tuple[Line, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """One a column, each whole."""
        columns = zip(*(line.cells for line in self.lines), strict=True)
        return tuple(" ".join(filter(None, parts)) for parts in columns)

    @property
    def breaks(self) -> tuple[tuple[int, int | None], ...]:
        """(offset in the cells joined by tabs, page) wherever the row runs on on another page."""
        found: list[tuple[int, int | None]] = []
        page, start = self.lines[0].page, 0
        for column, cell in enumerate(self.cells):
            at = start
            for line in (line for line in self.lines if line.cells[column]):
                if line.page != page:
                    page = line.page
                    found.append((at, page))
                at += len(line.cells[column]) + 1
            start += len(cell) + 1
        return tuple(found)


def whole_rows(lines: Sequence[Line]) -> list[Whole]:
    """The rows of a table's body with what was cut off each joined to it."""
    small = sum(next((c for c in line.cells if c), "")[:1].islower() for line in lines)
    plain = small <= OFTEN * len(lines) or small == 1
    rows: list[Whole] = []
    for line in lines:
        if rows and _is_rest(rows[-1], line, plain=plain):
            rows[-1] = Whole((*rows[-1].lines, line))
        else:
            rows.append(Whole((line,)))
    return _named(rows)


def _named(rows: Sequence[Whole]) -> list[Whole]:
    """The rows, each name that was drawn below its row (a cell filled by itself) joined to it.

    So it is where every row that mostly lacks only its name has one alone below it; else names
    reach over several rows, and what stands alone is a section's.
    """
    unnamed = {i for i, row in enumerate(rows) if not row.cells[0] and _is_filled(row)}
    alone = {i for i, row in enumerate(rows) if row.cells[0] and not any(row.cells[1:])}
    if not (unnamed and all(i + 1 in alone for i in unnamed)):
        return list(rows)
    if len(unnamed) > sum(bool(row.cells[0]) and _is_filled(row) for row in rows) // 3:
        return list(rows)
    return [
        Whole((*row.lines, *rows[i + 1].lines)) if i in unnamed else row
        for i, row in enumerate(rows)
        if i - 1 not in unnamed
    ]


def _is_filled(row: Whole) -> bool:
    """Whether a wide row has most of its cells besides the name."""
    others = row.cells[1:]
    return len(others) >= WIDE - 1 and 3 * sum(map(bool, others)) >= 2 * len(others)


def _is_rest(row: Whole, line: Line, *, plain: bool) -> bool:
    """Whether every filled cell of `line` goes on with the one above it, or fills a blank beside
    one that does."""
    if len(row.cells) != len(line.cells):
        return False
    turned = line.page != row.lines[-1].page and not line.cells[0]
    runs = False
    for above, below in zip(row.cells, line.cells, strict=True):
        if not below or not above:
            continue
        if not _runs_on(above, below, plain=plain, turned=turned):
            return False
        runs = True
    return runs


def _runs_on(above: str, below: str, *, plain: bool, turned: bool) -> bool:
    if _DAY.search(above) and _YEAR.match(below):
        return True
    if _ENDED.search(above) or is_figure(below) or is_figure(above) or _VALUE.fullmatch(below):
        return False
    if _JOINER.search(above) and not is_figure(above[-1:]):
        return True
    if below[0].islower() and not _MARKER.match(below):
        return plain and len(above) > 3
    return turned and len(above) >= CUT
