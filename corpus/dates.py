"""Dates as committee papers print them, and the span of days each one names.

"11 July 2017", "17TH DECEMBER 2019", "22.2.16", "30th-Jan-2025", "2025-01-30", "June '17",
"July 2017", "2016/17" (April to March), "2017-20" and a bare "2017". A paragraph's number, a sum
and a ratio are none. A two-digit year is of this century until 69 ("12.5.87" is a birthday).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

MONTH_NAMES = tuple(name.lower() for name in calendar.month_name if name)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""A month's name or its short form, for patterns that do not mind capitals."""
_MONTH = rf"({MONTH})\.?"
_YEAR = r"((?:19|20)\d\d|['’]\d\d)(?!\d)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th)\b)?"
_PATTERNS = (
    ("dmy", rf"\b(\d{{1,2}}){_ORDINAL}(?:[\s,-]+(?:day\s+)?(?:of\s+)?){_MONTH}(?:[\s,-]*){_YEAR}"),
    ("mdy", rf"\b{_MONTH}\s+(\d{{1,2}}){_ORDINAL},?\s+{_YEAR}"),
    ("iso", r"\b(20\d\d|19\d\d)-(\d\d)-(\d\d)\b"),
    ("num", r"(?<!\d[./])\b(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d|\d\d)\b(?!\.\d)"),
    ("my", rf"\b{_MONTH}[\s,-]*{_YEAR}"),
    ("fy", r"\b(20\d\d|19\d\d)\s?([/–-])\s?(\d\d(?:\d\d)?)\b(?![/–-])"),
    ("y", r"(?<![£$€])(?<![£$€]\s)(?<!\d:)\b((?:19|20)\d\d)\b(?![/.–-]\d)"),
)
_ANY = re.compile("|".join(f"(?P<{name}>{p})" for name, p in _PATTERNS), re.I)
_EACH = {name: re.compile(p, re.I) for name, p in _PATTERNS}
_NUMBERED = re.compile(
    r"\b(?:paragraphs?|paras?|sections?|sub-?sections?|clauses?|versions?|v|ver|appendix|annex|items?|"
    r"tables?|figures?|policy|policies|rules?|regulations?|points?|parts?)\.?\s*"
    r"(?:\d+(?:\.\d+)*\s*(?:,|;|&|and|to|or|-|–)\s*)*$",
    re.I,
)
"""What stands before "3.4.12" where it is the number of a part of a paper, or of its version."""
_MONTH_OF_MAY = re.compile(
    r"(?:^|[(,;:/–-]|\d(?:st|nd|rd|th)?|\b(?:in|of|by|from|to|since|until|till|and|or|on|before|after|"
    r"during|early|mid|late|end|last|this|next|for|the|between|through|into|versus|vs))\s*$",
    re.I,
)
"""What stands before "may 2016" where it is the month: not "the Council may"."""
_BEFORE = 40
"""Characters in which these are looked for."""
LONGEST_PLAN = 30
"""Years: "2017-20" and "2011-2031" name a plan's, "2017-89" a number."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days a printed date names: both ISO and inclusive; `text[start:end]` is the print."""

    since: str
    until: str
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return self.since == self.until


def without_days(text: str, days: Sequence[Days], *, by: str = " ") -> str:
    """The text with what is printed of these dates, in order, replaced."""
    for day in reversed(days):
        text = f"{text[: day.start]}{by}{text[day.end :]}"
    return text


def dates_in(text: str) -> list[Days]:
    """Every date printed in the text, in order.

    >>> [(d.since, d.until) for d in dates_in("from 22.2.16 to March 2017")]
    [('2016-02-22', '2016-02-22'), ('2017-03-01', '2017-03-31')]
    """
    found = []
    for match in _ANY.finditer(text):
        name, start = match.lastgroup or "", match.start()
        before = text[max(0, start - _BEFORE) : start]
        if name == "num" and "." in match[0] and _NUMBERED.search(before):
            continue
        if name == "my" and match[0].startswith("may") and not _MONTH_OF_MAY.search(before):
            name, start = "y", match.end() - len(match[0].removeprefix("may").lstrip(" ,-"))
        if span := _days(name, text[start : match.end()]):
            found.append(Days(*span, start, match.end()))
    return found


def first_day(text: str) -> str | None:
    """The first whole date in the text, ISO, or None."""
    return next((d.since for d in dates_in(text) if d.is_day), None)


def written_out(iso: str | None) -> str:
    """ "2017-07-11" as "11 July 2017"; "" for None."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _days(name: str, text: str) -> tuple[str, str] | None:
    match = _EACH[name].fullmatch(text)
    if match is None:
        return None
    try:
        return _SPANS[name](*match.groups())
    except ValueError:
        return None


def _years(first: int, joint: str, second: str) -> tuple[str, str] | None:
    """A financial year, or the years that a plan is for: "2017-20", "2017/2020"; "2017/20" is as
    often a number."""
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    if int(second) % 100 == (first + 1) % 100 and last <= first + 1:
        return (f"{first}-04-01", f"{first + 1}-03-31")
    if not first < last <= first + LONGEST_PLAN or (joint == "/" and len(second) == 2):
        return None
    return (f"{first}-01-01", f"{last}-12-31")


def _day(year: int, month: int, day: int) -> tuple[str, str]:
    iso = date(year, month, day).isoformat()
    return iso, iso


def _month_days(year: int, month: int) -> tuple[str, str]:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, 1).isoformat(), date(year, month, last).isoformat()


def _year(text: str) -> int:
    number = int(text.strip("'’"))
    return number if number >= 100 else number + (2000 if number < PAST else 1900)


PAST = 70
"""Two-digit years from this on are of the last century."""


def _month(text: str) -> int:
    return [m.lower() for m in calendar.month_abbr].index(text[:3].lower())


_SPANS: dict[str, Callable[..., tuple[str, str] | None]] = {
    "dmy": lambda d, m, y: _day(_year(y), _month(m), int(d)),
    "mdy": lambda m, d, y: _day(_year(y), _month(m), int(d)),
    "iso": lambda y, m, d: _day(int(y), int(m), int(d)),
    "num": lambda d, m, y: _day(_year(y), int(m), int(d)),
    "my": lambda m, y: _month_days(_year(y), _month(m)),
    "fy": lambda first, joint, second: _years(int(first), joint, second),
    "y": lambda y: (f"{y}-01-01", f"{y}-12-31"),
}
"""For each of _PATTERNS, the days that its groups name."""
