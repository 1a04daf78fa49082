"""The paths of a page: which are rulings, which shade a cell, which may cover or ground a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pypdfium2.raw as c

from corpus.pdf.pdfium.page import Box, Colour, Matrix, Page, Paint, Place
from corpus.pdf.pdfium.raw import ADDRESS, INT, Address, asked, raw
from corpus.pdf.pdfium.traits import (
    bounds_of,
    colour_of,
    fill_colour,
    matrix_of,
    moved,
    point_of,
    product,
    stroke_colour,
)

PATHS_MOST = 20_000
"""Paths looked at on a page, and pieces of one path: maps and charts have more, and no table has as
many rulings."""
WHITE = 250
THIN = 3.0
"""Points: a filled shape less wide or high is a ruling."""

_draw_mode = raw(c.FPDFPath_GetDrawMode, INT, ADDRESS, ADDRESS, ADDRESS)
_pieces = raw(c.FPDFPath_CountSegments, INT, ADDRESS)
_piece = raw(c.FPDFPath_GetPathSegment, ADDRESS, ADDRESS, INT)
_kind = raw(c.FPDFPathSegment_GetType, INT, ADDRESS)
_closes = raw(c.FPDFPathSegment_GetClose, INT, ADDRESS)


def read_path(pointer: Address, matrix: Matrix, order: int, page: Page, place: Place) -> None:
    """Fill in what a path adds to the rules, shades and paints of `page`; `matrix` is that of the
    form it stands in, `order` its place in the drawing order."""
    modes = (INT * 2)()
    if not asked(_draw_mode, pointer, modes):
        return
    fill, stroke = modes
    ink = colour_of(pointer, fill_colour) if fill else None
    filled = bool(fill) and _shows(ink)
    stroked = bool(stroke) and _shows(colour_of(pointer, stroke_colour))
    outlines: list[list[tuple[float, float]]] = []
    if filled or stroked or (ink and ink[3] > 0):
        outlines = list(_outlines(pointer, product(matrix_of(pointer), matrix)))
    if fill and (ink is None or ink[3] > 0):
        # One shape of many outlines is taken for a box around them, of no one colour.
        plain = len(outlines) == 1 and 4 <= len(outlines[0]) <= 6 and _is_upright(outlines[0])
        colour = ink if plain and ink and ink[3] == 255 else None
        box = bounds_of(pointer, matrix, place)
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


def _outlines(pointer: Address, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The straight-sided outlines of a path; curves end one and start the next."""
    points: list[tuple[float, float]] = []
    for index in range(min(_pieces(pointer), PATHS_MOST)):
        segment = _piece(pointer, index)
        point = moved(matrix, *point_of(segment))
        if _kind(segment) == c.FPDF_SEGMENT_LINETO:
            points.append(point)
        else:
            if len(points) > 1:
                yield points
            points = [point]
        if len(points) > 1 and _closes(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _is_upright(points: list[tuple[float, float]]) -> bool:
    """Every edge runs across or down (half a point of slack): a rectangle or an L."""
    edges = pairwise(points)
    return all(abs(x0 - x1) < 0.5 or abs(y0 - y1) < 0.5 for (x0, y0), (x1, y1) in edges)
