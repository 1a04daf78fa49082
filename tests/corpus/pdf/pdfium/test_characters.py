from __future__ import annotations

import ctypes
from pathlib import Path

import pypdf
import pypdfium2.raw as c
import pytest

from corpus.pdf.pdfium import open_pdf
from corpus.pdf.pdfium.characters import characters_of
from corpus.pdf.pdfium.page import Place
from tests.corpus.pdfs import both, pdf, text


def turned(path: Path, rotation: int) -> Path:
    """A page of two lines, shown turned."""
    writer = pypdf.PdfWriter(clone_from=pdf(path, both(text("Costs fell"), text("in May", top=90))))
    writer.pages[0].rotate(rotation)
    writer.write(path)
    return path


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_characters_asked_for_at_once_are_those_asked_one_by_one(tmp_path: Path, rotation: int):
    page = open_pdf(turned(tmp_path / "a.pdf", rotation))[0]
    printed = page.get_textpage()  # held: pdfium's handle goes with it
    words, place, rect = printed.raw, Place.of(page), c.FS_RECTF()
    found = list(characters_of(words, place))
    assert len(found) == c.FPDFText_CountChars(words) > 15
    for index, (code, placed, _, box) in enumerate(found):
        assert code == c.FPDFText_GetUnicode(words, index)
        assert placed == c.FPDFText_GetLooseCharBox(words, index, rect)
        assert box == place.box(rect.left, rect.bottom, rect.right, rect.top)


def test_text_object_is_known_by_its_address(tmp_path: Path):
    page = open_pdf(pdf(tmp_path / "a.pdf", text("Costs fell")))[0]
    printed = page.get_textpage()
    pointer = ctypes.cast(c.FPDFText_GetTextObject(printed.raw, 0), ctypes.c_void_p)
    assert next(characters_of(printed.raw, Place.of(page)))[2] == pointer.value


def test_page_without_text_has_no_characters(tmp_path: Path):
    page = open_pdf(pdf(tmp_path / "a.pdf", text("")))[0]
    printed = page.get_textpage()
    assert list(characters_of(printed.raw, Place.of(page))) == []
