"""Sentences that grade, and those that only speak of grades."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.register.graded import graded_in


@pytest.mark.parametrize(
    ("sentence", "subject", "grade"),
    [
        ("Elm House was rated ‘Good’ by the regulator in March 2024.", "Elm House", "Good"),
        ("4. At the last visit, in March 2018, Elmham was graded requires improvement to be good.",
         "Elmham", "requires improvement to be good"),
        ("Services for children, families and carers were judged to 'Require Improvement' by X.",
         "Services for children, families and carers", "Require Improvement"),
        ("The home was inspected in June 2019, when it was judged inadequate.", "The home",
         "inadequate"),
        ("The CQC rated the service as Requires Improvement overall.", "the service",
         "Requires Improvement"),
        ("Inspectors judged the town's homes inadequate in March.", "the town's homes",
         "inadequate"),
        ("The inspection found that planning was poor.", "planning", "poor"),
        ("In May 2022 Ofsted found that planning was poor.", "planning", "poor"),
        ("They concluded that leaders still require improvement to be good.", "leaders",
         "require improvement to be good"),
        ("The overall effectiveness of the school is good.",
         "The overall effectiveness of the school", "good"),
        ("The service received an overall rating of Inadequate.", "The service", "Inadequate"),
        ("It gave the council an overall grade of good.", "the council", "good"),
        ("The audit of payroll was given Limited Assurance.", "The audit of payroll",
         "Limited Assurance"),
        ("The auditor issued an unqualified opinion on the accounts.", "the accounts",
         "unqualified"),
        ("The regulator graded the landlord C3.", "the landlord", "C3"),
        ("The judgement stated that the service ‘requires improvement to be good’.",
         "the service", "requires improvement to be good"),
        ("The outcome of that visit was one of ‘Requires Improvement’.",
         "The outcome of that visit", "Requires Improvement"),
        ("This has led to an overall judgement of inadequate.", "an overall judgement",
         "inadequate"),
        ("There is a limited opinion in respect of payroll.", "payroll", "limited"),
        ("The school moved from Requires Improvement to Good.", "The school", "Good"),
        ("Her report concludes that, subject to changes, the Plan is sound.", "the Plan",
         "subject to changes, the Plan is sound"),
    ],
)  # fmt: skip
def test_a_sentence_grades_its_subject(sentence: str, subject: str, grade: str) -> None:
    assert [(one.subject, one.grade) for one in graded_in(sentence)] == [(subject, grade)]


def test_two_grades_in_a_sentence_have_a_subject_each() -> None:
    found = graded_in("Safeguarding was judged inadequate and five of nine areas were rated poor.")
    assert [one.subject for one in found] == ["Safeguarding", "five of nine areas"]


@pytest.mark.parametrize(
    "sentence",
    [
        "We aim to be rated good by 2027.", "The home will be judged good if it improves.",
        "A council judged inadequate is visited up to six times.",
        "Those authorities who were judged inadequate are inspected within three years.",
        "53% of schools are rated good.",
        "Since then 106 were inspected: 2 were judged outstanding.",
        "12 of the 15 homes were rated good or outstanding.", "Action 4B was rated Green.",
        "76% of people were in a setting that was rated either Good or Outstanding.",
        "Inspectors found good practice in the hub.", "Progress is good.",
        "Grades are outstanding, good, requires improvement and inadequate.",
        "If the service is rated inadequate, the minister may step in.",
        "Should the plan be deemed sound and legally compliant, it can be adopted.",
        "The council must be told in a report that the Plan is sound.",
        "Seven of the 87 local authorities were found to be outstanding.",
        "A rating of ‘excellent’ does not mean that all is perfect.",
        "Nobody was found to be good at sums.", "Debts outstanding were found to be old.",
        "The trial was found to be good value.", "The Council received good feedback.",
    ],
)  # fmt: skip
def test_a_scale_a_hope_or_a_share_is_no_judgement(sentence: str) -> None:
    assert not list(graded_in(sentence))


_WORDS = ["Ofsted", "it", "was", "judged", "to", "be", "good", "poor,", ".", "and", "that"]


@given(st.lists(st.sampled_from(_WORDS)))
def test_a_grade_is_a_slice_of_its_sentence(words: list[str]) -> None:
    sentence = " ".join(words)
    assert all(sentence[one.start : one.end] == one.grade for one in graded_in(sentence))
