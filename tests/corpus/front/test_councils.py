"""Which council a paper is of."""

from __future__ import annotations

import pytest

from corpus.front.councils import council_of
from corpus.front.facts import Fact
from tests.corpus.drawn import lines_in


def council(text: str, document: str = "report", **about: object) -> str | None:
    found = council_of(lines_in(text), document=document, **about)  # type: ignore[arg-type]
    return found.value if found else None


@pytest.mark.parametrize("name", ["MEREDALE COUNTY COUNCIL", "Meredale County Council"])
def test_a_name_alone_in_the_header_is_the_papers_own(name: str) -> None:
    text = f"{name}\nReport\n" + "A visit to Ostleby Borough Council. " * 5
    assert council(text) == "Meredale County Council"


def test_a_masthead_may_give_the_place_a_line_of_its_own() -> None:
    assert council("Meredale\nCounty Council\nReport") == "Meredale County Council"
    assert council("Committee Report\nCouncil\nSummary") is None
    assert council("Report to\nFull Council\nSummary") is None


def test_a_council_named_in_passing_is_not() -> None:
    assert council("Report\n\nA team from Ostleby Borough Council came.") is None


@pytest.mark.parametrize(
    "text", ["Agreement with the Council", "The Council agreed. " * 9, "Two Council officers. " * 2]
)
def test_words_before_council_are_not_always_a_name(text: str) -> None:
    assert council(text) is None


def test_a_web_pages_title_ends_in_the_council() -> None:
    title = "Minutes of Cabinet on Tuesday 4 July 2023 - Wethermere Borough Council"
    assert council("Minutes of Cabinet", file_title=title) == "Wethermere Borough Council"


def test_the_place_its_file_is_named_by_takes_the_kind_of_council_the_paper_speaks_of() -> None:
    text = "The County Council's services. In Meredale and across Meredale children wait."
    assert council(text, "meredale-2019-12") == "Meredale County Council"


def test_words_of_the_file_name_that_are_no_place_are_not_taken() -> None:
    assert council("Treasury Management. The treasury in Treasury.", "Treasury Strategy") is None


def test_papers_in_folders_of_council_committee_and_date() -> None:
    folders = ("2025-01-30", "cabinet", "meredale")
    assert council("Appendix D\n\n" + "Medlow Council paid. " * 4, folders=folders) == "Meredale"


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("meredale", "Meredale"),
        ("west_meredale", "West Meredale"),
        ("meredale-council", "Meredale Council"),
        ("Meredale County Council", "Meredale County Council"),
        ("downloads", None),
        ("papers 2024", None),
    ],
)
def test_a_folder_of_committees_is_named_by_its_council(folder: str, name: str | None) -> None:
    assert council("Reserves", "Appendix D", folders=("2025-01-30", "cabinet", folder)) == name


def test_a_place_takes_the_kind_that_initials_and_services_agree_on() -> None:
    text = "Savings countywide. MCC pays for roads in Meredale, and Meredale's schools."
    assert council(text, folders=("cabinet", "meredale")) == "Meredale County Council"


def test_a_council_knows_where_it_was_read() -> None:
    found = council_of(lines_in("OSTLEBY CITY COUNCIL\n\nReport"), document="x")
    assert found == Fact("Ostleby City Council", "front matter", "OSTLEBY CITY COUNCIL")
    found = council_of(lines_in("Reserves"), document="x", folders=("cabinet", "meredale"))
    assert found == Fact("Meredale", "folder", "meredale")
