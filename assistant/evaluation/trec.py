"""TREC's figures and files: what everyone's rankings are measured and exchanged with.

The only door to ir-measures. A line of qrels is `question 0 passage grade`, of a run
`question Q0 passage rank score name`; names with spaces in them are percent-encoded there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

import ir_measures

from assistant.errors import EvaluationError

Qrels = Mapping[str, Mapping[str, int]]
"""Question to passage to grade (0 or 1); a question of which nothing is relevant stands with {}."""
Ranked = Mapping[str, Sequence[str]]
"""Question to passages, best first."""

RUN_NAME = "matters"
NOTHING = "nothing-relevant"
"""Stands in qrels where a question has no relevant passage, so that it counts as 0 there too."""
_KEPT = "/#@:&'(),;+=!"


def measured(qrels: Qrels, ranked: Ranked, names: Sequence[str]) -> dict[str, dict[str, float]]:
    """Question to figure (named as ir-measures does: "nDCG@10", "R@100", "RR@10") to its value.

    Every question of the qrels is there: 0 where nothing was found or nothing is relevant.
    """
    measures = [ir_measures.parse_measure(name) for name in names]
    given = {question: dict(grades) or {NOTHING: 0} for question, grades in qrels.items()}
    found = {question: _scores(passages) for question, passages in ranked.items()}
    values = {question: dict.fromkeys(names, 0.0) for question in given}
    for metric in ir_measures.iter_calc(measures, given, found):
        values[metric.query_id][str(metric.measure)] = float(metric.value)
    return values


def write_qrels(path: Path, qrels: Qrels) -> None:
    """Write a qrels file. Raises EvaluationError if it cannot be written."""
    _write(path, [
        f"{encoded(question)} 0 {encoded(passage)} {grade}\n"
        for question, grades in qrels.items()
        for passage, grade in (dict(grades) or {NOTHING: 0}).items()
    ])  # fmt: skip


def write_trec_run(path: Path, ranked: Ranked) -> None:
    """Write a run file. Raises EvaluationError if it cannot be written."""
    _write(path, [
        f"{encoded(question)} Q0 {encoded(passage)} {rank} {score:g} {RUN_NAME}\n"
        for question, passages in ranked.items()
        for rank, (passage, score) in enumerate(_scores(passages).items(), 1)
    ])  # fmt: skip


def encoded(name: str) -> str:
    """A name as it stands in TREC's files, which are cut at spaces.

    >>> encoded("Cabinet report@0-120")
    'Cabinet%20report@0-120'
    """
    return quote(name, safe=_KEPT)


def _scores(passages: Sequence[str]) -> dict[str, float]:
    """Falling scores, for trec_eval goes by these and not by rank; a passage again counts once."""
    once = list(dict.fromkeys(passages))
    return {passage: float(len(once) - place) for place, passage in enumerate(once)}


def _write(path: Path, lines: Sequence[str]) -> None:
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        message = f"The file {path} could not be written: {error.strerror}."
        raise EvaluationError(message) from None
