"""Dates as inspections print them: "9 and 20 January 2023", "22.2.16 – 17.3.16" are one span."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.dates import Days, dates_in

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_PARTLY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?:of )?(?P<month>{_MONTH}))?,?"
    r"\s*(?:to|and|until|through|&|[–-])\s*(?:the )?$",
    re.I,
)
"""The first of two days, whose month or year stands with the second."""
_JOINS = re.compile(r"\s*(?:to|and|until|&|[–-])?\s*(?:the )?", re.I)
_BEFORE = 40
"""Characters in which the first of two days is printed."""
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
        if days_between(self.since, self.until) > YEAR:
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
        start, since = _from(text, days)
        if before and days.is_day and _JOINS.fullmatch(text, before.end, days.start):
            start, since = found.pop().start, before.since
        found.append(Dates(text[start : days.end], since, days.until, start, days.end))
    return found


def days_between(since: str, until: str) -> int:
    """Days from one ISO date to another."""
    return (date.fromisoformat(until) - date.fromisoformat(since)).days


def _from(text: str, days: Days) -> tuple[int, str]:
    """Where a date begins, and its first day, with the day before it that lacks month or year."""
    back = max(0, days.start - _BEFORE)
    partly = _PARTLY.search(text[back : days.start])
    since = _first_day(partly, days.until) if partly else ""
    if partly and since and since < days.since:
        return back + partly.start(), since
    return days.start, days.since


def _first_day(partly: re.Match[str], until: str) -> str:
    if partly["month"]:
        named = dates_in(f"{partly['day']} {partly['month']} {until[:4]}")
        return named[0].since if named else ""
    day = int(partly["day"])
    return f"{until[:8]}{day:02}" if day else ""
