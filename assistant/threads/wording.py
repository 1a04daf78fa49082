"""How much of a matter's wording a text has: each word weighs what it tells, by how few passages of
the library have it."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from index.search import STOP_WORDS
from index.words import tokens

if TYPE_CHECKING:
    from corpus.paper import Access
    from index.library import Library

SPELT = 80
"""Likeness, of 100, of a misspelt word of five letters or more to the word meant: two letters
changing places in six give 83."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words as stems with their weights; a text that has `least` of the weight speaks of them.

    `spelt` are the words as the wording has them, by their stems. The words that a person asked
    for are `loose`: they need only be in one sentence.
    """

    weights: Mapping[str, float]
    spelt: Mapping[str, str]
    least: float
    loose: bool = False

    def share(self, held: Collection[str]) -> float:
        """The share of the weight that these words hold, 0 to 1."""
        whole = sum(self.weights.values())
        got = sum(weight for word, weight in self.weights.items() if word in held)
        return got / whole if whole else 0.0

    def speaks(self, text: str) -> bool:
        """Whether a text has enough of the words, two of them at least if there are two, and near
        one another unless they were asked for: "every action … in four weeks" is not "every four
        weeks"."""
        said = tokens(text)
        held = self.weights.keys() & set(said)
        if self.share(held) < self.least or len(held) < min(2, len(self.weights)):
            return False
        near = 3 * len(held)
        return self.loose or any(
            self.share(set(said[at : at + near])) >= self.least
            for at in range(max(1, len(said) - near + 1))
        )

    def shared(self, text: str) -> str:
        """The words that a text has of it, in the order of the wording."""
        held = set(tokens(text))
        return ", ".join(word for stem, word in self.spelt.items() if stem in held)


def weighed(
    library: Library, spelt: Mapping[str, str], shelves: Sequence[Access],
    *, least: float, loose: bool = False,
) -> Wording:  # fmt: skip
    """Words by their stems with their weights: log(1 + passages / passages that have it)."""
    words = [s.words for access in shelves if (s := library.shelf(access))]
    whole = sum(index.count for index in words)
    having = {stem: sum(index.document_frequency(stem) for index in words) for stem in spelt}
    weights = {stem: math.log(1 + whole / (1 + count)) for stem, count in having.items()}
    return Wording(weights, dict(spelt), least, loose)


def stems_of(text: str) -> dict[str, str]:
    """The words of a text that tell something, by their stems, in order.

    >>> stems_of("the supervision of children")
    {'supervis': 'supervision', 'children': 'children'}
    """
    return {
        stem: word
        for word in re.findall(r"[^\W_](?:[\w.,'’/-]*[^\W_])?", text)
        for stem in tokens(word)
        if stem not in STOP_WORDS
    }


def respelt(spelt: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """Words as the register spells them: one it lacks becomes the one that it is most like.

    >>> respelt({"sampel": "sampel"}, {"sampl": "sample"})
    {'sampl': 'sample'}
    """
    return dict(_meant(stem, word, known) for stem, word in spelt.items())


def _meant(stem: str, word: str, known: Mapping[str, str]) -> tuple[str, str]:
    if len(word) < 5 or stem in known:
        return stem, word
    best = max(known, key=lambda other: (fuzz.ratio(word, known[other]), other), default=stem)
    likely = best in known and fuzz.ratio(word, known[best].casefold()) >= SPELT
    return (best, known[best]) if likely else (stem, word)
