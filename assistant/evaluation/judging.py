"""What people say of passages and answers, kept in the library's folder for whoever evaluates it.

    library/judgements/gold.jsonl         questions whose passages somebody judged, as gold
    library/judgements/candidates.jsonl   questions whose answer somebody found wanting

Both only grow: a question judged again is a later line of the same id, which counts. Readers are
shown a line only while every paper it quotes stands on the shelves that they may see.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

from assistant.errors import EvaluationError
from assistant.wire import Json
from corpus.paper import Access
from index.catalogue.connection import now

if TYPE_CHECKING:
    from index.library import Library

Kept = Literal["gold", "candidates"]
KEPT: tuple[Kept, ...] = ("gold", "candidates")
FULL = 20_000_000  # bytes of a file: tens of thousands of questions, and no way to fill the disk


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person says of one passage found (as JSON): whether it bears on the question, and
    which of its words do ("" is all of them)."""

    passage: Mapping[str, Any]
    relevant: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its passages judged. `unanswerable` says that the papers hold no answer."""

    question: str
    kind: str
    judgements: Sequence[Judgement]
    answer: str = ""
    note: str = ""
    any_of: bool = False
    unanswerable: bool = False


def judged_row(judged: Judged) -> Json:
    """A judged question as a line of a questions file; what was judged beside it stands along.

    Raises EvaluationError where it holds no evidence, or words that the passage does not hold.
    """
    relevant = [one for one in judged.judgements if one.relevant]
    if judged.unanswerable and relevant:
        raise EvaluationError("A passage is marked relevant: then the papers do say.")
    if not judged.unanswerable and not relevant:
        raise EvaluationError(
            "Mark at least one passage as relevant, or say that the papers do not answer this."
        )
    others = [one for one in judged.judgements if not one.relevant]
    return {
        "id": _id("J", judged.question),
        "question": judged.question,
        "kind": judged.kind,
        "answerable": not judged.unanswerable,
        "answer": judged.answer.strip(),
        "must_include": [],
        "evidence": [_quote(one) for one in relevant],
        "any_of": judged.any_of,
        "also_in": [],
        "note": judged.note.strip(),
        "not_relevant": [_quote(one) for one in others],
        "judged_at": now(),
    }


def candidate_row(answer: Mapping[str, Any]) -> Json:
    """An answer (as JSON) that somebody found wanting, as a question for evaluators to judge."""
    return {
        "id": _id("C", answer["question"]),
        "question": answer["question"],
        "kind": answer["kind"],
        "answered": answer["answered"],
        "answer": answer["answer"],
        "citations": [_place(one) | {"quote": one["quote"]} for one in answer["citations"]],
        "kept_at": now(),
    }


def keep(library: Library, kept: Kept, row: Json) -> None:
    """Add a line, whole or not at all. Raises EvaluationError where it cannot be written."""
    if library.read_only:
        raise EvaluationError("This library is read-only, so nothing can be kept in it.")
    path = library.folder / "judgements" / f"{kept}.jsonl"
    line = json.dumps(row, ensure_ascii=False).encode()
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("ab", buffering=0) as file:
            if file.tell() + len(line) > FULL:
                raise EvaluationError(f"{path.name} is full: move it away to begin a new one.")
            before = b"\n" if file.tell() else b""  # ends what a power cut left of a line, too
            file.write(before + line)  # one write: lines of two writers do not mingle
            os.fsync(file.fileno())
    except OSError as error:
        raise EvaluationError(f"{path.name} cannot be written: {error.strerror}.") from None


def kept_rows(library: Library, kept: Kept, shelves: tuple[Access, ...]) -> list[Json]:
    """The lines that a reader of these shelves may see, the latest of each id, oldest first."""
    path = library.folder / "judgements" / f"{kept}.jsonl"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    papers = {paper.id for paper in library.papers(shelves)}
    latest = {row["id"]: row for row in map(_row, lines) if row}
    return [row for row in latest.values() if _papers_of(row) <= papers]


def as_lines(rows: Sequence[Json]) -> str:
    """Rows as a JSONL file."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _row(line: str) -> Json | None:
    """One line; None for what a power cut left of one."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        return None
    return row if isinstance(row, dict) and "id" in row else None


def _papers_of(row: Json) -> set[str]:
    lists = (row.get(name, ()) for name in ("evidence", "not_relevant", "citations"))
    return {one["paper"] for quoted in lists for one in quoted}


def _quote(judgement: Judgement) -> Json:
    text = judgement.passage["text"]
    words = judgement.words.strip() or text
    if " ".join(words.split()) not in " ".join(text.split()):
        raise EvaluationError(f"“{words[:60]}” does not stand in its passage word for word.")
    return _place(judgement.passage) | {"quote": words}


def _place(said: Mapping[str, Any]) -> Json:
    return {name: said.get(name) for name in ("document", "paper", "page", "paragraph", "row")}


def _id(letter: str, question: str) -> str:
    """Alike for a question asked twice, whatever its capitals and spaces."""
    evened = " ".join(question.lower().split())
    return f"{letter}-{sha256(evened.encode()).hexdigest()[:10]}"
