from pathlib import Path

import pytest

from assistant.errors import NoSuchPage
from assistant.reading.rereading import Reread
from assistant.reading.sheets import PART, sheet_of
from tests.assistant.readings import HEADING, RESOLVED, RUNS_ON, block, reading


def reread(*blocks, pages=(1, 2, 3), **fields):
    return Reread(reading(*blocks, **fields), pages)


def places(sheet):
    return [place for place, _ in sheet.blocks]


def test_a_page_holds_what_begins_on_it_and_what_runs_on_to_it():
    paper = reread(HEADING, RUNS_ON, RESOLVED)
    assert [places(sheet_of(paper, n)) for n in (1, 2, 3)] == [[0], [1], [1, 2]]


def test_the_first_page_is_shown_or_the_one_that_the_block_stands_on():
    paper = reread(HEADING, RUNS_ON, RESOLVED)
    assert sheet_of(paper).number == 1
    assert sheet_of(paper, block=2).number == 3
    assert sheet_of(paper, block=99).number == 1


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_page_that_is_not_there_is_refused(number):
    with pytest.raises(NoSuchPage, match="1 to 3"):
        sheet_of(reread(HEADING), number)


def test_a_page_left_out_says_why():
    paper = reread(HEADING, unread=((2, "scanned"),))
    assert sheet_of(paper, 2).left_out == "scanned" and not sheet_of(paper, 2).blocks
    assert sheet_of(paper, 1).left_out == ""


def test_a_block_without_a_page_stands_on_the_first():
    assert places(sheet_of(reread(HEADING, block("x", page=None)), 1)) == [0, 1]


def test_without_pages_every_block_is_in_one_part_and_no_more():
    blocks = [block(f"{n}", page=None) for n in range(PART + 5)]
    paper = reread(*blocks, pages=())
    assert places(sheet_of(paper, 1)) + places(sheet_of(paper, 2)) == list(range(PART + 5))
    assert sheet_of(paper, block=PART).number == 2
    with pytest.raises(NoSuchPage, match="part 3"):
        sheet_of(paper, 3)


def test_a_paper_without_a_word_has_one_empty_part():
    assert sheet_of(reread(pages=())).blocks == ()


def test_a_page_that_cannot_be_drawn_is_shown_without_a_picture(tmp_path):
    paper = Reread(reading(HEADING), (1, 2, 3), Path(tmp_path / "gone.pdf"))
    assert sheet_of(paper).outlines is None and places(sheet_of(paper)) == [0]
