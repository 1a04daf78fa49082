"""When an inspection was, and when its report came out: dates as printed, from the text around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.dates import dates_in
from corpus.paper import Block, Paper
from corpus.register.sentences import sentences

_INSPECTING = re.compile(
    r"\binsp?e?c?p?ections?\b|\binspected\b|\bpeer (?:review|challenge)\b|\bexamination\b|"
    r"\b(?:monitoring|focus+ed|assurance|ilacs|jtai) visit\b",
    re.I,
)
_OUT = r"(?:published|issued|released|dated|received)"
_REPORT = r"(?:reports?|letter|findings|outcome)"
_PUBLISHED = re.compile(
    rf"\b{_REPORT}\b[^.;]{{0,60}}\b{_OUT}\b[^.;]{{0,25}}$"
    rf"|\b{_OUT}\b[^.;]{{0,40}}\b{_REPORT}\b[^.;]{{0,25}}$|\b(?:letter|report) (?:of|dated)\s*$",
    re.I,
)
_PAPERS = re.compile(r"background (?:papers?|documents?)", re.I)
_COUNCILS = re.compile(
    r"\b(?:cabinet|committee|council|board|scrutiny|meeting)\b[^.;]{0,40}$", re.I
)
"""A report to a council's own meeting is not the inspectorate's."""
_AHEAD = re.compile(
    r"\b(?:will|next|due|likely|expected|planned|scheduled|framework|guidance|anticipated)\b", re.I
)
_AT = re.compile(
    r"\b(?:in|on|between|from|during|over|of|week (?:of|commencing)|end of|visit,|review,|"
    r"inspection,|framework(?: for)? inspection)\s+(?:the )?$",
    re.I,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_PARTLY = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?:of )?(?P<month>{_MONTH}))?,?"
    r"\s*(?:to|and|until|through|&|[–-])\s*(?:the )?$",
    re.I,
)
"""The first of two days, whose month or year stands with the second: "9 and 20 January 2023"."""
_JOINS = re.compile(r"\s*(?:to|and|until|&|[–-])?\s*(?:the )?", re.I)
REPORTED = 300
"""Days within which an inspection's report comes out; most take under 100."""
YEAR = 200
"""Days: what names more is a year."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Days as printed (`words`), in ISO, and where they stand in the text they were read from."""

    words: str
    since: str
    until: str
    start: int
    end: int

    @property
    def exact(self) -> int:
        """3 for a span of days, 2 for one day, 1 for a month, 0 for a year."""
        if _days_between(self.since, self.until) > YEAR:
            return 0
        if len(re.findall(r"\d+", self.words)) == 1:
            return 1
        return 2 if self.since == self.until else 3


def spans_in(text: str) -> list[Dates]:
    """The dates printed in a text, two that make a span as one.

    >>> [d.words for d in spans_in("read from 6 to 17 May 2023, again in June 2024")]
    ['6 to 17 May 2023', 'June 2024']
    """
    found: list[Dates] = []
    for days in dates_in(text):
        before = found[-1] if found else None
        partly = _PARTLY.search(text[: days.start])
        start, since = days.start, days.since
        if before and days.is_day and _JOINS.fullmatch(text[before.end : days.start]):
            start, since = found.pop().start, before.since
        elif partly:
            start, since = partly.start(), _first_day(partly, days.until)
        found.append(Dates(text[start : days.end], since, days.until, start, days.end))
    return found


def _first_day(partly: re.Match[str], until: str) -> str:
    named = dates_in(f"{partly['day']} {partly['month'] or ''} {until[:4]}")
    if partly["month"] and named:
        return named[0].since
    return f"{until[:8]}{int(partly['day']):02}"


def inspected_in(paper: Paper) -> Dates | None:
    """The dates of the inspection that a paper is about: the latest it tells of, as exactly as it
    does; not one to come."""
    before = paper.meeting.date or "9999"
    told = [d for d in _told(paper.blocks, published=False) if d.since <= before]
    visited = [d for d in told if d.exact] or told
    latest = max((d.until[:7] for d in visited), default="")
    return max((d for d in visited if d.until[:7] == latest), key=lambda d: d.exact, default=None)


def published_for(inspected: Dates | None, paper: Paper) -> str:
    """When the report of an inspection came out, as printed: the first publication after it."""
    if inspected is None or not inspected.exact:
        return ""
    told = [d for d in _told(paper.blocks, published=True) if d.exact > 1]
    after = [d for d in told if 0 <= _days_between(inspected.since, d.since) <= REPORTED]
    return min(after, key=lambda d: d.since).words if after else ""


def own_date(sentence: str, at: int) -> Dates | None:
    """The date a sentence gives for the grade that stands `at` that place in it: the last before
    it, or one straight after ("inadequate in May 2019")."""
    here = [d for d in spans_in(sentence) if not _PUBLISHED.search(sentence[: d.start])]
    after = [
        d for d in here if d.start > at and _AT.fullmatch(sentence[at : d.start].lstrip(" ”’'\""))
    ]
    before = [d for d in here if d.end <= at and _AT.search(sentence[: d.start])]
    return next(iter([*after[:1], *before[-1:]]), None)


def _told(blocks: Sequence[Block], *, published: bool) -> Iterator[Dates]:
    for block in blocks:
        if block.kind == "table row":
            continue
        listed = published and any(_PAPERS.search(title) for title in block.section)
        for start, end in sentences(block.text):
            sentence = block.text[start:end]
            if not _INSPECTING.search(sentence) and not (published and "eport" in sentence):
                continue
            for dates in spans_in(sentence):
                head = sentence[: dates.start]
                inspecting = listed and _INSPECTING.search(sentence) and not _COUNCILS.search(head)
                out = bool(_PUBLISHED.search(head) or inspecting)
                ahead = _AHEAD.search(head[-60:])
                if out if published else _AT.search(head) and not out and not ahead:
                    yield dates


def _days_between(since: str, until: str) -> int:
    return (date.fromisoformat(until) - date.fromisoformat(since)).days
