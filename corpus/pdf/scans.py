"""Pages that are pictures: which they are, and their lines once a machine has read them.

A scan in a pack may carry a stamp ("Page 29") as real text, so a page is a scan too where a picture
fills it and next to nothing stands on it as text. What is real text stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.pdf.items import Item
from corpus.pdf.ocr import read_picture
from corpus.pdf.order import in_order
from corpus.pdf.pdfium import Page, Picture
from corpus.pdf.printed import Table
from corpus.pdf.strips import Strip

FILLS = 0.6
"""Share of the page a picture takes that is the page itself; photographs in reports take half."""
STAMPED = 60
"""Characters at most that a stamp, a page number and a running title make."""


def is_scan(page: Page) -> bool:
    """Whether what a reader reads on the page is a picture."""
    if not page.pictures:
        return False
    said = sum(not glyph.char.isspace() for glyph in page.glyphs)
    return said == 0 or (said <= STAMPED and page.pictured >= FILLS)


def with_scan(items: Sequence[Item], picture: Picture) -> list[Item]:
    """The page's own text with what its picture says, in reading order."""
    height = picture.dots.shape[0] / picture.scale
    found = [
        strip
        for strip in read_picture(picture.dots, scale=picture.scale)
        if not any(_overlap(strip, item) for item in items)
    ]
    return in_order([*found, *items], height=height)


def _overlap(strip: Strip, item: Strip | Table) -> bool:
    across = min(strip.right, item.right) - max(strip.left, item.left)
    down = min(strip.bottom, item.bottom) - max(strip.top, item.top)
    return across > 0 and down > strip.height / 2
