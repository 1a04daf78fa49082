"""The header block: fields, committees, where it ends."""

from __future__ import annotations

import pytest

from corpus.header import header_of, meeting_named
from tests.corpus.drawn import lines_in, paged


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CABINET - 17TH DECEMBER 2019", "CABINET"),
        ("To Cabinet – 30 January 2025", "Cabinet"),
        ("Mere Scrutiny Committee, 23 January 2024. Report of: R Alder", "Mere Scrutiny Committee"),
        (
            "Minutes of a meeting of the Health and Care Board held in Room 2",
            "Health and Care Board",
        ),
        ("All Members of the County Council", "County Council"),
        ("Pre-decision scrutiny by Care Services PDS", "Care Services PDS"),
    ],
)
def test_committees_are_named(text: str, name: str) -> None:
    match = meeting_named(text)
    assert match.endswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "Wethermere Borough Council",
        "Executive Director of Children's Services",
        "assesses the position of the County Council against each indicator. Overall, the",
        "Chief Executive's Department",
        "Cabinet Member for Education",
        "Executive Summary 1",
        "Leader of the Council",
    ],
)
def test_councils_people_and_sentences_are_no_committees(text: str) -> None:
    assert meeting_named(text) == ""


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
