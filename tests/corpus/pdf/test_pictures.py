from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.pdf.draw import draw_pdf
from tests.corpus.pdfs import Painter, both, pdf, scan, text


def _picture(wide: float, high: float) -> Painter:
    def paint(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 40), "grey")), 72, 300, wide, high)

    return paint


def test_pages_with_charts_are_told_in_one_note(tmp_path: Path) -> None:
    chart = both(text("Performance"), _picture(400, 150))
    notes = draw_pdf(pdf(tmp_path / "a.pdf", text("Words"), chart, chart)).notes
    assert notes == ("pages 2, 3: a chart or picture, which is not read",)


@pytest.mark.parametrize("painter", [_picture(80, 60), _picture(*A4), text("no picture")])
def test_crest_and_ground_of_a_page_are_no_chart(tmp_path: Path, painter: Painter) -> None:
    assert draw_pdf(pdf(tmp_path / "a.pdf", both(painter, text("Words")))).notes == ()


def test_scanned_page_is_told_as_scanned_only(tmp_path: Path) -> None:
    notes = draw_pdf(pdf(tmp_path / "a.pdf", text("Words"), scan)).notes
    assert not any("chart" in note for note in notes)
