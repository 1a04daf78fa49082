"""Recommendations that no heading stands over: items of a list whose first line asks, a paragraph
that asks a meeting for something, a sentence that recommends, one that another paper made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from corpus.paper import Block, Paper
from corpus.register.asking import (
    addressed,
    addresses_meeting,
    sentence_asking,
    sentence_end,
    unlabelled,
)
from corpus.register.headed import lists_recommendations

_TAKEN = re.compile(
    r"\brecommendation (?P<number>\d{1,3}[a-z]?),? (?P<text>that [^.;]{15,300}?),?"
    r" (?:is|was|has been|are|were) (?:\w+ )?(?:accepted|agreed|rejected|supported|not)\b",
    re.I,
)
"""How a response names a recommendation that another paper makes."""
_NO_REPORTS = frozenset({"minutes", "agenda", "decision"})


@dataclass(frozen=True, slots=True)
class Span:
    """What of a block recommends: `text[start:end]`. An "item" is of a list, which others than the
    author may make; what is "reported" another paper made."""

    kind: Literal["item", "own", "reported"]
    start: int
    end: int
    number: str = ""
    by_others: bool = False


def span_in(block: Block, paper: Paper, *, has_section: bool) -> Span | None:
    """What a block recommends. Where the paper has a section for them, what else it asks for in
    passing ("the Committee is asked to note") is a way of speaking of what stands there."""
    text = block.text
    asked = addressed(block.lead_in) is not None and addresses_meeting(block.lead_in)
    if block.lead_in and lists_recommendations(block.lead_in) and not asked:
        return Span("item", 0, len(text), by_others=True)
    if taken := _TAKEN.search(text):
        return Span("reported", taken.start("text"), taken.end("text"), taken["number"])
    if paper.kind == "minutes":
        return None
    if asked and not has_section:
        return Span("item", 0, len(text))
    return None if paper.kind in _NO_REPORTS else _sentence_in(text, has_section=has_section)


def _sentence_in(text: str, *, has_section: bool) -> Span | None:
    if not has_section and addresses_meeting(text) and addressed(text) is None:
        start = len(text) - len(unlabelled(text))
        return Span("own", start, sentence_end(text, start))
    sentence = sentence_asking(text)
    return Span("own", *sentence) if sentence else None
