"""Two ways of doing the same work, timed turn about, so that a busy moment hits both."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Seconds of each round, ours and theirs; `ratio` is how many times theirs ours takes."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median over rounds of ours by theirs: under 1 is faster than they are."""
        return median(a / b for a, b in zip(self.ours, self.theirs, strict=True))

    @property
    def spread(self) -> tuple[float, float]:
        """The smallest and the largest ratio of a round."""
        ratios = [a / b for a, b in zip(self.ours, self.theirs, strict=True)]
        return min(ratios), max(ratios)


def timed(
    ours: Callable[[], object], theirs: Callable[[], object], *, rounds: int = ROUNDS
) -> Pair:
    """Run both once to warm up, then turn about, who goes first changing with each round."""
    ours()
    theirs()
    rows: list[tuple[float, float]] = []
    for number in range(rounds):
        first, second = (ours, theirs) if number % 2 == 0 else (theirs, ours)
        a, b = _seconds(first), _seconds(second)
        rows.append((a, b) if number % 2 == 0 else (b, a))
    return Pair(tuple(a for a, _ in rows), tuple(b for _, b in rows))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
