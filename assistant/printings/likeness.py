"""Whether two entries of the register are one thing printed twice: by number, wording and lead."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.printings.printing import Link
from corpus.register.entries import Action, Entry, Recommendation
from index.search import STOP_WORDS
from index.words import tokens

ALIKE = 60
"""Likeness of wording, of 100, from which an equal number is believed: plans shorten "Raise the
number of decision-makers in the MASH from four to seven" to "Seven decision-makers in the MASH"."""
SAME = 90
"""Likeness from which two wordings are one without an equal number."""
TELLING = 4
"""Words that a wording must have to be known by alone: "Note the report" is anybody's, but not if
one person is to do it and it stands once in either plan."""
KEPT = 20_000
"""Texts whose words are kept at a time: those of a large library's register."""
_LABEL = 8
"""Characters of the longest number: a row named by its first words is longer."""


def number_of(entry: Entry) -> str:
    """The number an entry is printed with: "6B", "4"; "" if it has none."""
    if isinstance(entry, Action):
        row = entry.place.row
        return row if is_number(row) else entry.recommendation_no
    return entry.number if isinstance(entry, Recommendation) else ""


def is_number(label: str) -> bool:
    """Whether what a row is called by is its number, not its first words.

    >>> is_number("6B"), is_number("Base budget 2024")
    (True, False)
    """
    return 0 < len(label) < _LABEL and bool(re.search(r"\d", label))


def words_of(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, each as its stem."""
    return _words(text)


@lru_cache(maxsize=KEPT)
def _words(text: str) -> frozenset[str]:
    return frozenset(token for token in tokens(text) if token not in STOP_WORDS)


def likeness(text: str, other: str) -> float:
    """How alike two wordings are, 0 to 100, whatever the order of their words; a wording that is
    the other cut short is like it."""
    ours, theirs = (" ".join(sorted(_words(t))) for t in (text, other))
    return float(fuzz.token_set_ratio(ours, theirs)) if ours and theirs else 0.0


def same_people(people: str, other: str) -> bool:
    """Whether one names the other's people, with or without their posts.

    >>> same_people("Ann Lee", "Ann Lee, Head of Homes")
    True
    """
    ours, theirs = names_in(people), names_in(other)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


@lru_cache(maxsize=KEPT)
def names_in(people: str) -> frozenset[str]:
    """The words of a text that are written with a capital, in small letters."""
    return frozenset(word.casefold() for word in re.findall(r"\b[A-Z][\w’'-]+", people))


def link(one: Entry, other: Entry, *, unique: bool = False) -> tuple[float, Link] | None:
    """That the entries are one thing, with a score to choose by; None if they are not.

    An equal number is believed where wording or lead agrees; equal wording without it where there
    is enough of it to go by, or, being `unique`, no other entry repeats it (`repeats`).
    """
    numbered = bool(number_of(one)) and number_of(one).casefold() == number_of(other).casefold()
    text, again = _text(one), _text(other)
    alike = likeness(text, again)
    led = _same_lead(one, other)
    score = alike + 40 * numbered + 10 * led
    enough = unique or min(len(_words(text)), len(_words(again))) >= TELLING
    if numbered and (alike >= ALIKE or (led and alike >= ALIKE / 2)):
        parts = ["number", *["wording"] * (alike >= ALIKE), *["lead"] * led]
        return score, Link(f"the same {_listed(parts)}")
    if alike >= SAME and enough:
        renumbered = bool(number_of(one) and number_of(other)) and not numbered
        why = f"the same wording{' and lead' * led}{', under another number' * renumbered}"
        return score, Link(why, "likely" if renumbered and not led else "sure")
    return None


def repeats(one: Entry, other: Entry) -> bool:
    """Whether two actions have the same words, however few, and the same lead."""
    return words_of(_text(one)) == words_of(_text(other)) and _same_lead(one, other)


def _same_lead(one: Entry, other: Entry) -> bool:
    return isinstance(one, Action) and isinstance(other, Action) and same_people(
        f"{one.lead} {one.owner}", f"{other.lead} {other.owner}"
    )  # fmt: skip


def _text(entry: Entry) -> str:
    return entry.text if isinstance(entry, Action | Recommendation) else ""


def _listed(parts: list[str]) -> str:
    return ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else parts[0]
