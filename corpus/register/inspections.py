"""When an inspection was, and when its report came out: dates as printed, from the text around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.dates import Days, dates_in
from corpus.paper import Block, Paper
from corpus.register.sentences import sentences

_INSPECTING = re.compile(
    r"\binsp?e?c?p?ections?\b|\binspected\b|\bpeer (?:review|challenge)\b|\bexamination\b|\baudit\b|"
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
_COUNCILS = re.compile(r"\b(?:cabinet|committee|council|board|scrutiny|meeting)\b[^.;]{0,40}$", re.I)
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
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: (?:of )?{_MONTH})?,?\s*(?:to|and|until|through|&|[–-])"
    r"\s*(?:the )?$",
    re.I,
)
"""The first of two days, whose month or year stands with the second: "9 and 20 January 2023"."""
_JOINS = re.compile(r"\s*(?:to|and|until|&|[–-])?\s*(?:the )?", re.I)
REPORTED = 300
"""Days within which an inspection's report comes out; Ofsted takes 8 to 60."""


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
        if self.since[:4] != self.until[:4] or self.until[5:] == "12-31" and self.since[5:] == "01-01":
            return 0
        if self.since == self.until:
            return 2
        return 3 if len(re.findall(r"\d+", self.words)) > 2 or "/" in self.words else 1


def spans_in(text: str) -> list[Dates]:
    """The dates printed in a text, two that make a span as one."""
    found: list[Dates] = []
    for days in dates_in(text):
        before = found[-1] if found else None
        if before and days.is_day and _JOINS.fullmatch(text[before.end : days.start]):
            found[-1] = _dates(text, before.start, days, since=before.since)
            continue
        partly = _PARTLY.search(text[: days.start])
        found.append(_dates(text, partly.start() if partly else days.start, days))
    return found


def _dates(text: str, start: int, days: Days, since: str = "") -> Dates:
    return Dates(text[start : days.end], since or days.since, days.until, start, days.end)


def inspected_in(paper: Paper) -> Dates | None:
    """The dates of the inspection that a paper is about: the latest it tells of, as exactly as it
    does; not one to come."""
    before = paper.meeting.date or "9999"
    told = [d for d in _told(paper.blocks, published=False) if d.since <= before]
    visited = [d for d in told if d.exact] or told
    latest = max((d.until[:7] for d in visited), default="")
    return max(
        (d for d in visited if d.until[:7] == latest), key=lambda d: d.exact, default=None
    )


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
    after = [d for d in here if d.start > at and _AT.fullmatch(sentence[at : d.start].lstrip(" ”’'\""))]
    before = [d for d in here if d.end <= at and _AT.search(sentence[: d.start])]
    return (after[:1] or before[-1:] or [None])[0]


def _told(blocks: Sequence[Block], *, published: bool) -> Iterator[Dates]:
    for block in blocks:
        listed = published and any(_PAPERS.search(title) for title in block.section)
        for start, end in sentences(block.text):
            sentence = block.text[start:end]
            if not _INSPECTING.search(sentence) and not (published and "eport" in sentence):
                continue
            for dates in spans_in(sentence):
                head = sentence[: dates.start]
                out = bool(_PUBLISHED.search(head)) or (listed and not _COUNCILS.search(head))
                when = out if published else bool(_AT.search(head)) and not out
                if when and not _AHEAD.search(head[-60:]):
                    yield dates


def _days_between(since: str, until: str) -> int:
    return (date.fromisoformat(until) - date.fromisoformat(since)).days
