"""Is one run better than another, or was it luck? Two runs over the same questions.

For each figure the paired randomisation test: were the two runs alike, each question's two values
could as well stand the other way round; how often does swapping at random give a difference at
least as large? Seeded, so that the answer is the same each time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

import numpy as np
import numpy.typing as npt

from assistant.evaluation.asking import Result
from assistant.evaluation.intervals import SEED, Interval, mean_intervals
from assistant.evaluation.measures import WORDS_READ, names

SWAPS = 10_000
ROUNDING = 1e-12
"""Sums of the same values in another order differ by less than this."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure of two runs over the questions that count for both: the means, second less first
    with its 95 % interval, and `p`, how likely chance alone gives as large a difference."""

    name: str
    questions: int
    first: float
    second: float
    difference: float
    interval: Interval
    p: float


@dataclass(frozen=True, slots=True)
class Change:
    """A question that came out otherwise in the second run: `won` or lost."""

    first: Result
    second: Result
    won: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs beside each other: each figure's difference, and the questions that changed."""

    questions: int
    differences: tuple[Difference, ...]
    changes: tuple[Change, ...]


def compare(
    first: Sequence[Result], second: Sequence[Result], *, words: int = WORDS_READ
) -> Comparison:
    """Compare two runs scored over the same questions, in the same order."""
    differences = (_difference(name, first, second) for name in names(words))
    changes = tuple(
        Change(a, b, won=b.score["overall"] > a.score["overall"])
        for a, b in zip(first, second, strict=True)
        if a.score["overall"] != b.score["overall"]
    )
    return Comparison(len(first), tuple(d for d in differences if d), changes)


def chance_of(differences: Sequence[float]) -> float:
    """The p value of paired differences: the share of SWAPS random swaps, the observed one among
    them, whose mean is at least as far from 0.

    >>> chance_of([0.0, 0.0])
    1.0
    """
    values: npt.NDArray[np.float64] = np.array([d for d in differences if d])
    if not len(values):
        return 1.0
    signs = np.random.default_rng(SEED).integers(0, 2, (SWAPS, len(values)), dtype=np.int8) * 2 - 1
    as_far = np.abs(signs @ values) >= abs(values.sum()) - ROUNDING
    return float((1 + as_far.sum()) / (1 + SWAPS))


def _difference(name: str, first: Sequence[Result], second: Sequence[Result]) -> Difference | None:
    pairs = [
        (a.score[name], b.score[name]) for a, b in zip(first, second, strict=True)
        if name in a.score and name in b.score
    ]  # fmt: skip
    gains = [b - a for a, b in pairs]
    (interval,) = mean_intervals([gains])
    if interval is None:
        return None
    before, after = (mean(values) for values in zip(*pairs, strict=True))
    return Difference(name, len(pairs), before, after, after - before, interval, chance_of(gains))
