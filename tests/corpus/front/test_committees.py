"""Which lines name a committee, and which do not."""

from __future__ import annotations

import pytest

from corpus.front.committees import committee_of, is_meeting, meeting_named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CABINET - 17TH JUNE 2023", "CABINET"),
        ("To Cabinet – 30 May 2025", "Cabinet"),
        ("Mere Scrutiny Committee, 23 January 2024. Report of: R Alder", "Mere Scrutiny Committee"),
        (
            "Minutes of a meeting of the Health and Care Board held in Room 2",
            "Health and Care Board",
        ),
        ("At a meeting of the Licensing Sub-Committee held at Oxton", "Licensing Sub-Committee"),
        ("All Members of the County Council", "County Council"),
        ("Report to the Audit Committee", "Audit Committee"),
        ("Appendix 2 to the report to Cabinet on 4 July 2023", "Cabinet"),
        ("You are summoned to attend a meeting of the Council to be held on 1 May 2024", "Council"),
        ("Planning Committee (North) 5 May 2024", "Planning Committee (North)"),
        ("Planning Committee Minutes", "Planning Committee"),
        ("LONDON BOROUGH OF OXTON - HOUSING COMMISSION", "HOUSING COMMISSION"),
        ("Standards Committee - Hearing 29 February 2024", "Standards Committee"),
        ("Skills Scrutiny Committee / Pwyllgor Craffu Sgiliau", "Skills Scrutiny Committee"),
        ("COUNTY COUNCIL - 9 January 2025", "COUNTY COUNCIL"),
        ("Meeting Cabinet, Wednesday 15 October 2025, minute 57", "Cabinet"),
        ("MEETING OF THE CABINET", "CABINET"),
        ("OXTON DISTRICT COUNCIL PLANNING COMMITTEE", "PLANNING COMMITTEE"),
        ("London Borough of Oxton CYP Scrutiny Committee Agenda Item 7", "CYP Scrutiny Committee"),
        ("MINUTE of MEETING of the CARE COMMITTEE held in Oxton", "CARE COMMITTEE"),
        ("LB Oxton | Streets Scrutiny Panel | 24 April 2024", "Streets Scrutiny Panel"),
        ("Climate Task and Finish Group", "Climate Task and Finish Group"),
    ],
)
def test_committees_are_named(text: str, name: str) -> None:
    assert meeting_named(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Wethermere Borough Council",
        "Report to Wethermere Borough Council",
        "Report to the Board of Trade",
        "Executive Director of Children's Services",
        "assesses the position of the County Council against each indicator. Overall, the",
        "Chief Executive's Department",
        "Cabinet Member for Education",
        "Executive Summary 1",
        "Leader of the Council",
        "OXTON COUNTY COUNCIL AND OXTON CARE BOARD",
        "London Borough of Oxton Scrutiny Committee",
        "COMMITTEE held in the Council Chamber",
        "Final report of the Drainage Task Group",
    ],
)
def test_councils_people_and_sentences_are_no_committees(text: str) -> None:
    assert meeting_named(text) == ""


def test_a_kind_of_body_alone_is_the_end_of_a_name_above_it() -> None:
    assert not is_meeting("COMMITTEE held in the Council Chamber")
    assert is_meeting("CABINET held in the Council Chamber")


@pytest.mark.parametrize("said", ["Performance and Scrutiny", "Communities, Housing and Roads"])
def test_a_field_called_committee_need_not_say_it_again(said: str) -> None:
    assert committee_of("Committee:", said) == f"{said} Committee"


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("Committee", "Cabinet"),
        ("Committee", "Audit Panel"),
        ("Committee", "None"),
        ("Committee", "4 July 2023"),
        ("Committee", "Cabinet Member for Roads"),
        ("Committee", "Oxton Borough Council"),
        ("Report to", "Roads and Housing"),
    ],
)
def test_other_fields_and_values_stay_as_printed(field: str, said: str) -> None:
    assert committee_of(field, said) == said
