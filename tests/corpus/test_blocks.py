"""Blocks: sections, numbers, lists, resolutions, and the laws that hold for any lines."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given

from corpus.blocks import SEPARATOR, blocks_of
from corpus.paper import Block, Line
from corpus.paragraphs import is_residue
from tests.corpus.drawn import drawn_lines, paged

MINUTES = """
**21. Youth justice plan

The head of service presented the plan.

RESOLVED: That the plan be supported.

**22. Improvement Plan: Update

Councillor Birch asked for the cost.

RESOLVED:

1. That progress be noted.
2. That a written plan be asked for:
(a) by May, and
(b) in public.

ACTION – Ruth Alder to report back.
"""


def blocks(*pages: str, labels: tuple[str, ...] = ()) -> list[Block]:
    return list(blocks_of(paged(*pages).lines, page_labels=labels))


def test_a_paragraph_knows_its_number_section_page_and_label() -> None:
    (_, _, block) = blocks(
        "", "**3. Findings\n\n**3.1 Visits\n\n3.1.1 All was well.", labels=("i", "1")
    )
    assert (block.paragraph, block.section) == ("3.1.1", ("3. Findings", "3.1 Visits"))
    assert (block.page, block.page_label) == (2, "1")


def test_a_resolution_holds_its_clauses_and_ends_with_them() -> None:
    found = blocks(MINUTES)
    resolved = [b.paragraph for b in found if b.kind == "resolution"]
    assert resolved == ["21", "22", "22 1", "22 2", "22 2 a", "22 2 b"]
    assert (found[-1].kind, found[-1].paragraph) == ("paragraph", "22")


def test_a_minute_after_a_resolution_is_a_heading_of_its_own() -> None:
    headings = [b.text for b in blocks(MINUTES) if b.kind == "heading"]
    assert headings == ["21. Youth justice plan", "22. Improvement Plan: Update"]


def test_a_numbered_resolution_gives_its_clauses_its_number() -> None:
    minute = "**83. Family hubs\n\n1. The Chair spoke.\n\n2. RESOLVED that Cabinet:"
    found = blocks(f"{minute}\n\n1. Agree.\n\n2. Note.")
    assert [b.paragraph for b in found] == ["83", "83 1", "83 2", "83 2 1", "83 2 2"]


def test_items_hang_on_their_lead_in() -> None:
    items = blocks("2.1 Cabinet is asked to:\n(a) note the plan;\n(b) agree it.")[1:]
    assert {b.lead_in for b in items} == {"2.1 Cabinet is asked to:"}
    assert [b.paragraph for b in items] == ["2.1 a", "2.1 b"]


def test_a_vote_hangs_on_the_line_that_says_what_was_voted_on() -> None:
    asked = "24) The motion was put to the vote as follows:"
    found = blocks(
        f"{asked}\n\nFor (1)\n\nMr Ashgrove\n\nAgainst (1)\n\nMr Birch\n\nMotion carried."
    )
    assert [(b.paragraph, b.lead_in) for b in found[1:]] == [("24", asked)] * 3


def test_a_proposal_is_no_heading() -> None:
    found = blocks(
        "**4. Motion\n\n5) Mr Ashgrove proposed, and Ms Birch seconded the motion that\n\nX."
    )
    assert [b.kind for b in found].count("heading") == 1


def test_rows_stand_under_the_line_that_names_their_table() -> None:
    rows = tuple(
        Line(t, 1, role="row", cells=tuple(t.split("|")), table=1) for t in ("Ward|£", "Mere|12")
    )
    lines = (*paged("**5. Money\n\nTable 2: Spending by ward").lines, *rows)
    assert blocks_of(lines)[-1].section == ("5. Money", "Table 2: Spending by ward")


def test_house_rules_are_boilerplate_and_business_is_not() -> None:
    rules, business = blocks("The meeting may be filmed and webcast.\n\nThe budget was discussed.")
    assert (rules.kind, business.kind == "boilerplate") == ("boilerplate", False)


@given(drawn_lines)
def test_every_block_is_its_slice_and_blocks_follow_one_another(lines: tuple[Line, ...]) -> None:
    found = blocks_of(lines)
    text = SEPARATOR.join(b.text for b in found)
    assert all(text[b.start : b.end] == b.text for b in found)
    assert all(a.end + len(SEPARATOR) == b.start for a, b in pairwise(found))


@given(drawn_lines)
def test_no_word_is_lost_but_residue(lines: tuple[Line, ...]) -> None:
    kept = [x for x in lines if x.cells or not (is_residue(x.text) or x.text == str(x.page))]
    drawn = re.findall(r"\w+", " ".join(x.text for x in kept))
    assert re.findall(r"\w+", " ".join(b.text for b in blocks_of(lines))) == drawn


@given(drawn_lines)
def test_breaks_stand_inside_their_block_in_order(lines: tuple[Line, ...]) -> None:
    for block in blocks_of(lines):
        offsets = [offset for offset, _ in block.breaks]
        assert offsets == sorted(offsets)
        assert all(0 < offset <= len(block.text) for offset in offsets)
