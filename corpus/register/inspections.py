"""When an inspection was, and when its report came out: dates as printed, from the text around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.paper import Block, Paper
from corpus.register.spans import Dates, days_between, spans_in
from corpus.sentences import LONGEST, sentences

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
    r"\b(?:will|next|due|likely|expected|planned|scheduled|framework|guidance|anticipated)\b"
    r".{0,50}$",
    re.I,
)
_AT = re.compile(
    r"\b(?:in|on|between|from|during|over|of|week (?:of|commencing)|end of|visit,|review,|"
    r"inspection,|framework(?: for)? inspection)\s+(?:the )?$",
    re.I,
)
_BEFORE = 150
"""Characters before a date that say what it is the date of."""
REPORTED = 300
"""Days within which an inspection's report comes out; most take under 100."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a paper tells of inspections: when they were, and when reports came out."""

    visits: tuple[Dates, ...] = ()
    reports: tuple[Dates, ...] = ()

    @classmethod
    def of(cls, paper: Paper) -> Told:
        """Read a paper once; an inspection still to come when it was written is left out."""
        told = list(_told(paper))
        before = paper.meeting.date or "9999"
        return cls(
            tuple(dates for dates, out in told if not out and dates.since <= before),
            tuple(dates for dates, out in told if out and dates.exact > 1),
        )

    @property
    def latest(self) -> Dates | None:
        """The inspection the paper is about: the latest it tells of, as exactly as it does."""
        visits = [dates for dates in self.visits if dates.exact] or self.visits
        month = max((dates.until[:7] for dates in visits), default="")
        of_it = (dates for dates in visits if dates.until[:7] == month)
        return max(of_it, key=lambda dates: dates.exact, default=None)

    def published(self, inspected: Dates | None) -> str:
        """When the report of an inspection came out, as printed: the first to come after it."""
        if inspected is None or not inspected.exact:
            return ""
        since = inspected.since
        after = [d for d in self.reports if 0 <= days_between(since, d.since) <= REPORTED]
        return min(after, key=lambda d: d.since).words if after else ""


def own_date(sentence: str, at: int) -> Dates | None:
    """The date a sentence gives for the grade that stands `at` that place in it: the last before
    it, or one straight after ("inadequate in May 2019")."""
    here = [d for d in spans_in(sentence) if not _PUBLISHED.search(_head(sentence, d))]
    after = [
        d for d in here if d.start > at and _AT.fullmatch(sentence[at : d.start].lstrip(" ”’'\""))
    ]
    before = [d for d in here if d.end <= at and _AT.search(_head(sentence, d))]
    return next(iter([*after[:1], *before[-1:]]), None)


def _told(paper: Paper) -> Iterator[tuple[Dates, bool]]:
    """Each date of an inspection, and whether it is its report's."""
    for block in paper.blocks:
        for start, end in sentences(block.text) if block.kind != "table row" else ():
            sentence = block.text[start:end]
            inspecting = bool(_INSPECTING.search(sentence))
            if len(sentence) <= LONGEST and (inspecting or "eport" in sentence):
                yield from _dated(sentence, inspecting, listed=_is_listed(block))


def _dated(sentence: str, inspecting: bool, *, listed: bool) -> Iterator[tuple[Dates, bool]]:
    for dates in spans_in(sentence):
        head = _head(sentence, dates)
        named = listed and inspecting and not _COUNCILS.search(head)
        if named or _PUBLISHED.search(head):
            yield dates, True
        elif inspecting and _AT.search(head) and not _AHEAD.search(head):
            yield dates, False


def _is_listed(block: Block) -> bool:
    """Whether a block names a background paper."""
    return any(_PAPERS.search(title) for title in block.section)


def _head(sentence: str, dates: Dates) -> str:
    return sentence[max(0, dates.start - _BEFORE) : dates.start]
