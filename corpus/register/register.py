"""A paper's entries of all four kinds."""

from __future__ import annotations

from corpus.paper import Paper
from corpus.register.actions import actions
from corpus.register.decisions import decisions
from corpus.register.entries import Entry
from corpus.register.judgements import judgements
from corpus.register.recommendations import recommendations


def entries(paper: Paper) -> tuple[Entry, ...]:
    """What a paper judges, recommends, decides and promises, in the order of print."""
    found: list[Entry] = [
        *judgements(paper), *recommendations(paper), *decisions(paper), *actions(paper)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda entry: (entry.place.start, entry.place.end)))
