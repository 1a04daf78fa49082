"""Which cell of which table each character of a page stands in.

Decided word by word, because a spreadsheet lets a long text run on over the ruling into the next
cell: such a text belongs where it begins, a figure where most of it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.pdf.grids.ruled import Grid
from corpus.pdf.pdfium import Glyph

TOUCHING = 0.2
"""Em between characters of one word at most; cells that follow each other closely are further
apart."""
ONE_TEXT = 0.7
"""Em between the words of one text at most; a word space is 0.3."""


class Place(NamedTuple):
    """The number of a table on its page, and the row and column of a cell's top-left corner."""

    table: int
    row: int
    column: int


def places_of(glyphs: Sequence[Glyph], grids: Sequence[Grid]) -> list[Place | None]:
    """The place of each character, None outside tables; spaces and line ends go with what is
    before."""
    if not grids:
        return [None] * len(glyphs)
    places: list[Place | None] = []
    before: Glyph | None = None
    running = False  # a text is running on over the rulings
    for word in _words(glyphs):
        here = places[-1] if places else None
        if word[0].char.isspace():
            running = running and word[0].char != "\n"
            places.append(here)
            continue
        own = _places(word, grids)
        if running and before is not None and _apart(before, word[0]) <= ONE_TEXT:
            own = [here] * len(word)
        elif len(set(own)) > 1:
            own, running = _together(word, own)
        else:
            running = False
        places += own
        before = word[-1]
    return places


def _words(glyphs: Sequence[Glyph]) -> Iterator[Sequence[Glyph]]:
    """Runs of touching characters, and each space or line end alone."""
    start = 0
    blank = bool(glyphs) and glyphs[0].char.isspace()
    for index, (before, glyph) in enumerate(pairwise(glyphs), start=1):
        was_blank, blank = blank, glyph.char.isspace()
        if blank or was_blank or not _touch(before, glyph):
            yield glyphs[start:index]
            start = index
    if glyphs:
        yield glyphs[start:]


def _touch(glyph: Glyph, after: Glyph) -> bool:
    _, _, top, right, bottom, *_ = glyph
    _, left, top_after, _, bottom_after, *_ = after
    level = bottom > top_after and bottom_after > top
    return level and abs((left - right) / max(bottom_after - top_after, 1.0)) <= TOUCHING


def _apart(before: Glyph, after: Glyph) -> float:
    """The space between two characters, in em (near enough: their height)."""
    return (after.left - before.right) / max(after.bottom - after.top, 1.0)


def _places(word: Sequence[Glyph], grids: Sequence[Grid]) -> list[Place | None]:
    """Most words stand in one cell, as their first and last character tell."""
    first, last = _place(word[0], grids), _place(word[-1], grids)
    if first == last:
        return [first] * len(word)
    return [first, *(_place(g, grids) for g in word[1:-1]), last]


def _place(glyph: Glyph, grids: Sequence[Grid]) -> Place | None:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    for number, grid in enumerate(grids):
        home = grid.cell_at(x, y)
        if home is not None:
            return Place(number, *home)
    return None


def _together(word: Sequence[Glyph], own: list[Place | None]) -> tuple[list[Place | None], bool]:
    """One place for a word that crosses a ruling, and whether the text after it belongs there
    too."""
    if any(g.char.isalpha() for g in word):
        return [own[0]] * len(word), True
    return [Counter(own).most_common(1)[0][0]] * len(word), False
