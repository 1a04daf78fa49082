"""The first hits are read against the question and put in a better order.

A passage's score becomes a mean of how well it was found and how relevant the reader holds it,
against the best it has read. What was not read keeps its place below what was, unless it was found
far better. Without a reader the order stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.reader import Reader
from index.search import Hit

FIRST = 20
"""Hits read. With 30 as many answers were right (of 1,257 development and other questions 940
against 941) and no figure of ranking was more than 0.002 away, for half as much time again; with
16, passages that stand seventeenth or later were lost over longer papers (recall 0.932 against
0.937 and 0.939)."""
SHARE = 0.2
"""Of the reader in the score of a passage whose parts are not weighed afterwards. 0, 0.2, 0.4, 0.6
gave MRR 0.73, 0.76, 0.75, 0.72 (text), 0.61, 0.64, 0.62, 0.59 (PDF), 0.70, 0.74, 0.75, 0.71
(sample), development questions all."""
LEAST = 8.0
"""Of a relevance logit below the best passage's: counts as not relevant at all."""


def reread(
    hits: Sequence[Hit], question: str, reader: Reader | None, *,
    first: int = FIRST, share: float | None = None,
) -> list[Hit]:  # fmt: skip
    """The hits with the reader's verdicts on the first of them, best first; `share` is the
    reader's in a passage's score, SHARE if none is given."""
    if reader is None or not hits:
        return list(hits)
    passages = [(hit.passage.breadcrumb, hit.passage.text) for hit in hits[:first]]
    verdicts = reader.read(question, passages)
    told = [replace(h, verdict=v) for h, v in zip(hits[:first], verdicts, strict=True)]
    return reordered([*told, *hits[first:]], share=share)


def reordered(hits: Sequence[Hit], *, share: float | None = None) -> list[Hit]:
    """Hits that were read, in the order of their mean scores."""
    weight = SHARE if share is None else share
    relevant = relevances(hits)
    scored = [
        replace(hit, score=(1 - weight) * hit.found + weight * relevant[hit.passage.id])
        for hit in hits
    ]
    return sorted(scored, key=lambda hit: -hit.score)


def relevances(hits: Sequence[Hit]) -> dict[int, float]:
    """How relevant the reader holds each passage, by its id: 1 the best it has read, 0 far below
    it, or not read. Of a reader that is not ours, whose logits have another scale, 0 is the worst.
    """
    read = [hit.verdict for hit in hits if hit.verdict]
    best = max((verdict.relevance for verdict in read), default=0.0)
    worst = min((verdict.relevance for verdict in read), default=0.0)
    ours = any(verdict.answers is not None for verdict in read)
    reach = LEAST if ours else max(best - worst, 1e-6)
    return {
        hit.passage.id: max(0.0, 1 - (best - hit.verdict.relevance) / reach) if hit.verdict else 0.0
        for hit in hits
    }
