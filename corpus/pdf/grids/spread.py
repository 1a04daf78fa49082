"""Cells that are not ruled off from one another.

A shaded header row or a line of totals is one long cell, its texts set to the columns of the rows
around it; and where rulings part the rows only, one cell of a row holds several columns of figures.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.pdf.grids.figures import columns_of, lines_of
from corpus.pdf.grids.loose import joins
from corpus.pdf.pdfium import Glyph
from corpus.pdf.strips import Strip

OVER = 2.0
"""Points that a text may stand out of its column."""

Columns = Sequence[float]


def inner_edges(cells: Mapping[tuple[int, int], Sequence[Glyph]]) -> dict[int, list[float]]:
    """Where further columns begin within columns of cells, as the figures in them show."""
    columns: dict[int, list[Sequence[Glyph]]] = defaultdict(list)
    for (_, column), cell in cells.items():
        columns[column].append(cell)
    return {n: edges for n, held in columns.items() if joins(held) and (edges := _edges(held))}


def _edges(cells: Sequence[Sequence[Glyph]]) -> list[float]:
    lines = [line for cell in cells for line in lines_of(cell)]
    columns = columns_of(lines, texts=lines)
    return [(before.right + after.left) / 2 for before, after in pairwise(columns)]


def parted(
    cell: Sequence[Glyph], columns: Columns, first: int, last: int
) -> dict[int, list[Strip]]:
    """The texts of a cell that goes over columns `first` to `last` of those whose edges are
    `columns`, by column; all in the first if they are not set to the columns.

    The first text, a row's label, may run on into columns that hold nothing.
    """
    found: dict[int, list[Strip]] = {}
    reached = 0.0
    level = False  # two columns hold texts of one line, as those of one row do
    for line in lines_of(cell):
        homes = [_home(piece, columns, first, last) for piece in line]
        level = level or len(homes) > 1
        if len(set(homes)) < len(homes):
            return {}
        for piece, at in zip(line, homes, strict=True):
            if at == first:
                reached = max(reached, piece.right)
            elif piece.right > columns[at + 1] + OVER:
                return {}
            found.setdefault(at, []).append(piece)
    nearest = min((columns[n] for n in found if n != first), default=0.0)
    return found if level and reached <= nearest + OVER else {}


def _home(piece: Strip, columns: Columns, first: int, last: int) -> int:
    return min(max(bisect_right(columns, piece.left + OVER) - 1, first), last)
