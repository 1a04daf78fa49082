"""Text and Markdown files as lines."""

from __future__ import annotations

import pytest

from corpus.plain import draw_text
from tests.corpus.drawn import lines_in


def test_a_line_with_tabs_is_a_table_row() -> None:
    (line,) = lines_in("Foster carers\t97\t\n")
    assert (line.role, line.cells) == ("row", ("Foster carers", "97", ""))


def test_a_blank_line_does_not_end_a_table_and_a_line_of_text_does() -> None:
    rows = [x for x in lines_in("a\t1\n\nb\t2\nText.\nc\t3\n") if x.role == "row"]
    assert [r.table == rows[0].table for r in rows] == [True, True, False]


def test_markdown_tables_lose_their_ruler() -> None:
    lines = lines_in("| Ward | Votes |\n|---|---|\n| Mere | 12 |\n")
    assert [x.cells for x in lines] == [("Ward", "Votes"), ("Mere", "12")]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("the **Mere** plan", "the Mere plan"),
        ("<u>Not closed", "Not closed"),
        ("see [the plan](http://x.org/a_(b))", "see the plan"),
        ("5 * 4 = 20 and 2*3", "5 * 4 = 20 and 2*3"),
        ("fewer than <10 children", "fewer than <10 children"),
    ],
)
def test_emphasis_goes_and_words_stay(raw: str, shown: str) -> None:
    assert lines_in(raw)[0].text == shown


def test_headings_and_bullets_are_told() -> None:
    heading, bullet, text = lines_in("## Purpose\n- 1.1 To note\nPlain.\n")
    assert (heading.role, heading.level) == ("heading", 2)
    assert (bullet.role, bullet.text, text.role) == ("bullet", "1.1 To note", "text")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    assert draw_text("Café – £5".encode(encoding)).lines[0].text == "Café – £5"


def test_a_date_alone_in_a_table_headed_by_two_names_is_a_row_of_it() -> None:
    lines = lines_in("Topic\tLead\n4 June 2024\t\nYouth report\tRuth Alder\nAudit\t")
    assert [x.cells for x in lines[1:]] == [
        ("4 June 2024", ""), ("Youth report", "Ruth Alder"), ("Audit", ""),
    ]  # fmt: skip
    assert {x.table for x in lines} == {1}


def test_a_line_that_only_ends_in_a_tab_is_text_where_no_header_stands_above() -> None:
    lines = lines_in("4 June 2024\tITEM: 7\nMere Scrutiny Committee\t")
    assert [x.role for x in lines] == ["row", "text"]


def test_a_page_stamp_does_not_end_a_table_and_a_line_of_text_does() -> None:
    lines = lines_in("Ward\tVotes\n\nPage 4\n\nMere\t12\nThe votes cast\nOxton\t3")
    assert [x.table for x in lines if x.role == "row"] == [1, 1, 2]


def test_marks_in_cells_are_dropped_closed_or_not_and_a_break_is_a_space() -> None:
    (line,) = lines_in("<u>PHASE ONE</u>\t<i>Care<br>Homes\t**1\t<span class=x>£5</span>")
    assert line.cells == ("PHASE ONE", "Care Homes", "1", "£5")


def test_lines_that_bars_cut_alike_are_rows_without_a_markdown_frame() -> None:
    lines = lines_in("Plan\nNo. | Action | Lead\n1 | Mend the roof | R Alder\n2 | Paint | \nEnd")
    assert [x.cells for x in lines if x.role == "row"] == [
        ("No.", "Action", "Lead"), ("1", "Mend the roof", "R Alder"), ("2", "Paint", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Ward | Votes", "Ward | Votes\nMere | 12 | lost"])
def test_a_line_with_a_bar_alone_is_text(text: str) -> None:
    assert {x.role for x in lines_in(text)} == {"text"}


def test_long_lines_that_nobody_broke_are_paragraphs() -> None:
    said = "The Director told members that the number of children waiting had fallen again. " * 3
    unbroken = lines_in(f"Waiting lists\n{said}\n{said}\nShort.\n")
    assert [(x.whole, x.gap) for x in unbroken] == [
        (True, True), (True, True), (True, True), (True, True),
    ]  # fmt: skip
    assert not any(x.whole for x in lines_in("Waiting lists\nwrapped at\na width\n"))
