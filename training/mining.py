"""Hard negatives: passages that both legs of a search find for a question and that do not answer.

Ranked as the product ranks, by words and by meaning together, over the training passages alone.
Another passage that holds the answer's own words is left out: it may be right too.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from index.encoder import Encoder
from index.search import CRUMB_WEIGHT, STOP_WORDS
from index.words import WordRow, Words, tokens
from training.passages import Passage, answers

DEPTH = 60


def hard_negatives(
    asked: Sequence[tuple[str, str]], own: Sequence[int], passages: Sequence[Passage],
    encoder: Encoder, *, most: int,
) -> list[list[int]]:  # fmt: skip
    """For each (question, answer) of passage `own`, up to `most` passages (by their place), best
    first; the answer of a question that has none is ""."""
    vectors = encoder.encode([p.whole for p in passages])
    queries = encoder.encode([question for question, _ in asked])
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "words"
        rows = (WordRow(n, 1, p.breadcrumb, p.text) for n, p in enumerate(passages))
        Words.build(folder, rows)
        words = Words.open(folder)
        return [
            [
                n
                for n in _ranked(words, question, vectors @ query)
                if n != mine and not answers(passages[n], answer)
                and not _alike(passages[n], passages[mine])
            ][:most]
            for (question, answer), mine, query in zip(asked, own, queries, strict=True)
        ]  # fmt: skip


def _ranked(words: Words, question: str, cosines: np.ndarray) -> list[int]:
    terms = dict.fromkeys(t for t in tokens(question) if t not in STOP_WORDS)
    found = words.search([(t, 1.0) for t in terms], DEPTH, crumb_weight=CRUMB_WEIGHT)
    best = max((score for _, score in found), default=1.0)
    scores = cosines / max(float(cosines.max()), 1e-6)
    for number, score in found:
        scores[number] += score / best
    return [int(n) for n in np.argsort(-scores, kind="stable")[:DEPTH]]


def _alike(one: Passage, other: Passage) -> bool:
    """Two printings of one passage: each answers what the other does."""
    here, there = _words(one.text), _words(other.text)
    return len(here & there) >= 0.8 * max(len(here | there), 1)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(tokens(text))
