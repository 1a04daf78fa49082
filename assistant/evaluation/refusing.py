"""Does it know when to refuse? Risk against coverage, by the answers' own confidence.

The questions are put in order of confidence and answered from the surest down. Coverage is the
share answered so far, risk the share of those that are wrong. A question that was refused counts as
wrong had it been answered: of one without an answer that is so, of the others it is the worst case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.evaluation.intervals import Interval, draws, middle


@dataclass(frozen=True, slots=True)
class Point:
    """Answering everything at least this sure answers `coverage` of the questions, of which `risk`
    wrongly."""

    confidence: float
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The points from the surest question down; `aurc` is the area under them, the mean risk over
    all coverages: 0 is perfect. `coverage` and `risk` are where the answers given stood."""

    points: tuple[Point, ...]
    aurc: float
    interval: Interval
    coverage: float
    risk: float | None


Outcome = tuple[float, bool, bool]
"""One question: how sure (0 to 1), whether it was answered, whether answered right."""


def risk_coverage(outcomes: Sequence[Outcome]) -> Curve | None:
    """The curve over some questions; None where there are none.

    >>> risk_coverage([(0.9, True, True), (0.1, False, False)]).aurc
    0.25
    """
    if not outcomes:
        return None
    sure = np.array([outcome[0] for outcome in outcomes])
    wrong = np.array([not outcome[2] for outcome in outcomes], dtype=np.float64)
    given = [right for _, answered, right in outcomes if answered]
    resampled = np.array([_area(sure[drawn], wrong[drawn]) for drawn in draws(len(outcomes))])
    return Curve(
        points=_points(sure, wrong),
        aurc=_area(sure, wrong),
        interval=middle(resampled),
        coverage=len(given) / len(outcomes),
        risk=1 - sum(given) / len(given) if given else None,
    )


def _points(sure: npt.NDArray[np.float64], wrong: npt.NDArray[np.float64]) -> tuple[Point, ...]:
    return tuple(
        Point(float(at), float((sure >= at).mean()), float(wrong[sure >= at].mean()))
        for at in sorted(set(sure), reverse=True)
    )


def _area(sure: npt.NDArray[np.float64], wrong: npt.NDArray[np.float64]) -> float:
    """The mean over all questions of the risk once it is answered; questions equally sure share
    their errors, so that their order in the file does not matter."""
    _, group = np.unique(-sure, return_inverse=True)
    sizes = np.bincount(group)
    shared = np.repeat(np.bincount(group, weights=wrong) / sizes, sizes)
    return float((np.cumsum(shared) / np.arange(1, len(sure) + 1)).mean())
