from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from corpus.pdf.draw import draw_pdf
from corpus.pdf.grids.spread import gutters
from corpus.pdf.pdfium import Glyph
from tests.corpus.pdfs import TOP, pdf

EDGES = [72, 172, 252, 332]


def _sheet(path: Path, last: Sequence[tuple[float, str]]) -> tuple[str, ...]:
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


def _header(
    path: Path, lines: Sequence[Sequence[tuple[float, str]]]
) -> tuple[tuple[str, ...], ...]:
    """The rows that are headers of a table whose first row is one long cell of these lines."""

    def paint(canvas: Canvas) -> None:
        canvas.grid(EDGES, [TOP - 160, TOP - 140, TOP - 120, TOP - 100])
        canvas.rect(EDGES[0], TOP - 100, EDGES[-1] - EDGES[0], 40)
        canvas.setFont("Helvetica", 10)
        for row in range(3):
            for x, words in zip(EDGES, (f"Service {row}", f"{row}1.0", f"{row}2.0"), strict=False):
                canvas.drawString(x + 3, TOP - 115 - 20 * row, words)
        canvas.setFont("Helvetica-Bold", 10)
        for n, line in enumerate(lines):
            for right, words in line:
                canvas.drawRightString(right, TOP - 70 - 12 * n, words)

    rows = draw_pdf(pdf(path / "a.pdf", paint)).lines
    return tuple(line.cells for line in rows if line.header)


def test_headers_that_stand_close_are_parted_where_the_columns_are(tmp_path: Path) -> None:
    lines = [[(120, "Service"), (250, "2024-25"), (328, "against original")], [(328, "saving")]]
    assert _header(tmp_path, lines) == (("Service", "2024-25", "against original saving"),)


def test_header_over_several_columns_is_said_of_each(tmp_path: Path) -> None:
    lines = [[(330, "All amounts in thousands")], [(120, "Service"), (250, "2024"), (330, "2025")]]
    said = "All amounts in thousands"
    assert _header(tmp_path, lines) == (("Service", f"{said} 2024", f"{said} 2025"),)


def test_sentence_whose_word_space_meets_an_edge_is_no_header(tmp_path: Path) -> None:
    lines = [[(331, "Services for people who are older or ill")]]
    assert _header(tmp_path, lines) == ()


def test_totals_in_one_long_cell_make_no_columns_in_the_first(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.grid(EDGES, [TOP - 100 - 20 * n for n in range(10)])
        for row in range(9):
            for x, words in zip(EDGES, ("Wethermere", "Ostleby", "6.0"), strict=False):
                canvas.drawString(x + 3, TOP - 115 - 20 * row, words)
        for row in range(9, 12):
            canvas.rect(EDGES[0], TOP - 120 - 20 * row, EDGES[-1] - EDGES[0], 20)
            for x, words in ((75, "Total"), (130, "1.0"), (180, "3.0"), (255, "6.0")):
                canvas.drawString(x, TOP - 115 - 20 * row, words)

    cells = draw_pdf(pdf(tmp_path / "a.pdf", paint)).lines[0].cells
    assert cells == ("Wethermere", "Ostleby", "6.0")


def _glyphs(*spans: tuple[float, float]) -> list[Glyph]:
    return [
        Glyph("a", x, 0, x + 5, 10, False)
        for left, right in spans
        for x in range(int(left), int(right), 5)
    ]


def test_white_space_down_through_header_and_rows_parts_columns() -> None:
    assert gutters(_glyphs((0, 40), (60, 90)), [_glyphs((0, 50)), _glyphs((0, 30), (60, 95))]) == [
        55
    ]


def test_white_space_that_a_row_crosses_parts_nothing() -> None:
    assert gutters(_glyphs((0, 40), (60, 90)), [_glyphs((0, 80))]) == []


def test_white_space_under_one_header_parts_nothing() -> None:
    assert gutters(_glyphs((0, 40)), [_glyphs((0, 40), (60, 90)), _glyphs((60, 90))]) == []
