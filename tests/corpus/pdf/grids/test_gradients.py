from __future__ import annotations

from corpus.pdf.grids.gradients import without_gradients
from corpus.pdf.pdfium import Box

STRIPS: list[Box] = [(20, 100 + 1.5 * n, 90, 101.5 + 1.5 * n) for n in range(20)]
RULINGS: list[Box] = [(20, 100 + 15 * n, 90, 101 + 15 * n) for n in range(20)]


def test_strips_edge_to_edge_are_one_shaded_box() -> None:
    assert without_gradients(STRIPS) == ([], [(20, 100, 90, 130)])


def test_strips_beside_one_another_are_one_shaded_box() -> None:
    turned: list[Box] = [(top, left, bottom, right) for left, top, right, bottom in STRIPS]
    assert without_gradients(turned) == ([], [(100, 20, 130, 90)])


def test_rulings_are_kept() -> None:
    assert without_gradients(RULINGS) == (RULINGS, [])


def test_double_border_is_kept() -> None:
    assert without_gradients(STRIPS[:3]) == (STRIPS[:3], [])


def test_line_drawn_over_and_over_is_kept() -> None:
    again: list[Box] = [(20, 100, 90, 100)] * 8
    assert without_gradients(again) == (again, [])


def test_ruling_drawn_in_pieces_is_kept() -> None:
    pieces: list[Box] = [(20, 100 + 15 * n, 20.5, 115 + 15 * n) for n in range(20)]
    assert without_gradients(pieces) == (pieces, [])
