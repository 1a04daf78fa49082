"""Dates said by their distance from one before: "the October after", "the year before", "May"."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.dates import MONTH, MONTH_NAMES, Days, dates_in, written_out

_SHORT = {name[:3]: n for n, name in enumerate(MONTH_NAMES, start=1)}
_AFTER, _BEFORE = "after|following|next|later", "before|previous|earlier|prior|last|preceding"
_UNIT = rf"(?:{MONTH}|year|time|meeting|update)"
_STEP = re.compile(
    rf"\b(?:(?:the|a|an|one|that)\s+)?(?:(?:{_AFTER}|{_BEFORE})\s+(?P<one>{_UNIT})|"
    rf"(?P<two>{_UNIT})\s+(?:{_AFTER}|{_BEFORE}))(?:\s+that)?\b",
    re.I,
)
_ONWARDS = re.compile(rf"\b(?:{_AFTER})\b", re.I)
_BARE = re.compile(rf"\b(?P<month>{MONTH})\b(?!\s*,?\s*(?:(?:19|20)\d\d|['’]\d\d|\d))", re.I)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days counted from, and how they were printed; "" for those of a meeting cited."""

    days: Days
    printed: str = ""


def last_date(text: str) -> Anchor | None:
    """The last date printed in a text."""
    found = dates_in(text)
    return Anchor(found[-1], text[found[-1].start : found[-1].end]) if found else None


def stepped(text: str, anchor: Anchor, meetings: Sequence[str]) -> str:
    """The text with each such date written out, where the anchor tells it.

    `meetings` are the ISO dates of those that "the time before" steps along. A year is counted from
    a printed date only: the meeting's own says little of the year its figures are of.

    >>> stepped("the October after", Anchor(dates_in("in July 2023")[0], "July 2023"), ())
    'October 2023'
    """
    return months_dated(_STEP.sub(lambda m: _step(m, anchor, meetings), text), anchor)


def months_dated(text: str, anchor: Anchor) -> str:
    """The text with each month that has no year given the year nearest to the anchor."""
    return _BARE.sub(lambda m: _nearest(m, anchor.days), text)


def _step(match: re.Match[str], anchor: Anchor, meetings: Sequence[str]) -> str:
    unit, onwards = (match["one"] or match["two"]).lower(), bool(_ONWARDS.search(match[0]))
    days = anchor.days
    if unit == "year":
        return _a_year(anchor, 1 if onwards else -1) if anchor.printed else match[0]
    if unit in ("time", "meeting", "update"):
        beyond = [d for d in meetings if (d > days.until if onwards else d < days.since)]
        return written_out((min if onwards else max)(beyond)) if beyond else match[0]
    month, year = _SHORT[unit[:3]], int(days.since[:4])
    if onwards:
        year = int(days.until[:4]) + (month <= int(days.until[5:7]))
    else:
        year -= month >= int(days.since[5:7])
    return f"{month_name[month]} {year}"


def _a_year(anchor: Anchor, by: int) -> str:
    """A year on or back, printed as the anchor is: 2023/24, 2023, or a month of it."""
    days, year = anchor.days, int(anchor.days.since[:4]) + by
    if (days.since[5:], days.until[5:]) == ("04-01", "03-31"):
        return f"{year}/{(year + 1) % 100:02d}"
    whole = (days.since[5:], days.until[5:]) == ("01-01", "12-31")
    return str(year) if whole else f"{month_name[int(days.since[5:7])]} {year}"


def _nearest(match: re.Match[str], days: Days) -> str:
    word = match["month"]
    if word.lower() == "may" and word != "May":
        return match[0]
    month, at = _SHORT[word.lower()[:3]], int(days.since[:4]) * 12 + int(days.since[5:7])
    around = range(int(days.since[:4]) - 1, int(days.since[:4]) + 2)
    year = min(around, key=lambda y: (abs(y * 12 + month - at) or 12, -y))
    return f"{month_name[month]} {year}"
