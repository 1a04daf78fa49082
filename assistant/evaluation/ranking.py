"""How well the passages are ranked: which passages of the papers are relevant to each question.

A passage is relevant if it holds a piece of the question's evidence, or of its copies, on its own.
Where no library is at hand (a run from elsewhere), those of the passages found that do are taken
for all that are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from assistant.evaluation.gold import Gold
from assistant.evaluation.measures import holds
from assistant.evaluation.trec import measured

if TYPE_CHECKING:
    from index.library import Library

Passage = Mapping[str, Any]
Run = Mapping[str, Any]

NAMES = {"nDCG@10": "ndcg@10", "R@20": "relevant@20"}
"""Figures as ir-measures names them, and as an evaluation does."""


def passage_id(passage: Passage) -> str:
    """A name for a passage that stays the same from run to run: "document@start-end".

    An item of a pack has its own text to count in, so its passages go by the item's name. A run
    that does not say where a passage stands gets a name made of the passage's words.
    """
    name = passage.get("paper") or passage["document"]
    if passage.get("start") is None or passage.get("end") is None:
        return f"{name}@{sha256(passage['text'].encode()).hexdigest()[:12]}"
    return f"{name}@{passage['start']}-{passage['end']}"


def ranked(runs: Iterable[Run]) -> dict[str, list[str]]:
    """Question to its passages' ids, best first."""
    return {run["id"]: [passage_id(p) for p in run.get("passages") or ()] for run in runs}


def judged(
    questions: Sequence[Gold], runs: Iterable[Run], *, library: Library | None = None
) -> dict[str, dict[str, int]]:
    """Question to the ids of its relevant passages, graded 1: of the library and of the runs.

    Only questions that have an answer are judged.
    """
    answers: dict[str, list[Run]] = {}
    for run in runs:
        answers.setdefault(run["id"], []).append(run)
    stored = passages_by_document(library, questions) if library else {}
    return {
        gold.id: {
            passage_id(passage): 1
            for passage in _candidates(gold, stored, answers.get(gold.id, ()))
            if holds(gold, passage)
        }
        for gold in questions if gold.answerable
    }  # fmt: skip


def figures(
    qrels: Mapping[str, Mapping[str, int]], runs: Iterable[Run]
) -> dict[str, dict[str, float]]:
    """Question to nDCG over its first ten passages, and the share of its relevant passages in the
    first twenty."""
    values = measured(qrels, ranked(runs), list(NAMES))
    return {
        question: {NAMES[name]: value for name, value in row.items()}
        for question, row in values.items()
    }


def passages_by_document(
    library: Library, questions: Iterable[Gold]
) -> dict[str, list[dict[str, Any]]]:
    """Every public passage of the papers that hold the questions' evidence, by document."""
    wanted = {document for gold in questions for document in documents_of(gold)}
    found: dict[str, list[dict[str, Any]]] = {document: [] for document in wanted}
    for paper in library.papers():
        if paper.document in wanted:
            found[paper.document] += [
                {"document": p.document, "paper": p.paper, "start": p.start, "end": p.end,
                 "text": p.text}
                for p in library.passages_in(paper.id)
            ]  # fmt: skip
    return found


def documents_of(gold: Gold) -> list[str]:
    """The documents the evidence stands in, and those that print it again."""
    return list(dict.fromkeys([*(item.document for item in gold.evidence), *gold.also_in]))


def _candidates(
    gold: Gold, stored: Mapping[str, Sequence[Passage]], runs: Sequence[Run]
) -> Iterator[Passage]:
    for document in documents_of(gold):
        yield from stored.get(document, ())
    for run in runs:
        yield from run.get("passages") or ()
