"""What anyone would use instead: BM25 alone, vectors alone, and the two by reciprocal rank.

All over the very passages that our search looks in, breadcrumbs included, with the same weights.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from index.encoder import Encoder
from index.kept.shelves import Shelf
from index.search import CRUMB_WEIGHT, STOP_WORDS
from index.words import tokens

Ranking = Callable[[Shelf, Encoder, str, Collection[int] | None], list[int]]
"""Ranks a question's passages, best first, of these papers (by number) or of all (None)."""

DEPTH = 1000  # of each leg; deeper than any figure looks
RRF_K = 60  # as first published, and in every library that has it


def bm25(shelf: Shelf, _: Encoder, question: str, papers: Collection[int] | None) -> list[int]:
    """By BM25 of the question's words, stop words left out."""
    terms = dict.fromkeys(t for t in tokens(question) if t not in STOP_WORDS)
    weighed = [(term, 1.0) for term in terms]
    found = shelf.words.search(weighed, DEPTH, papers=papers, crumb_weight=CRUMB_WEIGHT)
    return [passage for passage, _ in found]


def vectors(
    shelf: Shelf, encoder: Encoder, question: str, papers: Collection[int] | None
) -> list[int]:
    """By cosine to the question."""
    allowed = None if papers is None else [int(i) for i in shelf.ids_in(papers)]
    found = shelf.vectors.search(encoder.encode([question])[0], DEPTH, allowed)
    return [passage for passage, _ in found]


def reciprocal_rank(
    shelf: Shelf, encoder: Encoder, question: str, papers: Collection[int] | None
) -> list[int]:
    """By the sum over both of 1 / (60 + rank)."""
    summed: dict[int, float] = {}
    for ranking in (bm25, vectors):
        for rank, passage in enumerate(ranking(shelf, encoder, question, papers), 1):
            summed[passage] = summed.get(passage, 0.0) + 1 / (RRF_K + rank)
    return sorted(summed, key=lambda passage: -summed[passage])


RIVALS: Mapping[str, Ranking] = {
    "BM25 alone": bm25,
    "vectors alone": vectors,
    "reciprocal rank fusion": reciprocal_rank,
}
