"""The objects of a page in drawing order: rulings, shading, pictures, and where its texts stand.

The ruling lines of tables come from pdfium's own path objects: with the character boxes already at
hand that costs a millisecond a page, where pdfplumber reads 7 pages a second.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as c

from corpus.pdf.pdfium.page import Box, Matrix, Page, Paint, Place, Text
from corpus.pdf.pdfium.paths import PATHS_MOST, read_path
from corpus.pdf.pdfium.raw import ADDRESS, INT, Address, address, raw
from corpus.pdf.pdfium.traits import UNMOVED, bounds_of, is_optional, matrix_of, product

_on_page = (
    raw(c.FPDFPage_CountObjects, INT, ADDRESS), raw(c.FPDFPage_GetObject, ADDRESS, ADDRESS, INT)
)  # fmt: skip
_in_form = (
    raw(c.FPDFFormObj_CountObjects, INT, ADDRESS),
    raw(c.FPDFFormObj_GetObject, ADDRESS, ADDRESS, INT),
)
_kind = raw(c.FPDFPageObj_GetType, INT, ADDRESS)


class _Object(NamedTuple):
    """One object; `nested` inside a form, which may be clipped, faded or switched off itself."""

    pointer: int
    kind: int
    matrix: Matrix
    nested: bool


def read_objects(page: Any, result: Page, place: Place) -> None:
    """Fill in everything of `result` but its characters; `page` is pdfium's handle."""
    paths = 0
    for order, found in enumerate(_objects(address(page), UNMOVED, 0)):
        pointer, kind, matrix, nested = found
        if kind == c.FPDF_PAGEOBJ_PATH:
            paths += 1
            if paths <= PATHS_MOST:
                read_path(pointer, matrix, order, result, place)
        elif kind == c.FPDF_PAGEOBJ_TEXT:
            box = None if nested else bounds_of(pointer, matrix, place)
            result.texts[pointer] = Text(order, box, nested or is_optional(pointer))
        elif kind in (c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_SHADING):
            box = bounds_of(pointer, matrix, place)
            result.paints.add(Paint(order, box, None))
            if kind == c.FPDF_PAGEOBJ_IMAGE:
                result.pictures += 1
                result.pictured = max(result.pictured, _share(box, result))


def _share(box: Box, page: Page) -> float:
    across = min(box[2], page.width) - max(box[0], 0.0)
    down = min(box[3], page.height) - max(box[1], 0.0)
    return max(across, 0.0) * max(down, 0.0) / max(page.width * page.height, 1.0)


def _objects(holder: Address, matrix: Matrix, depth: int) -> Iterator[_Object]:
    """Every object of a page, those inside forms with the form's matrix; 5 forms deep at most."""
    count, get = _in_form if depth else _on_page
    for index in range(count(holder)):
        pointer = get(holder, index)
        if not pointer:
            continue
        kind = _kind(pointer)
        if kind == c.FPDF_PAGEOBJ_FORM and depth < 5:
            yield from _objects(pointer, product(matrix_of(pointer), matrix), depth + 1)
        else:
            yield _Object(pointer, kind, matrix, depth > 0)
