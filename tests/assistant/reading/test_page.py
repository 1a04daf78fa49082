from dataclasses import replace

from assistant.reading.page import reading_document
from assistant.reading.sheets import Sheet
from assistant.showing.drawing import Outlines
from tests.assistant.readings import EVIL, HEADING, RESOLVED, ROW, RUNS_ON, block, paper


def page(*blocks, number=2, numbers=(1, 2, 3), chosen=None, **fields):
    shown = Sheet(number, numbers, True, tuple(enumerate(blocks)), **fields)
    return reading_document(paper(*blocks), shown, chosen=chosen)


def test_nothing_a_paper_says_becomes_markup():
    evil = block(EVIL, kind="table row", row=EVIL, paragraph=EVIL, page_label=EVIL, lead_in=EVIL,
                 headers=(EVIL,), cells=(EVIL,))  # fmt: skip
    bare = block(EVIL, kind="list item")
    html = reading_document(
        paper(evil, bare, id=EVIL, title=EVIL),
        Sheet(1, (1,), True, ((0, evil), (1, bare)), left_out=EVIL),
    )
    assert "<img" not in html and html.count("&lt;img") > 6


def test_each_block_names_its_number_and_its_kind():
    html = page(HEADING, ROW, RESOLVED)
    for name in (">heading</a>", ">row 7</a>", ">resolution</a>"):
        assert name in html
    assert "<dt>Matter</dt><dd>Lamp posts</dd>" in html


def test_marks_are_said_in_words():
    html = page(ROW, block("not", marks=("struck out",)), block("x", marks=("read by OCR",)))
    assert "cells uncertain" in html and "check it against the page" in html
    assert "struck out, all or a part of it" in html
    assert "uncertain" not in page(HEADING).partition("</style>")[2]


def test_a_block_that_runs_on_says_where_it_turns():
    html = page(RUNS_ON)
    assert "pages 2 to 3" in html and "page 3 from here" in html and "(printed 29)" in html


def test_the_way_to_the_pages_before_and_after():
    html = page(HEADING)
    assert 'page=1#read">Previous page' in html and 'page=3#read">Next page' in html
    assert "<nav" not in page(HEADING, numbers=(2,))


def test_the_first_page_has_no_way_back():
    html = page(HEADING, number=1)
    assert '<span class="off">Previous page</span>' in html and "Next page</a>" in html


def test_the_picture_outlines_each_block_and_the_chosen_one_stands_out():
    boxes = (((10.0, 20.0, 110.0, 32.0),), ())
    html = page(HEADING, RESOLVED, chosen=0, outlines=Outlines(800, 1100, boxes))
    assert 'class="r0 chosen"' in html and 'class="r1"' in html
    assert '<rect x="7" y="18" width="106" height="16"/>' in html
    assert "/papers/update/pages/2.png" in html
    assert 'id="b0" class="block heading" aria-current="true"' in html


def test_print_in_no_block_is_outlined_and_counted():
    html = page(HEADING, outlines=Outlines(800, 1100, ((),), ((3.0, 2.0, 13.0, 12.0),)))
    assert '<g class="rest"><rect x="0" y="0"' in html
    assert "1 line of this page is in none of its blocks" in html
    assert "none of its blocks" not in page(HEADING, outlines=Outlines(800, 1100, ((),)))


def test_a_page_that_was_left_out_says_why():
    assert "This page was left out: scanned." in page(left_out="scanned")
    assert "Nothing was read on this page." in page()


def test_what_all_blocks_of_a_page_share_is_said_once():
    read = block("Lamps.", marks=("read by OCR",))
    html = page(read, read, replace(read, marks=("read by OCR", "struck out")))
    assert html.count("read by OCR") == 1 and html.count("struck out") == 1
    assert page(read, HEADING).count("read by OCR") == 1
