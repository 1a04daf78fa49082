"""Lines are joined into paragraphs and kept apart where they should be."""

from __future__ import annotations

from corpus.paper import Line
from corpus.prose.paragraphs import is_residue, paragraphs_of
from tests.corpus.drawn import lines_in, paged

LONG = "The Committee asked how many of the children waiting for a place had been told so by"


def texts(*pages: str) -> list[str]:
    return [p.text for p in paragraphs_of(paged(*pages).lines)]


def test_a_paragraph_cut_by_a_page_is_one_and_knows_both_pages() -> None:
    (paragraph,) = paragraphs_of(paged("1.1 Members noted that the plan\n1", "was late.").lines)
    assert paragraph.text == "1.1 Members noted that the plan was late."
    assert paragraph.text[paragraph.breaks[0][0] :] == "was late."
    assert paragraph.breaks[0][1] == 2


def test_what_a_page_leaves_behind_is_left_out() -> None:
    blank = "This page is intentionally left blank"
    assert texts(LONG, blank, "their own social workers.") == [f"{LONG} their own social workers."]


def test_a_running_title_over_a_cut_paragraph_is_left_out() -> None:
    title = "Mere Scrutiny Committee – 10 October 2023"
    assert texts(LONG, f"{title}\n\ntheir own workers.") == [f"{LONG} their own workers."]


def test_a_full_line_goes_on_below_white_space() -> None:
    assert texts(f"{LONG}\n\nOfficers of the Council.") == [f"{LONG} Officers of the Council."]


def test_an_ended_paragraph_does_not_go_on() -> None:
    assert len(texts("The plan was late.\n\nIt was agreed.")) == 2


def test_a_bold_heading_does_not_go_on_in_plain_type() -> None:
    assert texts("**Consultation\nNobody was asked.") == ["Consultation", "Nobody was asked."]


def test_a_number_ending_a_sentence_is_no_paragraph() -> None:
    assert texts("2.1 The response is in section\n4.") == ["2.1 The response is in section 4."]


def test_items_without_white_space_between_them_are_apart() -> None:
    assert len(texts("Council is asked to:\n(1) note the plan\n(2) agree it\n(3) thank staff")) == 4


def test_a_vote_is_one_with_its_sides_names_and_outcome_across_pages() -> None:
    names = "For (2)\n\nMr Ashgrove,\nMs Birch\n\nAgainst (1)"
    (vote, after) = texts(names, "Mr Coppice\n\nAmendment lost.\n\nMr Dale left the room.")
    assert vote == "For (2) Mr Ashgrove, Ms Birch Against (1) Mr Coppice Amendment lost."
    assert after == "Mr Dale left the room."


def test_text_after_a_vote_is_no_name() -> None:
    assert len(texts("For (1)\n\nMr Ashgrove\n\nThe Council then rose for lunch.")) == 2


def test_a_footnote_does_not_cut_the_paragraph_that_goes_on_over_the_page() -> None:
    above = f"{LONG}2\n\n2 As counted in March 2023 by the\nservice."
    (paragraph, note) = paragraphs_of(paged(f"1.1 One.\n\n{above}", "their own workers.").lines[1:])
    assert paragraph.text == f"{LONG}2 their own workers."
    assert (note.text, note.is_note) == ("2 As counted in March 2023 by the service.", True)


def test_struck_out_text_never_joins_what_stands() -> None:
    struck = Line("Members may not", 1, marks=("struck out",))
    found = list(paragraphs_of((struck, Line("vote on their own case.", 1))))
    assert [(p.text, p.marks) for p in found] == [
        ("Members may not", ["struck out"]), ("vote on their own case.", []),
    ]  # fmt: skip


def test_a_bullet_that_begins_in_bold_goes_on_in_plain_type() -> None:
    assert texts("**• Staffing levels across the service were\nhigher.") == [
        "• Staffing levels across the service were higher."
    ]


def test_an_items_number_under_a_minutes_heading_stands_alone() -> None:
    assert texts("**7. A title of some length\n(Item 4)\nMembers met.") == [
        "7. A title of some length", "(Item 4)", "Members met.",
    ]  # fmt: skip


def test_residue_is_told_from_words() -> None:
    assert all(map(is_residue, ("Page 4 of 12", "- 7 -", "This page is intentionally left blank")))
    assert not any(map(is_residue, ("Page 4 of the plan", "7 children", "intentionally")))


def test_each_line_of_a_file_that_breaks_none_to_a_width_is_a_paragraph_of_its_own() -> None:
    said = "The Director told members that the number of children waiting had fallen again. " * 3
    lines = lines_in(
        f"{said}\nQuestion: When will the lane be finished?\nAnswer: In May.\n{said}\n"
        "Options considered\n(i) None.\n\nContact\nRuth Alder\n"
    )
    assert [p.text for p in paragraphs_of(lines)] == [
        said.strip(), "Question: When will the lane be finished?", "Answer: In May.", said.strip(),
        "Options considered", "(i) None.", "Contact Ruth Alder",
    ]  # fmt: skip
