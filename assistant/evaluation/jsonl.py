"""Files of one JSON object a line: questions, runs, retrieval sets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from assistant.errors import EvaluationError


def lines_of(path: Path) -> list[str]:
    """The lines of a text file. Raises EvaluationError if it is not there or is not text."""
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        raise EvaluationError(f"There is no file {path}; check the spelling.") from None
    except UnicodeDecodeError:
        raise EvaluationError(f"{path} is not UTF-8 text; is it a JSONL file?") from None
    except OSError as error:
        raise EvaluationError(f"{path} could not be read: {error.strerror}.") from None


def object_of(line: str) -> dict[str, Any]:
    """A line's JSON object. ValueError says in a few words what is wrong with it."""
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise ValueError("it is not JSON") from None
    if not isinstance(row, dict):
        raise ValueError("it is not a JSON object")
    return row


def text_in(row: dict[str, Any], name: str) -> str:
    """A field that has to hold words. ValueError where it does not."""
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f'it has no "{name}"')
    return value
