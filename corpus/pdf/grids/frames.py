"""What a whole page or a single paragraph stands on, told from the shading of table cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from corpus.pdf.grids.ruled import Box
from corpus.pdf.pdfium import Page

FRAME = 0.9
"""A shaded box wider and higher than this share of the page is its background, not a cell."""

PADDING = 12.0
"""Points that a cell's text stands in from its edges at most; Word's default is 5.4."""


def without_background(shades: Sequence[Box], page: Page) -> list[Box]:
    """Shaded boxes but for those that the whole page stands on."""
    wide, high = FRAME * page.width, FRAME * page.height
    return [s for s in shades if s[2] - s[0] <= wide or s[3] - s[1] <= high]


def without_inner(shades: Sequence[Box]) -> list[Box]:
    """Shaded boxes but for those of the paragraphs in a shaded cell: a little narrower than it."""
    outer: dict[int, list[Box]] = defaultdict(list)
    for shade in shades:
        outer[int(shade[0] // PADDING)].append(shade)
    return [s for s in shades if not any(_is_in(s, o) for o in _near(outer, s[0]))]


def _near(outer: dict[int, list[Box]], left: float) -> list[Box]:
    place = int(left // PADDING)
    return [*outer.get(place - 1, ()), *outer.get(place, ())]


def _is_in(inner: Box, outer: Box) -> bool:
    across = 0 < inner[0] - outer[0] <= PADDING and 0 < outer[2] - inner[2] <= PADDING
    return across and outer[1] - 1 <= inner[1] and inner[3] <= outer[3] + 1
