from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from corpus.pdf.draw import draw_pdf
from tests.corpus.pdf.grids.test_unruled import sheet
from tests.corpus.pdfs import TOP, both, pdf

ROWS = [("", "2031", "2032"), *((f"Service {n}", f"{n}00.0", f"{n}10.5") for n in range(1, 6))]


def _cells(path: Path, *painters: object) -> list[tuple[str, ...]]:
    page = both(*painters, sheet(*ROWS, rights=(300, 380)))  # type: ignore[arg-type]
    return [x.cells for x in draw_pdf(pdf(path / "a.pdf", page)).lines]


def test_box_around_two_columns_of_figures_parts_them(tmp_path: Path) -> None:
    def boxes(canvas: Canvas) -> None:
        canvas.grid([70, 220, 390], [TOP - 190, TOP - 85])

    assert _cells(tmp_path, boxes) == ROWS


def test_shaded_columns_go_on_with_the_labels_beside_them(tmp_path: Path) -> None:
    def shades(canvas: Canvas) -> None:
        for left, grey in ((240, 0.9), (320, 0.8)):
            canvas.setFillGray(grey)
            canvas.rect(left, TOP - 190, 80, 105, stroke=0, fill=1)
        canvas.setFillGray(0)

    assert _cells(tmp_path, shades)[1:] == ROWS[1:]


def test_cells_shaded_row_by_row_go_on_with_the_labels_beside_them(tmp_path: Path) -> None:
    def shades(canvas: Canvas) -> None:
        for row in range(1, 6):
            for left in (240, 320):
                canvas.setFillGray(0.9 - left / 2000)
                canvas.rect(left, TOP - 104 - 16 * row, 80, 16, stroke=0, fill=1)
        canvas.setFillGray(0)

    assert _cells(tmp_path, shades)[1:] == ROWS[1:]


def test_labels_in_another_column_of_the_page_stay_outside_a_table(tmp_path: Path) -> None:
    def table(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.grid([300, 400, 500], [TOP - 100 - 20 * n for n in range(6)])
        for number in range(5):
            canvas.drawString(310, TOP - 115 - 20 * number, f"{number}4")
            canvas.drawString(410, TOP - 115 - 20 * number, f"{number}5")
            canvas.drawString(72, TOP - 108 - 26 * number, "Prose beside the table.")

    lines = draw_pdf(pdf(tmp_path / "a.pdf", table)).lines
    assert [x.cells for x in lines if x.role == "row"][1] == ("14", "15")


def test_rules_between_rows_only_keep_texts_of_several_lines_whole(tmp_path: Path) -> None:
    def table(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.grid([70, 200, 540], [TOP - 100 - 40 * n for n in range(5)])
        for number in range(4):
            y = TOP - 115 - 40 * number
            canvas.drawString(72, y, f"Service {number}")
            canvas.drawRightString(250, y, f"{number}1.5")
            canvas.drawRightString(300, y, f"{number}2.5")
            canvas.drawString(330, y, "More children came than")
            canvas.drawString(330, y - 14, "the budget expected.")

    lines = draw_pdf(pdf(tmp_path / "a.pdf", table)).lines
    remark = "More children came than the budget expected."
    assert lines[2].cells == ("Service 2", "21.5", "22.5", remark)
