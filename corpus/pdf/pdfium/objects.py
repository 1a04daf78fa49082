"""The objects of a page in drawing order: rulings, shading, pictures, and where its texts stand.

The ruling lines of tables come from pdfium's own path objects: with the character boxes already at
hand that costs a few milliseconds a page, where pdfplumber reads 7 pages a second.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as c

from corpus.pdf.pdfium.page import Box, Colour, Matrix, Page, Paint, Place, Text, corners

PATHS_MOST = 20_000
"""Paths looked at on a page: maps and charts have more, and no table has as many rulings."""
WHITE = 250
THIN = 3.0
"""Points: a filled shape less wide or high is a ruling."""
UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)


class _Object(NamedTuple):
    """One object; `nested` inside a form, which may be clipped, faded or switched off itself."""

    pointer: Any
    kind: int
    matrix: Matrix
    nested: bool


def read_objects(page: Any, result: Page, place: Place) -> None:
    """Fill in everything of `result` but its characters; `page` is pdfium's handle."""
    paths = 0
    for order, found in enumerate(_objects(page, UNMOVED, 0)):
        pointer, kind, matrix, nested = found
        if kind == c.FPDF_PAGEOBJ_PATH:
            paths += 1
            if paths <= PATHS_MOST:
                _read_path(pointer, matrix, order, result, place)
        elif kind == c.FPDF_PAGEOBJ_TEXT:
            box = None if nested else _bounds(pointer, matrix, place)
            switched = nested or _is_optional(pointer)
            result.texts[address(pointer)] = Text(order, box, switched)
        elif kind in (c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_SHADING):
            box = _bounds(pointer, matrix, place)
            result.paints.add(Paint(order, box, None))
            if kind == c.FPDF_PAGEOBJ_IMAGE:
                result.pictures += 1
                result.pictured = max(result.pictured, _share(box, result))


def _share(box: Box, page: Page) -> float:
    across = min(box[2], page.width) - max(box[0], 0.0)
    down = min(box[3], page.height) - max(box[1], 0.0)
    return max(across, 0.0) * max(down, 0.0) / max(page.width * page.height, 1.0)


def address(pointer: Any) -> int:
    """What tells one of pdfium's handles from another; 0 for none. A pointer's own bytes are read
    in a third of the time of `ctypes.cast`."""
    return int.from_bytes(bytes(pointer), sys.byteorder)


def colour_of(pointer: Any, read: Any) -> Colour | None:
    """An object's colour, by pdfium's function for filling or for stroking; None for a pattern."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not read(pointer, *(ctypes.byref(v) for v in (red, green, blue, alpha))):
        return None
    return red.value, green.value, blue.value, alpha.value


def clip_of(pointer: Any, place: Place) -> Box | None:
    """The box outside which the page cuts a text off; spreadsheets cut texts at their cells."""
    path = c.FPDFPageObj_GetClipPath(pointer)
    count = c.FPDFClipPath_CountPaths(path) if path else 0
    x, y = ctypes.c_float(), ctypes.c_float()
    result: Box | None = None
    for outline in range(max(count, 0)):
        points = []
        for index in range(c.FPDFClipPath_CountPathSegments(path, outline)):
            segment = c.FPDFClipPath_GetPathSegment(path, outline, index)
            c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            points.append((x.value, y.value))
        if points:
            box = place.around(points)
            result = box if result is None else _overlap(result, box)
    return result


def _overlap(a: Box, b: Box) -> Box:
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _objects(holder: Any, matrix: Matrix, depth: int) -> Iterator[_Object]:
    """Every object of a page, those inside forms with the form's matrix; 5 forms deep at most."""
    count = (c.FPDFFormObj_CountObjects if depth else c.FPDFPage_CountObjects)(holder)
    get = c.FPDFFormObj_GetObject if depth else c.FPDFPage_GetObject
    for index in range(count):
        pointer = get(holder, index)
        if not pointer:
            continue
        kind = c.FPDFPageObj_GetType(pointer)
        if kind == c.FPDF_PAGEOBJ_FORM and depth < 5:
            yield from _objects(pointer, _product(_matrix(pointer), matrix), depth + 1)
        else:
            yield _Object(pointer, kind, matrix, depth > 0)


def _is_optional(pointer: Any) -> bool:
    """Whether it belongs to a layer (optional content) that a reader may have switched off."""
    count = c.FPDFPageObj_CountMarks(pointer)
    if count <= 0:
        return False
    name, length = ctypes.create_string_buffer(16), ctypes.c_ulong()
    wide = ctypes.cast(name, ctypes.POINTER(c.FPDF_WCHAR))
    for index in range(count):
        mark = c.FPDFPageObj_GetMark(pointer, index)
        c.FPDFPageObjMark_GetName(mark, wide, len(name), ctypes.byref(length))
        if name.raw[: length.value] == "OC\0".encode("utf-16-le"):
            return True
    return False


def _matrix(pointer: Any) -> Matrix:
    value = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(pointer, ctypes.byref(value)):
        return UNMOVED
    return (value.a, value.b, value.c, value.d, value.e, value.f)


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, cc, d, e, f = inner
    A, B, C, D, E, F = outer
    return (
        a * A + b * C, a * B + b * D, cc * A + d * C, cc * B + d * D,
        e * A + f * C + E, e * B + f * D + F,
    )  # fmt: skip


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, cc, d, e, f = matrix
    return a * x + cc * y + e, b * x + d * y + f


def _bounds(pointer: Any, matrix: Matrix, place: Place) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    c.FPDFPageObj_GetBounds(pointer, *(ctypes.byref(v) for v in (left, bottom, right, top)))
    box = (left.value, bottom.value, right.value, top.value)
    if matrix == UNMOVED:
        return place.box(*box)
    return place.around([_apply(matrix, x, y) for x, y in corners(box)])


# Paths


def _read_path(pointer: Any, matrix: Matrix, order: int, page: Page, place: Place) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not c.FPDFPath_GetDrawMode(pointer, ctypes.byref(fill), ctypes.byref(stroke)):
        return
    ink = colour_of(pointer, c.FPDFPageObj_GetFillColor) if fill.value else None
    filled = bool(fill.value) and _shows(ink)
    stroked = bool(stroke.value) and _shows(colour_of(pointer, c.FPDFPageObj_GetStrokeColor))
    outlines: list[list[tuple[float, float]]] = []
    if filled or stroked or (ink and ink[3] > 0):
        outlines = list(_outlines(pointer, _product(_matrix(pointer), matrix)))
    if fill.value and (ink is None or ink[3] > 0):
        # One shape of many outlines is taken for a box around them, of no one colour.
        plain = len(outlines) == 1 and 4 <= len(outlines[0]) <= 6 and _is_upright(outlines[0])
        colour = ink if plain and ink and ink[3] == 255 else None
        box = _bounds(pointer, matrix, place)
        page.paints.add(Paint(order, box, colour, _is_thin(box)))
    for points in outlines:
        if stroked:
            page.rules.extend(place.box(*start, *end) for start, end in pairwise(points))
        elif filled and len(points) >= 4 and _is_upright(points):
            box = place.around(points)
            (page.rules if _is_thin(box) else page.shades).append(box)


def _is_thin(box: Box) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= THIN


def _shows(colour: Colour | None) -> bool:
    return colour is None or (colour[3] > 0 and min(colour[:3]) < WHITE)


def _outlines(pointer: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The straight-sided outlines of a path; curves end one and start the next."""
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(c.FPDFPath_CountSegments(pointer), PATHS_MOST)):
        segment = c.FPDFPath_GetPathSegment(pointer, index)
        kind = c.FPDFPathSegment_GetType(segment)
        c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = _apply(matrix, x.value, y.value)
        if kind == c.FPDF_SEGMENT_LINETO:
            points.append(point)
        else:
            if len(points) > 1:
                yield points
            points = [point]
        if c.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _is_upright(points: list[tuple[float, float]]) -> bool:
    """Every edge runs across or down (half a point of slack): a rectangle or an L."""
    edges = pairwise(points)
    return all(abs(x0 - x1) < 0.5 or abs(y0 - y1) < 0.5 for (x0, y0), (x1, y1) in edges)
