"""Run files: the answers to gold questions, one JSON object a line, ours or anyone's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assistant.errors import EvaluationError
from assistant.evaluation.jsonl import lines_of
from assistant.wire import Json


def read_run(path: Path) -> dict[str, Json]:
    """Question id to its answer, as a run file has them; where an id comes twice the last counts.

    Raises EvaluationError, which names the line, for a file that is no run: a figure over half of
    one would mislead.
    """
    runs: dict[str, Json] = {}
    for number, line in enumerate(lines_of(path), 1):
        if line.strip():
            run = _run(line, f"{path} line {number}")
            runs[run["id"]] = run
    if not runs:
        raise EvaluationError(f"{path} holds no answers; each line should be one as JSON.")
    return runs


def _run(line: str, where: str) -> Json:
    try:
        run = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise EvaluationError(f"{where} is not JSON.") from None
    if not isinstance(run, dict) or not isinstance(run.get("id"), str):
        raise EvaluationError(f'{where} is not a JSON object with the "id" of a question.')
    for name, words in (("passages", "text"), ("citations", "quote")):
        if not _are_places(run.get(name), words):
            message = f'{where}: its "{name}" are not a list of objects with "document", "{words}".'
            raise EvaluationError(message)
    if not isinstance(run.get("answer") or "", str):
        raise EvaluationError(f'{where}: its "answer" is not text.')
    if any(not _is_number(run.get(name)) for name in ("seconds", "confidence")):
        raise EvaluationError(f'{where}: its "seconds" or "confidence" is not a number.')
    return run


def _are_places(value: Any, words: str) -> bool:
    return value is None or (isinstance(value, list) and all(
        isinstance(place, Mapping)
        and isinstance(place.get("document"), str)
        and isinstance(place.get(words), str)
        for place in value
    ))  # fmt: skip


def _is_number(value: Any) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))
