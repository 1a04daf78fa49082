"""The nouns of answering. An Answer is made of Statements, each quotation in it a Citation."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.paper import Mark
from index.search import Hit, Scope

QUESTION_KINDS = (
    "judgement", "recommendation", "decision", "progress", "figure", "finance", "people", "date",
    "list", "comparison", "change over time", "open",
)  # fmt: skip


ROW = 60
"""Characters of a row's first cell: enough to find the row by, and it may be a paragraph."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Verbatim words of a paper and where they stand. `n` is the mark [n] in the answer."""

    n: int
    document: str
    paper: str
    title: str
    quote: str
    council: str = ""
    committee: str = ""
    meeting_date: str | None = None
    item: str = ""
    paragraph: str = ""
    row: str = ""
    """Its table row's first cell, as far as ROW."""
    page: int | None = None
    page_label: str = ""
    url: str = ""
    """Path of the page that shows the words: /papers/{paper}/pages/{page}?quote=…"""
    marks: tuple[Mark, ...] = ()
    """What a reader must know of the words: read by OCR, struck out, in uncertain columns."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A plain lead (council, date, what was asked) around quotations; `marks` are their numbers."""

    text: str
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through: how many papers, of which councils, from which meeting to which."""

    papers: int
    councils: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader sees. `answered` False is a refusal: `text` says why and what was searched.

    `text` carries the marks "[1]" as shown. `hits` are the passages found, best first (for a
    refusal: the nearest, offered as related, never as the answer).
    """

    question: str
    answered: bool
    kind: str
    text: str
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    hits: tuple[Hit, ...] = field(default=(), repr=False)
    scope: Scope = field(default_factory=Scope)
    searched: Searched = Searched(0)
    seconds: float = 0.0
    confidence: float = 0.0
    """How likely the evidence answers the question, 0 to 1, as estimated before deciding to."""
