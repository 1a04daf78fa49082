"""Committee, date, title and kind from the first lines, the file and its folders."""

from __future__ import annotations

import pytest

from corpus.front import front_matter
from corpus.paper import Metadata
from tests.corpus.drawn import lines_in, paged

REPORT = """Wethermere Borough Council

Report to:\tHealth and Care Scrutiny Committee
Date:\t12 March 2024
Title:\tFalls in older people
Report of:\tRuth Alder, Director

1. Purpose

1.1 Cabinet met on 1 January 2020 and the Audit Committee on 2 January 2020.
"""


def front(text: str, document: str = "x", **about: object) -> Metadata:
    return front_matter(lines_in(text), document=document, **about)  # type: ignore[arg-type]


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
    ("document", "text", "kind"),
    [
        ("Printed minutes 9 March", "MERE COUNCIL", "minutes"),
        ("24-00012 - PROD", "Decision", "decision"),
        ("x", "MERE - PROPOSED RECORD OF DECISION", "decision"),
        ("Agenda frontsheet", "AGENDA", "agenda"),
        ("x", "WORK PROGRAMME 2024/25", "work programme"),
        ("Appendix A Improvement Plan", "Improvement Plan\n\nKey to ratings", "action plan"),
        ("Improvement Plan", "Improvement Plan\n\nReport of: R Alder\nWards: All", "report"),
        ("Appendix C", "Falls", "appendix"),
        ("Family hubs", "Family hubs\n\nExecutive Summary", "report"),
        ("letter", "Dear Duncan", None),
    ],
)
def test_kinds(document: str, text: str, kind: str | None) -> None:
    assert front(text, document).kind == kind


def test_shouted_titles_keep_their_abbreviations() -> None:
    lines = paged("**MTFP AND THE WORK OF THE BOARD: APPENDIX A\n\nText").lines
    title = front_matter(lines, document="x").title
    assert title == "MTFP and the Work of the Board: Appendix A"
