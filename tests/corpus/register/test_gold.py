"""Recommendations and actions against gold: the real papers' and the sample papers'."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from corpus import sample
from corpus.paper import Paper
from corpus.register.actions import actions
from corpus.register.recommendations import recommendations
from tests.corpus.register.matching import Figures, compare, covered, gold_entries, papers_in

READERS: dict[str, Callable[[Paper], Sequence[Any]]] = {
    "recommendation": recommendations,
    "action": actions,
}
FIELDS = ("lead", "owner", "due", "status", "direction")


def figures(gold: Path, papers: list[Paper], kind: str) -> Figures:
    documents = {paper.document for paper in papers}
    entries = [one for one in gold_entries(gold, kind) if one["document"] in documents]
    found = [(paper.document, one) for paper in papers for one in READERS[kind](paper)]
    return compare(entries, found)


@pytest.fixture(scope="module")
def text_papers(shared: Path) -> list[Paper]:
    gold = shared / "gold" / "register.jsonl"
    return papers_in(sorted((shared / "papers" / "text").glob("*.txt")), covered(gold))


@pytest.fixture(scope="module")
def pdf_papers(shared: Path) -> list[Paper]:
    gold = shared / "gold" / "register.jsonl"
    return papers_in(sorted((shared / "papers" / "pdf").rglob("*.pdf")), covered(gold))


@pytest.fixture(scope="module")
def sample_papers() -> list[Paper]:
    gold = sample.register_file()
    return papers_in(sorted(sample.papers_folder().iterdir()), covered(gold))


@pytest.mark.parametrize("kind", READERS)
def test_entries_of_the_text_papers_agree_with_gold(
    shared: Path, text_papers: list[Paper], kind: str
) -> None:
    result = figures(shared / "gold" / "register.jsonl", text_papers, kind)
    assert result.recall >= 0.95, result.missed
    assert result.precision >= 0.95, result.wrong


@pytest.mark.parametrize("kind", READERS)
def test_entries_of_the_pdfs_agree_with_gold(
    shared: Path, pdf_papers: list[Paper], kind: str
) -> None:
    result = figures(shared / "gold" / "register.jsonl", pdf_papers, kind)
    assert not result.missed or result.recall >= 0.9, result.missed
    assert not result.wrong or result.precision >= 0.9, result.wrong


def test_fields_of_actions_agree_with_gold(shared: Path, text_papers: list[Paper]) -> None:
    result = figures(shared / "gold" / "register.jsonl", text_papers, "action")
    right = result.right((*FIELDS, "recommendation", "recommendation_no", "scores"))
    assert all(share >= 0.92 for share in right.values()), right


@pytest.mark.parametrize("kind", READERS)
def test_entries_of_the_sample_papers_agree_with_gold(
    sample_papers: list[Paper], kind: str
) -> None:
    result = figures(sample.register_file(), sample_papers, kind)
    assert result.recall >= 0.95, result.missed
    assert result.precision >= 0.95, result.wrong


def test_fields_of_sample_actions_agree_with_gold(sample_papers: list[Paper]) -> None:
    result = figures(sample.register_file(), sample_papers, "action")
    right = result.right((*FIELDS, "recommendation", "recommendation_no", "scores"))
    assert all(share >= 0.92 for share in right.values()), right


def test_every_entry_is_a_slice_of_its_paper(
    text_papers: list[Paper], sample_papers: list[Paper]
) -> None:
    for paper in (*text_papers, *sample_papers):
        for read in READERS.values():
            for one in read(paper):
                assert paper.text[one.place.start : one.place.end] == one.text
