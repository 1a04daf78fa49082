from __future__ import annotations

from corpus.pdf.grids.frames import without_background, without_inner
from corpus.pdf.pdfium import Box, Page

CELL: Box = (72, 100, 143, 132)


def test_shaded_page_is_no_cell() -> None:
    page = Page(width=595, height=842)
    assert without_background([(0, 0, 595, 842), CELL], page) == [CELL]


def test_shaded_paragraph_in_a_shaded_cell_is_no_cell() -> None:
    assert without_inner([CELL, (77, 103, 141, 117), (77, 117, 141, 131)]) == [CELL]


def test_cells_side_by_side_on_a_shaded_ground_stay() -> None:
    ground: list[Box] = [(72, 100, 300, 132), (77, 103, 180, 130), (180, 103, 295, 130)]
    assert without_inner(ground) == ground


def test_cells_of_one_column_stay() -> None:
    column: list[Box] = [(72, 100 + 20 * n, 143, 120 + 20 * n) for n in range(4)]
    assert without_inner(column) == column
