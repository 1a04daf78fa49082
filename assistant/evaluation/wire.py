"""Evaluations and comparisons as the JSON objects that the command line hands out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from assistant.evaluation.asking import Result, Row
from assistant.evaluation.comparing import Change, Comparison
from assistant.evaluation.gold import BadLine
from assistant.evaluation.refusing import Curve
from assistant.evaluation.summing import Evaluation
from assistant.wire import Json

FIRST_WORDS = 20
"""Of each answer to a question that changed."""


def evaluation_json(evaluation: Evaluation) -> Json:
    """The figures over all questions, by kind and by council, each question's own, and the lines of
    the file that were left out; an interval is the middle 95 %, as [low, high]."""
    everything = evaluation.rows[0]
    told = evaluation.seconds
    return {
        "questions": everything.questions,
        "figures": everything.figures,
        "intervals": everything.intervals,
        "kinds": {row.label: _row(row) for row in evaluation.rows if row.of == "kind"},
        "councils": {row.label: _row(row) for row in evaluation.rows if row.of == "council"},
        "relevant_passages_from": "library" if evaluation.by_library else "run",
        "risk_coverage": _curve(evaluation.curve),
        "left_out": [_bad(line) for line in evaluation.bad if not line.counted],
        "doubtful": [_bad(line) for line in evaluation.bad if line.counted],
        "seconds": told and {"median": round(told[0], 4), "95th_percentile": round(told[1], 4)},
        "results": [_result(result) for result in evaluation.results],
    }


def comparison_json(comparison: Comparison, bad: Iterable[BadLine]) -> Json:
    """Each figure of two runs with its difference, and the questions won and lost by the second."""
    bad = list(bad)
    return {
        "questions": comparison.questions,
        "figures": {
            d.name: {key: value for key, value in asdict(d).items() if key != "name"}
            for d in comparison.differences
        },
        "won": [_change(change) for change in comparison.changes if change.won],
        "lost": [_change(change) for change in comparison.changes if not change.won],
        "left_out": [_bad(line) for line in bad if not line.counted],
        "doubtful": [_bad(line) for line in bad if line.counted],
    }


def first_words(result: Result) -> str:
    """How an answer begins, or that it was refused."""
    if not result.run.get("answered"):
        return "refused"
    words = (result.run.get("answer") or "").split()
    return " ".join(words[:FIRST_WORDS]) + ("…" if len(words) > FIRST_WORDS else "")


def _row(row: Row) -> Json:
    return {"questions": row.questions, **row.figures, "intervals": row.intervals}


def _curve(curve: Curve | None) -> Json | None:
    return None if curve is None else asdict(curve)


def _bad(line: BadLine) -> Json:
    return {"line": line.number, "reason": line.reason}


def _result(result: Result) -> Json:
    return {
        "id": result.gold.id,
        "line": result.gold.line,
        "kind": result.gold.kind,
        "question": result.gold.question,
        "answered": bool(result.run.get("answered")),
        "confidence": result.run.get("confidence"),
        "figures": result.score,
    }


def _change(change: Change) -> Json:
    return {
        "id": change.first.gold.id,
        "question": change.first.gold.question,
        "first": first_words(change.first),
        "second": first_words(change.second),
    }
