"""Whether a line goes on with the paragraph above it."""

from __future__ import annotations

import pytest

from corpus.paper import Line
from corpus.prose.joined import Paragraph, Seen
from corpus.prose.joining import goes_on, is_ended
from corpus.prose.numbering import Label, label_of

LONG = "The Committee asked how many of the children waiting for a place had been told"


def joins(above: Line, line: Line, seen: Seen | None = None) -> bool:
    current = Paragraph(above.text, label_of(above.text), above, above, len(above.text))
    return goes_on(current, line, label_of(line.text), seen or Seen((3,)))


def test_a_field_in_bold_opens_below_an_answer_that_fills_no_line() -> None:
    assert not joins(Line("Not applicable", 1), Line("Responsible officer", 1, bold=True))


def test_a_word_in_bold_does_not_cut_a_sentence() -> None:
    assert joins(Line(LONG, 1), Line("by their own workers and", 1, bold=True))


def test_a_number_over_a_title_opens_below_a_line_that_was_not_filled() -> None:
    assert not joins(Line("Ruth Alder", 1), Line("21. Impacts for older people", 1))


def test_a_number_in_a_filled_line_is_a_figure() -> None:
    assert joins(Line(LONG, 1), Line("21. The rest were told in May", 1))


def test_a_figure_at_a_lines_start_opens_nothing_before_the_paper_counts() -> None:
    assert joins(Line(LONG, 1), Line("21. The rest were told in May", 1), Seen())


def test_a_decimal_in_a_filled_line_is_a_figure_unless_it_is_due() -> None:
    assert joins(Line(LONG, 1), Line("3.7 million pounds", 1), Seen((3, 2)))
    assert not joins(Line(LONG, 1), Line("3.3 Officers are asked", 1), Seen((3, 2)))


def test_a_question_in_bold_opens_below_a_numbered_title_however_long() -> None:
    title = "22. Negative impacts and mitigating actions for pregnancy and maternity"
    assert not joins(Line(title, 1), Line("Are there negative impacts", 1, bold=True))


def test_a_numbered_title_that_fills_its_line_is_not_half_a_sentence() -> None:
    title = Line("5. Impact on corporate policies, priorities, performance and community impact", 1)
    assert not joins(title, Line("The plan will allow the council to act.", 1, gap=True))


def test_an_office_goes_on_with_the_name_above_it() -> None:
    assert joins(Line("Verified by: Ruth Alder", 1), Line("Management Accountant", 1, gap=True))


def test_a_bold_opening_goes_on_in_the_middle_of_its_sentence() -> None:
    opening = Line("2.2 Moving the decision from parents to", 1, bold=True)
    assert joins(opening, Line("the young adult: When a child grows up", 1))


def test_a_short_line_over_a_full_one_is_a_heading() -> None:
    assert not joins(Line("Budget 2024", 1, gap=True), Line(LONG, 1))
    assert joins(Line("The Committee's own", 1, gap=True), Line(LONG.lower(), 1))


def test_an_item_goes_on_after_a_page_where_its_text_stands_as_far_in() -> None:
    item = Line("(f) Plan", 1)
    current = Paragraph(f"(f) {LONG}.", label_of("(f) a"), item, Line(f"{LONG}.", 1, indent=18))
    assert goes_on(current, Line("The rest wait.", 2, indent=18), None, Seen())
    assert not goes_on(current, Line("The rest wait.", 2, indent=0), None, Seen())
    assert not goes_on(current, Line("The rest wait.", 2, gap=True, indent=18), None, Seen())


def test_one_struck_word_does_not_cut_a_paragraph_and_struck_lines_stand_apart() -> None:
    struck = Line(f"{LONG} so", 1, marks=("struck out",))
    assert joins(struck, Line("by their own workers.", 1))
    assert not joins(Line("Members may not.", 1, marks=("struck out",)), Line("They may.", 1))


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


def test_a_bold_item_goes_on_below_a_line_that_its_title_filled() -> None:
    title = "PL/45 APPLICATION 24/00931/OUT – LAND NORTH OF SALLOW LANE, GREAT"
    item = Line(title, 1, bold=True)
    current = Paragraph(title, Label("PL/45", "item", title[6:], "PL/1", 45), item, item)
    assert goes_on(current, Line("HEXEN", 1, bold=True), None, Seen())
    assert not goes_on(current, Line("HEXEN", 1), None, Seen())
    assert not goes_on(current, Line("HEXEN", 1, bold=True, gap=True), None, Seen())
