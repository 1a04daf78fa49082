"""A grid while the characters of a page are put into its cells, and the table they make."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from corpus.paper import Mark
from corpus.pdf.grids.boxes import as_one
from corpus.pdf.grids.cell_text import text_of
from corpus.pdf.grids.cells import Place, places_of
from corpus.pdf.grids.ledger import is_ledger, rows_of
from corpus.pdf.grids.loose import is_loose
from corpus.pdf.grids.ruled import Box, Grid
from corpus.pdf.grids.spread import gutters, inner_edges, parted
from corpus.pdf.grids.unruled import items_of as unruled_of
from corpus.pdf.order import in_order
from corpus.pdf.pdfium import Glyph, Page
from corpus.pdf.printed import Table
from corpus.pdf.strips import Strip, strips_of

SPARSE = 0.2
"""Share of a table's cells that hold text, at least; half-empty plans have 0.3, charts 0.05."""
BLANK = 30.0
"""Points of a blank first column at least: a narrower one is a margin."""
HEAD = 0.2
"""Share of the page's height within which a table begins that goes on from the page before."""
LONGEST = 200
"""Characters in a column header; whole paragraphs are printed in bold too."""
HEADERS_MOST = 3
"""Rows of column headers over one another; more bold rows than that are a bold table."""


def filled(
    glyphs: Sequence[Glyph], grids: Sequence[Grid]
) -> tuple[list[Place | None], list[Filling]]:
    """The place of each character, and the grids with the characters in their cells."""
    places = places_of(glyphs, grids)
    fillings = [Filling(grid) for grid in grids]
    for glyph, place in zip(glyphs, places, strict=True):
        if place:
            fillings[place.table].add(glyph, (place.row, place.column))
    return places, fillings


class Filling:
    """A grid, and the characters in its cells by (row, column) of their top-left place.

    `box_only` is True where it is no table but a box around text, `loose` where its rulings part
    groups of columns only, `rest` where it is one column of a table of the page before.
    """

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.cells: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
        self.box_only = self.loose = self.rest = False
        self._last: tuple[int, int] | None = None

    def take(self, judged: Filling) -> None:
        """Take over what was settled of the same table, filled before into a coarser grid."""
        self.box_only, self.loose, self.rest = judged.box_only, judged.loose, judged.rest

    def add(self, glyph: Glyph, home: tuple[int, int]) -> None:
        """Put a character into its cell; a cell drawn in again begins a new line."""
        cell = self.cells[home]
        if cell and home != self._last:
            cell.append(glyph._replace(char="\n"))
        cell.append(glyph)
        self._last = home

    def judge(self, page: Page) -> None:
        """Settle whether it is a table: two columns side by side hold text, in more than a few
        cells (charts have gridlines), and the rulings part the figures from one another. At the
        head of a page one column will do, which a blank one stands before: a row may go on."""
        filled = {home for home, cell in self.cells.items() if any(g.char.strip() for g in cell)}
        wide = max(Counter(row for row, _ in filled).values(), default=0) >= 2
        homes = {home for row in self.grid.merged for home in row}
        sparse = len(filled) < SPARSE * len(homes)
        self.loose = wide and not sparse and is_loose(self.grid.box, self.cells, page.glyphs)
        self.rest = not wide and self._is_rest({column for _, column in filled}, page.height)
        self.box_only = not (wide or self.rest) or sparse or self.loose

    def _is_rest(self, filled: set[int], height: float) -> bool:
        before = self.grid.columns[min(filled, default=0)] - self.grid.columns[0]
        return len(filled) == 1 and before > BLANK and self.grid.rows[0] < HEAD * height

    def parts(self) -> dict[int, list[float]]:
        """Where further columns begin, within each of those that hold several."""
        alone = {h: c for h, c in self.cells.items() if self._last_column(*h) == h[1]}
        parts = inner_edges(alone)
        first = min(row for row, _ in self.cells)
        top = [g for (row, _), cell in self.cells.items() if row == first for g in cell]
        for n, (left, right) in enumerate(pairwise(self.grid.columns)):
            held = [cell for (row, column), cell in alone.items() if column == n and row > first]
            header = [g for g in top if left <= g.left < right]
            if n not in parts and len(held) > 1 and (edges := gutters(header, held)):
                parts[n] = edges
        return parts

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
        lines = unruled_of([g for cell in self.cells.values() for g in cell]) if self.rest else ()
        table = Table(tuple(rows), edges, *self.grid.box, headers=headers, marks=shown)
        return replace(as_one(table), rest=tuple(lines))

    def _held(self, row: int, column: int) -> Iterator[tuple[tuple[int, int], list[Strip]]]:
        """The lines of a cell; of one that is merged over columns, by the column they stand in."""
        cell, last = self.cells[row, column], self._last_column(row, column)
        apart = parted(cell, self.grid.columns, column, last) if last > column else {}
        if not apart:
            apart = {column: in_order(strips_of(cell), height=0)}
        yield from (((row, n), held) for n, held in apart.items())

    def _headers(self, full: Sequence[int], rows: int, shades: Sequence[Box]) -> int:
        """How many first rows are bold, or shaded, throughout, with rows below that are not."""
        alone = (home for home in self.cells if self._last_column(*home) == home[1])
        long = {home[0] for home in alone if len(self.cells[home]) > LONGEST}
        full = [*takewhile(lambda row: row not in long, full)]
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
        ends = {n: min(m for m in (*cells, self._last_column(row, n) + 1) if m > n) for n in cells}
        edges = self.grid.columns
        return {n: text_of(h, width=edges[ends[n]] - edges[n]) for n, h in cells.items()}

    def _last_column(self, row: int, column: int) -> int:
        home = self.grid.merged[row][column]
        return max(n for n, other in enumerate(self.grid.merged[row]) if other == home)
