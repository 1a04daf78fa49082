"""Logistic regression, small enough to read: fits the weights of evidence and refusal."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def fit(x: Floats, y: Floats, *, weight: Floats | None = None, ridge: float = 2.0) -> Floats:
    """Weights (d + 1,), the bias last, of the penalised maximum likelihood, by Newton's method.

    `x` (n, d), `y` (n,) of 0 and 1, `weight` (n,) of each row. `ridge` penalises squared weights,
    not the bias.
    """
    rows = np.column_stack([x, np.ones(len(x))])
    importance = np.ones(len(x)) if weight is None else weight
    penalty = ridge * np.diag([1.0] * x.shape[1] + [0.0])
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        p = probability(x, weights)
        gradient = rows.T @ (importance * (y - p)) - penalty @ weights
        curvature = (rows * (importance * p * (1 - p))[:, None]).T @ rows + penalty
        step = np.linalg.solve(curvature + 1e-9 * np.eye(len(weights)), gradient)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def balanced(y: Floats) -> Floats:
    """Row weights (n,) that make both classes count the same."""
    share = y.mean()
    weights: Floats = np.where(y == 1, 0.5 / share, 0.5 / (1 - share))
    return weights


def probability(x: Floats, weights: Floats) -> Floats:
    """Of y = 1 for each row, (n,)."""
    chance: Floats = 1 / (1 + np.exp(-(x @ weights[:-1] + weights[-1])))
    return chance


def area_under_curve(y: Floats, score: Floats) -> float:
    """The chance that a row of y = 1 scores above one of y = 0 (ties count half)."""
    above = score[y == 1][:, None] - score[y == 0][None, :]
    return float((above > 0).mean() + 0.5 * (above == 0).mean())
