"""Cells that hold a grade and nothing else."""

from __future__ import annotations

import pytest

from corpus.register.grades import grade_in


@pytest.mark.parametrize(
    "cell",
    ["Good", "‘Inadequate’", "Requires improvement to be good", "Requires Improvement.", "C3",
     "**Outstanding**", "Limited Assurance", "Sound and legally compliant"],
)  # fmt: skip
def test_a_grade_is_read_as_printed(cell: str) -> None:
    assert grade_in(cell) == cell.strip("*‘’.")


@pytest.mark.parametrize("cell", ["Green", "Good progress", "goods", "Limited", "", "3", "Goodwin"])
def test_other_cells_hold_none(cell: str) -> None:
    assert grade_in(cell) == ""


def test_one_word_is_a_grade_in_a_column_of_assurance() -> None:
    assert grade_in("Limited", assurance=True) == "Limited"
    assert grade_in("Limited company", assurance=True) == ""
