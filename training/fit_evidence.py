"""How units are weighed, and passages put in their last order.

A unit is right if it holds half of an evidence quote's three-word runs, or stands within one.
Weights of units maximise the likelihood of a softmax over each question's units; the two weights of
the last order are looked for on a small grid.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import mean

import numpy as np

from assistant.assistant import interleaved
from assistant.evaluation.gold import Evidence as Quoted
from assistant.evaluation.measures import first_words, recall, reciprocal_rank
from assistant.finding.evidence import Evidence, by_evidence
from assistant.wire import PASSAGES_SHOWN
from index.reranking import reordered
from index.search import Hit
from training.asked import Set, reweighed
from training.logistic import Floats
from training.passages import runs_of

RIDGE = 0.02
BY_HAND: Mapping[str, float] = {
    "held": 3, "around": 3, "meaning": 3, "passage": 2, "first": 1, "fits": 1, "listed": 1,
    "front": -2, "wanted": 2, "resolved": 2,
}  # fmt: skip
BY_HAND_READ: Mapping[str, float] = {
    **BY_HAND, "relevant": 3, "answers": 1, "pointed": 3,
}  # fmt: skip
"""Where fitting starts, and what it is held to: what one would guess. Never the weights in use, for
these have seen every set."""
READ = 600
"""Words, as in the figures of `matters evaluate`."""
STEPS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
Order = tuple[float, float]
"""The reader's share in a passage's score, then its best unit's."""


@dataclass(frozen=True, slots=True)
class Units:
    """Features (n, d) of the units gathered for one question and whether each is right (n,)."""

    x: Floats
    y: Floats


def units_in(asked: Set) -> list[Units]:
    """The units of every answerable question with a right one among them."""
    found = []
    for question in asked.questions:
        for part in question.found if question.gold.answerable else ():
            right = np.array([float(is_right(e, question.gold.evidence)) for e in part.evidence])
            if right.any():
                found.append(Units(np.array([e.features for e in part.evidence]), right))
    return found


def is_right(evidence: Evidence, gold: Sequence[Quoted]) -> bool:
    """Whether a unit is one that a gold evidence quote is made of."""
    unit = evidence.unit
    quotes = [g.quote for g in gold if g.document == unit.passage.document]
    return any(
        _share(quote, unit.text) >= 0.5 or (len(unit.text) > 30 and _share(unit.text, quote) >= 0.8)
        for quote in quotes
    )


def _share(part: str, whole: str) -> float:
    runs, others = runs_of(part), runs_of(whole)
    return len(runs & others) / len(runs) if runs else 0.0


def fit_units(sets: Sequence[Set], start: Sequence[float], *, steps: int = 3000) -> Floats:
    """Weights (d,) that make a right unit the first of its question, each set counting the same.

    With a ridge towards weights set by hand before anything was fitted. A plain logistic regression
    over all units puts right units of different questions in one order, which nobody reads; it
    found a right unit first less often (0.48 against 0.61 on one set).
    """
    weights = np.array(start)
    parts = [units_in(each) for each in sets]
    for step in range(steps):
        gradient = -RIDGE * (weights - np.array(start))
        for questions in parts:
            for units in questions:
                score = units.x @ weights
                p = np.exp(score - score.max())
                p /= p.sum()
                right = p * units.y / (p * units.y).sum()
                gradient += units.x.T @ (right - p) / (len(questions) * len(parts))
        weights += gradient * (2.0 if step < steps // 2 else 0.5)
    return weights


def fit_order(sets: Sequence[Set], weights: Sequence[float], *, read: bool) -> Order:
    """The best weights of the last order for units weighed so, each set counting the same."""
    tried = product(STEPS if read else (0.0,), STEPS)
    return max(tried, key=lambda order: mean(ranking(s, weights, order)["all"] for s in sets))


def ranking(asked: Set, weights: Sequence[float], order: Order) -> Mapping[str, float]:
    """How well passages are ranked: recall and all within 600 words, MRR, and their mean."""
    recalls, firsts = [], []
    for question in asked.questions:
        if not question.gold.answerable:
            continue
        hits = interleaved([
            by_evidence(_read(part.hits, order[0]), reweighed(part, weights), share=order[1])
            for part in question.found
        ])  # fmt: skip
        told = [{"document": h.passage.document, "text": h.passage.text}
                for h in hits[:PASSAGES_SHOWN]]  # fmt: skip
        recalls.append(recall(question.gold, first_words(told, READ)))
        firsts.append(reciprocal_rank(question.gold, told))
    whole = mean(r == 1 for r in recalls)
    figures = {"recall": mean(recalls), "whole": whole, "mrr": mean(firsts)}
    return {**figures, "all": mean(figures.values())}


def _read(hits: Sequence[Hit], share: float) -> list[Hit]:
    return reordered(hits, share=share) if any(hit.verdict for hit in hits) else list(hits)
