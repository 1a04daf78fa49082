"""Committee, date, title and kind from the first lines, the file and its folders."""

from __future__ import annotations

import pytest

from corpus.front.front import front_matter
from corpus.paper import Metadata, Place
from tests.corpus.drawn import lines_in

REPORT = """Wethermere Borough Council

Report to:\tHealth and Care Scrutiny Committee
Date:\t12 March 2024
Title:\tFalls in older people
Report of:\tRuth Alder, Director

1. Purpose

1.1 Cabinet met on 1 January 2020 and the Audit Committee on 2 January 2020.
"""


def front(text: str, document: str = "x", **about: object) -> Metadata:
    facts = front_matter(lines_in(text), document=document, **about)  # type: ignore[arg-type]
    return Metadata(**{name: fact.value for name, fact in facts.items()})  # type: ignore[arg-type]


def place(field: str, text: str, document: str = "x", **about: object) -> tuple[Place, str]:
    fact = front_matter(lines_in(text), document=document, **about)[field]  # type: ignore[arg-type]
    return fact.place, fact.words


def test_a_report_is_read_from_its_header_table() -> None:
    found = front(REPORT)
    assert (found.committee, found.date) == ("Health and Care Scrutiny Committee", "2024-03-12")
    assert (found.title, found.kind) == ("Falls in older people", "report")


def test_a_letter_that_encloses_a_paper_has_the_meetings_date() -> None:
    text = "Date: 27 January 2025\n\nDear Member\n\nCABINET - THURSDAY, 30 JANUARY 2025\n"
    assert front(text).date == "2025-01-30"


def test_of_two_meetings_in_one_header_the_first_is_taken_with_its_date() -> None:
    text = "Decision Maker: CARE SERVICES PDS\n13TH SEPTEMBER 2016\n\nEXECUTIVE\n\nDate: 14.9.16"
    assert (front(text).committee, front(text).date) == ("Care Services PDS", "2016-09-13")


def test_minutes_have_the_date_of_their_meeting_not_of_the_last() -> None:
    text = (
        "Minutes of a meeting of the Audit Committee held in Room 2 on 12 March 2024\n\n"
        "**44. Minutes of 23 January 2024\n"
    )
    found = front(text, folders=("2024-05-01",))
    assert (found.date, found.kind) == ("2024-03-12", "minutes")
    assert found.title == "Minutes of a meeting of the Audit Committee"


def test_an_appendix_without_a_header_is_dated_by_its_folder() -> None:
    found = front(
        "Appendix D\n\nReserves", "Appendix D 21.01.25", folders=("2025-01-30", "cabinet")
    )
    assert (found.date, found.committee, found.kind) == ("2025-01-30", "Cabinet", "appendix")


def test_a_files_own_title_counts_if_the_paper_prints_it() -> None:
    text = "A Plan for Falls and Frailty\n\n1. Purpose"
    assert (
        front(text, file_title="a plan for falls and frailty").title
        == "A Plan for Falls and Frailty"
    )
    assert (
        front("**Reserves Policy\n\nText", file_title="PowerPoint Presentation x").title
        == "Reserves Policy"
    )


def test_an_item_of_a_pack_says_only_what_its_own_header_says() -> None:
    found = front("**FALLS\n\n1. Purpose", "2024-01-23 Cabinet", folders=("cabinet",), in_pack=True)
    assert (found.council, found.committee, found.date) == (None, None, None)


@pytest.mark.parametrize(
    ("header", "committee", "date", "title"),
    [
        ("Name of meeting: Cabinet\nDate: 16.1.24\nTitle of report: Falls\n\nPurpose of report",
         "Cabinet", "2024-01-16", "Falls"),
        ("REPORT TO THE AUDIT COMMITTEE\n\n22.2.16\n\nINTERNAL AUDIT PLAN\n\n1. Introduction",
         "Audit Committee", "2016-02-22", "Internal Audit Plan"),
        ("Committee:\tDate:\nHousing Panel\t5 October 2022\nReport of:\tTitle:\nR Alder\tVoids\n",
         "Housing Panel", "2022-10-05", None),
        ("Report to:\tPlace Panel, 10 January 2024\n\tExecutive, 23 January 2024\nSubject:\tMills",
         "Place Panel", "2024-01-10", "Mills"),
        ("Appendix A to the report to Cabinet on 4 July 2023\n\n**Savings Tracker\n\nSaved.",
         "Cabinet", "2023-07-04", "Savings Tracker"),
        ("AGENDA\n\nMeeting: Schools Forum\nDate: Monday 3 June 2024\n\n1. Apologies",
         "Schools Forum", "2024-06-03", "Agenda"),
        ("You are summoned to attend a meeting of the COUNCIL to be held on 29 February 2024\n\n"
         "AGENDA\n", "Council", "2024-02-29", "Agenda"),
        ("Report of the Director to the meeting of the Executive to be held on 11 July 2023.\n\n"
         "Subject:\n\nFinance Position\n\nSummary statement:", "Executive", "2023-07-11",
         "Finance Position"),
        ("Cabinet\n\nMeeting to be held on 7 September 2023\n\nReport of R Alder\n\nPart I"
         "\n\nElectoral Division affected: (All Divisions);\n\nMoney Matters and Plans\n\nContact",
         "Cabinet", "2023-09-07", "Money Matters and Plans"),
        ("LONDON BOROUGH OF OXTON\tWARDS: All\nREPORT TITLE\nHousing Repairs\nREPORT OF\nR Alder\n"
         "FOR SUBMISSION TO\tDATE\nCabinet\t12 July 2023\n", "Cabinet", "2023-07-12",
         "Housing Repairs"),
        ("Committee and Date\n\nCabinet\n\n12 July 2023\n\nItem\n\nFinancial Strategy Update\n",
         "Cabinet", "2023-07-12", "Financial Strategy Update"),
        ("CABINET MEETING: 20 JULY 2023\n\nSCHOOL PLACES\n\nAGENDA ITEM: 3\n", "Cabinet",
         "2023-07-20", "School Places"),
        ("SCRUTINY COMMITTEE\n\nMeeting: 20 July 2023\n\nRESOURCES REPORT\n\nReport of R Alder\n",
         "Scrutiny Committee", "2023-07-20", "Resources Report"),
        ("Decision maker: Cabinet Member for Roads\nDecision date: 23 January 2024\n"
         "Report title: Mill Lane", None, "2024-01-23", "Mill Lane"),
    ],
)  # fmt: skip
def test_headers_of_many_councils(
    header: str, committee: str | None, date: str, title: str | None
) -> None:
    found = front(header)
    assert (found.committee, found.date) == (committee, date)
    assert title is None or found.title == title


def test_a_month_is_no_meeting_date() -> None:
    assert front("Improvement Plan June '17\n\nKey").date is None


def test_dates_that_a_work_programme_lists_are_not_its_own() -> None:
    found = front("Audit Committee\n\nWork Programme 2024/25\n\nDate\tItem\n12 June 2024\tBudget\n")
    assert (found.kind, found.date) == ("work programme", None)


def test_a_packs_own_title_gives_its_meeting() -> None:
    title = "(Public Pack)Falls Agenda Supplement for Audit Committee, 12/03/2024 10:00"
    found = front("Falls among older people rose.", file_title=title)
    assert (found.committee, found.date) == ("Audit Committee", "2024-03-12")
    assert found.title == "Falls"


def test_a_file_named_by_its_meeting_gives_it() -> None:
    found = front("Falls rose.", "Printed minutes 04th-Jul-2023 10.00 Audit Committee")
    assert (found.committee, found.date) == ("Audit Committee", "2023-07-04")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("COSC 041225 Item 8 Tracker", "2025-12-04"),
        ("Public reports pack 11032025 1800 Housing", "2025-03-11"),
        ("Order 311999 Mill Lane", None),
    ],
)
def test_a_file_named_by_a_day_in_figures_alone_is_dated_by_it(name: str, day: str | None) -> None:
    assert front("Falls rose.", name).date == day


def test_each_fact_knows_where_it_was_read() -> None:
    assert place("committee", REPORT) == ("front matter", "Health and Care Scrutiny Committee")
    assert place("date", "Falls", folders=("2024-05-01",)) == ("folder", "2024-05-01")
    assert place("kind", "Falls", "Appendix C") == ("file name", "Appendix C")
