from types import SimpleNamespace

import pytest

from assistant.assistant import ask
from assistant.finding.evidence import Evidence
from assistant.finding.units import units_of
from assistant.telling.over_time import alike, asks_over_time, beside, moved
from index.search import Hit
from tests.index.small_papers import library_of, paper, passage_of

WORDS = SimpleNamespace(count=100, document_frequency=lambda term: 3)


def unit(text: str, id: int = 1):
    headers = "Measure\nNow" if "\t" in text else ""
    return units_of(passage_of(text, id=id, headers=headers))[0]


def evidence(text: str, score: float, id: int = 1) -> Evidence:
    one = unit(text, id)
    return Evidence(one, Hit(one.passage, 1.0), score, ())


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How has the agency rate changed since May?", True),
        ("What became of the dip sample?", True),
        ("How many actions were Blue in each of the three updates?", True),
        ("How often has the due date slipped?", True),
        ("How many carers are there?", False),
        ("Who leads on each action?", False),
    ],
)
def test_which_questions_are_of_several_meetings(question, asks):
    kind = "change over time" if "changed" in question else "open"
    assert asks_over_time(question, kind) == asks


def test_words_are_alike_whatever_their_figures():
    one, other = unit("Nine carers left in the year."), unit("In the year twelve carers left.")
    assert alike(one, other, WORDS) > 0.7
    assert alike(one, unit("The parks were open."), WORDS) == 0


def test_a_row_goes_by_the_cells_that_name_it():
    row, later = (
        unit("Posts filled by agency staff\t38%"),
        unit("Posts filled by agency staff\t21%"),
    )
    assert alike(row, later, WORDS) == 1
    assert alike(row, unit("Half of the posts are filled by agency staff."), WORDS) > 0.8
    assert alike(row, unit("Children in care\t412"), WORDS) == 0


def test_what_is_like_the_best_of_the_other_side_comes_first():
    anchor = evidence("The average caseload is 15 children.", 10.0, 1)
    near, far = evidence("The parks were open.", 8.0, 2), evidence("Average caseload\t20", 7.0, 3)
    first, second = beside([[anchor], [near, far]], WORDS)
    assert first == [anchor]
    assert second == [far, near]


def test_of_parts_without_evidence_nothing_is_said():
    assert beside([[], []], WORDS) == [[], []]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Some left, a net rise of 5 families.", "Some left, a net rise of 7 families.",
         "5 became 7"),
        ("12 carers left, a net rise of 5 families.", "12 carers left, a net rise of 7 families.",
         "5 became 7; 12 is unchanged"),
        ("There are 12 carers.", "Parks were open on 12 days.", ""),
        ("Of the plan 5 are Blue, 7 Green, 7 Amber.", "Of the plan 9 are Blue, 3 Green, 6 Amber.",
         ""),
    ],
)  # fmt: skip
def test_what_became_of_figures_is_told_where_it_is_short(old, new, told):
    assert moved([unit(old)], [unit(new)], WORDS) == told


REPORT = """Improvement plan: update

1. Agency staff

1.1 The agency rate in the social work teams was {rate}% at the end of the month.

2. Other matters

2.1 The number of school places in the town was looked at by the working group.
"""


def test_a_change_is_told_as_each_meeting_was_told_it_oldest_first(tmp_path, encoder):
    told = (("2023-03-02", 38), ("2023-10-05", 34), ("2024-03-07", 29))
    papers = [paper(day, REPORT.format(rate=rate), date=day) for day, rate in told]
    library = library_of(tmp_path, *papers, encoder=encoder)
    with library:
        answer = ask(library, "How has the agency rate changed?")
    assert answer.answered
    days = [c.meeting_date for c in answer.citations][:3]
    assert days == [day for day, _ in told]
    assert all(f"{rate}%" in answer.text for _, rate in told)


TABLE = """2. Measures
2.1 The measures at the end of the month are:
Measure\tRate
Agency staff in social work posts\t{rate}%
Referrals made again within a year\t{other}%
"""


def test_of_a_table_the_row_alone_is_told_from_each_report(tmp_path, encoder):
    told = (("2023-10-05", 38, 31), ("2024-03-07", 29, 26))
    papers = [paper(day, TABLE.format(rate=a, other=b), date=day) for day, a, b in told]
    with library_of(tmp_path, *papers, encoder=encoder) as library:
        answer = ask(library, "How has the rate of agency staff in social work posts changed?")
    assert [c.meeting_date for c in answer.citations][:2] == [day for day, *_ in told]
    assert all(f"{a}%" in answer.text and f"{b}%" not in answer.text for _, a, b in told)
