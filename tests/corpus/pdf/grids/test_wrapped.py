from __future__ import annotations

from corpus.pdf.grids.wrapped import Cells, Row, rows_of
from corpus.pdf.strips import Strip


def _rows(*lines: Cells, apart: float = 15.0) -> list[Cells]:
    at = [Strip("x", 0, n * apart, 10, n * apart + 12) for n in range(len(lines))]
    return rows_of([Row(cells, strip) for cells, strip in zip(lines, at, strict=True)])


def test_label_goes_on_below_its_figures() -> None:
    assert _rows({0: "Housing and", 1: "4.0"}, {0: "Homelessness"}) == [
        {0: "Housing and Homelessness", 1: "4.0"}
    ]


def test_label_begins_above_its_figures() -> None:
    assert _rows({0: "Other grants"}, {0: "merged into one", 1: "4.0"}) == [
        {0: "Other grants merged into one", 1: "4.0"}
    ]


def test_figures_between_two_lines_of_their_label() -> None:
    lines = ({0: "Earmarked"}, {1: "4.0"}, {0: "Reserves"})
    assert _rows(*lines, apart=6.0) == [{0: "Earmarked Reserves", 1: "4.0"}]


def test_a_remark_in_brackets_belongs_to_the_label_above_it() -> None:
    lines = ({0: "Better Roads Grant", 1: "4.0"}, {0: "(once Roads and"}, {0: "Parks grant)"})
    assert _rows(*lines) == [{0: "Better Roads Grant (once Roads and Parks grant)", 1: "4.0"}]


def test_a_numbered_title_in_brackets_stays_a_row() -> None:
    lines: tuple[Cells, ...] = ({0: "Roads", 1: "4.0"}, {0: "(b) Parks"}, {0: "Trees", 1: "1.0"})
    assert _rows(*lines) == list(lines)


def test_a_remark_goes_on_in_the_line_below() -> None:
    assert _rows({0: "Roads", 1: "4.0", 2: "More wear"}, {2: "Than planned"}) == [
        {0: "Roads", 1: "4.0", 2: "More wear Than planned"}
    ]


def test_two_rows_with_figures_stay_two() -> None:
    lines: tuple[Cells, ...] = ({0: "Roads and", 1: "4.0"}, {0: "parks", 1: "5.0"})
    assert _rows(*lines) == list(lines)


def test_section_title_stays_a_row() -> None:
    lines: tuple[Cells, ...] = ({0: "SPENDING"}, {0: "Roads", 1: "4.0"})
    assert _rows(*lines) == list(lines)
