"""What minutes record as an action: "ACTION – Ruth Alder to send the figures by 14 April 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.paper import Block, Paper
from corpus.register.due import due_date
from corpus.register.entries import Action
from corpus.register.places import place_of
from corpus.tables.cell_kinds import DATE

_OPENS = re.compile(
    r"(?:(?-i:ACTIONS?)\b|action(?: points?| required)?\s*(?=[:–—-]))\s*[:–—-]*\s*", re.I
)
_WHO_DOES = re.compile(
    r"(?P<lead>[A-Z][^.;:]{2,80}?)\s+"
    r"(?:to|will|would|agreed to|undertook to|is to|are to|should)\s+(?=[a-z])"
)
_WITHIN = re.compile(r"\b(?:within|in) (?:\w+ ){1,3}(?:days?|weeks?|months?)\b", re.I)
_BY = re.compile(
    r"\b(?:by|before|until|no later than|(?:to|at|for) (?:the|its)(?: next)? meeting (?:on|of|in))"
    rf"\s+(?:the )?(?P<date>(?:end of )?(?:{DATE.pattern}))",
    re.I,
)
_CLOSING = re.compile(r"\(\s*action(?: by)?\s*[:–-]\s*(?P<lead>[^)]{2,60})\)\s*\.?$", re.I)
NAME = 8
"""Words of a name or post; "ACTION: Head of Legal" says who is to do what was said before."""


def minuted_actions(paper: Paper) -> Iterator[Action]:
    """The actions that a paper records outside tables."""
    year = int(paper.meeting.date[:4]) if paper.meeting.date else None
    before: Block | None = None
    for block in paper.blocks:
        if block.kind in ("heading", "table row", "boilerplate", "footnote", "front matter"):
            before = None
            continue
        if (opened := _OPENS.match(block.text)) and opened.end() < len(block.text):
            yield _action(block, opened.end(), before, year)
        elif closing := _CLOSING.search(block.text):
            yield _said(block, block.start, block.start + closing.start(), closing["lead"], year)
        before = block


def _action(block: Block, begin: int, before: Block | None, year: int | None) -> Action:
    text = block.text[begin:]
    does = _WHO_DOES.match(text)
    if does is None and before is not None and len(text.split()) <= NAME:
        return _said(before, before.start, before.end, text.rstrip(". "), year)
    return _said(block, block.start + begin, block.end, does["lead"] if does else "", year)


def _said(block: Block, start: int, end: int, lead: str, year: int | None) -> Action:
    text = block.text[start - block.start : end - block.start].rstrip()
    dated = list(_BY.finditer(text))
    within = _WITHIN.search(text)
    due = dated[-1]["date"] if dated else within[0] if within else ""
    return Action(
        place_of(block, start, start + len(text)), text, lead=lead.strip(), due=due,
        due_date=due_date(due, year=year),
    )  # fmt: skip
