from __future__ import annotations

import ctypes
from pathlib import Path

import pypdf
import pypdfium2.raw as c
import pytest

from corpus.pdf.pdfium import open_pdf
from corpus.pdf.pdfium.characters import HYPHEN, NONE, Characters, characters_of
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
    found = characters_of(words, place)
    assert len(found.shown) == c.FPDFText_CountChars(words) > 15
    for index, char in enumerate(found.shown):
        assert char == chr(c.FPDFText_GetUnicode(words, index)).replace("\r", "\n")
        assert found.placed[index] == c.FPDFText_GetLooseCharBox(words, index, rect)
        box = place.box(rect.left, rect.bottom, rect.right, rect.top)
        assert found.around(slice(index, index + 1)) == box


def test_text_object_is_known_by_its_address(tmp_path: Path):
    page = open_pdf(pdf(tmp_path / "a.pdf", text("Costs fell")))[0]
    printed = page.get_textpage()
    pointer = ctypes.cast(c.FPDFText_GetTextObject(printed.raw, 0), ctypes.c_void_p)
    assert characters_of(printed.raw, Place.of(page)).objects[0] == pointer.value


def test_page_without_text_has_no_characters(tmp_path: Path):
    page = open_pdf(pdf(tmp_path / "a.pdf", text("")))[0]
    printed = page.get_textpage()
    found = characters_of(printed.raw, Place.of(page))
    assert found.shown == ""
    assert list(found.runs()) == []


def characters(tmp_path: Path, said: str, codes: dict[str, int], monkeypatch: pytest.MonkeyPatch):
    """The characters of a page where pdfium tells other codes for some, and has no text as one."""
    page = open_pdf(pdf(tmp_path / "a.pdf", text(said)))[0]
    printed = page.get_textpage()
    told = [codes.get(char, ord(char)) for char in said]
    monkeypatch.setattr("corpus.pdf.pdfium.characters._TEXT", lambda *_: 1)
    monkeypatch.setattr("corpus.pdf.pdfium.characters._CODE", lambda _text, n: told[n])
    return characters_of(printed.raw, Place.of(page))


@pytest.mark.parametrize(
    ("code", "shown"),
    [(2, HYPHEN), (0, NONE), (0xD800, NONE), (0xA0, " "), (0x1F600, "\U0001f600")],
)
def test_codes_come_as_a_reader_sees_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, shown: str
):
    assert characters(tmp_path, "axb", {"x": code}, monkeypatch).shown == f"a{shown}b"


def test_runs_change_where_the_text_object_does_and_the_flattest_counts():
    heights = [9.0, 9.0, 2.0, 9.0]
    none, tops = [0.0] * 4, [0.0] * 4
    found = Characters("abcd", none, tops, none, heights, [1] * 4, [7, 7, 7, 8])
    assert list(found.runs()) == [slice(0, 3), slice(3, 4)]
    assert [found.flattest(run) for run in found.runs()] == [2.0, 9.0]
