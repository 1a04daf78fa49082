"""The columns that figures make without any ruling between them, as budgets are printed.

Figures that stand below one another are a column, whether they are set to the right or to the
middle; what stands beside them in the same lines is text: labels, remarks. A heading belongs to the
columns that it stands over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from corpus.pdf.grids.wrapped import Cells
from corpus.pdf.pdfium import Glyph
from corpus.pdf.strips import Strip, joined, strip_of

FIGURE = re.compile(r"[-–+(]*[£$€]?\s?(?!0\d)\d[\d,.]*\s?(?:%|[kmb]n?)?\)?\*?|[-–]")
"""An amount; not a part of a telephone number, which may begin with a nought."""
TWO_FIGURES = re.compile(
    r"(?:^|\s)[-–+(£]*\d[\d,.]*[%)mk]*\s+[-–+(£]*(?:\d[\d,.]*[%)mk]*|[-–])(?:\s|$)"
)
"""Two figures side by side in a line."""
WIDE = 0.6
"""Heights of a line between two words that no longer belong together; a word space is 0.2."""
CLOSE = 0.35
"""The same after a figure: a remark often follows it closely."""
LEVEL = 0.4
"""Heights that the middles of two words of one line may differ."""
FIGURES = 3
"""Figures below one another, at least; in a table of three columns and more two are enough."""

Line = Sequence[Strip]
"""What stands in one line, from left to right, parted where the space is wide."""


class Divider(NamedTuple):
    """A ruling down a page, `at` points from the left: texts at its sides are two."""

    at: float
    top: float
    bottom: float


class Column(NamedTuple):
    """Where a column's words stand, in points from the left; `figures` tells figures from text."""

    left: float
    right: float
    figures: bool


def lines_of(glyphs: Sequence[Glyph], dividers: Sequence[Divider] = ()) -> list[Line]:
    """The lines of a text, top first, each parted at wide spaces, at rulings and between two
    figures."""
    words = sorted((w for word in _words(glyphs) if (w := strip_of(word))), key=_middle)
    lines: list[list[Strip]] = []
    for word in words:
        if lines and _is_level(lines[-1][0], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_parted(sorted(line, key=lambda w: w.left), dividers) for line in lines]


def columns_of(lines: Sequence[Line], texts: Sequence[Line] = ()) -> tuple[Column, ...]:
    """The columns of those of the lines that hold figures, left first; () if these make none.
    Columns of text are told apart in the same lines, or in those of `texts`."""
    rows = [line for line in lines if is_row(line)]
    figures = _spread([p for row in rows for p in row if is_figure(p)], apart=0.0)
    least = min(2 if len(figures) > 2 else FIGURES, len(rows))
    kept = [Column(left, right, True) for left, right, held in figures if held >= least]
    if len(kept) < 2:
        return ()
    beside = [p for line in texts or rows for p in line if not any(is_over(p, c) for c in kept)]
    apart = WIDE * median(p.height for row in rows for p in row)
    worded = [Column(left, right, False) for left, right, _ in _spread(beside, apart=apart)]
    return tuple(sorted((*kept, *worded)))


def is_row(line: Line) -> bool:
    """Two figures or more stand in the line, each by itself."""
    return sum(is_figure(p) for p in line) >= 2


def is_figure(piece: Strip) -> bool:
    """It is an amount, a share, or the dash of an empty cell."""
    return bool(FIGURE.fullmatch(piece.text))


def is_over(piece: Strip, column: Column) -> bool:
    """It stands over the column, by a part at least."""
    return piece.left < column.right and piece.right > column.left


def cells_of(line: Line, columns: Sequence[Column]) -> Cells:
    """The texts of a line, each in the first column that it stands over, else in the nearest."""
    cells: Cells = {}
    for piece in line:
        column = _column_at(piece, columns)
        cells[column] = f"{cells[column]} {piece.text}" if column in cells else piece.text
    return cells


def heads_of(
    line: Line, columns: Sequence[Column], below: Cells, dividers: Sequence[Divider] = ()
) -> Cells:
    """The texts of a line of column headers; one that stands over several columns, which have
    headers of their own `below`, goes to each of them.

    Rulings tell which these are, else that the text is set to their middle.
    """
    cells = cells_of(line, columns)
    free = {n for n in below if columns[n].figures and n not in cells}
    around = [d for d in dividers if d.top <= _middle(line[0]) <= d.bottom]
    for piece in line:
        if around:
            under = {n for n in _between(piece, columns, around) if n in free}
        else:
            nearest = {n for n in free if piece == _nearest(line, columns[n])}
            under = set(_under(piece, _column_at(piece, columns), columns, nearest))
        cells |= dict.fromkeys(under - cells.keys(), piece.text)
    return cells


def _nearest(line: Line, column: Column) -> Strip:
    middle = column.left + column.right
    return min(line, key=lambda p: abs(p.left + p.right - middle))


def _between(piece: Strip, columns: Sequence[Column], dividers: Sequence[Divider]) -> Iterable[int]:
    """The columns between the rulings at the two sides of the piece."""
    left = max((d.at for d in dividers if d.at <= piece.left + 1), default=float("-inf"))
    right = min((d.at for d in dividers if d.at >= piece.right - 1), default=float("inf"))
    return [n for n, c in enumerate(columns) if left < (c.left + c.right) / 2 < right]


def _under(
    piece: Strip, home: int, columns: Sequence[Column], free: Collection[int]
) -> Iterable[int]:
    """The most columns, all `free` but its home, that the piece is set to the middle of."""
    middle = (piece.left + piece.right) / 2
    best = range(home, home + 1)
    for first in range(home, -1, -1):
        for last in range(home, len(columns)):
            span = range(first, last + 1)
            if len(span) <= len(best) or not all(n in free or n == home for n in span):
                continue
            width = (columns[last].right - columns[first].left) / len(span)
            centre = (columns[first].left + columns[last].right) / 2
            if abs(centre - middle) < width / 4:
                best = span
    return best


def _column_at(piece: Strip, columns: Sequence[Column]) -> int:
    over = [n for n, c in enumerate(columns) if is_over(piece, c)]
    if over:
        return over[0]
    middle = (piece.left + piece.right) / 2
    return min(
        range(len(columns)), key=lambda n: max(columns[n].left - middle, middle - columns[n].right)
    )


def _is_level(first: Strip, word: Strip) -> bool:
    return _middle(word) - _middle(first) <= LEVEL * min(word.height, first.height)


def _words(glyphs: Sequence[Glyph]) -> Iterator[Sequence[Glyph]]:
    start = 0
    for index, glyph in enumerate(glyphs):
        if glyph.char.isspace():
            if index > start:
                yield glyphs[start:index]
            start = index + 1
        elif (
            index > start and glyph.top > glyphs[index - 1].bottom
        ):  # the rest of a word cut in two
            yield glyphs[start:index]
            start = index
    if len(glyphs) > start:
        yield glyphs[start:]


def _parted(words: Sequence[Strip], dividers: Sequence[Divider]) -> list[Strip]:
    pieces: list[Strip] = [words[0]]
    for before, after in pairwise(words):
        wide = CLOSE if is_figure(before) else WIDE
        near = after.left - before.right <= wide * min(before.height, after.height)
        two = is_figure(before) and is_figure(after)
        if near and not two and not any(_divides(d, before, after) for d in dividers):
            pieces[-1] = joined(pieces[-1], after)
        else:
            pieces.append(after)
    return pieces


def _divides(divider: Divider, before: Strip, after: Strip) -> bool:
    level = divider.top <= _middle(after) <= divider.bottom
    return level and before.right - 1 <= divider.at <= after.left + 1


def _spread(pieces: Sequence[Strip], *, apart: float) -> list[tuple[float, float, int]]:
    """(left, right, how many) of pieces that stand over one another, or nearer than `apart`."""
    spans: list[tuple[float, float, int]] = []
    for piece in sorted(pieces, key=lambda p: p.left):
        if spans and piece.left < spans[-1][1] + apart:
            left, right, held = spans[-1]
            spans[-1] = (left, max(right, piece.right), held + 1)
        else:
            spans.append((piece.left, piece.right, 1))
    return spans


def _middle(strip: Strip) -> float:
    return (strip.top + strip.bottom) / 2
