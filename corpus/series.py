"""The same report over time: a key that July's and October's update of one plan share.

A series is told by its council, its committee, the kind of paper (a plan and an appendix are one)
and its title without what changes from one meeting to the next: dates, months, quarters, years,
numbers, and words like "update" and "final" that every report of the series may bear or lack. Two
reports about one thing to two committees are two series, and so is a plan and the report on it.
"""

from __future__ import annotations

import re

from corpus.dates import MONTH, dates_in
from corpus.paper import Paper, PaperKind

_MONTHS = rf"{MONTH}\.?"
_YEARS = r"(?:19|20)\d\d(?:\s?(?:/|-|–|to)\s?(?:(?:19|20)\d\d|\d\d))?"
_CHANGING = re.compile(
    rf"\b{_YEARS}(?!\d)"
    rf"|\b(?:as at |to |for |at )?{_MONTHS}(?=\W*$|\W+(?:and|to|[-–]) |\W*(?:19|20)\d\d|\W*#)"
    r"|\b(?:(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s+quarter|quarter\s+(?:\d|one|two|"
    r"three|four)|q[1-4]|(?:month|period|phase|week)\s+\d{1,2}|p\d{1,2})\b"
    r"|\b\d{2}/\d{4,5}\b|\b(?:no\.?|number|issue|version|v)\s*\d[\d.]*",
    re.I,
)
_LABEL = re.compile(r"\b(?:appendix|annex|item|schedule)\s+[a-z\d]{1,2}\b", re.I)
_PASSING = frozenset(
    re.findall(
        r"\w+",
        "a an and as at by for from in of on the to with update updates updated progress report "
        "reports draft final revised latest further interim position",
    )
)
"""Words that a report of a series may bear or lack."""
_GENERIC = frozenset(
    re.findall(
        r"\w+",
        "appendix annex agenda minutes supplement supplementary letter form presentation slides "
        "plan summary information paper item matters business urgent questions apologies statement "
        "table record decision list introduction notice title strategy policy action",
    )
)
"""Words that name no matter of their own."""
_AUTHORITY = re.compile(
    r"\b(?:county|city|borough|district|metropolitan|royal|london|town|unitary|full|council|of|the|"
    r"and)\b"
)
_SORTS: dict[PaperKind, str] = {
    "report": "report", "appendix": "appendix", "action plan": "appendix", "decision": "decision",
    "minutes": "minutes", "work programme": "work programme", "other": "other",
}  # fmt: skip
_WHOLE = ("minutes", "work programme")
"""Sorts of which a committee has one series, whatever their titles."""


def series_key(paper: Paper) -> str:
    """The same for papers of one series; "" for a paper that can be in none.

    That is an agenda, a paper of no known committee, and one whose title says nothing of its own
    ("Appendix A", "Supplement").
    """
    sort, meeting = _SORTS.get(paper.kind, ""), paper.meeting
    if not sort or not meeting.committee:
        return ""
    matter = "" if sort in _WHOLE else _matter(paper.title)
    if not matter and sort not in _WHOLE:
        return ""
    return "|".join((_bare(meeting.council), _bare(meeting.committee) or "council", sort, matter))


def _bare(name: str) -> str:
    """What tells a council, or its committee, from others: "oxton"; "" for "Full Council"."""
    return " ".join(_AUTHORITY.sub(" ", _plain(name)).split())


def _matter(title: str) -> str:
    """What a title is about, "" if it says nothing of its own."""
    words = _plain(_undated(_LABEL.sub("", title))).split()
    kept = [word for word in words if word not in _PASSING and not word.isdigit()]
    return " ".join(kept) if any(word not in _GENERIC for word in kept) else ""


def _undated(title: str) -> str:
    """The title with what changes from meeting to meeting taken out."""
    for days in reversed(dates_in(title)):
        title = f"{title[: days.start]}#{title[days.end :]}"
    return _CHANGING.sub(" ", title)


def _plain(text: str) -> str:
    """Its words in small letters, joined by spaces.

    >>> _plain("Children’s Services & Skills")
    'childrens services and skills'
    """
    spelt = re.sub(r"['’]", "", text.casefold()).replace("&", " and ")
    return " ".join(re.findall(r"[^\W_]+", spelt))
