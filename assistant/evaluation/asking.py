"""Gold questions are asked, one by one, and the answers scored: can this library be trusted?"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from assistant.assistant import ask
from assistant.errors import EvaluationError, QuestionError
from assistant.evaluation.gold import Gold
from assistant.evaluation.measures import FIGURES, Score, score
from assistant.wire import Json, answer_json

if TYPE_CHECKING:
    from index.library import Library


@dataclass(frozen=True, slots=True)
class Result:
    """One question: its gold, its answer as JSON with the question's "id", and its figures."""

    gold: Gold
    run: Json
    score: Score


@dataclass(frozen=True, slots=True)
class Row:
    """Mean figures over some questions: of all, or of one kind. None where none of them counts."""

    label: str
    questions: int
    figures: dict[str, float | None]


def evaluate(
    library: Library,
    questions: Sequence[Gold],
    *,
    on_result: Callable[[Result], None] | None = None,
) -> list[Result]:
    """Ask each question as a member of the public would, over the whole library, and score it."""
    results = []
    for gold in questions:
        run = {"id": gold.id, **_asked(library, gold)}
        result = Result(gold, run, score(gold, run))
        results.append(result)
        if on_result:
            on_result(result)
    return results


def table(results: Sequence[Result]) -> list[Row]:
    """The figures over all questions, then a row for each kind of question, by name."""
    kinds = sorted({result.gold.kind for result in results})
    parts = [("all", results)]
    parts += [(kind, [r for r in results if r.gold.kind == kind]) for kind in kinds]
    return [Row(label, len(part), _means(r.score for r in part)) for label, part in parts]


def seconds(results: Sequence[Result]) -> tuple[float, float]:
    """The median and the 95th percentile of the seconds a question took."""
    times = sorted(result.run["seconds"] for result in results)
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def write_run(path: Path, results: Iterable[Result]) -> None:
    """Write the run file: one answer a line. Raises EvaluationError if it cannot be written."""
    lines = [json.dumps(result.run, ensure_ascii=False) + "\n" for result in results]
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        message = f"The run could not be written to {path}: {error.strerror}."
        raise EvaluationError(message) from None


def _asked(library: Library, gold: Gold) -> Json:
    """The answer as JSON; a question that cannot be asked (too long, say) counts as refused."""
    began = time.perf_counter()
    try:
        return answer_json(ask(library, gold.question))
    except QuestionError as error:
        return {
            "question": gold.question,
            "answered": False,
            "answer": str(error),
            "citations": [],
            "passages": [],
            "seconds": time.perf_counter() - began,
        }


def _means(scores: Iterable[Score]) -> dict[str, float | None]:
    scores = list(scores)
    columns = {name: [s[name] for s in scores if name in s] for name in FIGURES}
    return {name: mean(column) if column else None for name, column in columns.items()}
