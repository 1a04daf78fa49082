"""The door to pypdfium2: what stands on a page of a PDF, where, and whether a reader would see it.

Text comes from pdfium, not pypdf: it is ten times as fast (300 pages a second against 24 on council
papers), and a quotation's place here agrees with the page that pdfium draws. The ruling lines of
tables come from pdfium's own path objects: with the character boxes already at hand that costs a
few milliseconds a page, where pdfplumber reads 7 pages a second.

All coordinates are points in the page as shown: from its left edge, downwards from its top edge,
the page's own rotation applied. Pictures, form fields and annotations are not read.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as c

from corpus.errors import PasswordError, ReadError

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""(left, top, right, bottom) in points."""

PATHS_MOST = 20_000
"""Paths looked at on a page: maps and charts have more, and no table has as many rulings."""
SMALLEST = 2.0
"""Points: text less high than this is a smudge on paper and a way to hide words in a file."""
WHITE = 250
HYPHEN = "\ufffe"
"""pdfium's mark for a hyphen at a line's end; the next line goes on with the same word."""


class Glyph(NamedTuple):
    """One character as shown, or "\\n" where pdfium sees a line end."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool


@dataclass(slots=True)
class Page:
    """What stands on one page. `hidden` counts the characters left out because nobody would see
    them."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    hidden: int = 0
    rules: list[Box] = field(default_factory=list)
    shades: list[Box] = field(default_factory=list)
    backdrops: list[Box] = field(default_factory=list)
    pictures: int = 0
    texts: set[int | None] = field(default_factory=set)
    """Text objects that stand on the page itself, whose clipping is in the page's own space."""


class _Ink(NamedTuple):
    """How the characters of one text object are painted."""

    unseen: bool
    white: bool
    bold: bool
    clip: Box | None = None


def open_pdf(path: Path) -> pypdfium2.PdfDocument:
    """The document; an empty password is tried. Raises PasswordError or ReadError."""
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == c.FPDF_ERR_PASSWORD:
            raise PasswordError(
                "it is protected by a password: save a copy without it and add that"
            ) from error
        raise ReadError(
            "it is damaged and no PDF reader here can open it: ask for a fresh copy"
        ) from error


def read_page(document: pypdfium2.PdfDocument, number: int) -> Page:
    """Page `number` (from 0). Raises ReadError if it cannot be loaded."""
    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise ReadError("the page is damaged") from error
    try:
        place = _placing(page)
        result = Page(width=page.get_width(), height=page.get_height())
        _read_paths(page.raw, result, place)
        _read_glyphs(text.raw, result, place)
        return result
    finally:
        text.close()
        page.close()


class _Place(NamedTuple):
    """How the page's own space becomes the page as shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        if self.rotation == 0:
            x0, y0, x1, y1 = x0 - self.left, self.top - y0, x1 - self.left, self.top - y1
        elif self.rotation == 90:
            x0, y0, x1, y1 = y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
        elif self.rotation == 180:
            x0, y0, x1, y1 = self.right - x0, y0 - self.bottom, self.right - x1, y1 - self.bottom
        else:
            x0, y0, x1, y1 = self.top - y0, self.right - x0, self.top - y1, self.right - x1
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _placing(page: Any) -> _Place:
    left, bottom, right, top = page.get_bbox()
    return _Place(left, bottom, right, top, page.get_rotation())


# Characters


def _read_glyphs(text: Any, page: Page, place: _Place) -> None:
    inks: dict[int | None, _Ink] = {}
    fonts: dict[int | None, bool] = {}
    rect = c.FS_RECTF()
    by_rect = ctypes.byref(rect)
    glyphs = page.glyphs
    for index in range(c.FPDFText_CountChars(text)):
        code = c.FPDFText_GetUnicode(text, index)
        if code in (10, 13):
            glyphs.append(Glyph("\n", 0, 0, 0, 0, False))
            continue
        if code == 0 or 0xD800 <= code < 0xE000:
            continue
        char = HYPHEN if code in (2, 0xFFFE) else chr(code)
        if not c.FPDFText_GetLooseCharBox(text, index, by_rect):
            continue
        box = place.box(rect.left, rect.bottom, rect.right, rect.top)
        if char.isspace():
            glyphs.append(Glyph(" ", *box, False))
            continue
        pointer = c.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(pointer, ctypes.c_void_p).value
        ink = inks.get(key)
        if ink is None:
            ink = inks[key] = _ink(pointer, fonts) if key else _Ink(False, False, False)
            if key in page.texts:
                ink = inks[key] = ink._replace(clip=_clip(pointer, place))
        if _is_unseen(ink, box, page):
            page.hidden += 1
            continue
        glyphs.append(Glyph(char, *box, ink.bold))


def _is_unseen(ink: _Ink, box: Box, page: Page) -> bool:
    left, top, right, bottom = box
    if ink.unseen or max(right - left, bottom - top) < SMALLEST:
        return True
    x, y = (left + right) / 2, (top + bottom) / 2
    if not (-1 <= x <= page.width + 1 and -1 <= y <= page.height + 1):
        return True
    if ink.clip and not _holds(ink.clip, x, y):
        return True
    return ink.white and not any(_holds(b, x, y) for b in page.backdrops)


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _clip(pointer: Any, place: _Place) -> Box | None:
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
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            box = place.box(min(xs), min(ys), max(xs), max(ys))
            result = box if result is None else _overlap(result, box)
    return result


def _overlap(a: Box, b: Box) -> Box:
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _ink(pointer: Any, fonts: dict[int | None, bool]) -> _Ink:
    mode = c.FPDFTextObj_GetTextRenderMode(pointer)
    font = c.FPDFTextObj_GetFont(pointer)
    key = ctypes.cast(font, ctypes.c_void_p).value
    if key not in fonts:
        fonts[key] = bool(key) and _is_bold(font)
    colour = _colour(pointer, c.FPDFPageObj_GetFillColor)
    fills = mode in (c.FPDF_TEXTRENDERMODE_FILL, c.FPDF_TEXTRENDERMODE_FILL_CLIP)
    unseen = mode in (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)
    unseen = unseen or (fills and colour is not None and colour[3] == 0)
    white = fills and colour is not None and min(colour[:3]) >= WHITE
    # Word thickens a font that has no bold by filling and stroking it.
    return _Ink(unseen, white, fonts[key] or mode == c.FPDF_TEXTRENDERMODE_FILL_STROKE)


def _is_bold(font: Any) -> bool:
    length = c.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(max(length, 1))
    c.FPDFFont_GetBaseFontName(font, name, length)
    lowered = name.value.decode("latin-1").lower()
    return any(word in lowered for word in ("bold", "black", "heavy", "demi"))


def _colour(pointer: Any, read: Any) -> tuple[int, int, int, int] | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not read(pointer, *(ctypes.byref(v) for v in (red, green, blue, alpha))):
        return None
    return red.value, green.value, blue.value, alpha.value


# Rulings, shading and pictures


def _read_paths(page: Any, result: Page, place: _Place) -> None:
    seen = 0
    for pointer, matrix in _objects(page, (1, 0, 0, 1, 0, 0), 0):
        kind = c.FPDFPageObj_GetType(pointer)
        if kind == c.FPDF_PAGEOBJ_PATH:
            seen += 1
            if seen > PATHS_MOST:
                return
            _read_path(pointer, matrix, result, place)
        elif kind == c.FPDF_PAGEOBJ_TEXT:
            result.texts.add(ctypes.cast(pointer, ctypes.c_void_p).value)
        elif kind in (c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_SHADING):
            result.pictures += kind == c.FPDF_PAGEOBJ_IMAGE
            result.backdrops.append(_bounds(pointer, matrix, place))


def _objects(holder: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
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
        elif kind != c.FPDF_PAGEOBJ_TEXT or depth == 0:
            yield pointer, matrix


def _matrix(pointer: Any) -> Matrix:
    value = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(pointer, ctypes.byref(value)):
        return (1, 0, 0, 1, 0, 0)
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


def _bounds(pointer: Any, matrix: Matrix, place: _Place) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    c.FPDFPageObj_GetBounds(pointer, *(ctypes.byref(v) for v in (left, bottom, right, top)))
    corners = [_apply(matrix, x.value, y.value) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return place.box(min(xs), min(ys), max(xs), max(ys))


def _read_path(pointer: Any, matrix: Matrix, page: Page, place: _Place) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not c.FPDFPath_GetDrawMode(pointer, ctypes.byref(fill), ctypes.byref(stroke)):
        return
    filled = bool(fill.value) and _shows(_colour(pointer, c.FPDFPageObj_GetFillColor))
    stroked = bool(stroke.value) and _shows(_colour(pointer, c.FPDFPageObj_GetStrokeColor))
    if not (filled or stroked):
        return
    if filled:
        page.backdrops.append(_bounds(pointer, matrix, place))
    for points in _outlines(pointer, _product(_matrix(pointer), matrix)):
        if stroked:
            edges = pairwise(points)
            page.rules.extend(place.box(*start, *end) for start, end in edges)
        elif len(points) >= 4:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if _is_upright(points):
                box = place.box(min(xs), min(ys), max(xs), max(ys))
                thin = min(box[2] - box[0], box[3] - box[1]) <= 3
                (page.rules if thin else page.shades).append(box)


def _shows(colour: tuple[int, int, int, int] | None) -> bool:
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
