"""What a table's cell holds, told from its words alone: a figure, a unit, a date, a grade, a list.

Nothing here knows of columns or rows; headers and alignment are read with it.
"""

from __future__ import annotations

import re
from typing import Literal

from corpus.dates import MONTH

Kind = Literal["blank", "figure", "date", "list", "people", "word", "text"]

_FIGURE = re.compile(
    r"[-–−+(]*\s?[£$€]?\s?[-–−+]?\d[\d,]*(?:\.\d+)?\s?(?:%|[kmKM]\b|bn\b)?\)?\*?|[-–−]"
)
_YEAR = r"(?:19|20)\d\d"
_MONTHS = rf"{MONTH}\b\.?"
_DAY = r"\d{1,2}\s?(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_DAY}\s+)?{_MONTHS}[\s,-]*(?:{_YEAR}|['’]?\d\d)\b|{_DAY}\s+{_MONTHS}|"
    rf"\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|{_YEAR}-\d\d-\d\d\b|"
    rf"{_YEAR}\s?[/–-]\s?\d\d(?:\d\d)?|{_YEAR}|(?:Q|quarter )[1-4](?:\s+{_YEAR}\S*)?"
)
DATE = re.compile(_DATE, re.I)
_PERIOD = re.compile(rf"(?:by |from |until |at )?(?:{_DATE})", re.I)
_DATED = re.compile(rf"(?:{_DATE}|{_MONTHS}\s*[-–/&]|(?:on-?going|immediate\w*|tbc)\b)", re.I)
_UNIT_WORDS = r"£\s?[’'‘]?(?:000s?|k|m|bn|millions?|thousands?)\b[’']?"
_UNIT = re.compile(rf"\(?(?:in )?(?:{_UNIT_WORDS}|£|%)\)?", re.I)
_UNIT_IN = re.compile(_UNIT_WORDS, re.I)
_VALUE = re.compile(
    r"outstanding|good|requires? improvement(?: to be good)?|inadequate|adequate|satisfactory|"
    r"red|amber|green|blue|yes|no|n/a",
    re.I,
)
_LIST = re.compile(r"(?:\(?[A-Za-z]\)|[•▪●-]\s|\(?[ivx]{1,4}\))")
_ROLE = re.compile(
    r"\b(?:manager|director|head|officer|lead|leader|member|councillor|cllr|chief|team|coordinator|"
    r"co-ordinator|executive|principal|worker|adviser|advisor|chair|group|services?|board|"
    r"councils?|all)s?\b",
    re.I,
)


def is_figure(cell: str) -> bool:
    """Whether it is a number, a sum, a percentage, "-" for nil, or several of them in a row.

    >>> is_figure("(1,471)"), is_figure("£9.5m"), is_figure("12.1 -0.4 3%"), is_figure("2016/17")
    (True, True, True, False)
    """
    return bool(cell) and all(_FIGURE.fullmatch(word) for word in cell.split())


def is_period(cell: str) -> bool:
    """Whether it is a date, month, quarter or year and nothing else ("2016/17", "31.3.24")."""
    return bool(_PERIOD.fullmatch(cell))


def is_unit(cell: str) -> bool:
    """Whether it is a unit and nothing else ("£'000", "(£m)", "%")."""
    return bool(_UNIT.fullmatch(cell))


def is_value(cell: str) -> bool:
    """Whether it is a grade, a rating or yes and no: what stands in a column, not over it."""
    return bool(_VALUE.fullmatch(cell.rstrip(".")))


def unit_in(text: str) -> str:
    """The money unit a text names ("All figures in £m" is "£m"), or ""."""
    found = _UNIT_IN.search(text)
    return found[0] if found else ""


def kind_of(cell: str) -> Kind:
    """The kind of thing a cell holds. A text that opens with a date is a date."""
    if not cell:
        return "blank"
    if is_figure(cell) and not is_period(cell):
        return "figure"
    if _DATED.match(cell):
        return "date"
    if _LIST.match(cell):
        return "list"
    words = cell.split()
    if is_people(cell):
        return "people"
    return "word" if len(words) <= 3 else "text"


def is_people(cell: str) -> bool:
    """Whether it names people or posts: few words, most with a capital, a role among them."""
    words = [w for w in re.findall(r"[^\W\d_]+", cell) if len(w) > 2]
    capital = sum(w[0].isupper() for w in words)
    return bool(_ROLE.search(cell)) and len(words) <= 25 and capital * 3 >= len(words) * 2
