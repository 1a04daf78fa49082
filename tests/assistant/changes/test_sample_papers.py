"""The improvement plan's updates, compared as a reader did it: the lists beside this file were made
by reading the papers side by side, before anything was compared by machine. (But for the last line
of the second: Word's last line, which the PDFs print as a footer, had been overlooked.)"""

import json
from pathlib import Path

import pytest

from assistant.access import shelves_for
from assistant.changes.choosing import changes_between
from assistant.changes.comparing import compare
from assistant.changes.pieces import pieces_of
from assistant.rewording.tokens import tokens_of
from tests.assistant.changes.listed import score

PUBLIC = shelves_for("public")
UPDATES = {
    "october": "2023-10-10 CF Scrutiny - Improvement Plan Update",
    "march": "2024-03-12 CF Scrutiny - Improvement Plan Update",
    "next october": "2024-10-08 CF Scrutiny - Improvement Plan Update",
}
PAIRS = {"october-to-march": ("october", "march"), "march-to-october": ("march", "next october")}


@pytest.fixture(params=PAIRS)
def pair(request, sample):
    """A comparison, and the lines of the list made for it."""
    old, new = PAIRS[request.param]
    listed = Path(__file__).with_name(f"{request.param}.jsonl").read_text(encoding="utf-8")
    compared = changes_between(sample, UPDATES[old], UPDATES[new], shelves=PUBLIC)
    return compared.comparison, [json.loads(line) for line in listed.splitlines()]


def test_every_change_is_told_and_none_invented(pair):
    comparison, lines = pair
    told = score(comparison.changes, lines)
    assert told.missed == [] and told.invented == []
    assert told.facts_missed == [] and told.facts_invented == []


def test_each_side_is_a_slice_of_its_paper(pair):
    comparison, _ = pair
    for change in comparison.changes:
        for side, paper in ((change.old, comparison.old), (change.new, comparison.new)):
            if side:
                start = side.block.start + side.start
                assert paper.text[start : start + len(side.quote)] == side.quote
                assert all(side.quote[a:b].strip() for a, b in side.changed)


def test_what_is_not_told_as_changed_stands_in_both(pair):
    """The law of a complete list: without what changed, both papers have the same words."""
    comparison, _ = pair
    assert kept(comparison, "old") == kept(comparison, "new")


def kept(comparison, side):
    """The words of one paper that are in no change, sorted."""
    paper = comparison.old if side == "old" else comparison.new
    gone = set()
    for change in comparison.changes:
        told = change.old if side == "old" else change.new
        for a, b in told.changed if told else ():
            gone |= {(id(told.block), told.start + at) for at in range(a, b)}
    return sorted(
        token.value
        for piece in pieces_of(paper)
        for token in tokens_of(piece.text)
        if (id(piece.block), piece.start + token.start) not in gone
    )


def test_a_paper_has_not_changed_from_itself(pair):
    comparison, _ = pair
    assert compare(comparison.new, comparison.new).changes == ()
