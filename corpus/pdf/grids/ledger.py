"""Rows of a table that has rulings between its columns only, as budgets do.

Between two rulings across stands then not one row but many: seen by a cell that is a column of
figures. They are told apart by height on the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.pdf.grids import wrapped
from corpus.pdf.grids.wrapped import Row
from corpus.pdf.strips import Strip

FIGURES = 3
"""Figures below one another, at least: two may be one amount and its share in percent."""
MOSTLY = 0.7
"""Share of a cell's lines that are figures, at least; the rest are its headings."""
_FIGURE = re.compile(r"[-–+(]*[£$€]?\s?\d[\d,.]*\s?(?:%|[kmb]n?)?\)?|[-–]")

Cells = Mapping[int, Sequence[Strip]]


def is_ledger(cells: Cells) -> bool:
    """Some cell is a column of figures, and others stand beside it."""
    return sum(bool(strips) for strips in cells.values()) > 1 and any(
        _is_column(strips) for strips in cells.values()
    )


def rows_of(cells: Cells) -> list[dict[int, str]]:
    """The rows, top first: lines of any cell that stand at one height are one row, and
    so are the lines of one label."""
    strips = sorted(
        (((s.top + s.bottom) / 2, column, s) for column, held in cells.items() for s in held),
        key=lambda placed: placed[:2],
    )
    lines: list[Row] = []
    last = float("-inf")
    for middle, column, strip in strips:
        if middle - last > strip.height / 2:
            lines.append(Row({}, strip))
            last = middle
        row = lines[-1].cells
        row[column] = f"{row[column]} {strip.text}" if column in row else strip.text
    return wrapped.rows_of(lines)


def _is_column(strips: Sequence[Strip]) -> bool:
    figures = sum(bool(_FIGURE.fullmatch(s.text)) for s in strips)
    return figures >= FIGURES and figures >= MOSTLY * len(strips)
