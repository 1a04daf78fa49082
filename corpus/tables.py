"""The characters of a page parted into lines of text and the rows of its ruled tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from corpus.cells import places_of
from corpus.ledger import is_ledger, rows_of
from corpus.pdfium import Glyph, Page
from corpus.ruled import Box, Grid, grids_of
from corpus.strips import Strip, in_order, strips_of

FRAME = 0.9
"""A shaded box wider and higher than this share of the page is its background, not a cell."""


SPARSE = 0.2
"""Share of a table's cells that hold text, at least; half-empty plans have 0.3, charts 0.05."""
HEADERS_MOST = 3
"""Rows of column headers over one another; more bold rows than that are a bold table."""


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table as printed: `rows` of cells ("" where blank), the first `headers` marked.

    `edges` is where each column begins.
    """

    rows: tuple[tuple[str, ...], ...]
    edges: tuple[float, ...]
    left: float
    top: float
    right: float
    bottom: float
    headers: int = 0


Item = Strip | Table


def items_of(page: Page) -> list[Item]:
    """The lines and tables of a page in reading order."""
    shades = [s for s in page.shades if not _is_background(s, page)]
    grids = grids_of(page.rules, shades)
    places = places_of(page.glyphs, grids)
    fillings = [_Filling(grid) for grid in grids]
    for glyph, place in zip(page.glyphs, places, strict=True):
        if place:
            fillings[place.table].add(glyph, (place.row, place.column))
    tables = {n: f.table(shades) for n, f in enumerate(fillings) if f.is_table()}
    items: list[Item] = []
    outside: list[Glyph] = []
    for glyph, place in zip(page.glyphs, places, strict=True):
        if place is None or fillings[place.table].box_only:
            outside.append(glyph)
        elif place.table in tables:
            # A table stands where the page first draws in it.
            items += strips_of(outside)
            items.append(tables.pop(place.table))
            outside = []
    return in_order([*items, *strips_of(outside)], height=page.height)


def _is_background(shade: Box, page: Page) -> bool:
    wide, high = shade[2] - shade[0], shade[3] - shade[1]
    return wide > FRAME * page.width and high > FRAME * page.height


class _Filling:
    """A grid while characters are being put into its cells."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.cells: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
        self.box_only = False
        self._last: tuple[int, int] | None = None

    def add(self, glyph: Glyph, home: tuple[int, int]) -> None:
        """Put a character into its cell; a cell drawn in again begins a new line."""
        cell = self.cells[home]
        if cell and home != self._last:
            cell.append(glyph._replace(char="\n"))
        cell.append(glyph)
        self._last = home

    def is_table(self) -> bool:
        """Two columns side by side hold text, in more than a few cells: charts have gridlines."""
        filled = {home for home, cell in self.cells.items() if any(g.char.strip() for g in cell)}
        wide = max(Counter(row for row, _ in filled).values(), default=0) >= 2
        homes = {home for row in self.grid.merged for home in row}
        self.box_only = not (wide and len(filled) >= SPARSE * len(homes))
        return not self.box_only

    def table(self, shades: Sequence[Box]) -> Table:
        """The rows and columns that hold any text."""
        strips = {home: in_order(strips_of(cell), height=0) for home, cell in self.cells.items()}
        strips = {home: held for home, held in strips.items() if held}
        used = sorted({column for _, column in strips})
        rows: list[tuple[str, ...]] = []
        full: list[int] = []  # the first rows, while each has more than one cell
        for row in sorted({row for row, _ in strips}):
            cells = {column: held for (r, column), held in strips.items() if r == row}
            texts = rows_of(cells) if is_ledger(cells) else [_texts(cells)]
            # One cell alone is the title of a section, not a header.
            if len(full) == len(rows) and len(texts) == 1 and len(cells) > 1:
                full.append(row)
            rows += [tuple(text.get(column, "") for column in used) for text in texts]
        edges = tuple(self.grid.columns[column] for column in used)
        headers = self._headers(full[: HEADERS_MOST + 1], len(rows), shades)
        return Table(tuple(rows), edges, *self.grid.box, headers=headers)

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


def _texts(cells: Mapping[int, Sequence[Strip]]) -> dict[int, str]:
    return {column: " ".join(s.text for s in held) for column, held in cells.items()}


def continues(before: Table, after: Table) -> bool:
    """The two are one table cut by a page: as many columns, at the same places (5 pt)."""
    return len(before.edges) == len(after.edges) and all(
        abs(a - b) < 5 for a, b in zip(before.edges, after.edges, strict=True)
    )


def without_header(table: Table, header: Sequence[tuple[str, ...]]) -> Table:
    """The table without first rows that repeat those of `header`, printed again on another page."""
    repeated = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(table.rows, header, strict=False))
    )
    return replace(table, rows=table.rows[repeated:], headers=0) if repeated else table
