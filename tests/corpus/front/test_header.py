"""The header block: fields, committees, where it ends."""

from __future__ import annotations

from corpus.front.header import header_of
from tests.corpus.drawn import lines_in, paged


def test_fields_are_read_from_lines_rows_and_bold_names() -> None:
    lines = lines_in(
        "Report to: Cabinet\n\nDate\t4 July 2023\n\n**Title of Decision\nFamily hubs\n"
    )
    assert [(e.field, e.text) for e in header_of(lines)] == [
        ("committee", "Cabinet"), ("date", "4 July 2023"), ("title", "Family hubs"),
    ]  # fmt: skip


def test_a_title_over_two_lines_is_one_entry() -> None:
    text = "**Children Missing from Home and Care: Cabinet's Response to the Task\n**Group"
    assert header_of(paged(text).lines)[0].text.endswith("the Task Group")


def test_the_header_ends_where_the_paper_begins_to_speak() -> None:
    entries = header_of(lines_in("CABINET\n\n1. Purpose\n\nThe Audit Committee met."))
    assert [e.in_header for e in entries] == [True, False, False]


def test_an_agenda_may_open_with_its_name() -> None:
    entries = header_of(lines_in("AGENDA\n\nMeeting: Cabinet\n\n4 July 2023\n\nAGENDA\n\nFalls"))
    assert [e.in_header for e in entries] == [True, True, True, False, False]


def test_a_table_of_figures_ends_the_header() -> None:
    entries = header_of(lines_in("Appendix A\n\nCare Board\t1.0\t2.0\t3.0\n"))
    assert [e.in_header for e in entries][:2] == [True, False]


def test_a_stamp_or_another_name_under_a_field_is_not_its_end() -> None:
    text = "Report of: R Alder\nAccountable Director: A Rowan\nThis report is exempt\n"
    assert [e.text for e in header_of(lines_in(text))] == [
        "R Alder", "Accountable Director: A Rowan", "This report is exempt",
    ]  # fmt: skip


def test_a_titles_second_line_may_hold_a_colon() -> None:
    (entry,) = header_of(lines_in("Title: Falls and frailty\nin care: a plan\n"))
    assert entry.text == "Falls and frailty in care: a plan"


def test_two_fields_may_stand_side_by_side() -> None:
    text = "Committee\tCare Board\tDate\t4 July 2023\nReport title\tFalls\tWard(s)\tAll\n"
    entries = header_of(lines_in(text))
    assert [(e.field, e.text, e.in_header) for e in entries] == [
        ("committee", "Care Board", True), ("date", "4 July 2023", True),
        ("title", "Falls", True), ("business", "All", True),
    ]  # fmt: skip


def test_four_columns_of_which_one_is_called_as_a_field_are_no_pair() -> None:
    entries = header_of(lines_in("Date\tEvent\tFalls\tPlace\n"))
    assert [(e.field, e.in_header) for e in entries] == [("date", False)]


def test_a_committees_name_over_two_lines_is_one_entry() -> None:
    text = "MINUTE of Meeting of the COMMUNITIES, HOUSING AND ROADS\nCOMMITTEE held in Oxton\n"
    (entry,) = header_of(paged(text).lines)
    assert entry.text.endswith("ROADS COMMITTEE held in Oxton")


def test_a_field_called_committee_gives_a_committee() -> None:
    entries = header_of(lines_in("Committee\tPerformance and Scrutiny\n"))
    assert [e.text for e in entries] == ["Performance and Scrutiny Committee"]
