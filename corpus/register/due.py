"""When an action is due, and how far it is, where a plan prints both in one cell: "01/09/2016 –
actions A and B complete", "Sept 16 / ongoing", "Complete.".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.dates import Days, dates_in
from corpus.tables.cell_kinds import DATE

SHORT = 60
"""Characters: a cell this short that says nothing of progress is a date as printed, whatever its
words ("3 months", "Before the summer recess")."""
PLAUSIBLE = 12
"""Years around the meeting in which a two-digit year of a plan lies."""
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ONE = (
    rf"(?:(?:end (?:of )?|early |mid |late )?"
    rf"(?:{_MONTH}[‘’']?\s?[‘’']?\d\d(?!\d)|{DATE.pattern}|{_MONTH}))"
)
_JOINED = re.compile(
    rf"{_ONE}(?:\s*(?:[-–—]|&|/|,|\band\b|\bto\b|\bthen\b)\s*{_ONE})*(?:\s*/\s*on-?going\b)?"
    r"(?:\s*\((?:was|previously|originally|revised|formerly|now|extended)[^)]*\))?",
    re.I,
)
_DONE = re.compile(
    r"\b(?:complet(?:e|ed|es|ion)|done|achieved|finished|implemented|in place|closed|delivered"
    r"|actioned|on-?going|started|begun|commenced|in progress|under ?way|on (?:track|target)"
    r"|not (?:yet )?started|overdue|delayed|superseded|cancelled|no longer"
    r"|business as usual|unsuccessful)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:complet\w+|done|achieved|finished|approved|agreed|signed|started|commenced|launched|published|held"
    r"|closed|since|from|in place)\b[^.;:]{0,25}$",
    re.I,
)
_WAS = re.compile(
    r"\(?\b(?:was|previously|originally|formerly|revised from|changed from)\b.*", re.I | re.S
)
_MOVED = re.compile(
    r"\b(?:(?:extended|moved|revised|changed|put back|deferred|slipped|rescheduled)"
    r"(?: from [^,;()]{4,30}? to| to| until|:)?|now|new(?: date)?:?)"
    rf"(?= *(?:by |for |the |end |of |early |mid |late )*(?:{DATE.pattern}|Q[1-4]|quarter|spring|"
    rf"summer|autumn|winter|{_MONTH}))",
    re.I,
)
"""What stands before the date that something has been moved to."""
_SPAN = re.compile(r"\s*(?:[-–—,&/;]|\b(?:and|to|until)\b|, and)\s*(?:end (?:of )?)?", re.I)
"""All that stands between the days of a span, or of a list of days."""
_PART_OF_YEAR = re.compile(r"\b(?:Q[1-4]|quarter|spring|summer|autumn|winter)\b", re.I)
"""What names no day that everybody would agree on, and less than the year beside it."""
_BARE_YEAR = re.compile(rf"({_MONTH})[‘’']?\s?[‘’']?(\d\d)(?!\d)", re.I)


@dataclass(frozen=True, slots=True)
class When:
    """What a cell for dates says: `due` and `status` as printed, "" where it says neither."""

    due: str = ""
    status: str = ""


def when_in(cell: str) -> When:
    """The date and the progress in a cell headed "By when".

    >>> when_in("01/09/2016 - now complete.")
    When(due='01/09/2016', status='now complete.')
    >>> when_in("3 months"), when_in("Done")
    (When(due='3 months', status=''), When(due='', status='Done'))
    """
    text = cell.strip()
    first = _JOINED.match(text)
    if first and _ends_date(text, first.end()):
        return When(first[0].strip(), text[first.end() :].lstrip(" -–—:;.,"))
    if len(text) <= SHORT and not _DONE.search(text):
        return When(text)
    later = next((m for m in _JOINED.finditer(text) if not _PAST.search(text[: m.start()])), None)
    due = later[0].strip() if later and re.search(r"\d", later[0]) else ""
    return When(due, text)


def _ends_date(text: str, at: int) -> bool:
    """Whether what follows a date at a cell's start is no rest of its sentence."""
    rest = text[at:]
    return not rest.strip() or bool(re.match(r"\s*[-–—:;.,]|\s+(?=[A-Z(])", rest))


def due_date(due: str, *, year: int | None = None) -> str | None:
    """The day by which something printed as due is due, ISO, of a month its last: the first day it
    names, or the last of a span, and not the date that it once was due. None where it names none,
    or less exactly than by quarter or season.

    `year` is that of the meeting, beside which a two-digit year is read.

    >>> due_date("31 March 2025 (was 30 September 2024)"), due_date("June '17")
    ('2025-03-31', '2017-06-30')
    >>> due_date("31 March 2025 (Q4), now 30 June 2025"), due_date("1 May 2025, review in 2026")
    ('2025-06-30', '2025-05-01')
    """
    text = due.replace("‘", "'")
    if year is not None:
        text = _BARE_YEAR.sub(lambda m: _with_century(m, year), text)
    *_, moved = (None, *_MOVED.finditer(text))
    if moved is None:
        return _first_day(_WAS.sub("", text))
    return _first_day(_WAS.sub("", text[moved.end() :]))


def _first_day(text: str) -> str | None:
    """The first day that a text names, or of a span its last."""
    vague = bool(_PART_OF_YEAR.search(text))
    last: Days | None = None
    for days in dates_in(text):
        if vague and not days.is_day:
            continue
        if last and not _SPAN.fullmatch(text[last.end : days.start]):
            break
        last = days if last is None or days.until > last.until else last
    return last.until if last else None


def _with_century(month: re.Match[str], year: int) -> str:
    full = year - year % 100 + int(month[2])
    return f"{month[1]} {full}" if abs(full - year) <= PLAUSIBLE else month[0]
