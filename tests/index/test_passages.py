"""Passages: what is read together, what is cut, and the laws of slices."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.paper import Block, Drawing, Line, Meeting, Paper
from corpus.prose.blocks import SEPARATOR, blocks_of
from corpus.structure import papers_of
from index.passages import passages_of, rewritten_breadcrumb
from index.texts.runs import WHOLE
from tests.corpus.drawn import drawn_lines, lines_in, paged
from tests.index.small_papers import paper_of_blocks

SENTENCE = "The Committee heard that the plan had been put off once more. "


def paper(drawing: Drawing | str) -> Paper:
    drawing = Drawing(lines_in(drawing)) if isinstance(drawing, str) else drawing
    (one,) = papers_of(drawing, document="plan")
    return replace(one, title="Plan", meeting=Meeting("Mere Council", "Cabinet", "2024-01-23"))


def texts(text: str) -> list[str]:
    return [p.text for p in passages_of(paper(text))]


def test_a_resolution_is_one_passage_with_all_its_clauses() -> None:
    clauses = "\n\n".join(f"({c}) {SENTENCE * 2}" for c in "abcdefgh")
    minutes = f"## 22. Plan\n\nThe Chair spoke.\n\nRESOLVED that:\n\n{clauses}\n\nACTION – R Alder."
    (resolution,) = [p for p in passages_of(paper(minutes)) if p.kind == "resolution"]
    assert resolution.text.startswith("RESOLVED that:")
    assert resolution.text.count(SENTENCE.strip()) == 16


def test_a_list_stands_with_its_lead_in_and_heading() -> None:
    (passage,) = texts(
        "## Recommendations\n\n2.1 Cabinet is asked to:\n\n(a) note it; and\n\n(b) agree it."
    )
    assert passage.startswith("Recommendations\n2.1 Cabinet is asked to:")
    assert passage.endswith("(b) agree it.")


def test_a_cut_list_keeps_its_lead_in_in_the_breadcrumb() -> None:
    items = "\n\n".join(f"({c}) {SENTENCE * 6}" for c in "abcdef")
    last = passages_of(paper(f"2.1 Members noted:\n\n{items}"))[-1]
    assert last.paragraph.startswith("2.1 ")
    assert "2.1 Members noted:" in last.breadcrumb


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    found = passages_of(paper(f"1.1 {SENTENCE * 60}"))
    assert len(found) > 2
    assert all(p.text.endswith(".") and len(p.text.split()) <= WHOLE for p in found)
    assert {p.paragraph for p in found} == {"1.1"}


def test_a_paragraph_without_sentences_is_cut_between_words() -> None:
    found = texts("1.1 " + "34% of 97 places " * 150)
    assert " ".join(found).split() == ("1.1 " + "34% of 97 places " * 150).split()
    assert max(len(t.split()) for t in found) <= WHOLE


def test_a_cut_paragraph_knows_the_page_each_part_begins_on() -> None:
    long = SENTENCE * 25
    drawing = paged(f"1.1 {long} and members", f"asked why. {long}", labels=("7", "8"))
    first, *_, last = passages_of(paper(drawing))
    assert (first.page, last.page) == (1, 2)
    assert any(p.breaks for p in (first, last)) or first.end < last.start


def test_a_small_table_is_whole_and_a_large_one_row_by_row() -> None:
    small = "Grade\tJudgement\nLeaders\tGood\nHelp\tGood\n"
    large = "Action\tUpdate\n" + "".join(f"{n}A Plan\t{SENTENCE * 3}\n" for n in range(1, 8))
    assert len(texts(small)) == 1
    rows = passages_of(paper(large))
    assert [r.row for r in rows][1:] == [f"{n}A Plan" for n in range(2, 8)]
    assert {r.headers for r in rows} == {"Action\nUpdate"}


def test_the_breadcrumb_says_where_a_passage_stands() -> None:
    passage = passages_of(paper("## 3. Findings\n\n3.1 All was well.\n\n3.2 " + SENTENCE * 8))[-1]
    assert passage.breadcrumb.split("\n")[:3] == ["Mere Council", "Cabinet", "23 January 2024"]
    assert passage.breadcrumb.endswith("3. Findings")


def test_numbered_paragraphs_of_some_length_stay_apart() -> None:
    found = passages_of(paper(f"1.1 {SENTENCE * 5}\n\n1.2 {SENTENCE * 5}"))
    assert [p.paragraph for p in found] == ["1.1", "1.2"]


@given(drawn_lines)
def test_passages_are_slices_that_hold_the_paper_once(lines: tuple[Line, ...]) -> None:
    blocks = blocks_of(lines)
    text = SEPARATOR.join(b.text for b in blocks)
    whole = Paper("p", "p", "P", "report", "public", Meeting(), text=text, blocks=blocks)
    passages = passages_of(whole)
    assert all(text[p.start : p.end] == p.text for p in passages)
    gaps = zip(
        [0, *(p.end for p in passages)], [*(p.start for p in passages), len(text)], strict=True
    )
    assert not "".join(text[a:b] for a, b in gaps).strip()


@given(drawn_lines)
def test_breaks_stand_inside_their_passage(lines: tuple[Line, ...]) -> None:
    blocks = blocks_of(lines)
    text = SEPARATOR.join(b.text for b in blocks)
    for p in passages_of(
        Paper("p", "p", "P", "report", "public", Meeting(), text=text, blocks=blocks)
    ):
        assert all(0 < offset < len(p.text) for offset, _ in p.breaks)


_FACTS = st.tuples(
    st.sampled_from(["", "Mere Council", "Council"]),
    st.sampled_from(["", "Cabinet", "Summary"]),
    st.sampled_from([None, "2023-07-04", "2024-01-23"]),
    st.sampled_from(["Plan", "Cabinet", "July 2023"]),
)


@given(lines=drawn_lines, before=_FACTS, after=_FACTS)
def test_a_rewritten_breadcrumb_is_what_reading_anew_would_give(
    lines: tuple[Line, ...], before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    blocks = blocks_of(lines)
    text = SEPARATOR.join(b.text for b in blocks)
    old, new = (
        Paper("p", "p", title, "report", "public", Meeting(council, committee, date), text=text,
              blocks=blocks)
        for council, committee, date, title in (before, after)
    )  # fmt: skip
    for was, is_now in zip(passages_of(old), passages_of(new), strict=True):
        crumb = rewritten_breadcrumb(was.breadcrumb, was.text, before=old, after=new)
        assert crumb == is_now.breadcrumb


def test_an_answer_stands_with_its_question_and_a_vote_with_its_motion() -> None:
    long = SENTENCE * 4
    kinds = ("question", "answer", "paragraph", "motion", "vote")
    said = [f"{kind} {long}".strip() for kind in kinds]
    blocks = [Block(kind, words, 0, 0) for kind, words in zip(kinds, said, strict=True)]
    found = [p.text for p in passages_of(paper_of_blocks("minutes", *blocks))]
    assert found == ["\n".join(said[:2]), said[2], "\n".join(said[3:])]


def test_a_passage_bears_the_marks_of_its_blocks() -> None:
    blocks = [
        Block("paragraph", "Struck.", 0, 0, marks=("struck out",)),
        Block("paragraph", "Read.", 0, 0, marks=("read by OCR", "struck out")),
    ]
    (passage,) = passages_of(paper_of_blocks("minutes", *blocks))
    assert passage.marks == ("read by OCR", "struck out")


def test_a_footnote_stands_with_the_paragraph_above_it_that_calls_it() -> None:
    note = Block("footnote", "1 Before the pay award.", 0, 0, page=2)
    calling = Block("paragraph", "Costs rose.1 " + SENTENCE * 5, 0, 0, page=2)
    other = Block("paragraph", SENTENCE * 5, 0, 0, page=2)
    (together,) = passages_of(paper_of_blocks("plan", calling, note))
    *_, alone = passages_of(paper_of_blocks("plan", calling, other, note))
    assert together.text.endswith(note.text)
    assert alone.text == note.text
    assert "Costs rose.1" in alone.breadcrumb


def test_notes_at_a_paper_s_end_name_what_calls_each_of_them() -> None:
    calling = [
        Block("paragraph", f"{SENTENCE * 5}{what}", 0, 0, page=page)
        for page, what in ((1, "The barn is listed.1"), (2, "A notice was served.2"))
    ]
    notes = [Block("footnote", f"{n} It was put off.", 0, 0, paragraph="9", page=4) for n in (1, 2)]
    parting = Block("paragraph", SENTENCE * 5, 0, 0, page=4)
    *_, noted = passages_of(paper_of_blocks("plan", *calling, parting, *notes))
    assert noted.text == "1 It was put off.\n2 It was put off."
    assert (noted.page, noted.paragraph) == (4, "")  # it is no part of the last paragraph
    assert "The barn is listed.1" in noted.breadcrumb
    assert "A notice was served.2" in noted.breadcrumb


def test_a_footnote_called_all_over_its_page_names_no_caller() -> None:
    note = Block("footnote", "1 Before the pay award.", 0, 0)
    calling = [Block("heading", f"Part {n}.1", 0, 0) for n in "ABCDE"]
    last = passages_of(
        paper_of_blocks("plan", *calling, Block("paragraph", SENTENCE * 9, 0, 0), note)
    )
    assert "Part A" not in last[-1].breadcrumb
