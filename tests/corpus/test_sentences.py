"""Sentences as spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentences


def test_a_number_or_a_title_ends_no_sentence() -> None:
    text = "3.1 Mr. Ash of St. Ives left. (He was late.) It was 3.5 miles."
    found = [text[start:end] for start, end in sentences(text)]
    assert found == ["3.1 Mr. Ash of St. Ives left.", "(He was late.)", "It was 3.5 miles."]


@pytest.mark.parametrize(
    "text",
    [
        "The Rev. Ash moved the motion.", "Approx. 300 carers replied.", "E.g. Parks did.",
        "The lead, J. Moss, agreed with Dr J. R. Ash.", "Ada B. Weir spoke.",
        "See para. 3 and minute no. 14 on p. 12.", "It has min. 3 staff, est. £4m.",
        "It went to Cllrs. Ash and Weir.", "They are: a. Local Sites; b. Reserves.",
        "£1.2m went to St. Ives.", "(3.2.1) Parks", "3.2. Parks",
    ],
)  # fmt: skip
def test_an_abbreviation_or_a_mark_ends_no_sentence(text: str) -> None:
    assert [text[start:end] for start, end in sentences(text)] == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Members voted no.", "The motion fell."), ("It is in Appendix B.", "The cost is £3m."),
        ("Visits lasted 20 min.", "Staff were trained."), ("Did they say no?", "It fell."),
        ("It funds local art.", "Members agreed."), ("We closed parks, roads, etc.", "It hurt."),
        ("It moved to High St.", "The shop shut."), ("It is in Appendix B.", "3 came."),
        ("It cost too much.", "• appoint a lead"), ("It is £3.9m.", "Land is not owned."),
        ("(He was late.)", "“So.”"), ("The first", "The second"), ("Is it so?”", "(Yes.)"),
    ],
)  # fmt: skip
def test_what_ends_a_sentence(first: str, second: str) -> None:
    text = f"{first} {second}" if first[-1] in ".?)”" else f"{first}\n{second}"
    assert [text[start:end] for start, end in sentences(text)] == [first, second]


@given(st.text("Aa. \n(3)", max_size=40))
def test_sentences_follow_one_another(text: str) -> None:
    spans = list(sentences(text))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans).split() or not text.strip("\n .()")
