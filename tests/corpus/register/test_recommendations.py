from __future__ import annotations

import pytest

from corpus.register.recommendations import recommendations
from tests.corpus.register.reading import paper_of

HEADER = """
Ashford Vale Borough Council
Report to: Audit Committee
Date: 4 July 2023
Title: Annual Audit Letter
Report of: Jane Ash, Director of Finance

1. Purpose

1.1 To present the letter.
"""


def texts(body: str, header: str = HEADER) -> list[str]:
    return [one.text for one in recommendations(paper_of(f"{header}\n{body}"))]


def test_numbered_paragraphs_under_the_heading() -> None:
    body = """
2. Recommendations

2.1 That the Committee notes the letter.

2.2 The Cabinet is asked to agree the fee.

3. Reasons for recommendations

3.1 To comply with the law.
"""
    assert texts(body) == [
        "That the Committee notes the letter.",
        "The Cabinet is asked to agree the fee.",
    ]


def test_who_is_asked_is_taken_from_the_line_over_the_list() -> None:
    body = """
2. Recommendations

Cabinet is recommended to:

1. agree the budget; and

2. refer it to Council.

Council is recommended to:

1. approve the budget.
"""
    found = recommendations(paper_of(HEADER + body))
    assert [(one.addressed_to, one.number) for one in found] == [
        ("Cabinet", "1"),
        ("Cabinet", "2"),
        ("Council", "1"),
    ]
    assert {one.made_by for one in found} == {"Jane Ash, Director of Finance"}


def test_what_is_listed_inside_a_paragraph_is_told_apart() -> None:
    body = (
        "2. Recommendations\n\n2.1 Members are asked to: (a) note it; (b) agree it; and (c) vote."
    )
    assert texts(body) == ["note it;", "agree it; and", "vote."]


def test_a_list_inside_a_recommendation_belongs_to_it() -> None:
    body = """
RECOMMENDATION

That permission be GRANTED subject to the conditions below:

1. Work shall begin within three years.

2. Materials shall match.
"""
    assert len(texts(body)) == 1


def test_a_heading_under_the_section_ends_it() -> None:
    body = """
2. RECOMMENDATIONS

2.1 That the report be noted.

Financial

1. Cost of proposal: none
"""
    assert texts(body) == ["That the report be noted."]


def test_printed_again_at_the_end_is_one_recommendation() -> None:
    body = """
Recommendations:

Cabinet is asked to:

(a) NOTE the forecast overspend and what is done about it.

(b) AGREE the changes.

2. Background

2.1 Much was spent.

3. Recommendations

Cabinet is asked to:

(a) NOTE the forecast overspend.

(b) AGREE the changes.
"""
    found = recommendations(paper_of(HEADER + body))
    assert [len(one.again) for one in found] == [1, 1]


def test_a_list_without_a_heading_is_the_authors() -> None:
    body = "Recommended:\n\nThe Committee is recommended to:\n\n- note it\n\n- agree the plan"
    found = recommendations(paper_of(f"{HEADER}\n2. Summary\n\n2.1 It grew.\n\n{body}"))
    assert [(one.text, one.made_by) for one in found] == [
        ("note it", "Jane Ash, Director of Finance"),
        ("agree the plan", "Jane Ash, Director of Finance"),
    ]


def test_inspectors_recommendations_are_theirs() -> None:
    body = """
2. Inspection

2.1 Ofsted inspected in May. Its report contains 2 recommendations for improvement:

i. The timeliness of visits to children.

ii. The quality of written plans.

2.2 Progress against the recommendations is as follows:

- Visits are monthly.

- Plans are audited.
"""
    found = recommendations(paper_of(HEADER + body))
    assert [(one.made_by, one.number) for one in found] == [("Ofsted", "i"), ("Ofsted", "ii")]


def test_a_reviewing_council_is_named() -> None:
    body = """
2. Peer review

2.1 A peer review was undertaken by Elmbridge Borough Council in May.

2.2 The recommendations are:

- Give feedback to referrers

- Record consent on every contact
"""
    found = recommendations(paper_of(HEADER + body))
    assert {one.made_by for one in found} == {"Elmbridge Borough Council"}


def test_what_needs_to_improve_is_a_recommendation() -> None:
    body = """
2. Outcome

2.1 Ofsted visited in May 2023.

What needs to improve

- The timeliness of visits to children

- The quality of written plans
"""
    assert texts(body) == [
        "The timeliness of visits to children",
        "The quality of written plans",
    ] or ["• The timeliness of visits to children"]


def test_numbered_recommendations_of_a_review() -> None:
    body = """
2. Review

2.1 The auditors made the following recommendations:

Recommendation 1: Improve bank reconciliations.

Recommendation 2: Review the risk register each quarter.
"""
    found = recommendations(paper_of(HEADER + body))
    assert [one.number for one in found] == ["1", "2"]
    assert found[0].text == "Improve bank reconciliations."


def test_a_sentence_in_the_body_recommends() -> None:
    body = """
2. Recommendations

2.1 That the report be noted.

3. Visits

3.1 Members asked for visits. It is recommended that a working group is set up. It would be small.
"""
    assert texts(body)[-1] == "It is recommended that a working group is set up."


@pytest.mark.parametrize(
    "sentence",
    [
        "Compliance with the guidance is recommended by the Institute.",
        "In line with the recommendations of the inspector, the Board will take these steps:",
        "Councils are asked to send a return each year.",
        "The guidance recommends that councils have a strategy.",
        "Clients would recommend the service to a friend.",
    ],
)
def test_speaking_of_recommending_is_not_recommending(sentence: str) -> None:
    assert texts(f"2. Background\n\n2.1 {sentence}\n\n- a step\n\n- another step") == []


def test_minutes_record_decisions_not_recommendations() -> None:
    minutes = """
Minutes of a meeting of the Health Committee held on 4 May 2023

Present: Councillors Ash and Birch

12. Dentistry

The Committee was asked to note the report. It was recommended that members visit.

RESOLVED that:

(a) the report be noted; and

(b) Cabinet be recommended to act.
"""
    assert texts(minutes, header="") == []


def test_a_column_of_recommendations() -> None:
    plan = (
        "No.\tRecommendation\tAction\tLead\n"
        "1\tImprove record keeping\tTrain all staff\tHead of Service\n"
        "\t\tAudit twenty files\tHead of Service\n"
        "2\tReduce the caseloads\tRecruit ten people\tHead of Service\n"
    )
    found = recommendations(paper_of(f"{HEADER}\n2. Plan\n\n2.1 The plan is:\n\n{plan}"))
    assert [(one.number, one.text) for one in found] == [
        ("1", "Improve record keeping"),
        ("2", "Reduce the caseloads"),
    ]
