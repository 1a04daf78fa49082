"""What papers cannot tell whoever asks: of a name or a date that none of them has, of what was
found after they were written, of what they say was not yet known.

Rules a person can check, held before any estimate is made (`assistant.finding.refusal`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.asking.question import Asked
from assistant.finding.evidence import Evidence, Weighed
from corpus.dates import MONTH, Days, dates_in
from index.search import Hit
from index.words import tokens

_NOT_KNOWN = re.compile(
    r"\b(?:not yet (?:been )?(?:known|decided|agreed|announced|confirmed)|not known (?:yet|what|"
    r"whether|when)|yet to be (?:decided|agreed|announced|confirmed))\b",
    re.I,
)
_DID = re.compile(r"\b(?:did|has|have|was|were)\b", re.I)
_FOUND = re.compile(
    r"\b(?:did|was|were|had)\b.*\b(?:find|found|conclude|judged?|graded?|rated?|happen)|\bhappened\b|"
    r"\bdid\b.*\b(?:decide|resolve|agree|approve|vote)\b.*\b(?:on|at)\b.*\b\d|"
    r"^(?!.*\b(?:to be|will|should|planned|target|expected|forecast|aim\w*)\b).*"
    r"\b(?:achieved|actual(?:ly)?|outturn|turned out)\b",
    re.I,
)
_CONTACT = re.compile(
    r"\b(?:(?:tele)?phone|e-?mail|mobile|contact) (?:no\b|numbers?|address(?:es)?|details)|"
    r"\b(?:extension|fax) number|\b(?:ring|phone|telephone|e-?mail) (?:him|her|them)\b",
    re.I,
)
_REACHED = re.compile(r"@|\b\+?\d[\d ]{8,}\d\b|\bext(?:ension|n)?[.:]? ?\d{3,}", re.I)
"""An address of mail, a number to ring."""
FOUND = 10
"""Hits, the first ones, in which what is asked for must stand."""
NAMES = re.compile(
    rf"(?<![.?!:] )(?<!^)(?<!^[\"'“‘(])\b(?!(?i:{MONTH})\b)(?:[A-Z][\w’'-]+|[A-Z]{{2,}})\b"
)


def unknown_names(asked: Asked, weighed: Weighed) -> list[str]:
    """The names in a question that stand in no paper: nobody can be told of them from these."""
    names = (re.sub(r"['’]s$", "", name) for name in (*NAMES.findall(asked.topic), *asked.like))
    return [n for n in names if len(n) > 3 and set(tokens(n)) and set(tokens(n)) <= weighed.unknown]


def unknown_dates(asked: Asked, hits: Sequence[Hit]) -> list[str]:
    """The dates in a question, as written, that no passage found for it speaks of or was written
    for: what was so in 2012 is not to be had from papers of 2020. Of a question about several
    meetings each is searched for what is of its own date."""
    days = dates_in(asked.text) if hits and len(asked.parts) == 1 else []
    return [
        asked.text[day.start : day.end]
        for day in days
        if not any(speaks_of(hit, day) for hit in hits)
    ]


def too_early(asked: Asked, hits: Sequence[Hit]) -> str:
    """The date, as written, of what is asked to have been found, where every passage found was
    written before it: what they say of it then was a plan. "" if none."""
    days = dates_in(asked.text) if hits and _FOUND.search(asked.text) else []
    written = [said[0].until for hit in hits if (said := _days_in(hit.passage.breadcrumb))]
    if not days or not written or any(day.since <= max(written) for day in days):
        return ""
    return asked.text[days[0].start : days[0].end]


def no_contact(asked: Asked, hits: Sequence[Hit]) -> bool:
    """Whether a number to ring or an address to write to is asked for, and none found has one."""
    return bool(_CONTACT.search(asked.text)) and not any(
        _REACHED.search(hit.passage.text) for hit in hits[:FOUND]
    )


def speaks_of(hit: Hit, day: Days) -> bool:
    """Whether a passage, or the meeting it was written for, is of these days."""
    told = _days_in(hit.passage.breadcrumb) + _days_in(hit.passage.text)
    return any(said.since <= day.until and day.since <= said.until for said in told)


@lru_cache(maxsize=4096)
def _days_in(text: str) -> tuple[Days, ...]:
    return tuple(dates_in(text))


def not_yet_known(asked: Asked, evidence: Sequence[Evidence]) -> bool:
    """Whether the best evidence of what came of a thing says that this was not yet known."""
    return bool(_DID.search(asked.text) and _NOT_KNOWN.search(evidence[0].unit.text))
