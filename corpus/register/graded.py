"""Sentences that give a grade: what was judged, and how, as they print it.

"Services were judged inadequate", "Ofsted rated the home ‘Good’", "inspectors found that planning
was poor", "it received a rating of Good". Left out are a scale being explained ("a council judged
inadequate is visited"), what is hoped for ("to be judged good"), and shares of many ("53% of
schools are rated good").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.register.grades import GRADE
from corpus.register.subjects import subject_before, subject_in
from corpus.register.wordings import AUX, WORDINGS

_ANY = re.compile(rf"{GRADE}|opinion", re.I)
_CONDITION = re.compile(r"\bsubject to [^,;.]{3,120}, (?=[^,;.]{0,80}$)", re.I)
"""A finding's condition belongs to it: "subject to modifications, the plan is sound"."""
_MODAL = r"\b(?:would|could|should|(?-i:may)|might|must|will|can|if|whether|unless|until)\b"
_UNSURE = re.compile(rf"(?:{_MODAL}|\b(?:to|not))$", re.I)
_HOPED = re.compile(rf"{_MODAL}|\b(?:be|been|being|{AUX[3:-1]})(?: \w+ly)?\s*$", re.I)
"""What may be found, or what the words before a verb make passive."""
_OR = re.compile(r"\b(?:either|or|neither|nor)\W*$", re.I)


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade in a sentence; `start` and `end` are those of the grade in it."""

    subject: str
    grade: str
    start: int
    end: int


def graded_in(sentence: str) -> Iterator[Graded]:
    """The grades a sentence gives, in its order.

    >>> [(g.subject, g.grade) for g in graded_in("In May, Elm House was rated good by inspectors.")]
    [('Elm House', 'good')]
    """
    if not _ANY.search(sentence):  # what follows is slow, a grade rare
        return
    found: dict[int, Graded] = {}
    for pattern in WORDINGS:
        last = 0
        for match in pattern.finditer(sentence):
            one = _graded(sentence, match, last)
            last = match.end("grade")
            if one and not any(one.start < o.end and o.start < one.end for o in found.values()):
                found[one.start] = one
    yield from (found[start] for start in sorted(found))


def _graded(sentence: str, match: re.Match[str], last: int) -> Graded | None:
    head = sentence[last : match.start()]
    named = match.groupdict().get("subject")
    if (_HOPED if named else _UNSURE).search(head.rstrip()) or _OR.search(
        sentence[: match.start("grade")]
    ):
        return None
    subject = subject_in(named) if named else subject_before(head, sentence)
    start = match.start("grade")
    if named and (condition := _CONDITION.search(sentence, match.start(), start)):
        start = condition.start()
        subject = subject_in(sentence[condition.end() : match.end("subject")])
    if not subject:
        return None
    end = match.end("grade")
    end += start < match.start("grade") and sentence[end : end + 1] in ("’", "”")
    return Graded(subject, sentence[start:end], start, end)
