"""Judgements and decisions of the sample papers, against what a reader wrote down."""

from __future__ import annotations

import pytest

from corpus.paper import Paper
from corpus.read import read_all
from corpus.sample import papers_folder, register_file
from tests.corpus.register.findings import Figures, decided, gold_of, judged


@pytest.fixture(scope="module")
def papers() -> list[Paper]:
    readings = read_all(sorted(papers_folder().iterdir()))
    return [paper for reading in readings for paper in reading.papers]


@pytest.mark.parametrize("measure", [judged, decided])
def test_findings_are_those_a_reader_wrote_down(papers, measure) -> None:
    figures: Figures = measure(papers, gold_of(register_file()))
    assert figures.precision >= 0.95, figures.wrong
    assert figures.recall >= 0.95, figures.wrong
    for name in figures.fields:
        assert figures.field_share(name) >= 0.92, figures.wrong
