"""What pdfium knows of each character of a page, asked for all of them at once.

A page has some 2,000 characters and each takes three calls. Asked one by one in a Python loop they
took half of all reading; run inside `map`, their boxes written into one buffer, a third of that.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any

import pypdfium2.raw as c

from corpus.pdf.pdfium.page import Box, Place

Character = tuple[int, int, int | None, Box]
"""Code, whether pdfium knows its box (0 or 1), its text object's address (None for what pdfium adds
itself), and its box as shown."""


def characters_of(text: Any, place: Place) -> Iterator[Character]:
    """The characters of pdfium's text page `text`, in drawing order."""
    count = max(c.FPDFText_CountChars(text), 0)
    handles, indexes = repeat(ctypes.cast(text, ctypes.c_void_p).value), range(count)
    edges = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(edges)
    # Asked to the end before the buffer is read: `map` alone would wait for each to be wanted.
    placed = list(map(_BOX, handles, indexes, range(start, start + 16 * count, 16)))
    codes, text_objects = map(_CODE, handles, indexes), map(_TEXT_OBJECT, handles, indexes)
    boxes = _boxes(memoryview(edges).cast("B").cast("f").tolist(), place)
    return zip(codes, placed, text_objects, boxes, strict=True)


def _boxes(edges: Sequence[float], place: Place) -> Iterator[Box]:
    """Boxes as shown, from pdfium's left, top, right and bottom; most pages stand upright."""
    if place.rotation:
        yield from map(place.box, edges[0::4], edges[3::4], edges[2::4], edges[1::4])
        return
    x, y = place.left, place.top
    for left, top, right, bottom in zip(*(edges[n::4] for n in range(4)), strict=True):
        if left <= right and bottom <= top:
            yield left - x, y - top, right - x, y - bottom
        else:
            yield place.box(left, bottom, right, top)


def _raw(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of pdfium's that takes and gives addresses as plain numbers."""
    return ctypes.cast(function, ctypes.CFUNCTYPE(result, *arguments))


_ADDRESS, _INDEX = ctypes.c_void_p, ctypes.c_int
_CODE = _raw(c.FPDFText_GetUnicode, ctypes.c_uint, _ADDRESS, _INDEX)
_BOX = _raw(c.FPDFText_GetLooseCharBox, ctypes.c_int, _ADDRESS, _INDEX, _ADDRESS)
_TEXT_OBJECT = _raw(c.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INDEX)
