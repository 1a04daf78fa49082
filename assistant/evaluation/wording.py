"""Whether words stand in a text, however they are spaced and their quotation marks are drawn.

Case, quotation marks, dashes and spacing are evened out, and a quotation counts as found by the
share of its three-word runs, so that a cut or joined line does not hide it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import mean

_EVENED = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\u00ad": " "})
_WORD = re.compile(r"[a-z0-9£%']+(?:[.,][0-9]+)*")
_MARKUP = re.compile(r"</?[a-z]+>|[*_|<>/]+")
_SHORT_OR_NUMBER = re.compile(r"[£\d.,%km]+")


def met(spellings: Sequence[str], text: str) -> bool:
    """Whether the text holds one of the spellings; figures and short words must stand alone."""
    text = _evened(text)
    return any(_holds(text, _evened(spelling)) for spelling in spellings)


@dataclass(frozen=True, slots=True)
class Compared:
    """A text as quotations are looked for in it: its evened words, and its three-word runs."""

    words: str
    runs: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, text: str) -> Compared:
        """Read a text once, to look for many quotations in it."""
        words = _words(text)
        return cls(" ".join(words), frozenset(_runs(words)))


def coverage(quote: str, text: str | Compared) -> float:
    """The share of the quotation's three-word runs that stand in the text."""
    there = Compared.of(text) if isinstance(text, str) else text
    sought = _words(quote)
    if len(sought) < 3:
        return float(" ".join(sought) in there.words)
    return mean(run in there.runs for run in _runs(sought))


def _holds(text: str, spelling: str) -> bool:
    if len(spelling) > 3 and not _SHORT_OR_NUMBER.fullmatch(spelling):
        return spelling in text
    alone = rf"(?<![\w.,]){re.escape(spelling)}(?:[km]|st|nd|rd|th)?(?!\w)(?![.,]\d)"
    return re.search(alone, text) is not None


def _evened(text: str) -> str:
    return " ".join(text.translate(_EVENED).lower().split())


@lru_cache(maxsize=1024)  # a quotation is looked for in many texts
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_MARKUP.sub(" ", _evened(text))))


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + 3]) for at in range(len(words) - 2)]
