from __future__ import annotations

from corpus.pdf.grids.stacks import open_cells
from corpus.pdf.pdfium import Box, Glyph

STACK: list[Box] = [(72, 100, 150, 129.5), (72, 130, 150, 159.5), (72, 160, 150, 190)]
HEADER: list[Box] = [(72, 80, 150, 99.5), (150, 80, 300, 99.5), (300, 80, 500, 99.5)]


def _text(left: float, top: float, right: float) -> list[Glyph]:
    return [Glyph("a", x, top, x + 5, top + 10, False) for x in range(int(left), int(right), 5)]


def _rows(*tops: float) -> list[Glyph]:
    return [g for top in tops for g in (*_text(155, top, 290), *_text(310, top, 400))]


def _edges(cells: list[Box]) -> list[tuple[float, float]]:
    return sorted({(left, right) for left, _, right, _ in cells})


def test_boxes_give_the_rows_and_gutters_the_columns() -> None:
    cells = open_cells([], STACK, _rows(105, 117, 135, 165), width=595)
    assert _edges(cells) == [(150, 300), (300, 523)]
    assert sorted({(top, bottom) for _, top, _, bottom in cells}) == [
        (100, 129.5), (130, 159.5), (160, 190),
    ]  # fmt: skip


def test_shaded_header_gives_the_columns() -> None:
    cells = open_cells([], [*HEADER, STACK[0]], _text(310, 105, 400), width=595)
    assert _edges(cells) == [(150, 300), (300, 500)]


def test_text_that_runs_on_past_the_boxes_is_in_no_row() -> None:
    assert open_cells([], STACK, _rows(105, 125, 145), width=595) == []


def test_two_boxes_are_no_table() -> None:
    assert open_cells([], STACK[:2], _rows(105, 135), width=595) == []


def test_boxes_apart_are_no_stack() -> None:
    apart: list[Box] = [(72, 40 * n, 150, 40 * n + 30) for n in range(1, 5)]
    assert open_cells([], apart, _rows(50, 90, 130), width=595) == []


def test_ruled_cells_beside_are_left_as_they_are() -> None:
    assert open_cells([(150, 130, 400, 130.5)], STACK, _rows(105, 135, 165), width=595) == []
