"""Gold questions are asked, one by one, and the answers scored: can this library be trusted?"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from assistant.assistant import ask
from assistant.errors import EvaluationError, QuestionError
from assistant.evaluation import ranking
from assistant.evaluation.gold import Gold
from assistant.evaluation.intervals import Interval, mean_intervals
from assistant.evaluation.measures import WORDS_READ, Score, names, score
from assistant.evaluation.refusing import Curve, risk_coverage
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
    """Mean figures over some questions, each with its 95 % interval; None where none of them
    counts. `of` is what the label names: "all", "kind" or "council"."""

    label: str
    questions: int
    figures: dict[str, float | None]
    intervals: dict[str, Interval | None] = field(default_factory=dict)
    of: str = "all"


def evaluate(
    library: Library,
    questions: Sequence[Gold],
    *,
    words: int = WORDS_READ,
    on_result: Callable[[Result], None] | None = None,
) -> list[Result]:
    """Ask each question as a member of the public would, over the whole library, and score it.

    `on_result` is told each as it is answered, before the ranking of its passages is measured.
    """
    results = []
    for gold in questions:
        run = {"id": gold.id, **_asked(library, gold)}
        result = Result(gold, run, score(gold, run, words=words))
        results.append(result)
        if on_result:
            on_result(result)
    return with_ranking(results, library=library)


def scored(
    questions: Sequence[Gold],
    runs: Mapping[str, Json],
    *,
    library: Library | None = None,
    words: int = WORDS_READ,
    beside: Iterable[Json] = (),
) -> list[Result]:
    """Score answers given before; a question the run has no answer to counts as refused.

    `beside` are the answers of another run it is compared with: what these found is judged too.
    """
    answers = [runs.get(gold.id, {"id": gold.id, "answered": False}) for gold in questions]
    results = [
        Result(gold, run, score(gold, run, words=words))
        for gold, run in zip(questions, answers, strict=True)
    ]
    return with_ranking(results, library=library, beside=beside)


def with_ranking(
    results: Sequence[Result], *, library: Library | None, beside: Iterable[Json] = ()
) -> list[Result]:
    """The results with the figures that need to know every relevant passage of the papers."""
    runs = [result.run for result in results]
    questions = [result.gold for result in results]
    qrels = ranking.judged(questions, [*runs, *beside], library=library)
    figures = ranking.figures(qrels, runs)
    return [replace(r, score={**r.score, **figures.get(r.gold.id, {})}) for r in results]


def table(
    results: Sequence[Result],
    *,
    councils: Mapping[str, str] | None = None,
    words: int = WORDS_READ,
) -> list[Row]:
    """The figures over all questions, then a row for each kind of question, by name, then one for
    each council whose papers hold the evidence; `councils` is document to council."""
    rows = [_row("all", results, words=words)]
    for kind in sorted({r.gold.kind for r in results}):
        rows.append(_row(kind, [r for r in results if r.gold.kind == kind], "kind", words=words))
    of = {r.gold.id: {(councils or {}).get(e.document, "") for e in r.gold.evidence}
          for r in results}  # fmt: skip
    for council in sorted(set().union(*of.values()) - {""}):
        part = [r for r in results if council in of[r.gold.id]]
        rows.append(_row(council, part, "council", words=words))
    return rows


def councils_of(results: Iterable[Result], *, library: Library | None) -> dict[str, str]:
    """Document to its council: as the library has it, else as the answers' citations say."""
    said = {
        citation["document"]: citation["council"]
        for result in results for citation in result.run.get("citations") or ()
        if citation.get("council")
    }  # fmt: skip
    papers = library.papers() if library else []
    return said | {p.document: p.council for p in papers if p.council}


def curve(results: Sequence[Result]) -> Curve | None:
    """Risk against coverage; None for a run whose answers do not say how sure they are."""
    if any(r.run.get("answered") and r.run.get("confidence") is None for r in results):
        return None
    return risk_coverage([_outcome(result) for result in results])


def seconds(results: Sequence[Result]) -> tuple[float, float] | None:
    """The median and the 95th percentile of the seconds a question took, if the run says."""
    told = (result.run.get("seconds") for result in results)
    times = sorted(time for time in told if time is not None)
    return (times[len(times) // 2], times[int(len(times) * 0.95)]) if times else None


def write_run(path: Path, results: Iterable[Result]) -> None:
    """Write the run file: one answer a line. Raises EvaluationError if it cannot be written."""
    lines = [json.dumps(result.run, ensure_ascii=False) + "\n" for result in results]
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        message = f"The run could not be written to {path}: {error.strerror}."
        raise EvaluationError(message) from None


def _outcome(result: Result) -> tuple[float, bool, bool]:
    answered = bool(result.run.get("answered"))
    return result.run.get("confidence") or 0.0, answered, answered and result.score["overall"] == 1


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
            "confidence": 0.0,
        }


def _row(label: str, results: Sequence[Result], of: str = "all", *, words: int) -> Row:
    shown = names(words)
    columns = [[r.score.get(name) for r in results] for name in shown]
    counted = [[value for value in column if value is not None] for column in columns]
    means = [mean(values) if values else None for values in counted]
    intervals = mean_intervals(columns)
    figures = dict(zip(shown, means, strict=True))
    return Row(label, len(results), figures, dict(zip(shown, intervals, strict=True)), of)
