from __future__ import annotations

from corpus.pdf.grids.ruled import Grid, with_edges

GRID = Grid((0.0, 100.0, 300.0), (0.0, 20.0, 40.0), (((0, 0), (0, 0)), ((1, 0), (1, 1))))


def test_cell_is_parted_where_further_columns_begin() -> None:
    finer = with_edges(GRID, {1: [160.0, 230.0]})
    assert finer.columns == (0.0, 100.0, 160.0, 230.0, 300.0)
    assert [finer.cell_at(x, 30) for x in (50, 120, 200, 250)] == [(1, 0), (1, 1), (1, 2), (1, 3)]


def test_cell_merged_over_columns_stays_whole() -> None:
    finer = with_edges(GRID, {1: [160.0]})
    assert {finer.cell_at(x, 10) for x in (50, 120, 200)} == {(0, 0)}
