"""A cited answer, against the least any retrieval does: embed the question, search a flat index."""

from __future__ import annotations

from collections.abc import Sequence

import faiss

from assistant.assistant import ask
from benchmarks.pairs import Pair, timed
from index.library import Library


def compare(library: Library, questions: Sequence[str]) -> Pair:
    """All questions answered, and all of them looked up: twenty passages each, by vectors alone."""
    texts = passages(library)
    flat = faiss.IndexFlatIP(library.encoder.dimensions)
    flat.add(library.encoder.encode(texts))
    return timed(
        lambda: [ask(library, question) for question in questions],
        lambda: [flat.search(library.encoder.encode([question]), 20) for question in questions],
    )


def passages(library: Library) -> list[str]:
    """The text of every public passage."""
    return [p.text for paper in library.papers() for p in library.passages_in(paper.id)]
