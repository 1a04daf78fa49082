"""Pictures on a page that is otherwise read: charts, maps, photographs. Nothing in them is read.

A page that is one picture is a scan, which is told elsewhere; a crest or a line of small marks says
nothing that a reader would miss.
"""

from __future__ import annotations

from corpus.pdf.pdfium import Page

SMALLEST = 0.04
"""Share of a page that a chart covers, at least; a crest covers 0.02."""
LARGEST = 0.8
"""Share of a page above which a picture is its ground, or the page a scan."""


def has_picture(page: Page) -> bool:
    """Whether the page shows a picture of a chart's size."""
    if not page.pictures:
        return False
    whole = page.width * page.height
    boxes = (p.box for p in page.paints.near((0, 0, page.width, page.height)) if p.colour is None)
    return any(
        SMALLEST * whole < (right - left) * (bottom - top) < LARGEST * whole
        for left, top, right, bottom in boxes
    )
