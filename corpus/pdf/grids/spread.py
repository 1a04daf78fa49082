"""Cells that are not ruled off from one another.

A shaded header row or a line of totals is one long cell, its texts set to the columns of the rows
around it; and where rulings part the rows only, one cell of a row holds several columns of figures.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

from corpus.pdf.grids.figures import (
    Column,
    Divider,
    Line,
    columns_of,
    heads_of,
    is_figure,
    is_over,
    lines_of,
)
from corpus.pdf.grids.loose import joins
from corpus.pdf.pdfium import Glyph
from corpus.pdf.strips import Strip

OVER = 2.0
"""Points that a text may stand out of its column."""
PADDED = 5.0
"""Points between the ends of figures set to the right: some leave room for a bracket."""
MOSTLY = 0.7
"""Share of the figures set to the right, at least: one may stand elsewhere by mistake."""
GUTTER = 6.0
"""Points of white between two columns at least, in the header and in every row."""

Columns = Sequence[float]


def inner_edges(cells: Mapping[tuple[int, int], Sequence[Glyph]]) -> dict[int, list[float]]:
    """Where further columns begin within columns of cells, as the figures in them show."""
    columns: dict[int, list[Sequence[Glyph]]] = defaultdict(list)
    for (_, column), cell in cells.items():
        columns[column].append(cell)
    return {n: edges for n, held in columns.items() if joins(held) and (edges := _edges(held))}


def gutters(header: Sequence[Glyph], cells: Sequence[Sequence[Glyph]]) -> list[float]:
    """Where further columns begin in a column of `cells`, as its header shows: at white space that
    parts the header and runs down through all rows."""
    top = [g for g in header if not g.char.isspace()]
    if not white_between(top):
        return []
    inked = [g for cell in cells for g in cell if not g.char.isspace()]
    edges = white_between([*top, *inked])
    headed = {bisect_right(edges, g.left) for g in top}
    held = {bisect_right(edges, g.left) for g in inked}
    return edges if len(headed) == len(edges) + 1 and len(held) > 1 else []


def white_between(glyphs: Sequence[Glyph]) -> list[float]:
    """The middle of each upright white strip between characters."""
    edges: list[float] = []
    reached = float("inf")
    for glyph in sorted(glyphs, key=lambda g: g.left):
        if glyph.left - reached > GUTTER:
            edges.append((reached + glyph.left) / 2)
        reached = glyph.right if reached == float("inf") else max(reached, glyph.right)
    return edges


def _edges(cells: Sequence[Sequence[Glyph]]) -> list[float]:
    lines = [line for cell in cells for line in lines_of(cell)]
    columns = columns_of(lines, texts=lines)
    edges = []
    for before, after in pairwise(columns):
        middle = (before.right + after.left) / 2
        # What stands over figures set to the right ends where they do and may begin far before.
        edges.append(min(before.right + OVER, middle) if _is_right(before, lines) else middle)
    return edges


def _is_right(column: Column, lines: Sequence[Line]) -> bool:
    """The figures of a column are set to its right."""
    held = [p for line in lines for p in line if is_figure(p) and is_over(p, column)]
    at_right = sum(column.right - p.right < PADDED for p in held)
    return column.figures and at_right >= MOSTLY * len(held)


def parted(
    cell: Sequence[Glyph], columns: Columns, first: int, last: int
) -> dict[int, list[Strip]]:
    """The texts of a cell that goes over columns `first` to `last` of those whose edges are
    `columns`, by column; all in the first if they are not set to the columns.

    The first text, a row's label, may run on into columns that hold nothing.
    """
    lines = lines_of(cell)
    found = _set_to(lines, columns, first, last)
    if found or not any(len(line) > 1 for line in lines):
        return found
    # Headers of two columns may stand so near to one another that they look like one text.
    ends = (float("-inf"), float("inf"))
    cut = lines_of(cell, [Divider(at, *ends) for at in columns[first + 1 : last + 1]])
    near = sum(map(len, cut)) - sum(map(len, lines))
    if near > sum(len(line) - 1 for line in lines):
        return {}
    return _set_to(cut, columns, first, last) or _headed(cut, columns, first, last)


def _set_to(
    lines: Sequence[Line], columns: Columns, first: int, last: int
) -> dict[int, list[Strip]]:
    found: dict[int, list[Strip]] = {}
    reached = 0.0
    level = False  # two columns hold texts of one line, as those of one row do
    for line in lines:
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


def _headed(
    lines: Sequence[Line], columns: Columns, first: int, last: int
) -> dict[int, list[Strip]]:
    """The same for headers of which the upper ones, alone in their lines, stand over several."""
    alone = len(list(takewhile(lambda line: len(line) == 1, lines)))
    found = _set_to(lines[alone:], columns, first, last)
    spans = [Column(*edges, True) for edges in pairwise(columns)]
    for line in reversed(lines[:alone] if found else ()):
        below = {n: held[0].text for n, held in found.items()}
        for n in heads_of(line, spans, below):
            found[n] = [line[0], *found.get(n, ())]
    return found


def _home(piece: Strip, columns: Columns, first: int, last: int) -> int:
    return min(max(bisect_right(columns, piece.left + OVER) - 1, first), last)
