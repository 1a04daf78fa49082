"""The door to pypdfium2: what stands on a page of a PDF, where, and whether a reader would see it.

Text comes from pdfium, not pypdf: it is ten times as fast (300 pages a second against 24 on council
papers), and a quotation's place here agrees with the page that pdfium draws. Pictures are counted,
not read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as c

from corpus.errors import PasswordError, ReadError
from corpus.pdf.pdfium.beside import draw_beside, glyphs_of
from corpus.pdf.pdfium.glyphs import HYPHEN, read_glyphs
from corpus.pdf.pdfium.objects import read_objects
from corpus.pdf.pdfium.page import Box, Glyph, Page, Place
from corpus.pdf.pdfium.strikes import mark_struck

__all__ = ["HYPHEN", "Box", "Glyph", "Page", "Picture", "open_pdf", "picture_of", "read_page"]

DPI = 200
"""For reading by OCR: at 150 commas turn into full stops, 300 takes twice the time."""
SIDE_MOST = 2_400
"""Dots; larger pages are plans, and no machine reads them anyhow."""


class Picture(NamedTuple):
    """A page drawn: `dots` is an array of (height, width, 3) bytes, blue first; `scale` dots a
    point."""

    dots: Any
    scale: float


def open_pdf(path: Path) -> pypdfium2.PdfDocument:
    """The document; an empty password is tried. Raises PasswordError or ReadError."""
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if _wants_password(error) and _wants_password(_error_anew(path)):
            raise PasswordError(
                "it is protected by a password: save a copy without it and add that"
            ) from error
        raise ReadError(
            "it is damaged and no PDF reader here can open it: ask for a fresh copy"
        ) from error


def _wants_password(error: pypdfium2.PdfiumError | None) -> bool:
    return bool(getattr(error, "err_code", None) == c.FPDF_ERR_PASSWORD)


def _error_anew(path: Path) -> pypdfium2.PdfiumError | None:
    """Why a file cannot be opened, told once more after another failure: of some damage pdfium says
    only what was wrong with the file before."""
    c.FPDF_LoadMemDocument(b"", 0, None)
    try:
        pypdfium2.PdfDocument(path).close()
    except pypdfium2.PdfiumError as error:
        return error
    return None


def read_page(document: pypdfium2.PdfDocument, number: int) -> Page:
    """Page `number` (from 0). Raises ReadError if it cannot be loaded."""
    try:
        page = document[number]
        beside = draw_beside(page.raw)
        if beside.drawn:
            page.close()
            page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise ReadError("the page is damaged") from error
    try:
        place = Place.of(page)
        result = Page(width=page.get_width(), height=page.get_height())
        result.hidden, result.comments = beside.hidden, beside.comments
        read_objects(page.raw, result, place)
        read_glyphs(page, text, result, place)
        for said, box in beside.written:
            result.glyphs += glyphs_of(said, place.box(*box))
        result.rules += [place.box(*strike) for strike in beside.strikes]
        mark_struck(result)
        return result
    finally:
        text.close()
        page.close()


def picture_of(document: pypdfium2.PdfDocument, number: int) -> Picture:
    """Page `number` (from 0) drawn for a machine to read. Raises ReadError if it cannot be."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise ReadError("the page is damaged") from error
    try:
        scale = min(DPI / 72, SIDE_MOST / max(page.get_width(), page.get_height(), 1.0))
        return Picture(page.render(scale=scale).to_numpy(), scale)
    finally:
        page.close()
