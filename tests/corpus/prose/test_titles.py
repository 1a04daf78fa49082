"""Words that could be a title, told from sentences, fields, names and letters."""

from __future__ import annotations

import pytest

from corpus.paper import Line
from corpus.prose.titles import could_head, is_caption, stands_over

FULL = "The grant is paid to every authority from the share of rates that is kept centrally by"


@pytest.mark.parametrize(
    "text",
    [
        "Recommendations",
        "Legal implications",
        "Reasons for urgency",
        "Accounts 2023 2024",
        "Quarter 3",
    ],
)
def test_short_unended_lines_could_be_headings(text: str) -> None:
    assert could_head(text)


@pytest.mark.parametrize(
    "text",
    [
        "The plan was agreed.",
        "Lead officer: Wilf Tarrant",
        "Note the report",
        "N/A",
        "Against (12)",
        "Highways maintenance 39,350 31,440 (550)",
        "Mr Ashgrove, Ms Birch, Mrs Coppice",
        "Cllr R. Ashgrove (Vice-Chair) Cllr J. Birch",
        "Mr Ashgrove proposed, and Ms Birch seconded the motion that",
        "the second half of a sentence",
        "£1,200",
        "PRESENT:",
        "Dear Member",
        "Yours sincerely",
        "Ruth Alder, Chief Executive Officer",
        "Ruth Alder, Senior Democratic Services Officer",
        "Councillors Ruth Alder, Wilf Tarrant and Ann Birch",
        "Dr Wilf Tarrant, Interim Corporate Director of Finance",
        "Tuesday, 31 December 2024",
        "All figures in £m",
        "Appendix A - Report Appendix B - Plan",
        "Contact Officer - 01234 567890",
    ],
)
def test_what_only_looks_like_a_heading_is_none(text: str) -> None:
    assert not could_head(text)


def test_an_office_without_a_name_could_be_a_heading() -> None:
    assert could_head("Report of the Chief Executive")


def test_a_bold_title_may_hold_or_end_in_a_colon_and_begin_with_a_figure() -> None:
    assert could_head("Improvement Plan: Update", bold=True)
    assert could_head("Recommendations:", bold=True)
    assert could_head("24/00012 - Family hubs", bold=True)
    assert not could_head("Improvement Plan: Update")
    assert not could_head("Recommendations:")


def over(above: str, below: str) -> bool:
    return stands_over(Line(above, 1), Line(below, 1), title=above)


def test_a_line_ended_where_the_next_word_had_room_stands_over_a_full_sentence() -> None:
    assert over("Housing Grant", FULL)
    assert not over(FULL[:80], FULL)
    assert not over("Housing Grant", FULL.lower())


def test_a_name_over_an_office_and_a_status_over_its_tale_are_no_titles() -> None:
    office = "Service Manager Assessment Team, Emergency Duty Team and Multi Agency Hub"
    assert not over("Ruth Alder", office)
    assert not over("Partially Complete", FULL)


def test_a_caption_is_told_from_a_sentence() -> None:
    assert is_caption("Table 6.1 – Spending by ward")
    assert not is_caption("Tables were moved")
