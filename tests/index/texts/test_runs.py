"""Which blocks make one passage: lists, motions, rows."""

from __future__ import annotations

from corpus.paper import Block
from index.passages import Passage, passages_of
from tests.index.small_papers import paper_of_blocks

SENTENCE = "The Committee heard that the plan had been put off once more. "


def test_a_short_motion_stands_with_what_was_resolved_and_is_cited_by_that() -> None:
    blocks = [
        Block("motion", "1. Mr Alder proposed Mr Birch.", 0, 0, paragraph="1"),
        Block("resolution", "2. RESOLVED that Mr Birch be elected.", 0, 0, paragraph="2"),
    ]
    (passage,) = passages_of(paper_of_blocks("minutes", *blocks))
    assert (passage.kind, passage.paragraph) == ("resolution", "2")
    assert passage.text.startswith("1. Mr Alder")


def test_a_long_motion_and_what_was_resolved_stay_apart() -> None:
    blocks = [Block("motion", SENTENCE * 9, 0, 0), Block("resolution", SENTENCE, 0, 0)]
    found = passages_of(paper_of_blocks("minutes", *blocks))
    assert [p.kind for p in found] == ["motion", "resolution"]


def test_a_long_list_is_cut_between_its_outer_items() -> None:
    depths = ["1 a", "1 a bullet 1", "1 a b", "1 b", "1 b a", "1 b b"]
    items = [Block("list item", SENTENCE * 5, 0, 0, paragraph=d, lead_in=":") for d in depths]
    found = passages_of(paper_of_blocks("plan", *items))
    assert [p.paragraph for p in found] == ["1 a", "1 b"]


def rows_of_a_large_table(*rows: tuple[str, str]) -> list[Passage]:
    """Passages of rows, each a section and a text, in a table too large to be read whole."""
    filler = ("Last", "Plans\t" + SENTENCE * 12)
    blocks = [
        Block("table row", text, 0, 0, (section,) if section else (), "", text.split("\t")[0],
              headers=("Plan", "Cost"), cells=tuple(text.split("\t")), table=1)
        for section, text in (*rows, filler)
    ]  # fmt: skip
    return passages_of(paper_of_blocks("budget", *blocks))


def test_short_rows_of_a_section_stand_together_under_it_and_their_total() -> None:
    below = ("PHASE ONE", f"Homes\t{SENTENCE}"), ("PHASE ONE", "Care\t5"), ("", "TOTAL\t9")
    found = rows_of_a_large_table(("", "Roads\t7"), ("", "PHASE ONE\t"), *below)
    assert [p.text.split()[0] for p in found] == ["Roads", "PHASE", "Plans"]
    assert found[1].text.endswith("TOTAL\t9")
    assert (found[1].row, found[1].section) == ("Homes", "PHASE ONE")
