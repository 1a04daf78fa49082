"""Printed numbers: 1.1, 3.8.4, 12., (a), iv), bullets. That number is how members refer to a
paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["dotted", "number", "item", "letter", "bullet"]

# White space follows a number, or a word that lost it ("2.6The White Paper", "58.ESG policy"); a
# unit is none ("1.5GW").
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,3}){1,3})[.)]?(?=\s|$|[A-Z][a-z]+\b)\s*")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)](?=\s|$|[A-Z][A-Za-z]+\b)\s*")
_LETTER = re.compile(
    r"(?:\(([a-z]|[ivx]{1,5})\)(?=\s|(?-i:[A-Z‘“])\w)|([a-z]|[ivx]{1,5})[.)](?=\s))\s*", re.I
)
_BULLET = re.compile(r"[•▪●◦·‣■□➢✓*–—-]\s+(?=\S)|o\s+(?=[A-Z0-9£(‘'“\"])")
_DATE = re.compile(r"(?:1[3-9]|2\d|3[01])\.\d{1,2}\.\d{2,4}$|\d{1,2}\.\d{1,2}\.(?:1\d|2\d|20\d\d)$")


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph's printed number: `text` without its brackets ("3.2", "a", "•")."""

    text: str
    style: Style
    rest: str
    form: str = ""
    """How it is printed: "(1)", "1.", "i)", "•", "–", "o". Items of one list are printed alike."""
    count: int = 0
    """Of an agenda item or minute (`corpus.prose.items`) the number that counts on: 12 in 12/23."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """(3, 2) for 3.2, (12,) for 12/23; empty for letters and bullets."""
        if self.style == "item":
            return (self.count,)
        return tuple(int(n) for n in self.text.split(".")) if self.style in _COUNTED else ()


_COUNTED: tuple[Style, ...] = ("dotted", "number")


def label_of(text: str) -> Label | None:
    """The number a paragraph opens with, if any.

    >>> label_of("3.8.4 Thresholds").text
    '3.8.4'
    >>> label_of("(a) Note the report").text
    'a'
    >>> label_of("28.4.17 Date of Review") is None
    True
    """
    if (found := _DOTTED.match(text)) and not _DATE.match(found[1]):
        return Label(found[1], "dotted", text[found.end() :], "1.1")
    if found := _NUMBER.match(text):
        form = found[0].strip().replace(found[1], "1")
        return Label(found[1], "number", text[found.end() :], form)
    if found := _LETTER.match(text):
        letter = (found[1] or found[2]).lower()
        form = found[0].strip().lower().replace(letter, "a")
        return Label(letter, "letter", text[found.end() :], form)
    if found := _BULLET.match(text):
        form = "–" if text[0] in "-–—" else "o" if text[0] == "o" else "•"
        return Label("•", "bullet", text[found.end() :], form)
    return None


def follows(label: Label, previous: tuple[int, ...]) -> bool:
    """Whether a counted label can come next after `previous` in one paper's numbering.

    3.2 follows 3.1, 3 and 2.9; 1.5 does not follow 3.2 (it is a figure at a line's start).
    """
    numbers = label.numbers
    if not numbers or not previous:
        return bool(numbers)
    if numbers[0] == previous[0]:
        return numbers > previous
    return previous[0] < numbers[0] <= previous[0] + 3 and all(n == 1 for n in numbers[1:])


def is_next(label: Label, previous: tuple[int, ...]) -> bool:
    """Whether a counted label is the very next after `previous`: 3.3, 3.2.1, 4 and 4.1 after 3.2.

    >>> is_next(Label("3.5", "dotted", ""), (3, 2))
    False
    """
    numbers = label.numbers
    if not numbers or not previous:
        return False
    due = [(*previous[:depth], previous[depth] + 1) for depth in range(len(previous))]
    return numbers in due or numbers == (*previous, 1) or numbers == (previous[0] + 1, 1)
