"""Dates said by their distance from one before: "the October after", "the year before", "in May"."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence

from corpus.dates import Days, dates_in, written_out

_MONTHS = {name.lower(): n for n, name in enumerate(month_name) if name}
_SHORT = {name[:3]: n for name, n in _MONTHS.items()} | {"sept": 9}
_MONTH = rf"(?:{'|'.join(_MONTHS)}|{'|'.join(s for s in _SHORT if s != 'may')})"
_AFTER, _BEFORE = r"after|following|next|later", r"before|previous|earlier|prior|last|preceding"
_SIDE = re.compile(rf"\b(?:(?P<after>{_AFTER})|(?P<before>{_BEFORE}))\b", re.I)
_NEAR = rf"(?:{_AFTER}|{_BEFORE})"
_STEP = re.compile(
    rf"\b(?:(?:the|a|an|one|that)\s+)?(?:{_NEAR}\s+(?P<one>{_MONTH}|year|time|meeting|update)|"
    rf"(?P<two>{_MONTH}|year|time|meeting|update)\s+{_NEAR})(?:\s+that)?\b",
    re.I,
)
_BARE = re.compile(rf"\b(?P<month>{_MONTH})\b(?!\s*,?\s*(?:(?:19|20)\d\d|['’]\d\d|\d))", re.I)


def stepped(text: str, anchor: Days | None, form: str, meetings: Sequence[str]) -> str:
    """The text with each such date written out, as far as `anchor` (printed as `form`) tells it.

    `meetings` are the ISO dates of the meetings that "the time before" steps along.
    """
    if anchor is None:
        return text

    def step(match: re.Match[str]) -> str:
        unit = (match["one"] or match["two"]).lower()
        side = _SIDE.search(match[0])
        after = bool(side and side["after"])
        return _reached(unit, anchor, form, meetings, after=after) or match[0]

    return months_dated(_STEP.sub(step, text), anchor)


def months_dated(text: str, anchor: Days) -> str:
    """The text with each month that has no year given the year nearest to the anchor."""
    return _BARE.sub(lambda m: _nearest(m, anchor), text)


def last_date(text: str) -> tuple[Days, str] | None:
    """The last date printed in a text, and its print."""
    found = dates_in(text)
    return (found[-1], text[found[-1].start : found[-1].end]) if found else None


def _reached(
    unit: str, anchor: Days, form: str, meetings: Sequence[str], *, after: bool
) -> str:  # fmt: skip
    if unit == "year":
        return _a_year(anchor, form, 1 if after else -1)
    if unit in ("time", "meeting", "update"):
        beyond = [d for d in meetings if (d > anchor.until if after else d < anchor.since)]
        return written_out((min if after else max)(beyond)) if beyond else ""
    month, year = _number(unit), int(anchor.until[:4])
    at = int(anchor.until[5:7])
    if after:
        year += month <= at
    else:
        year -= month >= int(anchor.since[5:7])
    return f"{month_name[month]} {year}"


def _a_year(anchor: Days, form: str, by: int) -> str:
    year = int(anchor.since[:4]) + by
    if re.search(r"\d\s?[/–-]\s?\d", form) and not anchor.is_day:
        return f"{year}/{(year + 1) % 100:02d}"
    whole = anchor.since[5:] == "01-01" and anchor.until[5:] == "12-31"
    return str(year) if whole else f"{month_name[int(anchor.since[5:7])]} {year}"


def _nearest(match: re.Match[str], anchor: Days) -> str:
    """A month without its year is the one nearest to the anchor, before it or after."""
    word = match["month"]
    if word.lower() == "may" and word != "May":
        return match[0]
    month, at = _number(word), int(anchor.since[:4]) * 12 + int(anchor.since[5:7])
    years = range(at // 12 - 2, at // 12 + 3)
    year = min(years, key=lambda y: (abs(y * 12 + month - at) or 12, -y))
    return f"{month_name[month]} {year}"


def _number(month: str) -> int:
    return _SHORT[month.lower()[:3]]
