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

from corpus.register.grades import GRADE, IMPROVEMENT, QUOTED
from corpus.register.subjects import subject_before, subject_in

_AUX = r"(?:was|were|is|are|has been|have been|had been)"
_ADV = r"(?:(?:also|now|still|again|overall|then|all|both|each|once|later|\w+ly) )*"
_LINK = r"(?:(?:to|be|being|as|at|overall|a|an|the|that of) )*"
_VERB = r"(?:re-?)?(?:judged|graded|rated|assessed|evaluated|classed|classified|found|deemed)"
_NOUN = r"(?:rating|grade|grading|judge?ment|opinion|outcome|result|effectiveness|conclusion)"
_OURS = r"(?:(?:an?|the|its|their|overall|ofsted|cqc|new|current|inspection|audit)(?:'s|’s)? )*"
_GRADE = QUOTED + (
    r"(?=\W*$|[,.;:)]|[\s\"'”’]+(?:overall|by|in|at|across|for|and|but|with|while|whilst|following|"
    r"after|on|when|against|under|though|although|from|since|because|which|again|opinion)\b)"
    r"(?!\W+or\b)"
)
"""A grade, and then the end or a word that may follow one: "good at art" is no grade, and "good or
outstanding" tells of several."""
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b{_AUX} {_ADV}{_VERB} {_ADV}{_LINK}{_ADV}{_GRADE}",
        r"\b(?:found|conclud\w+|confirm\w+|stat(?:e[sd]?|ing)|report(?:ed|s)|note[sd]|judged|"
        r"judge?ment|says?|said|identified|considered|opinion|advised|showed)\b,? that,? "
        rf"(?P<subject>[^.;:]{{3,200}}?) (?:{_AUX} {_ADV}{_LINK}|{_ADV}(?:remain(?:s|ed)? )?"
        rf"(?=[\"'“‘]?{IMPROVEMENT})){_GRADE}",
        rf"\b{_VERB} (?!to be|as |that |by |in |at )(?P<subject>[^.;:]{{3,160}}?) "
        rf"(?:overall )?{_LINK}{_GRADE}",
        rf"\b(?P<subject>{_OURS}{_NOUN}(?: (?:for|of|on) [^.;:,]{{3,100}}?)?) "
        rf"(?:{_AUX}|remains?|remained) {_ADV}{_LINK}{_GRADE}",
        rf"\b(?:received|(?:given|awarded)(?: with)?|achieved|obtained|secured|retained|gained) "
        rf"{_OURS}{_NOUN} of {_OURS}{_GRADE}",
        rf"\b(?:gave|gives|awarded|assigned) (?P<subject>[^.;:,]{{3,80}}?) "
        rf"{_OURS}{_NOUN} of {_OURS}{_GRADE}",
        r"\b(?:issue[sd]?|gave|provided|expressed|received) (?:an? )?"
        r"(?P<grade>unqualified|qualified|unmodified|modified|adverse) (?:audit )?opinion "
        r"(?:on|in respect of) (?P<subject>[^.;:,]{3,80}?)(?= (?:in|on|for) |[.;:,]|$)",
        rf"\b(?:moved|improved|declined|fallen|fell|gone|upgraded|downgraded) from "
        rf"\W*{GRADE}\W* to {_LINK}{_GRADE}",
        rf"\b(?:received|given|awarded|achieved|obtained|secured|retained|gained) "
        rf"{_OURS}{QUOTED}(?:[\s\"'”’]+{_OURS}{_NOUN}\b|(?<=assurance)\b)",
    )
)
_CONDITION = re.compile(r"\bsubject to [^,;.]{3,120}, (?=[^,;.]{0,80}$)", re.I)
"""A finding's condition belongs to it: "subject to modifications, the plan is sound"."""
_MODAL = r"\b(?:would|could|should|may|might|must|will|can|if|whether|unless|until)\b"
_UNSURE = re.compile(rf"(?:{_MODAL}|\b(?:to|not))$", re.I)
_HOPED = re.compile(rf"{_MODAL}|\b(?:be|been|being|{_AUX[3:-1]})(?: \w+ly)?\s*$", re.I)
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
    if not re.search(r"(?i)good|improve|adequate|assurance|sound|[CGVR]\d|o[uo]|special", sentence):
        return
    found: dict[int, Graded] = {}
    for pattern in _PATTERNS:
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
