"""The characters of a page parted into lines of text and the rows of its ruled tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from corpus.paper import Mark
from corpus.pdf.grids.boxes import as_one
from corpus.pdf.grids.cell_text import text_of
from corpus.pdf.grids.cells import Place, places_of
from corpus.pdf.grids.figures import Divider
from corpus.pdf.grids.ledger import is_ledger, rows_of
from corpus.pdf.grids.loose import is_loose
from corpus.pdf.grids.ruled import Box, Grid, grids_of, with_edges
from corpus.pdf.grids.spread import inner_edges, parted
from corpus.pdf.grids.unruled import items_of as unruled_of
from corpus.pdf.pdfium import Glyph, Page
from corpus.pdf.printed import Table
from corpus.pdf.strips import Strip, in_order, strips_of

FRAME = 0.9
"""A shaded box wider and higher than this share of the page is its background, not a cell."""


SPARSE = 0.2
"""Share of a table's cells that hold text, at least; half-empty plans have 0.3, charts 0.05."""
HEADERS_MOST = 3
"""Rows of column headers over one another; more bold rows than that are a bold table."""


Item = Strip | Table


def items_of(page: Page) -> list[Item]:
    """The lines and tables of a page in reading order."""
    shades = [s for s in page.shades if not _is_background(s, page)]
    grids = grids_of(page.rules, shades)
    places, fillings = _filled(page.glyphs, grids)
    for filling in fillings:
        filling.judge(page.glyphs)
    if parts := {n: p for n, f in enumerate(fillings) if not f.box_only and (p := f.parts())}:
        grids = [with_edges(grid, parts.get(n, {})) for n, grid in enumerate(grids)]
        places, finer = _filled(page.glyphs, grids)
        for filling, before in zip(finer, fillings, strict=True):
            filling.box_only, filling.loose = before.box_only, before.loose
        fillings = finer
    tables = {n: f.table(shades) for n, f in enumerate(fillings) if not f.box_only}
    dividers = [d for f in fillings if f.loose for d in _dividers(f.grid)]
    items: list[Item] = []
    outside: list[Glyph] = []
    for glyph, place in zip(page.glyphs, places, strict=True):
        if place is None or fillings[place.table].box_only:
            outside.append(glyph)
        elif place.table in tables:
            # A table stands where the page first draws in it.
            items += unruled_of(outside, dividers)
            items.append(tables.pop(place.table))
            outside = []
    return in_order([*items, *unruled_of(outside, dividers)], height=page.height)


def _filled(
    glyphs: Sequence[Glyph], grids: Sequence[Grid]
) -> tuple[list[Place | None], list[_Filling]]:
    """The place of each character, and the grids with the characters in their cells."""
    places = places_of(glyphs, grids)
    fillings = [_Filling(grid) for grid in grids]
    for glyph, place in zip(glyphs, places, strict=True):
        if place:
            fillings[place.table].add(glyph, (place.row, place.column))
    return places, fillings


def _is_background(shade: Box, page: Page) -> bool:
    wide, high = shade[2] - shade[0], shade[3] - shade[1]
    return wide > FRAME * page.width and high > FRAME * page.height


def _dividers(grid: Grid) -> list[Divider]:
    _, top, _, bottom = grid.box
    return [Divider(at, top, bottom) for at in grid.columns]


class _Filling:
    """A grid while characters are being put into its cells."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.cells: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
        self.box_only = self.loose = False
        self._last: tuple[int, int] | None = None

    def add(self, glyph: Glyph, home: tuple[int, int]) -> None:
        """Put a character into its cell; a cell drawn in again begins a new line."""
        cell = self.cells[home]
        if cell and home != self._last:
            cell.append(glyph._replace(char="\n"))
        cell.append(glyph)
        self._last = home

    def judge(self, glyphs: Sequence[Glyph]) -> None:
        """Settle whether it is a table: two columns side by side hold text, in more than a few
        cells (charts have gridlines), and the rulings part the figures from one another."""
        filled = {home for home, cell in self.cells.items() if any(g.char.strip() for g in cell)}
        wide = max(Counter(row for row, _ in filled).values(), default=0) >= 2
        homes = {home for row in self.grid.merged for home in row}
        sparse = len(filled) < SPARSE * len(homes)
        self.loose = wide and not sparse and is_loose(self.grid.box, self.cells, glyphs)
        self.box_only = not wide or sparse or self.loose

    def parts(self) -> dict[int, list[float]]:
        """Where further columns begin, within each of those that hold several."""
        return inner_edges(self.cells)

    def table(self, shades: Sequence[Box]) -> Table:
        """The rows and columns that hold any text."""
        strips = {home: held for cell in self.cells for home, held in self._held(*cell) if held}
        used = sorted({column for _, column in strips})
        rows: list[tuple[str, ...]] = []
        marks: list[tuple[Mark, ...]] = []
        full: list[int] = []  # the first rows, while each has more than one cell
        for row in sorted({row for row, _ in strips}):
            cells = {column: held for (r, column), held in strips.items() if r == row}
            texts = rows_of(cells) if is_ledger(cells) else [self._texts(row, cells)]
            # One cell alone is the title of a section, not a header.
            if len(full) == len(rows) and len(texts) == 1 and len(cells) > 1:
                full.append(row)
            rows += [tuple(text.get(column, "") for column in used) for text in texts]
            told = next((s.marks for held in cells.values() for s in held if s.marks), ())
            marks += [told] * len(texts)
        edges = tuple(self.grid.columns[column] for column in used)
        headers = self._headers(full[: HEADERS_MOST + 1], len(rows), shades)
        shown = tuple(marks) if any(marks) else ()
        return as_one(Table(tuple(rows), edges, *self.grid.box, headers=headers, marks=shown))

    def _held(self, row: int, column: int) -> Iterator[tuple[tuple[int, int], list[Strip]]]:
        """The lines of a cell; of one that is merged over columns, by the column they stand in."""
        cell, last = self.cells[row, column], self._last_column(row, column)
        apart = parted(cell, self.grid.columns, column, last) if last > column else {}
        if not apart:
            apart = {column: in_order(strips_of(cell), height=0)}
        yield from (((row, n), held) for n, held in apart.items())

    def _headers(self, full: Sequence[int], rows: int, shades: Sequence[Box]) -> int:
        """How many first rows are bold, or shaded, throughout, with rows below that are not."""
        for is_marked in (self._is_bold, lambda row: self._is_shaded(row, shades)):
            marked = len(list(takewhile(is_marked, full)))
            if 0 < marked <= HEADERS_MOST and marked < rows:
                return marked
        return 0

    def _is_bold(self, row: int) -> bool:
        letters = [g for (r, _), cell in self.cells.items() if r == row for g in cell]
        letters = [g for g in letters if g.char.isalnum()]
        return bool(letters) and sum(g.bold for g in letters) > 0.8 * len(letters)

    def _is_shaded(self, row: int, shades: Sequence[Box]) -> bool:
        y = (self.grid.rows[row] + self.grid.rows[row + 1]) / 2
        middles = [(a + b) / 2 for a, b in pairwise(self.grid.columns)]
        return all(any(s[0] <= x <= s[2] and s[1] <= y <= s[3] for s in shades) for x in middles)

    def _texts(self, row: int, cells: Mapping[int, Sequence[Strip]]) -> dict[int, str]:
        return {n: text_of(held, width=self._width(row, n)) for n, held in cells.items()}

    def _width(self, row: int, column: int) -> float:
        return self.grid.columns[self._last_column(row, column) + 1] - self.grid.columns[column]

    def _last_column(self, row: int, column: int) -> int:
        home = self.grid.merged[row][column]
        return max(n for n, other in enumerate(self.grid.merged[row]) if other == home)
