"""Sentences as spans."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.register.sentences import sentences


def test_a_number_or_a_title_ends_no_sentence() -> None:
    text = "3.1 Mr. Ash of St. Ives left. (He was late.) It was 3.5 miles."
    found = [text[start:end] for start, end in sentences(text)]
    assert found == ["3.1 Mr. Ash of St. Ives left.", "(He was late.)", "It was 3.5 miles."]


@given(st.text("Aa. \n(3)", max_size=40))
def test_sentences_follow_one_another(text: str) -> None:
    spans = list(sentences(text))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans).split() or not text.strip("\n .()")
