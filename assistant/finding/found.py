"""One scope of a question (a council, a meeting) is searched, and what was found weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant import fitted
from assistant.asking.question import Asked
from assistant.finding.evidence import Evidence, Weighed, by_evidence, gather
from assistant.finding.extremes import extreme_first
from assistant.finding.refusal import Refusal, judge, likelihood
from corpus.paper import Access
from index.attribution import place_of
from index.kept.shelves import Shelf
from index.library import Library
from index.reranking import reread
from index.search import Hit, Scope, search

RESOLVED = 0.2
"""Added to the score of what was resolved, for a question about what a meeting decided."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one scope gave: the hits, best first, the units gathered from them, and how likely
    these answer."""

    scope: Scope
    hits: list[Hit]
    evidence: list[Evidence]
    weighed: Weighed
    refusal: Refusal | None
    likely: float = 0.0

    @property
    def ranked(self) -> list[Hit]:
        """The hits in their last order."""
        return by_evidence(self.hits, self.evidence)


def find_evidence(
    library: Library, asked: Asked, scope: Scope, shelves: tuple[Access, ...] = ("public",)
) -> Found:
    """Search one scope of a question and weigh what was found."""
    hits = search(library, asked.topic, scope=scope, shelves=shelves, k=50)
    opened = shelves_of(library, shelves)
    if asked.decides:
        hits = _resolved_first(hits, library, asked, scope, shelves)
    if not hits or not opened:
        return Found(scope, [], [], Weighed({}, {}, frozenset()), Refusal("nothing"))
    weighed = Weighed.of(asked.topic, opened, names=asked.like)
    spelt = opened[0].lexicon.spelt
    hits = reread(hits, spelt(_asked_of(asked, scope)), library.reader, share=fitted.READER_SHARE)
    evidence = gather(
        hits, spelt(asked.topic), kind=asked.kind, weighed=weighed,
        encoder=library.encoder, decides=asked.decides,
    )  # fmt: skip
    evidence = extreme_first(
        evidence, asked.topic, lambda paper: library.passages_in(paper, shelves)
    )
    return decided(asked, Found(scope, hits, evidence, weighed, Refusal("nothing")))


def shelves_of(library: Library, shelves: Sequence[Access]) -> list[Shelf]:
    """Those of the shelves that there are; the first one's words say how rare a word is."""
    return [shelf for access in shelves if (shelf := library.shelf(access)) is not None]


def within(part: Scope, scope: Scope) -> Scope:
    """A part of the question inside the limits the person set."""
    kinds = tuple(kind for kind in part.kinds if not scope.kinds or kind in scope.kinds)
    return Scope(
        councils=part.councils or scope.councils,
        committees=scope.committees,
        since=max(filter(None, (part.since, scope.since)), default=None),
        until=min(filter(None, (part.until, scope.until)), default=None),
        kinds=kinds or scope.kinds,
        documents=scope.documents,
        preferred=part.preferred,
    )


def _asked_of(asked: Asked, scope: Scope) -> str:
    """What the reader is asked of one part: no passage answers for two councils or meetings, so
    "Anytown, July 2024: How many carers were there?" where a question asks of several."""
    if len(asked.parts) == 1:
        return asked.spelt
    place = place_of(scope.councils[0]) if scope.councils else ""
    spans = [(scope.since, scope.until)] if scope.since else list(scope.preferred)
    when = _month_or_year(*spans[0]) if len(spans) == 1 else ""
    named = ", ".join(filter(None, (place, when)))
    return f"{named}: {asked.topic}" if named else asked.topic


def _month_or_year(since: str | None, until: str | None) -> str:
    """The month, or else the year, that a span of days is in; "" if it is in none."""
    if not since or not until or since[:4] != until[:4]:
        return ""
    return f"{date.fromisoformat(since):%B %Y}" if since[:7] == until[:7] else since[:4]


def decided(asked: Asked, found: Found) -> Found:
    """What was found for a part, with how likely it answers, and the refusal if that is little."""
    if not found.evidence:
        return found
    likely = likelihood(asked, found.evidence, weighed=found.weighed)
    refusal = judge(asked, likely, found.evidence, weighed=found.weighed, hits=found.hits)
    return replace(found, likely=likely, refusal=refusal)


def _resolved_first(
    hits: list[Hit], library: Library, asked: Asked, scope: Scope, shelves: tuple[Access, ...]
) -> list[Hit]:
    """What was resolved before what else was found, with the resolutions of the meetings named,
    whose own words seldom say which meeting it was."""
    for since, until in scope.preferred:
        named = Scope(since=since, until=until, preferred=scope.preferred)
        meeting = replace(within(named, scope), kinds=("minutes", "decision"))
        known = {h.passage.id for h in hits}
        more = search(library, asked.topic, scope=meeting, shelves=shelves, k=20)
        hits = hits + [
            h for h in more if h.passage.kind == "resolution" and h.passage.id not in known
        ]
    favoured = [
        replace(h, found=h.found + RESOLVED * (h.passage.kind == "resolution")) for h in hits
    ]
    return sorted(favoured, key=lambda h: -h.found)
