"""Judgements of a whole paper: body and dates carried over to each grade."""

from __future__ import annotations

import pytest

from corpus.register.judgements import judgements
from tests.corpus.register.papers import paper

TABLE = """1. Inspection

1.1 Ofsted inspected the service from 3 to 14 May 2022.

1.2 The report was published on 4 July 2022. The judgements are:

Area\tGrade
Care leavers\tGood
Overall effectiveness\tRequires improvement to be good

1.3 At the previous inspection, in March 2018, the service was judged inadequate.
"""


def test_body_and_dates_are_carried_from_the_text_around() -> None:
    leavers, overall, before = judgements(paper(TABLE))
    assert (leavers.subject, leavers.grade, leavers.body) == ("Care leavers", "Good", "Ofsted")
    assert (leavers.date, leavers.published) == ("3 to 14 May 2022", "4 July 2022")
    assert overall.grade == "Requires improvement to be good"
    assert (before.grade, before.date, before.published) == ("inadequate", "March 2018", "")


def test_each_is_cited_to_its_row_or_sentence() -> None:
    read = paper(TABLE)
    cited = [read.text[j.place.start : j.place.end] for j in judgements(read)]
    assert cited[0] == "Care leavers\tGood"
    assert cited[2].endswith("was judged inadequate.")


def test_a_list_grades_area_by_area() -> None:
    text = "Estyn gave these judgements:\n\n• Teaching: Good\n\n• Care – adequate\n\n• Safety Poor"
    assert [(j.subject, j.grade) for j in judgements(paper(f"1. Visit\n\n{text}"))] == [
        ("Teaching", "Good"), ("Care", "adequate"), ("Safety", "Poor"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "1. Survey\n\nMorale was rated good by staff.",
        "1. Self-assessment\n\nIn our self-assessment for Ofsted the service was rated good.",
        "1. Risks\n\nOfsted is due.\n\nRisk rating\tControl\nFire\tAdequate",
        "1. Aim\n\nThe aim is for Ofsted to rate every home good.",
    ],
)
def test_a_councils_own_ratings_and_aims_are_none(text: str) -> None:
    assert not judgements(paper(text))
