"""Scans: told, and read where the extra is installed, with every connection refused."""

from __future__ import annotations

import socket
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.pdf import ocr
from corpus.pdf.draw import draw_pdf
from corpus.pdf.ocr import in_lines, is_installed, read_picture
from corpus.pdf.strips import Strip
from corpus.read import read
from tests.corpus.pdfs import both, pdf, text

SAID = (
    "1.1 The Committee noted the annual report.",
    "1.2 Members asked for figures by July 2019.",
)
needs_extra = pytest.mark.skipif(not is_installed(), reason="the extra ocr is not installed")


def photographed(canvas: Canvas) -> None:
    """A page as a scanner leaves it: one picture, no text."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(SAID):
        draw.text((150, 200 + 60 * number), line, font=ImageFont.load_default(30), fill=20)
    canvas.drawImage(ImageReader(picture.convert("RGB")), 0, 0, *A4)


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was asked for")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.pdf.draw.is_installed", lambda: False)


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_a_scan_is_told_and_how_to_get_it(tmp_path: Path) -> None:
    drawing = draw_pdf(pdf(tmp_path / "a.pdf", text("one"), photographed))
    assert [line.text for line in drawing.lines] == ["one"]
    assert drawing.unread == ((2, "scanned: no text on the page"),)
    assert "pip install 'matters-arising[ocr]'" in drawing.notes[0]


@needs_extra
@pytest.mark.usefixtures("offline")
def test_scan_is_read_and_marked_without_a_network(tmp_path: Path) -> None:
    drawing = draw_pdf(pdf(tmp_path / "a.pdf", text("one"), photographed))
    assert tuple(line.text for line in drawing.lines if line.page == 2) == SAID
    assert [line.marks for line in drawing.lines] == [(), ("read by OCR",), ("read by OCR",)]
    assert (drawing.unread, len(drawing.notes)) == ((), 1)
    assert drawing.notes[0].startswith("page 2: scanned, read by OCR")


@needs_extra
def test_scan_is_read_within_the_limits_of_the_reader(tmp_path: Path) -> None:
    reading = read(pdf(tmp_path / "a.pdf", photographed))
    assert (reading.outcome, reading.unread) == ("read", ())
    marked = [b.text for p in reading.papers for b in p.blocks if "read by OCR" in b.marks]
    assert marked == list(SAID)


@needs_extra
def test_stamp_on_a_scan_stays_and_is_not_read_twice(tmp_path: Path) -> None:
    page = both(photographed, text("Appendix 4", top=40, left=450))
    lines = draw_pdf(pdf(tmp_path / "a.pdf", page)).lines
    assert [line.text for line in lines] == ["Appendix 4", *SAID]
    assert lines[0].marks == ()


@needs_extra
def test_page_of_text_with_a_picture_is_not_read_by_ocr(tmp_path: Path) -> None:
    page = both(photographed, text(*["The Committee considered a report on roads."] * 4, top=300))
    marks = {line.marks for line in draw_pdf(pdf(tmp_path / "a.pdf", page)).lines}
    assert marks == {()}


def piece(words: str, left: float, top: float, right: float, high: float = 10) -> Strip:
    return Strip(words, left, top, right, top + high)


def test_pieces_of_one_line_are_joined_from_the_left() -> None:
    pieces = [piece("1.1", 50, 101, 65), piece("12", 300, 100, 320), piece("Roads", 80, 99.5, 120)]
    assert [s.text for s in in_lines(pieces, width=600)] == ["1.1 Roads 12"]


def test_lines_below_one_another_stay_apart_though_their_boxes_differ() -> None:
    pieces = [piece("gypsy", 50, 100, 90, 12), piece("on", 50, 112, 70, 8.5)]
    assert [s.text for s in in_lines(pieces, width=600)] == ["gypsy", "on"]


def test_second_column_comes_after_the_first_and_headings_before_both() -> None:
    columns = [
        piece(f"{side}{n}", left, 100 + 14 * n, left + 230)
        for n in range(9)
        for side, left in (("left", 50), ("right", 320))
    ]
    found = [s.text for s in in_lines([piece("Title", 50, 60, 550), *columns], width=600)]
    assert found[:3] == ["Title", "left0", "left1"]
    assert found[-1] == "right8"


def test_columns_of_figures_are_rows() -> None:
    cells = [
        piece(f"{said}{n}", left, 100 + 14 * n, left + 60)
        for n in range(9)
        for said, left in (("label", 50), ("figure", 480))
    ]
    assert in_lines(cells, width=600)[0].text == "label0 figure0"


def test_boxes_become_points_and_blank_finds_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    corners = [(20, 40), (120, 40), (120, 60), (20, 60)]
    found = SimpleNamespace(txts=("Noted ", " "), boxes=[corners, corners])
    monkeypatch.setattr(ocr, "_engine", lambda: lambda *_, **__: found)
    lines = read_picture(np.zeros((800, 600, 3), np.uint8), scale=2)
    assert lines == [Strip("Noted", 10, 20, 60, 30, marks=("read by OCR",))]
