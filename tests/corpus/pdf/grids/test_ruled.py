from __future__ import annotations

from corpus.pdf.grids.ruled import Box, Grid, grids_of, with_edges

GRID = Grid((0.0, 100.0, 300.0), (0.0, 20.0, 40.0), (((0, 0), (0, 0)), ((1, 0), (1, 1))))


def test_cell_is_parted_where_further_columns_begin() -> None:
    finer = with_edges(GRID, {1: [160.0, 230.0]})
    assert finer.columns == (0.0, 100.0, 160.0, 230.0, 300.0)
    assert [finer.cell_at(x, 30) for x in (50, 120, 200, 250)] == [(1, 0), (1, 1), (1, 2), (1, 3)]


def test_cell_merged_over_columns_stays_whole() -> None:
    finer = with_edges(GRID, {1: [160.0]})
    assert {finer.cell_at(x, 10) for x in (50, 120, 200)} == {(0, 0)}


BODY: list[Box] = [
    *((72, y, 472, y) for y in (200, 240, 280)), *((x, 200, x, 280) for x in (72, 172, 472)),
]  # fmt: skip


def _rows(*rules: Box) -> list[tuple[float, ...]]:
    return [grid.rows for grid in grids_of([*BODY, *rules])]


def test_rulings_above_and_below_make_rows_without_verticals() -> None:
    assert _rows((72, 160, 472, 160), (72, 300, 472, 300)) == [(160, 200, 240, 280, 300)]


def test_ruling_far_off_or_of_another_length_is_no_part_of_the_table() -> None:
    assert _rows((72, 100, 472, 100), (172, 160, 472, 160)) == [(200, 240, 280)]


def test_border_drawn_in_short_pieces_is_one_ruling() -> None:
    pieces: list[Box] = [(72 + 3 * n, 160, 75 + 3 * n, 160.5) for n in range(134)]
    assert _rows(*pieces, (72, 160, 72.5, 200)) == [(160.25, 200, 240, 280)]


def test_table_that_begins_with_a_shaded_header_takes_no_row_of_the_table_above() -> None:
    shades: list[Box] = [(72, 200, 172, 240), (172, 200, 472, 240)]
    above = (72, 160, 472, 160)
    assert [g.rows for g in grids_of([above, BODY[1]], shades)] == [(200, 240)]
    assert [g.rows for g in grids_of([above, *BODY[:2]], shades)] == [(160, 200, 240)]
