"""Which recommendation a decision answers: the report's, at the meeting that decided on it.

The minute's heading names the report, and the clause has the recommendation's words; a clause that
has them in other figures is an answer that changed something.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from assistant.printings.changing import moved_figures
from assistant.printings.likeness import TELLING, words_of
from assistant.printings.printing import Change, Link
from corpus.register.entries import Decision, Recommendation
from index.attribution import place_of
from index.register import Registered

TITLED = 80
"""Likeness, of 100, of a minute's heading to the title of the report it is about."""
SHARED = 0.6
"""Share of the shorter wording's words that clause and recommendation have in common."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision's clause and the recommendation that it answers."""

    decision: Registered
    item: str
    asked: Registered
    link: Link
    changes: tuple[Change, ...] = ()


def answers(found: Sequence[Registered]) -> list[Answer]:
    """The answers among these entries, a clause to one recommendation of each report at most."""
    put: defaultdict[tuple[str, str, str], list[Registered]] = defaultdict(list)
    for one in found:
        if isinstance(one.entry, Recommendation) and one.paper.date:
            put[_meeting(one)].append(one)
    return [
        answer
        for one in found
        if isinstance(one.entry, Decision) and one.paper.date
        for answer in _answered(one, one.entry, put.get(_meeting(one), []))
    ]


def _answered(one: Registered, decision: Decision, asked: Sequence[Registered]) -> Iterator[Answer]:
    heading = " ".join(decision.place.section[-1:]).casefold()
    titled = [a for a in asked if heading and fuzz.token_set_ratio(
        heading, a.paper.title.casefold()) >= TITLED]  # fmt: skip
    for item in decision.items or (decision.text,):
        best = max(titled or asked, key=lambda a: _shared(item, a.quote), default=None)
        if best is None or _shared(item, best.quote) < SHARED:
            continue
        if not titled and len(words_of(item) & words_of(best.quote)) < TELLING:
            continue
        moved = moved_figures(best.quote, item)
        why = Link("it answers the report's recommendation", "sure" if titled else "likely")
        yield Answer(one, item, best, why, (moved,) if moved else ())


def _meeting(one: Registered) -> tuple[str, str, str]:
    paper = one.paper
    return place_of(paper.council).casefold(), paper.committee.casefold(), paper.date or ""


def _shared(item: str, text: str) -> float:
    ours, theirs = words_of(item), words_of(text)
    least = min(len(ours), len(theirs))
    return len(ours & theirs) / least if least else 0.0
