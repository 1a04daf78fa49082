"""The characters of a page as a reader sees them, in drawing order."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as c

from corpus.pdf.pdfium.characters import characters_of
from corpus.pdf.pdfium.ink import Ink, ink_of, sight_of
from corpus.pdf.pdfium.objects import address
from corpus.pdf.pdfium.page import Glyph, Page, Place
from corpus.pdf.pdfium.sight import unseen_among

HYPHEN = "\ufffe"
"""pdfium's mark for a hyphen at a line's end; the next line goes on with the same word."""


def read_glyphs(page: Any, text: Any, result: Page, place: Place) -> None:
    """Fill in the characters of `result`; `page` and `text` are pypdfium2's. What stands on the
    page must have been read."""
    doubtful = _read(text.raw, result, place)
    if not doubtful:
        return
    inks = {address(ink.pointer): ink.pointer for ink in doubtful.values() if ink.pointer}
    unseen = unseen_among(page, inks.values(), [result.glyphs[index][1:5] for index in doubtful])
    gone = {index for index, is_gone in zip(doubtful, unseen, strict=True) if is_gone}
    result.hidden += len(gone)
    result.glyphs = [glyph for index, glyph in enumerate(result.glyphs) if index not in gone]


def _read(text: Any, page: Page, place: Place) -> dict[int, Ink]:
    """Add the characters; those of them, by position, that only the drawn page can settle."""
    inks: dict[int | None, Ink] = {None: Ink()}
    fonts: dict[int, bool] = {}
    doubtful: dict[int, Ink] = {}
    glyphs = page.glyphs
    for code, placed, text_object, box in characters_of(text, place):
        if code in (10, 13):
            glyphs.append(Glyph("\n", 0, 0, 0, 0, False))
            continue
        if not placed or code == 0 or 0xD800 <= code < 0xE000:
            continue
        char = HYPHEN if code in (2, 0xFFFE) else chr(code)
        if char.isspace():
            glyphs.append(Glyph(" ", *box, False))
            continue
        ink = inks.get(text_object)
        if ink is None:
            pointer = ctypes.cast(text_object or 0, c.FPDF_PAGEOBJECT)
            ink = inks[text_object] = ink_of(pointer, page, place, fonts=fonts)
        sight = sight_of(ink, box, page)
        if sight == "unseen":
            page.hidden += 1
            continue
        if sight == "doubtful":
            doubtful[len(glyphs)] = ink
        glyphs.append(Glyph(char, *box, ink.bold))
    return doubtful
