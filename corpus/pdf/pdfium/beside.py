"""What is laid over a page rather than drawn on it: filled form fields, free-text notes, strikes.

What a reader sees of it is drawn into the page before that is read; what is marked as hidden is
taken off and counted. Notes that show only when opened are counted, not read.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as c

from corpus.pdf.pdfium.page import Box, Glyph

HIDDEN = c.FPDF_ANNOT_FLAG_HIDDEN | c.FPDF_ANNOT_FLAG_NOVIEW
_SILENT = {c.FPDF_ANNOT_LINK, c.FPDF_ANNOT_POPUP}
_WRITTEN = {c.FPDF_ANNOT_WIDGET, c.FPDF_ANNOT_FREETEXT}
PASSWORD = 1 << 13
"""A field's flag: what is typed in is shown as dots."""
SIZE = 11.0
"""Points high, where the file leaves it to the reader how to draw a field's value."""
NOTES_MOST = 5_000
"""Laid over one page; a form has hundreds of fields."""


class Beside(NamedTuple):
    """What was found: characters `hidden`, `comments` not shown, and the `strikes` of strike-out
    notes as (left, bottom, right, top) in the page's own space. `written` are the words, with their
    box there, of fields and notes that a reader's program draws itself. `drawn`: the page has
    changed and must be loaded again."""

    drawn: bool = False
    hidden: int = 0
    comments: int = 0
    strikes: tuple[Box, ...] = ()
    written: tuple[tuple[str, Box], ...] = ()


def draw_beside(page: Any) -> Beside:
    """Draw into a page (pdfium's handle) what its notes and form fields show."""
    shown, hidden, comments = False, 0, 0
    strikes: list[Box] = []
    written: list[tuple[str, Box]] = []
    for index in reversed(range(min(c.FPDFPage_GetAnnotCount(page), NOTES_MOST))):
        note = c.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind, flags = c.FPDFAnnot_GetSubtype(note), c.FPDFAnnot_GetFlags(note)
        said = _string(note, b"V" if kind == c.FPDF_ANNOT_WIDGET else b"Contents")
        blank = c.FPDFAnnot_GetAP(note, c.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) <= 2
        if kind == c.FPDF_ANNOT_STRIKEOUT and not flags & HIDDEN:
            strikes += _strikes(note)
        if said and blank and kind in _WRITTEN and not flags & HIDDEN and _is_plain(note):
            written.insert(0, (said, _box(note)))
        c.FPDFPage_CloseAnnot(note)
        if flags & HIDDEN:
            hidden += len(said)
            c.FPDFPage_RemoveAnnot(page, index)
        elif kind == c.FPDF_ANNOT_TEXT:
            comments += bool(said)
        elif kind not in _SILENT and not blank:
            shown = True
    drawn = shown and c.FPDFPage_Flatten(page, c.FLAT_NORMALDISPLAY) == c.FLATTEN_SUCCESS
    return Beside(drawn, hidden, comments, tuple(strikes), tuple(written))


def _is_plain(note: Any) -> bool:
    """Whether its words are shown as they are: no tick box, no password."""
    flags = ctypes.c_float()
    c.FPDFAnnot_GetNumberValue(note, b"Ff", ctypes.byref(flags))
    return _string(note, b"FT") != "Btn" and not int(flags.value) & PASSWORD


def _box(note: Any) -> Box:
    rect = c.FS_RECTF()
    c.FPDFAnnot_GetRect(note, ctypes.byref(rect))
    return rect.left, rect.bottom, rect.right, rect.top


def glyphs_of(said: str, box: Box) -> Iterator[Glyph]:
    """Words written into a box, as shown, line by line from its top."""
    left, top, right, bottom = box
    lines = said.splitlines()
    high = min(SIZE, (bottom - top) / len(lines))
    for number, line in enumerate(lines):
        wide = min(high / 2, (right - left) / max(len(line), 1))
        foot = top + high * (number + 1)
        yield Glyph("\n", 0, 0, 0, 0, False)
        for place, char in enumerate(line):
            x = left + place * wide
            shown = " " if char.isspace() else char
            yield Glyph(shown, x, foot - high, x + wide, foot, False)
    yield Glyph("\n", 0, 0, 0, 0, False)


def _string(note: Any, key: bytes) -> str:
    length = c.FPDFAnnot_GetStringValue(note, key, None, 0)
    text = ctypes.create_string_buffer(max(length, 2))
    c.FPDFAnnot_GetStringValue(note, key, ctypes.cast(text, ctypes.POINTER(c.FPDF_WCHAR)), length)
    return text.raw[: max(length - 2, 0)].decode("utf-16-le", "replace").strip()


def _strikes(note: Any) -> list[Box]:
    """A line through the middle of each stretch of words a strike-out note lies over."""
    found: list[Box] = []
    quad = c.FS_QUADPOINTSF()
    for index in range(c.FPDFAnnot_CountAttachmentPoints(note)):
        if c.FPDFAnnot_GetAttachmentPoints(note, index, ctypes.byref(quad)):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            middle = (min(ys) + max(ys)) / 2
            found.append((min(xs), middle, max(xs), middle))
    return found
