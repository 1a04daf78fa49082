"""Dates that make a span."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.register.spans import spans_in


@pytest.mark.parametrize(
    ("text", "words", "since"),
    [
        ("between 9 and 20 January 2023", "9 and 20 January 2023", "2023-01-09"),
        ("from 16th September to 4th October 2019", "16th September to 4th October 2019",
         "2019-09-16"),
        ("between 22.2.16 – 17.3.16", "22.2.16 – 17.3.16", "2016-02-22"),
        ("in March 2010", "March 2010", "2010-03-01"),
    ],
)  # fmt: skip
def test_two_dates_are_one_span(text: str, words: str, since: str) -> None:
    (span,) = spans_in(text)
    assert (span.words, span.since) == (words, since)


@pytest.mark.parametrize("text", ["page 45 and 3 May 2020", "of 0 and 5 May 2020"])
def test_a_figure_before_a_date_is_no_day(text: str) -> None:
    (span,) = spans_in(text)
    assert span.since == span.until


_WORDS = ["9", "31", "45", "0", "and", "to", "–", "5", "May", "Feb", "2020", "22.2.16", "16th"]


@given(st.lists(st.sampled_from(_WORDS)).map(" ".join))
def test_each_span_is_a_slice_of_its_text_with_real_days(text: str) -> None:
    for span in spans_in(text):
        assert text[span.start : span.end] == span.words
        assert date.fromisoformat(span.since) and date.fromisoformat(span.until)
