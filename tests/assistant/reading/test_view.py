from dataclasses import replace
from typing import get_args

import pytest

from assistant.errors import NoSuchPage, QuestionError
from assistant.reading.view import (
    ATTRIBUTED,
    MARKS,
    left_out,
    named_cells,
    number_words,
    on_pages,
    page_words,
    pages_asked,
    pages_of,
    paper_facts,
    parts_of,
    printed_number,
    source_words,
    told_of,
)
from corpus.paper import Mark, Place, Source
from tests.assistant.readings import HEADING, RESOLVED, ROW, RUNS_ON, block, paper, reading


def test_each_fact_says_where_it_was_read():
    facts = {fact.field: fact for fact in paper_facts(paper())}
    assert facts["council"].read_from == "the paper’s first lines: “THE OXTON COUNCIL”"
    assert facts["date"].value == "10 October 2023" and facts["date"].read_from == ""


def test_a_council_told_from_the_papers_beside_it_says_so():
    alone = paper(sources=())
    assert paper_facts(alone, attributed=True)[0].read_from == ATTRIBUTED
    assert paper_facts(alone)[0].read_from == ""


def test_a_fact_that_no_paper_gives_is_empty():
    assert [fact.value for fact in paper_facts(paper(item="")) if fact.field == "item"] == [""]


def test_the_printed_page_number_is_named_where_it_differs():
    assert page_words(RUNS_ON) == "2 (printed 29)"
    assert page_words(block("x", page=4, page_label="4")) == "4"
    assert page_words(block("x", page=None)) == ""


def test_a_row_is_called_by_its_paragraph_and_its_row():
    assert number_words(block("x", kind="table row", row="7", paragraph="4.1")) == "4.1, row 7"
    assert number_words(block("x", paragraph="3.8.4")) == "3.8.4"
    assert number_words(HEADING) == ""


def test_a_row_whose_label_is_a_cells_words_is_called_a_row():
    label = "Lamp posts mended in Mill Lane"
    row = block(label, kind="table row", row=label, cells=(label, "5"))
    assert number_words(row) == "row"
    assert number_words(replace(row, cells=("", "5"))) == f"row “{label}”"


@pytest.mark.parametrize(
    ("paragraph", "text", "found"),
    [("3.5", "3.5. Five", "3.5. "), ("2.1 a", "(a) Five", "(a) "), ("(a)", "(a) Five", "(a) "),
     ("3.5", "3.50 lamps", ""), ("3", "3.5 lamps", ""), ("3", "Five", ""), ("", "3 lamps", "")],
)  # fmt: skip
def test_a_number_is_printed_only_where_it_is_the_blocks_own(paragraph, text, found):
    assert printed_number(block(text, paragraph=paragraph)) == found


def test_a_source_is_not_quoted_where_it_says_the_value_again():
    source = Source("title", "front matter", "PLAN \nUPDATE")
    facts = {fact.field: fact for fact in paper_facts(paper(sources=(source,)))}
    assert facts["title"].read_from == "the paper’s first lines"


def test_cells_stand_under_their_headers_only_where_there_are_as_many():
    assert named_cells(ROW) == [("No", "7"), ("Matter", "Lamp posts")]
    assert named_cells(block("a\tb", kind="table row", headers=("No",), cells=("a", "b"))) == []


def test_a_block_that_runs_on_knows_both_pages_and_loses_no_word():
    assert pages_of(RUNS_ON) == [2, 3]
    assert parts_of(RUNS_ON) == [(2, "The plan was late. "), (3, "It cost £5.")]


def test_a_block_is_shown_on_every_page_that_it_stands_on():
    blocks = [HEADING, RUNS_ON, RESOLVED]
    assert on_pages(blocks, range(3, 4)) == [RUNS_ON, RESOLVED]
    assert on_pages(blocks, None) == blocks
    assert on_pages(blocks, range(4, 9)) == []


@pytest.mark.parametrize("asked", ["0", "5-3", "x", "", "3-", "-2", "1-2-3"])
def test_what_is_no_range_of_pages_is_refused(asked):
    with pytest.raises(QuestionError, match="3-5"):
        pages_asked(asked)


def test_a_page_past_the_end_is_refused_with_the_number_of_pages():
    assert pages_asked("2-9", of=reading()) == range(2, 10)
    with pytest.raises(NoSuchPage, match="it has 3"):
        pages_asked("4", of=reading())
    with pytest.raises(NoSuchPage, match="no pages"):
        pages_asked("1", of=reading(pages=None))


def test_pages_left_out_are_told_in_runs_by_reason():
    unread = ((2, "scanned"), (4, "scanned"), (5, "scanned"), (9, "damaged"))
    assert left_out(reading(unread=unread)) == [
        "pages 2, 4 to 5 were left out: scanned", "page 9 was left out: damaged",
    ]  # fmt: skip


def test_no_page_left_out_is_told_of_twice():
    reason = "update.pdf was read in part: page 2 (scanned) was left out."
    part = reading(outcome="read in part", reason=reason, unread=((2, "scanned"),), notes=("n",))
    assert told_of(part) == ["page 2 was left out: scanned", "n"]
    assert told_of(reading(outcome="refused", reason="update.pdf was refused: it is empty.")) == [
        "it is empty."
    ]
    assert told_of(reading()) == []


def test_every_place_and_every_mark_has_its_words():
    assert all(source_words(Source("title", place)) for place in get_args(Place))
    assert set(MARKS) == set(get_args(Mark))
