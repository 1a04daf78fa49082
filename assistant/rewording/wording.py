"""What changed from one sentence to its like: its words, with the figures, dates and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.rewording.aligning import Gains, Pairs, aligned
from assistant.rewording.facts import Fact, Told, name_facts, value_facts
from assistant.rewording.tokens import STOPS, Span, Token, tokens_of

SAME_WORD, SAME_STOP, SAME_VALUE = 1.0, 0.2, 1.2
"""What it is worth that a word, a small word, a figure or date stands in both."""
OTHER_VALUE = 0.6
"""… that one figure or date stands in the other's place: less than that a word stays; two of them
more than one that is the same elsewhere ("from May to June", "from June to July")."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Two texts compared: the stretches of each that the other lacks, and the facts in them."""

    was: tuple[Span, ...]
    now: tuple[Span, ...]
    facts: tuple[Fact, ...]

    @property
    def same(self) -> bool:
        """Whether they say the same, though perhaps in other type."""
        return not self.was and not self.now


def compared(old: str, new: str) -> Wording:
    """What changed from the old text to the new.

    >>> compared("A net rise of 5 by July 2017.", "A net rise of 7 by July 2017.").facts
    (Fact(kind='figure', was='5', now='7'),)
    """
    here, there = tokens_of(old), tokens_of(new)
    pairs = _meant(aligned(_gains(here, there)), here, there)
    told = Told(old, new, here, there, tuple(pairs))
    facts = (*value_facts(told), *name_facts(told))
    return Wording(_spans(told.gone, here), _spans(told.come, there), facts)


def facts_of(text: str, *, added: bool) -> tuple[Fact, ...]:
    """The figures, dates and names of a text that stands in one paper only."""
    return (compared("", text) if added else compared(text, "")).facts


def _gains(here: Sequence[Token], there: Sequence[Token]) -> Gains:
    gains = np.zeros((len(here), len(there)))
    for i, one in enumerate(here):
        for j, other in enumerate(there):
            gains[i, j] = _gain(one, other)
    return gains


def _gain(one: Token, other: Token) -> float:
    if one.means(other):
        if one.kind == "word":
            return SAME_STOP if one.value in STOPS else SAME_WORD
        return SAME_VALUE
    return OTHER_VALUE if one.like(other) else 0.0


def _meant(pairs: Pairs, here: Sequence[Token], there: Sequence[Token]) -> Pairs:
    """Without pairs that come about by chance: a small word, or a value for another, that has
    nothing of its sentence beside it."""
    held = {*pairs, (-1, -1), (len(here), len(there))}
    return [
        (i, j) for i, j in pairs
        if (here[i].means(there[j]) and here[i].value not in STOPS)
        or (i - 1, j - 1) in held or (i + 1, j + 1) in held
    ]  # fmt: skip


def _spans(places: Sequence[int], tokens: Sequence[Token]) -> tuple[Span, ...]:
    """Stretches of text from the first to the last of tokens that follow one another."""
    spans: list[Span] = []
    for before, place in zip([None, *places], places, strict=False):
        if before == place - 1:
            spans[-1] = (spans[-1][0], tokens[place].end)
        else:
            spans.append((tokens[place].start, tokens[place].end))
    return tuple(spans)
