"""What only the drawn page can tell: whether taking a text away would change the picture.

A text under a picture, in a layer that is switched off, faded out with its form, white on a light
photograph: all of them leave the page as it is when they are taken away. The page is drawn twice,
with the doubtful texts and without them, and each of their characters is compared.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Sequence
from typing import Any

import pypdfium2.raw as c

from corpus.pdf.pdfium.page import Box

SCALE = 1.0
"""Dots a point: the strokes of 6 pt print are then half a dot wide and keep half their darkness."""
DOTS_MOST = 6_000_000
"""A plan printed on A0 is drawn coarser than that, to stay within some milliseconds."""
FAINT = 16
"""Steps of 255 by which a dot must change: less than `ink.FAINT`, because edges are softened."""


def unseen_among(page: Any, texts: Iterable[int], boxes: Sequence[Box]) -> list[bool]:
    """For each character's box, whether it stays the same without `texts`.

    `page` is pypdfium2's page; `texts` are text objects by address, gone from it afterwards.
    """
    with_them = _Picture(page)
    for text in texts:
        c.FPDFPageObj_SetIsActive(ctypes.cast(text, c.FPDF_PAGEOBJECT), False)
    without = _Picture(page)
    return [not with_them.differs(without, box) for box in boxes]


class _Picture:
    """A page drawn small, in colour: words may be as dark as their ground and yet be read."""

    def __init__(self, page: Any) -> None:
        area = page.get_width() * page.get_height()
        self._scale = min(SCALE, math.sqrt(DOTS_MOST / max(area, 1.0)))
        bitmap = page.render(scale=self._scale, may_draw_forms=False, draw_annots=False)
        self._bitmap, self._dots = bitmap, memoryview(bitmap.buffer).cast("B")

    def differs(self, other: _Picture, box: Box) -> bool:
        """Whether the two can be told apart within a box."""
        dots, bitmap = self._scale, self._bitmap
        left, top = (max(math.floor(v * dots), 0) for v in box[:2])
        right, bottom = math.ceil(box[2] * dots), math.ceil(box[3] * dots)
        for row in range(top, min(bottom, bitmap.height)):
            start = row * bitmap.stride
            first = start + left * bitmap.n_channels
            after = start + min(right, bitmap.width) * bitmap.n_channels
            ours, theirs = bytes(self._dots[first:after]), bytes(other._dots[first:after])
            if ours != theirs and _steps(ours, theirs) >= FAINT:
                return True
        return False


def _steps(ours: bytes, theirs: bytes) -> int:
    return max(abs(a - b) for a, b in zip(ours, theirs, strict=True))
