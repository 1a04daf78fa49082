"""Where names stand in a sentence: of people, posts, bodies and places, as runs of capitals.

A capital that only begins a sentence is none, nor is a rating's colour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.rewording.tokens import Span
from corpus.dates import MONTH_NAMES

_CAPITAL = r"[A-Z][\w’'-]*"
_RUN = re.compile(rf"{_CAPITAL}(?:(?: +(?:of|and|for|the|&)){{0,2}} +{_CAPITAL})*")
_BEGINS = re.compile(r"(?:^|[.!?:;•\n]\s*[\"'“‘(\[]*|^[\"'“‘(\[]+|(?:^|\s)\(?\w{1,3}[.)]\s*)$")
_NO_NAME = frozenset(re.findall(
    r"\w+",
    "a after all also although an and any as at before both but by currently due during each for "
    "from further furthermore he however i if in it its no not of on one other our previous prior "
    "she since that the their there these they this those to under we when whilst while with "
    "red amber green blue black brag rag yes none nil",
)) | set(MONTH_NAMES)  # fmt: skip
_TITLES = frozenset(
    ["report", "reports", "letter", "minutes", "update", "review", "advice", "statement"]
)
"""What may be somebody's: "Report of the Head of Care"."""


def names_in(text: str) -> list[Span]:
    """The stretches of a text that are names, in order.

    >>> text = "The Board met in Mill Lane. It heard Anna Weir of Oxton."
    >>> [text[a:b] for a, b in names_in(text)]
    ['Board', 'Mill Lane', 'Anna Weir of Oxton']
    """
    found = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        words = list(re.finditer(r"\S+", text[start:end]))
        begins = bool(_BEGINS.search(text[:start]))
        while words and (_plain(words[0][0]) in _NO_NAME or words[0][0].islower()):
            words.pop(0)
            begins = False
        if len(words) > 2 and _plain(words[0][0]) in _TITLES and words[1][0].islower():
            words = words[next(n for n, word in enumerate(words) if n and not word[0].islower()) :]
            begins = False
        while words and (_plain(words[-1][0]) in _NO_NAME or words[-1][0] == "&"):
            words.pop()
        if words and _is_name([word[0] for word in words], begins=begins):
            found.append((start + words[0].start(), start + words[-1].end()))
    return found


def _is_name(words: Sequence[str], *, begins: bool) -> bool:
    """Whether a run of capitals is more than a sentence's first word, or a letter in a list."""
    return len(words) > 1 or _is_acronym(words[0]) or (not begins and len(words[0]) > 1)


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def _plain(word: str) -> str:
    return word.casefold().strip("’'-")
