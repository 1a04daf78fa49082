"""Development questions, asked once: what their answers rest on, kept so that weights can be fitted
and tried without asking again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant import fitted
from assistant.asking.question import Asked, understand
from assistant.assistant import answer_from
from assistant.evaluation.gold import Gold, read_gold
from assistant.finding.evidence import Evidence
from assistant.finding.found import Found, decided, find_evidence
from assistant.wire import Json, answer_json
from index.library import Library
from index.reranking import reordered


@dataclass(frozen=True, slots=True)
class Question:
    """A gold question, how it was understood, and what each of its parts gave."""

    gold: Gold
    asked: Asked
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """The questions of one file, asked of one library."""

    name: str
    gold: tuple[Gold, ...]
    questions: tuple[Question, ...]
    library: Library


def ask_all(name: str, questions: Path, library: Library) -> Set:
    """Ask every question of a file, as a member of the public would."""
    gold, _ = read_gold(questions)
    papers = library.papers(("public",))
    asked = []
    for each in gold:
        understood = understand(each.question, papers)
        found = tuple(find_evidence(library, understood, part) for part in understood.parts)
        asked.append(Question(each, understood, found))
    return Set(name, tuple(gold), tuple(asked), library)


def answers(asked: Set) -> list[Json]:
    """The answers to a set's questions with the weights now in use, as a run has them."""
    papers = asked.library.papers(("public",))
    runs = []
    for question in asked.questions:
        parts = [decided(question.asked, _weighed_again(part)) for part in question.found]
        answer = answer_from(asked.library, question.asked, parts, papers=papers)
        runs.append({"id": question.gold.id, **answer_json(answer)})
    return runs


def _weighed_again(found: Found) -> Found:
    """With the weights now in use."""
    read = bool(found.evidence) and found.evidence[0].read
    hits = reordered(found.hits, share=fitted.READER_SHARE) if read else found.hits
    return replace(found, hits=hits, evidence=reweighed(found, fitted.evidence(read)))


def reweighed(found: Found, weights: Sequence[float]) -> list[Evidence]:
    """The evidence in the order that other weights give it."""
    values = np.array(weights)
    scored = [replace(e, score=float(np.dot(values, e.features))) for e in found.evidence]
    return sorted(scored, key=lambda e: -e.score)
