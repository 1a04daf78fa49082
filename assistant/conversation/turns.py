"""The nouns of a conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from index.catalogue import PaperRecord


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing taken from before: "about", "who", "council" or "when", and its words."""

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


@dataclass(frozen=True, slots=True)
class Here:
    """A follow-up and all it is read beside.

    `text` is the question without what only opens it, which `joined` says it did as one that goes
    on. `named` are the places that it names, with the words that name them; `places` all those of
    the papers, with their councils' names. `before` has at least one turn.
    """

    text: str
    joined: bool
    named: Mapping[str, str]
    places: Mapping[str, tuple[str, ...]]
    before: Sequence[Turn]
    papers: Sequence[PaperRecord]

    @property
    def last(self) -> Turn:
        """The turn before."""
        return self.before[-1]
