"""Grids whose rulings part groups of columns only: budgets draw a box around three columns of
figures, or shade some columns and leave the labels on white.

Such a grid says too little, so its table is read from the columns that its figures make.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.pdf.grids.figures import FIGURE, TWO_FIGURES, lines_of
from corpus.pdf.grids.ruled import Box
from corpus.pdf.pdfium import Glyph

ROWS = 3
"""Lines below one another in one cell, at least, that show it to be no cell but a column."""
MOSTLY = 0.5
"""Share of a grid's lines of figures, at least, that its rulings do not part."""
LINED = 1.5
"""Lines to a row of the grid, at most, where its rulings across do no more than underline."""
LEVEL = 2.0
"""Points that the tops of two texts in one line may differ."""


def is_loose(
    box: Box, cells: Mapping[tuple[int, int], Sequence[Glyph]], glyphs: Sequence[Glyph]
) -> bool:
    """The grid in `box` joins several columns of figures in one, or parts them from their labels;
    `cells` are the characters in it, `glyphs` those of its page."""
    if joins(cells.values()):
        lines = len(lines_of([g for cell in cells.values() for g in cell]))
        underlined = lines <= LINED * len({row for row, _ in cells})
        return underlined or any(_is_column(_texts(cell)) for cell in cells.values())
    return _is_half(box, cells, glyphs)


def joins(cells: Iterable[Sequence[Glyph]]) -> bool:
    """Most lines of figures hold two side by side, in one cell."""
    lines = [line for cell in cells for line in _texts(cell)]
    joined = sum(map(_is_double, lines))
    return joined >= ROWS and joined * MOSTLY >= sum(map(_is_figure, lines))


def _texts(cell: Sequence[Glyph]) -> list[str]:
    return "".join([g.char for g in cell]).split("\n")


def _is_double(text: str) -> bool:
    return bool(TWO_FIGURES.search(text))


def _is_figure(text: str) -> bool:
    return bool(FIGURE.fullmatch(text.strip()))


def _is_column(texts: Sequence[str]) -> bool:
    """Most lines of a high cell hold two figures side by side: it is many rows of a table."""
    return sum(map(_is_double, texts)) >= max(ROWS, MOSTLY * len(texts))


def _is_half(
    box: Box, cells: Mapping[tuple[int, int], Sequence[Glyph]], glyphs: Sequence[Glyph]
) -> bool:
    """The first column is figures, and most of these go on with labels to the grid's left."""
    first = min((column for _, column in cells), default=0)
    tops = [top for (_, n), cell in cells.items() if n == first for top in _figures(cell)]
    if len(tops) < ROWS:
        return False
    beside = {g.top for g in glyphs if g.right < box[0] and g.char.isalpha()}
    level = sum(any(abs(t - b) < LEVEL for b in beside) for t in tops)
    return level >= max(ROWS, MOSTLY * len(tops))


def _figures(cell: Sequence[Glyph]) -> Iterator[float]:
    """The top of each line of a cell that is a figure."""
    line: list[Glyph] = []
    for glyph in (*cell, None):
        if glyph and glyph.char != "\n":
            line.append(glyph)
        elif line:
            if _is_figure("".join(g.char for g in line)):
                yield line[0].top
            line = []
