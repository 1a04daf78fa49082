"""What a cell holds, told from its words."""

from __future__ import annotations

import pytest

from corpus.tables.cell_kinds import (
    is_figure,
    is_people,
    is_period,
    is_unit,
    is_value,
    kind_of,
    unit_in,
)


@pytest.mark.parametrize(
    "cell", ["12", "1,471", "(1,471)", "-£0.8m", "+£55.1m", "15%", "-", "1 -2"]
)
def test_sums_shares_and_nil_are_figures(cell: str) -> None:
    assert is_figure(cell)


@pytest.mark.parametrize(
    "cell", ["", "2016/17", "31.3.24", "4 of 6", "18 mth post", "£m", "2.1 Care"]
)
def test_years_units_and_words_are_no_figures(cell: str) -> None:
    assert not is_figure(cell)


@pytest.mark.parametrize(
    "cell", ["2016/17", "2024-25", "31.3.24", "11 July 2017", "May 16", "2025"]
)
def test_years_months_and_days_are_periods(cell: str) -> None:
    assert is_period(cell)


@pytest.mark.parametrize("cell", ["12", "May to be agreed", "2024-25 budget", "1,250"])
def test_what_holds_more_than_a_date_is_no_period(cell: str) -> None:
    assert not is_period(cell)


@pytest.mark.parametrize("cell", ["£'000", "£000s", "(£m)", "%", "£ million"])
def test_units_alone_are_units(cell: str) -> None:
    assert is_unit(cell)


@pytest.mark.parametrize("cell", ["£5m", "Cost £m", "Comp", ""])
def test_sums_and_names_are_no_units(cell: str) -> None:
    assert not is_unit(cell)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("All figures in £m", "£m"), ("Cost (£'000)", "£'000"), ("Risks over £10m", ""), ("Cost", "")],
)
def test_the_unit_a_title_names_is_found_and_a_sum_is_none(text: str, unit: str) -> None:
    assert unit_in(text) == unit


def test_grades_ratings_and_yes_or_no_are_values_and_sentences_are_not() -> None:
    assert is_value("Requires improvement to be good") and is_value("Amber") and is_value("No")
    assert not is_value("Good progress") and not is_value("Grade")


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("", "blank"), ("3", "figure"), ("Sept 16 / ongoing", "date"), ("2016/17", "date"),
        ("A) Sample files B) Report", "list"), ("Head of Children's Care", "people"),
        ("Improving", "word"), ("Ensure that plans are of a good quality", "text"),
    ],
)  # fmt: skip
def test_each_cell_is_of_one_kind(cell: str, kind: str) -> None:
    assert kind_of(cell) == kind


def test_a_sentence_about_a_manager_names_no_people() -> None:
    assert not is_people("The manager reviews each of the cases every month with care")
