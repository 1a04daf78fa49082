import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.texts.wording import (
    KEPT,
    figures_differ,
    likeness,
    same_report,
    share_in,
    shingles,
    signature,
    words_of,
)

WORDS = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(676)]
TEXTS = st.lists(st.sampled_from(WORDS[:40]), max_size=60).map(" ".join)


def text_of(words: int, seed: int = 0) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def test_case_punctuation_and_line_breaks_do_not_count():
    assert words_of("The Chair’s “PLAN”,\nof 1.5m") == words_of("the chair's plan of 1.5M")
    assert words_of("safe\ufffe\nguarding child\u00adren") == ["safeguarding", "children"]


def test_a_text_of_fewer_words_than_a_run_is_one_shingle():
    assert shingles("To follow.") == {"to follow"}
    assert shingles(" – ") == frozenset()


@given(one=TEXTS, other=TEXTS)
def test_a_share_is_what_counting_would_give(one, other):
    runs, others = shingles(one), shingles(other)
    counted = sum(run in others for run in runs)
    assert share_in(runs, others) == (counted / len(runs) if runs else 0)
    assert (share_in(runs, runs) == 1) == bool(runs)


def test_a_signature_tells_about_how_much_is_shared():
    one, other = text_of(1000, 1), text_of(1000, 2)
    both, mixed = signature(f"{one} {other}"), signature(f"{one} {text_of(1000, 3)}")
    assert len(both) == 4 * KEPT
    assert likeness(both, both) == 1 and likeness(signature(one), signature(other)) == 0
    assert likeness(both, mixed) == pytest.approx(1 / 3, abs=0.13)  # three standard errors


def test_a_signature_of_no_words_is_like_nothing():
    assert signature("") == b""
    assert likeness(b"", b"") == likeness(b"", signature(text_of(50))) == 0


def test_the_same_sentence_with_another_figure_is_told():
    july = shingles(f"{text_of(300)} a net increase of 5 places {text_of(300, 1)}")
    october = shingles(f"{text_of(300)} a net increase of 7 places {text_of(300, 1)}")
    assert min(share_in(july, october), share_in(october, july)) > 0.95
    assert figures_differ(july, october)
    assert not same_report(july, october, named_alike=True)


def test_a_page_stamp_is_no_other_figure():
    alone = shingles(f"{text_of(300)} {text_of(300, 1)}")
    packed = shingles(f"{text_of(300)} Page 117 Agenda Item 6 {text_of(300, 1)}")
    assert not figures_differ(alone, packed)
    assert same_report(alone, packed, named_alike=False)


def test_a_heading_s_date_here_and_a_page_s_stamp_there_are_no_other_figure():
    alone = shingles(f"{text_of(300)} 23 January 2024 Peer review {text_of(300, 1)}")
    packed = shingles(f"{text_of(300)} Agenda Item 6 Peer review {text_of(300, 1)}")
    assert not figures_differ(alone, packed)


def test_a_report_within_another_is_the_same_only_if_named_alike():
    alone, longer = shingles(text_of(300)), shingles(f"{text_of(300)} {text_of(300, 1)}")
    assert same_report(alone, longer, named_alike=True)
    assert same_report(longer, alone, named_alike=True)
    assert not same_report(alone, longer, named_alike=False)


def test_a_few_words_are_nobody_s():
    few = shingles("This report is to follow.")
    assert not same_report(few, few, named_alike=True)
