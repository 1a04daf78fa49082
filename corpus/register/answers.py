"""How the body that was asked answered a recommendation, where the paper prints that beside it: the
cell of a table's column for responses, or a line "Response: Accepted".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from corpus.paper import Paper
from corpus.register.entries import Recommendation
from corpus.register.plans import Cell, PlanRow, plan_rows

Answer = Literal["accepted", "accepted in part", "rejected", "noted"]
_AGREES = r"(?:accept(?:ed|s)?|agree[ds]?|support(?:ed|s)?)"
_PART = r"(?:partly|partially|part|in part)"
_ANSWERS: tuple[tuple[Answer, str], ...] = (
    ("accepted in part", rf"{_PART}[\s-]+{_AGREES}\b|{_AGREES}\W+(?:(?:only|but) )?(?:{_PART}\b|"
                         r"with (?:\w+ )?(?:amendment|modification|change|condition)s?\b)"),
    ("rejected", rf"not (?:be )?{_AGREES}\b|(?:reject|disagree|decline|refuse)[ds]?(?:ed)?\b|"
                 r"no\b(?=\W*$|[.,;:])"),
    ("accepted", rf"{_AGREES}\b|approved|endorsed|yes\b"),
    ("noted", r"noted\b"),
)  # fmt: skip
_BY = (
    r"\W*(?:(?:the )?(?:executive|cabinet|council|board|committee)\b )?"
    r"(?:(?:has|have|is|was|fully|been) )*"
)
_TOLD = tuple((answer, re.compile(f"{_BY}(?:{words})", re.I)) for answer, words in _ANSWERS)
_HEADER = re.compile(
    r"\b(?:respon(?:se|ded)|answer(?:ed)?|repl(?:y|ied)|accept\w*|reject\w*|agreed|decision)\b",
    re.I,
)
_LINE = re.compile(
    r"(?:^|(?<=[.;:\s]))(?:(?:The )?(?:Executive|Cabinet|Council|Board|Committee)(?:['’]s)? )?"
    r"(?:Response|RESPONSE|Reply)(?: (?:of|from) [^:.\n]{3,40})?\s*[:–-]\s*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as printed, and where in the paper's text it stands."""

    text: str
    start: int

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.start, self.start + len(self.text)


def answer_in(text: str) -> Answer | None:
    """What an answer as printed comes to, by the words that open it; None if they tell none.

    >>> answer_in("ACCEPTED IN PART. A pilot first"), answer_in("Not agreed"), answer_in("Done")
    ('accepted in part', 'rejected', None)
    """
    return next((answer for answer, words in _TOLD if words.match(text)), None)


def answers_in_tables(paper: Paper) -> Mapping[int, Answered]:
    """The answers in a paper's tables, by where the recommendation begins."""
    rows = (row for row in plan_rows(paper) if row.states)
    cells = ((row.recommendation.start, _answer(row)) for row in rows)
    return {at: Answered(cell.text, cell.start) for at, cell in cells if cell}


def with_answer(entry: Recommendation, answered: Answered | None) -> Recommendation:
    """A recommendation with how it was answered."""
    if answered is None:
        return entry
    return replace(entry, answer=answered.text, answered=answered.span)


def answer_after(paper: Paper, index: int, start: int, end: int) -> tuple[int, Answered | None]:
    """Where a recommendation that stands in `paper.text[start:end]`, from a block on, ends, and the
    answer on the line after it, in the same block or the next."""
    if found := _LINE.search(paper.text, start, end):
        said = paper.text[found.end() : end].rstrip()
        if answer_in(said):
            return found.start(), Answered(said, found.end())
    block = next((b for b in paper.blocks[index + 1 : index + 2] if b.start >= end), None)
    found = _LINE.match(block.text) if block and block.kind != "heading" else None
    if block and found and answer_in(said := block.text[found.end() :]):
        return end, Answered(said, block.start + found.end())
    return end, None


def _answer(row: PlanRow) -> Cell | None:
    headed = zip(row.block.headers, row.cells, strict=True)
    named = (cell for header, (_, cell) in headed if _HEADER.search(header))
    return next((cell for cell in named if answer_in(cell.text)), None)
