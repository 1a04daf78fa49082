"""Judgements and decisions of the shared papers, against gold, by the rule of `findings`."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.paper import Paper
from corpus.read import read_all
from tests.corpus.register.findings import Figures, Gold, decided, gold_of, judged

FIELDS = 0.92


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[Gold]:
    return gold_of(shared / "gold" / "register.jsonl")


@pytest.fixture(scope="module")
def papers(shared: Path, gold: list[Gold]) -> dict[str, list[Paper]]:
    """The papers of the documents that gold covers, by their files' ending."""
    covered = {entry["document"] for entry in gold}
    files = [f for f in (shared / "papers").rglob("*.*") if f.stem in covered]
    readings = list(read_all(files))
    return {
        ending: [p for r in readings if r.path.endswith(ending) for p in r.papers]
        for ending in (".txt", ".pdf")
    }


@pytest.mark.parametrize(("ending", "least"), [(".txt", 0.95), (".pdf", 0.90)])
@pytest.mark.parametrize("measure", [judged, decided])
def test_findings_are_found_and_not_invented(papers, gold, measure, ending, least) -> None:
    documents = {paper.document for paper in papers[ending]}
    figures: Figures = measure(papers[ending], [g for g in gold if g["document"] in documents])
    assert figures.precision >= least, figures.wrong
    assert figures.recall >= least, figures.wrong
    for name in figures.fields:
        assert figures.field_share(name) >= FIELDS, figures.wrong
