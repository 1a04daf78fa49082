"""Printed numbers are told from figures."""

from __future__ import annotations

import pytest

from corpus.prose.numbering import follows, is_next, label_of


@pytest.mark.parametrize(
    ("text", "number", "form"),
    [
        ("3.8.4 Thresholds", "3.8.4", "1.1"),
        ("12. The Chair", "12", "1."),
        ("(1) Note the report", "1", "(1)"),
        ("5) Councillor Ashgrove", "5", "1)"),
        ("(a) Note", "a", "(a)"),
        ("iv. Agree", "iv", "a."),
        ("• A bullet", "•", "•"),
        ("- A dash", "•", "–"),
        ("o Merebridge, 15%", "•", "o"),
    ],
)
def test_labels_are_read(text: str, number: str, form: str) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.text, label.form) == (number, form)


@pytest.mark.parametrize(
    "text",
    [
        "28.4.17 Date of review",
        "2024 was a good year",
        "Order 12.",
        "of the plan",
        "A report",
        "1,200",
    ],
)
def test_dates_figures_and_words_are_no_labels(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("text", "previous", "can"),
    [
        ("3.2 x", (3, 1), True),
        ("3.1 x", (2, 9), True),
        ("4. x", (3,), True),
        ("1.5 x", (3, 2), False),
        ("9. x", (3,), False),
    ],
)
def test_a_number_follows_the_one_before_it(
    text: str, previous: tuple[int, ...], can: bool
) -> None:
    label = label_of(text)
    assert label is not None
    assert follows(label, previous) is can


@pytest.mark.parametrize(
    ("text", "number"), [("2.6The plan", "2.6"), ("58.ESG policy", "58"), ("(m)In May", "m")]
)
def test_a_number_glued_to_its_words_is_one(text: str, number: str) -> None:
    label = label_of(text)
    assert label is not None
    assert label.text == number


@pytest.mark.parametrize("text", ["1.5GW of power", "2.6bn", "4.5", "(s)he", "3.2m"])
def test_a_figure_glued_to_its_unit_is_none(text: str) -> None:
    label = label_of(text)
    assert label is None or not label.rest


@pytest.mark.parametrize(
    ("text", "due"),
    [("3.3 a", True), ("3.2.1 a", True), ("4. a", True), ("4.1 a", True), ("3.5 a", False)],
)
def test_the_very_next_number_is_told_from_a_figure(text: str, due: bool) -> None:
    label = label_of(text)
    assert label is not None and is_next(label, (3, 2)) is due


def test_before_anything_is_counted_no_number_is_due() -> None:
    label = label_of("21. The rest")
    assert label is not None and not is_next(label, ())
