import importlib.util
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.wording import coverage
from benchmarks.standing import in_neighbours, in_one_block, in_one_passage, share
from corpus.paper import Block
from tests.index.small_papers import paper_of_blocks

QUOTE = "close two hostels and open a refuge"
LEAD_IN = "Cabinet agreed to close"


def item(text, **fields):
    return Block("list item", text, 0, 0, **fields)


def test_a_block_holds_a_quotation_alone_or_with_its_lead_in():
    papers = [paper_of_blocks("plan", item("two hostels and open a refuge", lead_in=LEAD_IN))]
    assert in_one_block(QUOTE, papers).is_whole
    bare = [paper_of_blocks("plan", item("two hostels and open a refuge"))]
    assert not in_one_block(QUOTE, bare).is_whole


def test_neighbours_of_one_list_hold_what_runs_over_them():
    items = item("(a) close two hostels"), item("(b) and open a refuge")
    papers = [paper_of_blocks("plan", *items)]
    assert in_neighbours("close two hostels (b) and open a refuge", papers).is_whole
    assert not in_one_block("close two hostels (b) and open a refuge", papers).is_whole


def test_neighbours_that_are_no_unit_do_not():
    paragraphs = [Block("paragraph", text, 0, 0) for text in ("close two hostels", "and open")]
    assert (
        in_neighbours("close two hostels and open", [paper_of_blocks("plan", *paragraphs)]) is None
    )


def test_the_fewest_neighbours_are_taken():
    items = item("close two hostels in May"), item("close two hostels"), item("in June and July")
    found = in_neighbours("close two hostels in June and July",
                          [paper_of_blocks("plan", *items)])  # fmt: skip
    assert found.blocks[0].text == "close two hostels"


def test_of_two_that_hold_it_the_one_on_golds_page_is_taken():
    papers = [paper_of_blocks("plan", item(QUOTE, page=2), item(QUOTE, page=5))]
    assert in_one_block(QUOTE, papers, 5).blocks[0].page == 5
    assert in_one_block(QUOTE, papers).blocks[0].page == 2


def test_a_page_is_where_the_words_stand_not_where_their_block_begins():
    text = "Costs had fallen for years. " + QUOTE
    papers = [paper_of_blocks("plan", item(text, page=2, breaks=((28, 3),)))]
    assert in_one_block(QUOTE, papers).pages == {3}


def test_a_passage_holds_it_or_not():
    papers = [paper_of_blocks("plan", item(QUOTE))]
    assert in_one_passage(QUOTE, papers) and not in_one_passage("open two refuges in May", papers)


ODD = ["a", "the", "Board’s", "£1,200", "3.5", "<u>two</u>", "–", "closed"]
WORDS = st.lists(st.sampled_from(ODD)).map(" ".join)


@given(WORDS, WORDS)
def test_words_are_told_apart_as_the_evaluation_tells_them(quote, text):
    assert share(quote, text) == coverage(quote, text)


@given(WORDS, WORDS)
def test_words_are_told_apart_as_the_shared_scorer_tells_them(shared, quote, text):
    assert share(quote, text) == scorer(shared).coverage(quote, text)


@cache
def scorer(shared):
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_share_of_half_a_quotation_is_counted_in_three_word_runs():
    assert share("one two three four", "one two three five") == pytest.approx(1 / 2)
