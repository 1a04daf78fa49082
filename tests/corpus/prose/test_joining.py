"""Whether a line goes on with the paragraph above it."""

from __future__ import annotations

import pytest

from corpus.paper import Line
from corpus.prose.joining import Paragraph, Seen, goes_on, is_ended
from corpus.prose.numbering import label_of

LONG = "The Committee asked how many of the children waiting for a place had been told"


def joins(above: Line, line: Line) -> bool:
    current = Paragraph(above.text, label_of(above.text), above, above, len(above.text))
    return goes_on(current, line, label_of(line.text), Seen((3,)))


def test_a_field_in_bold_opens_below_an_answer_that_fills_no_line() -> None:
    assert not joins(Line("Not applicable", 1), Line("Responsible officer", 1, bold=True))


def test_a_word_in_bold_does_not_cut_a_sentence() -> None:
    assert joins(Line(LONG, 1), Line("by their own workers and", 1, bold=True))


def test_a_number_over_a_title_opens_below_a_line_that_was_not_filled() -> None:
    assert not joins(Line("Ruth Alder", 1), Line("21. Impacts for older people", 1))


def test_a_number_in_a_filled_line_is_a_figure() -> None:
    assert joins(Line(LONG, 1), Line("21. The rest were told in May", 1))


def test_what_was_resolved_never_goes_on_below_white_space() -> None:
    moved = "It was moved by Councillor Ash seconded by Councillor Birch-Coppice and"
    assert not joins(Line(moved, 1), Line("RESOLVED: That it be noted.", 1, gap=True))


def test_who_asks_whom_stands_alone() -> None:
    asks = "Question 1 by Councillor Ash to the Cabinet Member for Highways and Transport"
    assert not joins(Line(asks, 1), Line("When will the road be mended?", 1, gap=True))


@pytest.mark.parametrize(
    ("text", "ended"), [("It was.", True), ("“Was it?”", True), ("and", False)]
)
def test_a_sentence_ends_with_its_stop_or_the_quotation_after_it(text: str, ended: bool) -> None:
    assert is_ended(text) is ended
