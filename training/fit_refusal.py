"""When to refuse: how likely the papers are to answer, and the likelihood that is asked for.

Questions refused by rule (opinions, private facts, names that no paper has) are left to the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant import fitted
from assistant.finding.refusal import by_rule, features_of
from training.asked import Set, reweighed
from training.logistic import Floats, area_under_curve, balanced, fit, probability

ANSWERS = fitted.REFUSAL.index("answers")
OVER = 0.06
"""Share of answerable questions we are ready to refuse wrongly."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Of a set's questions: features (n, d), and whether the papers answer (n,)."""

    x: Floats
    y: Floats


@dataclass(frozen=True, slots=True)
class Refusing:
    """Weights (d,), bias and threshold."""

    weights: tuple[float, ...]
    bias: float
    threshold: float

    def area(self, rows: Rows) -> float:
        """How well the estimate tells answerable from not: 1 is perfect, 0.5 chance."""
        likely = probability(rows.x, np.array([*self.weights, self.bias]))
        return area_under_curve(rows.y, likely)


def rows_of(asked: Set, weights: Sequence[float]) -> Rows:
    """What the refusal of each question would rest on, with units weighed so."""
    rows, answerable = [], []
    for question in asked.questions:
        parts = [
            replace(found, evidence=reweighed(found, weights))
            for found in question.found
            if found.evidence
        ]
        parts = [
            part
            for part in parts
            if not by_rule(question.asked, part.evidence, weighed=part.weighed, hits=part.hits)
        ]
        if question.asked.refused or not parts:
            continue
        each = [features_of(question.asked, p.evidence, weighed=p.weighed) for p in parts]
        rows.append(max(each, key=lambda f: (f[ANSWERS], f[1:3])))
        answerable.append(float(question.gold.answerable))
    return Rows(np.array(rows), np.array(answerable))


def fit_refusal(sets: Sequence[Rows], *, over: float = OVER) -> Refusing:
    """Weights over the sets, each class counting the same, and the threshold for OVER."""
    x = np.vstack([s.x for s in sets])
    y = np.concatenate([s.y for s in sets])
    weights = fit(x, y, weight=balanced(y))
    threshold = float(np.quantile(probability(x, weights)[y == 1], over))
    return Refusing(tuple(weights[:-1]), float(weights[-1]), threshold)
