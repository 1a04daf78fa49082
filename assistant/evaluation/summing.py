"""What an evaluation comes to: the figures over the questions that count, and what did not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.errors import EvaluationError
from assistant.evaluation.asking import Result, Row, councils_of, curve, seconds, table
from assistant.evaluation.checking import faults, sound
from assistant.evaluation.gold import BadLine, Gold
from assistant.evaluation.measures import WORDS_READ
from assistant.evaluation.refusing import Curve

if TYPE_CHECKING:
    from index.library import Library


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The results that count, their rows (all, then by kind, then by council), risk against
    coverage, the median and 95th percentile of the seconds a question took (None where the run does
    not say), and the lines of the questions file with something wrong. `by_library` is False where
    no library was at hand, so that only passages of the run could count as relevant."""

    results: tuple[Result, ...]
    rows: tuple[Row, ...]
    curve: Curve | None
    seconds: tuple[float, float] | None
    bad: tuple[BadLine, ...]
    by_library: bool


def checked(
    questions: Sequence[Gold], bad: Sequence[BadLine], *, library: Library | None
) -> tuple[list[Gold], tuple[BadLine, ...]]:
    """The questions that count, and the bad lines with those whose evidence is in doubt, in order.

    Raises EvaluationError if no question counts.
    """
    doubtful = faults(library, questions) if library else []
    everything = tuple(sorted([*bad, *doubtful], key=lambda line: line.number))
    kept = sound(questions, doubtful)
    if not kept:
        why = f"line {doubtful[0].number}: {doubtful[0].reason}"
        raise EvaluationError(f"The library has the evidence of none of the questions ({why}).")
    return kept, everything


def summed(
    results: Sequence[Result],
    bad: Sequence[BadLine],
    *,
    library: Library | None,
    words: int = WORDS_READ,
) -> Evaluation:
    """The figures over results, all of which count."""
    councils = councils_of(results, library=library)
    rows = table(results, councils=councils, words=words)
    return Evaluation(
        tuple(results), tuple(rows), curve(results), seconds(results), tuple(bad),
        by_library=library is not None,
    )  # fmt: skip
