"""From a question to an answer: understand, find, gather, decide, compose.

Each scope the question asks about (a council, a meeting) is searched on its own and gets its share
of the answer. Whether to answer at all is decided by `assistant.refusal`.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from assistant import fitted
from assistant.answer import Answer, Searched
from assistant.compose import Draft
from assistant.evidence import Evidence, Weighed, by_evidence, gather
from assistant.question import Asked, understand
from assistant.quoting import Quotation, opened_list, quotations, whole_list
from assistant.refusal import Refusal, judge, likelihood, refusal_text
from assistant.register.telling import Told, registered
from assistant.units import OPENS
from corpus.dates import written_out
from corpus.paper import Access
from index.attribution import place_of
from index.catalogue import PaperRecord
from index.library import Library
from index.passages import Passage
from index.reranking import reread
from index.search import Hit, Scope, search

WORDS, WORDS_OF_A_LIST = 195, 270
"""Of quotation in an answer; with its leads it stays under 200 and 300."""
SAID = 60
"""Words of the sentence that is quoted beside entries that were counted."""
MOST = 5
"""Quotations for a question about one council or meeting."""
RESOLVED = 0.2
"""Added to the score of what was resolved, for a question about what a meeting decided."""
LISTED_WITHIN = 0.8
"""Of the best evidence's score: a list that bears this well on a question for one comes whole."""
REGISTERED = 0.8
"""How likely the register's own lists answer: on gold over text and PDF 8 of 10 were right."""
AS_WELL = 0.8
"""Of the best evidence's score: another council's that bears so well on a question that names none
is told too."""
LEAST_OF_A_PART = 0.25
"""Likelihood below which one of several councils or meetings asked about is said not to answer,
when another does: the question was good, so less is asked of each."""


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


def ask(
    library: Library, question: str, *,
    scope: Scope = Scope(), shelves: tuple[Access, ...] = ("public",),
) -> Answer:  # fmt: skip
    """Answer from the papers on the named shelves, or refuse.

    Raises QuestionError for a question that is empty or too long (its message is one sentence for
    the person who asked).
    """
    begun = time.perf_counter()
    papers = [p for p in library.papers(shelves) if scope.admits(p)]
    asked = understand(question, papers)
    asked = replace(asked, parts=tuple(_within(p, scope) for p in asked.parts))
    found = [find_evidence(library, asked, part, shelves) for part in asked.parts]
    answer = answer_from(library, asked, found, papers=papers, shelves=shelves)
    return replace(answer, scope=scope, seconds=time.perf_counter() - begun)


def answer_from(
    library: Library, asked: Asked, found: Sequence[Found], *,
    papers: Sequence[PaperRecord], shelves: tuple[Access, ...] = ("public",),
) -> Answer:  # fmt: skip
    """The answer that what was found for each part of a question gives, or the refusal."""
    words = WORDS_OF_A_LIST // max(len(found), 1)
    lists = [registered(library, asked, f.scope, shelves, words=words) for f in found]
    hits = interleaved([[*_hits(told), *f.ranked] for told, f in zip(lists, found, strict=True)])
    searched = searched_in(papers)
    confidence = max((f.likely for f in found), default=0.0)
    if any(lists):
        confidence = max(confidence, REGISTERED)
    if asked.refused or (all(f.refusal for f in found) and not any(lists)):
        why = Refusal(asked.refused) if asked.refused else next((f.refusal for f in found), None)
        text = refusal_text(why or Refusal("nothing"), searched)
        sure = 0.0 if asked.refused else confidence
        return Answer(asked.text, False, asked.kind, text, (), (), hits, Scope(), searched, 0, sure)
    draft = Draft({p.id: p for p in papers})
    for part, told in zip(found, lists, strict=True):
        if told:
            draft.add(told.quotations, counted=told.counted)
            if told.counted and part.evidence and not part.refusal:  # what is printed of the count
                draft.add(quotations(part.evidence, words=SAID, most=1, question=asked.text))
        elif not part.evidence or (part.refusal and part.refusal.likely < LEAST_OF_A_PART):
            draft.admit_nothing(_whom(part.scope, papers))
        else:
            each = part if part.scope.councils else _each_council(part, draft.papers)
            draft.add(_quotations(library, asked, each, shelves, of=len(found)))
    return Answer(
        asked.text, True, asked.kind, draft.text, tuple(draft.statements), tuple(draft.citations),
        hits, Scope(), searched, 0, confidence,
    )  # fmt: skip


def _hits(told: Told | None) -> list[Hit]:
    """The passages of what the register told."""
    return [Hit(q.passage, 1.0) for q in told.quotations] if told else []


def searched_in(papers: Sequence[PaperRecord]) -> Searched:
    """What a search through these papers looked at."""
    dates = sorted(p.date for p in papers if p.date)
    councils = tuple(sorted({p.council for p in papers if p.council}))
    return Searched(
        len(papers), councils, dates[0] if dates else None, dates[-1] if dates else None
    )


def find_evidence(
    library: Library, asked: Asked, scope: Scope, shelves: tuple[Access, ...] = ("public",)
) -> Found:
    """Search one scope of a question and weigh what was found."""
    hits = search(library, asked.topic, scope=scope, shelves=shelves, k=50)
    opened = [s for access in shelves if (s := library.shelf(access)) is not None]
    if asked.decides:
        hits = _resolved_first(hits, library, asked, scope, shelves)
    if not hits or not opened:
        return Found(scope, [], [], Weighed({}, {}, frozenset()), Refusal("nothing"))
    weighed = Weighed.of(asked.topic, opened)
    spelt = opened[0].lexicon.spelt
    hits = reread(hits, spelt(_asked_of(asked, scope)), library.reader, share=fitted.READER_SHARE)
    evidence = gather(
        hits, spelt(asked.topic), kind=asked.kind, weighed=weighed,
        encoder=library.encoder, decides=asked.decides,
    )  # fmt: skip
    return decided(asked, Found(scope, hits, evidence, weighed, Refusal("nothing")))


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
        meeting = replace(_within(named, scope), kinds=("minutes", "decision"))
        known = {h.passage.id for h in hits}
        more = search(library, asked.topic, scope=meeting, shelves=shelves, k=20)
        hits = hits + [
            h for h in more if h.passage.kind == "resolution" and h.passage.id not in known
        ]
    favoured = [
        replace(h, found=h.found + RESOLVED * (h.passage.kind == "resolution")) for h in hits
    ]
    return sorted(favoured, key=lambda h: -h.found)


def _each_council(found: Found, papers: Mapping[str, PaperRecord]) -> Found:
    """The evidence with the best of every council that bears on the question about as well first:
    a question that names none is asked of them all."""
    first: dict[str, Evidence] = {}
    for item in found.evidence:
        if item.score >= AS_WELL * found.evidence[0].score:
            first.setdefault(papers[item.hit.passage.paper].council, item)
    leading = list(first.values())
    rest = [item for item in found.evidence if all(item is not other for other in leading)]
    return replace(found, evidence=[*leading, *rest])


def _quotations(
    library: Library, asked: Asked, found: Found, shelves: tuple[Access, ...], *, of: int
) -> list[Quotation]:  # fmt: skip
    if asked.kind == "list" and of == 1:
        for item in found.evidence:
            if item.score < LISTED_WITHIN * found.evidence[0].score:
                break
            passage = item.unit.passage
            following = _after(passage, library.passages_in(passage.paper, shelves))
            listed = whole_list(item.hit, item.unit, following, words=WORDS_OF_A_LIST)
            if listed:
                return listed
    chosen = quotations(
        found.evidence, words=WORDS // of, most=max(MOST // of, 2), question=asked.text
    )
    first = chosen[0]
    if OPENS.search(first.text) and first.end == len(first.passage.text):
        following = _after(first.passage, library.passages_in(first.passage.paper, shelves))
        chosen[1:1] = opened_list(first, following, words=WORDS // of)
    return chosen


def _after(passage: Passage, all_of_paper: Sequence[Passage]) -> list[Passage]:
    return [p for p in all_of_paper if p.start >= passage.end][:3]


def _within(part: Scope, scope: Scope) -> Scope:
    """A part of the question inside the limits the person set."""
    return Scope(
        councils=part.councils or scope.councils,
        committees=scope.committees,
        since=max(filter(None, (part.since, scope.since)), default=None),
        until=min(filter(None, (part.until, scope.until)), default=None),
        kinds=scope.kinds,
        documents=scope.documents,
        preferred=part.preferred,
    )


def _whom(scope: Scope, papers: Sequence[PaperRecord]) -> str:
    if scope.since and scope.until:
        dates = sorted({p.date for p in papers if p.date and scope.admits(p)})
        return written_out(dates[0]) if dates else "In those days"
    return scope.councils[0] if scope.councils else "The library"


def interleaved(lists: Sequence[list[Hit]]) -> tuple[Hit, ...]:
    """Hits of each part in turn, each passage once."""
    seen: dict[int, Hit] = {}
    for turn in zip_longest(*lists):
        for hit in turn:
            if hit is not None:
                seen.setdefault(hit.passage.id, hit)
    return tuple(seen.values())
