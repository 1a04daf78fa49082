"""Reading PDFs into papers, against pypdf extracting their text and nothing more."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import pypdf

from benchmarks.pairs import Pair, timed
from corpus.read import read_all

SHARED = Path(__file__).resolve().parents[2] / "shared" / "papers" / "pdf"
WORKERS = 2
"""Processes that read side by side: what `matters add` takes, and what any laptop has."""


def files(sample: Path) -> list[Path]:
    """The real PDFs that stand beside the checkout, the sample papers' where there are none."""
    return sorted(SHARED.rglob("*.pdf")) or sorted(sample.glob("*.pdf"))


def pages(papers: Sequence[Path]) -> int:
    """How many pages they have together."""
    return sum(len(pypdf.PdfReader(paper).pages) for paper in papers)


def compare(papers: Sequence[Path]) -> Pair:
    """Ours reads characters, tables, structure, metadata and what is hidden, in two processes,
    whose start is counted; theirs the text of every page, in this one."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings of damage take time too
    return timed(
        lambda: list(read_all(papers, workers=WORKERS)),
        lambda: [_text(paper) for paper in papers],
        rounds=3,
    )


def _text(paper: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(paper).pages]
