"""Gold questions: what a right answer to each must say, and the words of the papers it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from assistant.errors import EvaluationError
from assistant.evaluation.jsonl import lines_of, object_of, text_in


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words a right answer rests on, and the paper (file name without ending) they stand in."""

    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class Gold:
    """One question with its reference answer.

    Every entry of `must_include` has to be met, each by any of its spellings. With `any_of` one
    piece of `evidence` suffices. `also_in` are other papers that print the same words.
    """

    id: str
    question: str
    kind: str
    answerable: bool
    answer: str = ""
    must_include: tuple[tuple[str, ...], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    any_of: bool = False
    also_in: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)
    """Where the question stands in its file, from 1; 0 for one that is of no file."""


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of a questions file with something wrong: its number from 1, and what.

    `counted` is True where the question counts all the same, for other evidence of it is sound.
    """

    number: int
    reason: str
    counted: bool = False


def read_gold(path: Path) -> tuple[list[Gold], list[BadLine]]:
    """The questions of a JSONL file, and the lines that hold none.

    Raises EvaluationError if there is no such file, it is not text, or no line of it is a question.
    """
    questions: list[Gold] = []
    bad: list[BadLine] = []
    for number, line in enumerate(lines_of(path), 1):
        if not line.strip():
            continue
        try:
            question = replace(gold_of(object_of(line)), line=number)
            if any(question.id == other.id for other in questions):
                raise ValueError(f"its id {question.id} was used above")
            questions.append(question)
        except ValueError as error:
            bad.append(BadLine(number, str(error)))
    if not questions:
        first = f" (line {bad[0].number}: {bad[0].reason})" if bad else ""
        raise EvaluationError(f"{path} holds no questions{first}; each line should be one as JSON.")
    return questions, bad


def gold_of(row: dict[str, Any]) -> Gold:
    """A line's object as a question; ValueError says in a few words what is wrong with it."""
    try:
        return Gold(
            id=text_in(row, "id"),
            question=text_in(row, "question"),
            kind=str(row.get("kind") or "open"),
            answerable=_truth(row, "answerable"),
            answer=str(row.get("answer") or ""),
            must_include=tuple(_spellings(entry) for entry in row.get("must_include") or ()),
            evidence=tuple(_evidence(entry) for entry in row.get("evidence") or ()),
            any_of=bool(row.get("any_of")),
            also_in=tuple(str(entry["document"]) for entry in row.get("also_in") or ()),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"a field is missing or of the wrong kind ({error})") from None


def _truth(row: dict[str, Any], name: str) -> bool:
    value = row.get(name)
    if not isinstance(value, bool):
        raise ValueError(f'its "{name}" is neither true nor false')
    if value and not row.get("evidence"):
        raise ValueError('it is answerable but has no "evidence"')
    return value


def _spellings(entry: Any) -> tuple[str, ...]:
    return (entry,) if isinstance(entry, str) else tuple(str(spelling) for spelling in entry)


def _evidence(entry: dict[str, Any]) -> Evidence:
    document, quote = str(entry["document"]), str(entry["quote"])
    if not quote.strip():  # which would stand in any passage
        raise ValueError(f"its evidence in {document} has an empty quote")
    return Evidence(document=document, quote=quote)
