"""How far a figure could be off for want of more questions: bootstrap intervals of means.

The questions are drawn again with replacement, all figures of a question together, and the middle
95 % of the means is told. The draws are seeded, so that the same run has the same intervals.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Interval = tuple[float, float]
Matrix = npt.NDArray[np.float64]

RESAMPLES = 2000
SEED = 20_170
MIDDLE = (2.5, 97.5)


def draws(questions: int) -> npt.NDArray[np.intp]:
    """Which questions each resample holds: (RESAMPLES, questions), the same each time."""
    chance = np.random.default_rng(SEED)
    return chance.integers(0, questions, (RESAMPLES, questions))


def mean_intervals(columns: Sequence[Sequence[float | None]]) -> list[Interval | None]:
    """The 95 % interval of each column's mean. None in a column is a question that does not count
    for it; a column of nothing else has no interval.

    >>> mean_intervals([[1.0, 1.0], [None, None]])
    [(1.0, 1.0), None]
    """
    if not columns or not columns[0]:
        return [None] * len(columns)
    drawn = draws(len(columns[0]))
    return [_interval(np.array(column, dtype=np.float64), drawn) for column in columns]


def middle(values: Matrix) -> Interval:
    """Between which two the middle 95 % of the values lie."""
    low, high = np.percentile(values, MIDDLE)
    return float(low), float(high)


def _interval(column: Matrix, drawn: npt.NDArray[np.intp]) -> Interval | None:
    counts = ~np.isnan(column)
    if not counts.any():
        return None
    sums = np.where(counts, column, 0.0)[drawn].sum(axis=1)
    times = counts[drawn].sum(axis=1)
    held = times > 0  # a resample may hold none of the questions that count
    return middle(sums[held] / times[held])
