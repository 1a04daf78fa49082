"""The nouns of a conversation."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Answer

WHATS = ("council", "who", "when", "about")
"""What can be carried over, in the order shown."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing taken from before: `what` of WHATS, and its words as they stand in the question."""

    what: str
    words: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A question that stands alone, what of it was carried over, and the topic it leaves.

    `about` are the topic's phrases, the latest first and the conversation's first last. `sure` is
    False where the question as typed may be meant alone: then it is asked both ways.
    """

    question: str
    carried: tuple[Carried, ...] = ()
    about: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as typed, as it was understood, and its answer."""

    asked: str
    followed: Followed
    answer: Answer
