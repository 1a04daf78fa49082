"""The characters of a page parted into lines of text and the rows of its ruled tables."""

from __future__ import annotations

from corpus.pdf.grids.figures import Divider
from corpus.pdf.grids.filling import filled
from corpus.pdf.grids.frames import without_background, without_inner
from corpus.pdf.grids.gradients import without_gradients
from corpus.pdf.grids.ruled import Grid, grids_of, with_edges
from corpus.pdf.grids.stacks import open_cells
from corpus.pdf.grids.unruled import items_of as unruled_of
from corpus.pdf.hanging import with_numbers
from corpus.pdf.order import in_order
from corpus.pdf.pdfium import Glyph, Page
from corpus.pdf.printed import Table
from corpus.pdf.stamps import without_stamp
from corpus.pdf.strips import Strip

Item = Strip | Table


def items_of(page: Page) -> list[Item]:
    """The lines and tables of a page in reading order."""
    rules, gradients = without_gradients(page.rules)
    shades = [*without_inner(without_background(page.shades, page)), *gradients]
    glyphs, stamp = without_stamp(page.glyphs, height=page.height)
    cells = open_cells(rules, shades, glyphs, width=page.width)
    grids = grids_of(rules, [*shades, *cells])
    places, fillings = filled(glyphs, grids)
    for filling in fillings:
        filling.judge(page)
    if parts := {n: p for n, f in enumerate(fillings) if not f.box_only and (p := f.parts())}:
        grids = [with_edges(grid, parts.get(n, {})) for n, grid in enumerate(grids)]
        places, finer = filled(glyphs, grids)
        for filling, before in zip(finer, fillings, strict=True):
            filling.take(before)
        fillings = finer
    tables = {n: f.table(shades) for n, f in enumerate(fillings) if not f.box_only}
    dividers = [d for f in fillings if f.loose for d in _dividers(f.grid)]
    items: list[Item] = []
    outside: list[Glyph] = []
    for glyph, place in zip(glyphs, places, strict=True):
        if place is None or fillings[place.table].box_only:
            outside.append(glyph)
        elif place.table in tables:
            # A table stands where the page first draws in it.
            items += unruled_of(outside, dividers)
            items.append(tables.pop(place.table))
            outside = []
    items += unruled_of(outside, dividers)
    return in_order([*with_numbers(items), *stamp], height=page.height)


def _dividers(grid: Grid) -> list[Divider]:
    _, top, _, bottom = grid.box
    return [Divider(at, top, bottom) for at in grid.columns]
