"""The grades that a question asks for: those that every inspectorate gives, in any spelling, and
those that the entries held have been given ("limited", "no assurance").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LEVELS = (
    ("outstanding", r"outstanding\b"),
    ("inadequate", r"inadequate\b"),
    ("requires improvement", r"requir(?:es?|ing|ed) improvement(?: to be good)?\b"),
    ("good", r"good\b"),
    ("satisfactory", r"satisfactory\b"),
    ("adequate", r"adequate\b"),
)
_RATED = re.compile("|".join(rf"\b(?P<g{n}>{words})" for n, (_, words) in enumerate(_LEVELS)), re.I)
_GRADES = r"(?: (?:assurance|opinions?|ratings?|grades?))?\b"
LONGEST = 3
"""Words of a grade; what is longer is a sentence."""


def level(text: str) -> str:
    """The grade in a text, one name for its spellings; "" if none.

    >>> level("Requires improvement to be good")
    'requires improvement'
    """
    found = _RATED.search(text)
    return _LEVELS[int((found.lastgroup or "g0")[1:])][0] if found else ""


def grade_named(grade: str) -> str:
    """The one name of a grade as printed.

    >>> grade_named("RI"), grade_named("Limited assurance"), grade_named("require improvement")
    ('ri', 'limited', 'requires improvement')
    """
    name = " ".join(grade.casefold().split())
    return level(name) or re.sub(rf"(?<!^no){_GRADES}$", "", name)


def grades_in(question: str, held: Iterable[str]) -> tuple[frozenset[str], str]:
    """The grades a question asks for, of those there are and those `held` (as `grade_named` has
    them), and the question without them."""
    own = sorted({g for g in held if g and len(g.split()) <= LONGEST}, key=len, reverse=True)
    names = "|".join(rf"\b{re.escape(grade)}{_GRADES}" for grade in own if not level(grade))
    rule = re.compile("|".join(filter(None, (names, _RATED.pattern))), re.I)
    found = [m[0] for m in rule.finditer(question)]
    return frozenset(map(grade_named, found)), rule.sub(" ", question)
