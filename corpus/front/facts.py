"""What is known of a paper, and where each thing was read: a value, its place, the words there.

Facts are laid over one another: what an item of a pack says of itself over what its pack says, and
what a person says over both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.paper import Metadata, Place, Source

FIELDS = ("council", "committee", "date", "title", "kind", "access")
"""In the order in which they are shown."""
BY_PERSON: frozenset[Place] = frozenset({"papers.csv", "option", "correction"})
"""Where a person says it."""
LONGEST = 200
"""Characters of printed words kept with a fact."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one field (a date is ISO) and where it was read."""

    value: str
    place: Place
    words: str = ""


Facts = Mapping[str, Fact]
"""By field; a field of which nothing is known is absent."""


def said_by_person(metadata: Metadata) -> dict[str, Fact]:
    """What a person or papers.csv says."""
    return {
        name: Fact(value, metadata.places.get(name, "option"))
        for name in FIELDS
        if (value := getattr(metadata, name))
    }


def from_pack(facts: Facts) -> dict[str, Fact]:
    """What an item takes over from its pack; what a person said of the pack stays theirs."""
    return {
        name: fact if fact.place in BY_PERSON else Fact(fact.value, "pack", fact.words)
        for name, fact in facts.items()
    }


def sources_of(facts: Facts) -> tuple[Source, ...]:
    """A source for each field that has a value."""
    return tuple(
        Source(name, facts[name].place, facts[name].words[:LONGEST])
        for name in FIELDS
        if name in facts
    )


def value_of(facts: Facts, name: str) -> str:
    """The value of a field, "" where nothing is known."""
    return facts[name].value if name in facts else ""
