from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from corpus.pdf.draw import draw_pdf
from tests.corpus.pdfs import TOP, pdf

EDGES = [72, 172, 252, 332]


def _sheet(path: Path, last: list[tuple[float, str]]) -> tuple[str, ...]:
    """The cells of a last row without rulings between its cells, under three that have them."""

    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.grid(EDGES, [TOP - 160, TOP - 140, TOP - 120, TOP - 100])
        canvas.rect(EDGES[0], TOP - 180, EDGES[-1] - EDGES[0], 20)
        for row in range(3):
            for x, words in zip(EDGES, (f"Service {row}", f"{row}1.0", f"{row}2.0"), strict=False):
                canvas.drawString(x + 3, TOP - 115 - 20 * row, words)
        for x, words in last:
            canvas.drawString(x, TOP - 175, words)

    return draw_pdf(pdf(path / "a.pdf", paint)).lines[-1].cells


def test_totals_in_one_long_cell_go_to_their_columns(tmp_path: Path) -> None:
    totals = [(75, "TOTAL"), (175, "3.0"), (255, "6.0")]
    assert _sheet(tmp_path, totals) == ("TOTAL", "3.0", "6.0")


def test_label_may_run_on_over_blank_columns(tmp_path: Path) -> None:
    total = [(75, "Total of all the services"), (255, "6.0")]
    assert _sheet(tmp_path, total) == ("Total of all the services", "", "6.0")


def test_title_over_all_columns_stays_whole(tmp_path: Path) -> None:
    assert _sheet(tmp_path, [(130, "Services for older people")])[1:] == ("", "")
