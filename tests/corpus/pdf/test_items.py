from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.pdf.draw import draw_pdf
from tests.corpus.pdfs import TOP, pdf, table


@pytest.mark.parametrize("turn", [90, -90])
def test_headers_drawn_sideways_stand_over_their_columns(tmp_path: Path, turn: int) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.grid([72, 200, 230, 260], [TOP - 180, TOP - 160, TOP - 100])
        canvas.drawString(75, TOP - 175, "Eastgate")
        for x, name, figure in ((215, "Total seats", "3"), (245, "Turnout", "41")):
            canvas.drawString(x - 7, TOP - 175, figure)
            canvas.saveState()
            canvas.translate(x, TOP - (158 if turn > 0 else 102))
            canvas.rotate(turn)
            canvas.drawString(0, 0, name)
            canvas.restoreState()

    cells = [x.cells for x in draw_pdf(pdf(tmp_path / "a.pdf", paint)).lines]
    assert cells == [("", "Total seats", "Turnout"), ("Eastgate", "3", "41")]


def test_box_of_a_measure_is_one_row(tmp_path: Path) -> None:
    rows = [["Calls answered", "", "AMBER"], ["Latest: 84%", "Target: 90%", "Previous: 82%"]]
    lines = draw_pdf(table(tmp_path / "a.pdf", rows)).lines
    assert [x.cells for x in lines] == [("Calls answered", "AMBER", *rows[1])]


def test_word_broken_by_a_narrow_cell_is_whole(tmp_path: Path) -> None:
    rows = [["Service", "Tota\nl"], ["Roads", "41"]]
    assert draw_pdf(table(tmp_path / "a.pdf", rows)).lines[0].cells == ("Service", "Total")


def test_row_of_bold_paragraphs_is_no_header(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.grid([72, 122, 472], [TOP - 180, TOP - 160, TOP - 100])
        canvas.setFont("Helvetica-Bold", 8)
        canvas.drawString(75, TOP - 110, "P1")
        for n in range(4):
            canvas.drawString(
                125, TOP - 110 - 10 * n, "The plan supports new homes near the quay. " * 2
            )
        canvas.setFont("Helvetica", 8)
        canvas.drawString(75, TOP - 175, "P2")
        canvas.drawString(125, TOP - 175, "The plan ends.")

    assert not any(line.header for line in draw_pdf(pdf(tmp_path / "a.pdf", paint)).lines)
