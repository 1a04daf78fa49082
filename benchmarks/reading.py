"""Reading PDFs into papers, against pypdf extracting their text and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdf

from benchmarks.pairs import Pair, timed
from corpus.read import Reader

SHARED = Path(__file__).resolve().parents[2] / "shared" / "papers" / "pdf"
MOST = 12
"""Real papers taken, smallest first, where there are any: enough pages for a steady figure."""


def files(sample: Path) -> list[Path]:
    """The sample PDFs, and some real ones where a folder of them stands beside the checkout."""
    real = sorted(SHARED.rglob("*.pdf"), key=lambda path: path.stat().st_size)[:MOST]
    return [*sorted(sample.glob("*.pdf")), *real]


def pages(papers: Sequence[Path]) -> int:
    """How many pages they have together."""
    return sum(len(pypdf.PdfReader(paper).pages) for paper in papers)


def compare(papers: Sequence[Path]) -> Pair:
    """Ours reads in one child process: characters, tables, structure, metadata, hidden text."""
    with Reader() as reader:
        return timed(
            lambda: [reader.read(paper) for paper in papers],
            lambda: [_text(paper) for paper in papers],
            rounds=3,
        )


def _text(paper: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(paper).pages]
