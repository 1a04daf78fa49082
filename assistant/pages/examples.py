"""Questions offered to someone who has not asked one yet, all of them about papers that are in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus.dates import written_out

if TYPE_CHECKING:
    from index.library import PaperRecord

SHOWN = 4
SHORT = 110  # characters; a longer example would not be read, nor fit a button on a telephone


def example_questions(papers: Sequence[PaperRecord]) -> list[str]:
    """At most four questions: the sample papers' own if those are in, else made of the papers."""
    documents = {paper.document for paper in papers}
    return (_sample_questions(documents) or _made_of(papers))[:SHOWN]


def _sample_questions(documents: set[str]) -> list[str]:
    """Sample questions whose whole evidence is in the library, one of each kind before a second."""
    source = files("corpus.sample").joinpath("questions.jsonl")
    if not source.is_file():
        return []
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line]
    kinds: dict[str, list[str]] = {}
    for row in rows:
        needed = {item["document"] for item in row["evidence"]}
        if row["answerable"] and needed <= documents and len(row["question"]) <= SHORT:
            kinds.setdefault(row["kind"], []).append(row["question"])
    return [questions[0] for questions in kinds.values()]


def _made_of(papers: Sequence[PaperRecord]) -> list[str]:
    newest = sorted((p for p in papers if p.date and p.committee), key=lambda p: p.date or "")[::-1]
    questions = []
    for paper in newest:
        meeting = f"{paper.committee} on {written_out(paper.date)}"
        if paper.kind == "minutes":
            questions.append(f"What was resolved at the {meeting}?")
        elif paper.kind == "report":
            questions.append(f"What was recommended to the {meeting}?")
    return list(dict.fromkeys(question for question in questions if len(question) <= SHORT))
