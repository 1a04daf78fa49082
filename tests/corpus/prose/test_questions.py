"""Questions and answers of a meeting, told from prose about questions."""

from __future__ import annotations

import pytest

from corpus.prose.blocks import blocks_of
from corpus.prose.questions import opens_answer, opens_question
from tests.corpus.drawn import paged

ASKED = """
**51. Questions from members

Question 1 by Councillor Ash to the Cabinet Member for Highways and Transport

When will the road be mended?

Answer

It will be mended in May.

Supplementary question

Which year?

Councillor Birch replied that she did not know.

**52. Other business

The Chair thanked members.
"""


@pytest.mark.parametrize(
    "text",
    [
        "Question 1 by Mr Ash to the Leader", "Question 3 from Councillor Ash: why?",
        "QUESTION NO. 4", "Question: Why?", "Supplementary question", "Q1. Why?", "Q: Why?",
        "Supplementary Question by Cllr Ash", "(2) Question from Mr Ash, a resident",
    ],
)  # fmt: skip
def test_a_question_opens_with_its_name(text: str) -> None:
    assert opens_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "Questions were asked about the cost.", "Question marks hang over the plan.",
        "Questions from Members", "Q3 2024-25 showed a fall.", "QPR is quarterly.",
    ],
)  # fmt: skip
def test_prose_about_questions_is_none(text: str) -> None:
    assert not opens_question(text)


def test_an_answer_opens_with_its_name_or_says_who_replied() -> None:
    assert opens_answer("Reply: £12m.")
    assert opens_answer("Answer by the Leader of the Council")
    assert opens_answer("In reply, Councillor Birch responded that it was late.")
    assert not opens_answer("Response rates fell to 12 per cent.")


def test_an_answer_knows_its_question() -> None:
    found = [b for b in blocks_of(paged(ASKED).lines) if b.kind == "answer"]
    assert [b.lead_in for b in found] == ["When will the road be mended?"] * 2 + ["Which year?"]


def test_other_business_is_no_answer() -> None:
    assert blocks_of(paged(ASKED).lines)[-1].kind == "paragraph"


def test_a_response_without_a_question_is_a_paragraph() -> None:
    (_, found) = blocks_of(paged("**2. Survey\n\nResponse: 12 per cent.").lines)
    assert found.kind == "paragraph"
