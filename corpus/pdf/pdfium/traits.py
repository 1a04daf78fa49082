"""What pdfium tells of one object of a page: its colour, box, matrix, clipping and layer."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as c

from corpus.pdf.pdfium.page import Box, Colour, Matrix, Place, corners
from corpus.pdf.pdfium.raw import ADDRESS, FLOAT, INT, UINT, WIDTH, Address, asked, raw

UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)
_LAYER = "OC\0".encode("utf-16-le")
_FOUR = (ADDRESS,) * 4

fill_colour = raw(c.FPDFPageObj_GetFillColor, INT, ADDRESS, *_FOUR)
stroke_colour = raw(c.FPDFPageObj_GetStrokeColor, INT, ADDRESS, *_FOUR)
_bounds = raw(c.FPDFPageObj_GetBounds, INT, ADDRESS, *_FOUR)
_matrix = raw(c.FPDFPageObj_GetMatrix, INT, ADDRESS, ADDRESS)
_marks = raw(c.FPDFPageObj_CountMarks, INT, ADDRESS)
_mark = raw(c.FPDFPageObj_GetMark, ADDRESS, ADDRESS, ctypes.c_ulong)
_mark_name = raw(c.FPDFPageObjMark_GetName, INT, ADDRESS, ADDRESS, ctypes.c_ulong, ADDRESS)
_clip = raw(c.FPDFPageObj_GetClipPath, ADDRESS, ADDRESS)
_outlines = raw(c.FPDFClipPath_CountPaths, INT, ADDRESS)
_segments = raw(c.FPDFClipPath_CountPathSegments, INT, ADDRESS, INT)
_segment = raw(c.FPDFClipPath_GetPathSegment, ADDRESS, ADDRESS, INT, INT)
segment_point = raw(c.FPDFPathSegment_GetPoint, INT, ADDRESS, ADDRESS, ADDRESS)


def colour_of(pointer: Address, read: Callable[..., Any]) -> Colour | None:
    """An object's colour, by `fill_colour` or `stroke_colour`; None for a pattern."""
    found = (UINT * 4)()
    if not asked(read, pointer, found):
        return None
    red, green, blue, alpha = found
    return red, green, blue, alpha


def bounds_of(pointer: Address, matrix: Matrix, place: Place) -> Box:
    """The box around an object, as shown; `matrix` is that of the form it stands in."""
    found = (FLOAT * 4)()
    asked(_bounds, pointer, found)
    left, bottom, right, top = found
    if matrix == UNMOVED:
        return place.box(left, bottom, right, top)
    box = (left, bottom, right, top)
    return place.around([moved(matrix, x, y) for x, y in corners(box)])


def matrix_of(pointer: Address) -> Matrix:
    """An object's own matrix."""
    found = (FLOAT * 6)()
    if not _matrix(pointer, ctypes.addressof(found)):
        return UNMOVED
    a, b, cc, d, e, f = found
    return a, b, cc, d, e, f


def is_optional(pointer: Address) -> bool:
    """Whether it belongs to a layer (optional content) that a reader may have switched off."""
    count = _marks(pointer)
    if count <= 0:
        return False
    name, length = ctypes.create_string_buffer(16), ctypes.c_ulong()
    at, length_at = ctypes.addressof(name), ctypes.addressof(length)
    for index in range(count):
        _mark_name(_mark(pointer, index), at, len(name), length_at)
        if name.raw[: length.value] == _LAYER:
            return True
    return False


def clip_of(pointer: Address, place: Place) -> Box | None:
    """The box outside which the page cuts a text off; spreadsheets cut texts at their cells."""
    path = _clip(pointer)
    result: Box | None = None
    for outline in range(max(_outlines(path), 0) if path else 0):
        points: list[tuple[float, float]] = []
        for index in range(_segments(path, outline)):
            points.append(point_of(_segment(path, outline, index)))
        if points:
            box = place.around(points)
            result = box if result is None else _overlap(result, box)
    return result


def point_of(segment: Address) -> tuple[float, float]:
    """Where a piece of a path ends, in the path's own space."""
    found = (FLOAT * 2)()
    at = ctypes.addressof(found)
    segment_point(segment, at, at + WIDTH)
    x, y = found
    return x, y


def _overlap(a: Box, b: Box) -> Box:
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that moves by `inner` and then by `outer`."""
    a, b, cc, d, e, f = inner
    A, B, C, D, E, F = outer
    return (
        a * A + b * C, a * B + b * D, cc * A + d * C, cc * B + d * D,
        e * A + f * C + E, e * B + f * D + F,
    )  # fmt: skip


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point moved by a matrix."""
    a, b, cc, d, e, f = matrix
    return a * x + cc * y + e, b * x + d * y + f
