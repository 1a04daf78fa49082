"""From a question to an answer: understand, find, gather, decide, compose.

Each scope the question asks about (a council, a meeting) is searched on its own and gets its share
of the answer. Whether to answer at all is decided by `assistant.finding.refusal`.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from assistant.answer import Answer, Searched
from assistant.asking.question import Asked, understand
from assistant.finding.found import Found, find_evidence, shelves_of, within
from assistant.finding.refusal import Refusal, refusal_text
from assistant.register.rated import rated
from assistant.register.telling import Told, registered
from assistant.telling.choosing import (
    WORDS_OF_A_LIST,
    as_last_said,
    chosen,
    each_council,
    side_by_side,
)
from assistant.telling.compose import Draft, said_as
from assistant.telling.quoting import overlap, quotations
from assistant.threads.moved import plan_moved
from assistant.threads.moves import add_moves
from corpus.dates import written_out
from corpus.paper import Access
from index.catalogue import PaperRecord
from index.library import Library
from index.search import Hit, Scope

SAID = 60
"""Words of the sentence that is quoted beside entries that were counted."""
REGISTERED = 0.8
"""How likely the register's own lists answer: on gold over text and PDF 8 of 10 were right."""
LEAST_OF_A_PART = 0.25
"""Likelihood below which one of several councils or meetings asked about is said not to answer,
when another does: the question was good, so less is asked of each."""


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
    small = frozenset[str]().union(*(s.lexicon.small for s in shelves_of(library, shelves)))
    asked = understand(question, papers, small=small)
    asked = replace(asked, parts=tuple(within(p, scope) for p in asked.parts))
    found = [find_evidence(library, asked, part, shelves) for part in asked.parts]
    answer = answer_from(library, asked, found, papers=papers, shelves=shelves)
    return replace(answer, scope=scope, seconds=time.perf_counter() - begun)


def answer_from(
    library: Library, asked: Asked, found: Sequence[Found], *,
    papers: Sequence[PaperRecord], shelves: tuple[Access, ...] = ("public",),
) -> Answer:  # fmt: skip
    """The answer that what was found for each part of a question gives, or the refusal."""
    every = {p.id: p for p in papers}
    found = side_by_side(library, asked, found, every, shelves)
    words = WORDS_OF_A_LIST // max(len(found), 1)
    lists = [
        registered(library, asked, part, shelves, words=words)
        or rated(part, asked.topic, every, lambda p: library.passages_in(p, shelves), words=words)
        for part in found
    ]
    hits = interleaved([[*_hits(told), *f.ranked] for told, f in zip(lists, found, strict=True)])
    searched = searched_in(papers)
    confidence = max((f.likely for f in found), default=0.0)
    plan = plan_moved(library, asked, papers, shelves=shelves)
    has_entries = any(lists) or plan is not None
    if has_entries:
        confidence = max(confidence, REGISTERED)
    if asked.refused or (all(f.refusal for f in found) and not has_entries):
        text = _refused(asked, found, searched)
        sure = 0.0 if asked.refused else confidence
        return Answer(asked.text, False, asked.kind, text, (), (), hits, Scope(), searched, 0, sure)
    draft = Draft(every)
    draft.read_as(asked.mistyped)
    if plan:
        add_moves(draft, plan, library, shelves)
    else:
        _add_parts(draft, library, asked, found, lists, shelves=shelves)
    return Answer(
        asked.text, True, asked.kind, draft.text, tuple(draft.statements), tuple(draft.citations),
        hits, Scope(), searched, 0, confidence,
    )  # fmt: skip


def _refused(asked: Asked, found: Sequence[Found], searched: Searched) -> str:
    """What a refusal says, after how the question was read where that is not as typed."""
    why = Refusal(asked.refused) if asked.refused else next((f.refusal for f in found), None)
    refused = refusal_text(why or Refusal("nothing"), searched)
    return " ".join(filter(None, (said_as(asked.mistyped), refused)))


def _add_parts(
    draft: Draft, library: Library, asked: Asked, found: Sequence[Found],
    lists: Sequence[Sequence[Told]], *, shelves: tuple[Access, ...],
) -> None:  # fmt: skip
    """Say each part of the question: what the register lists for it, else what was found."""
    over_time = asked.kind == "change over time"
    for each, told in zip(found, lists, strict=True):
        part = each if over_time else as_last_said(each, draft.papers)
        if told:
            _add_listed(draft, asked, part, told)
        elif not part.evidence or (part.refusal and part.refusal.likely < LEAST_OF_A_PART):
            draft.admit_nothing(_whom(part.scope, tuple(draft.papers.values())))
        else:
            shared = part if part.scope.councils else each_council(asked, part, draft.papers)
            draft.add(chosen(library, asked, shared, shelves, of=len(found)))
    if over_time and (opened := shelves_of(library, shelves)):
        draft.compare(opened[0].words)


def _add_listed(draft: Draft, asked: Asked, part: Found, told: Sequence[Told]) -> None:
    """Say entries of the register, and beside those of one paper that are counted, what the papers
    themselves say best."""
    for one in told:
        draft.add(one.quotations, counted=one.counted, titled=one.titled)
    if len(told) == 1 and told[0].counted and part.evidence and not part.refusal:
        printed = quotations(part.evidence, words=SAID, most=1, question=asked.text)
        draft.add([q for q in printed if not any(overlap(q, t) for t in told[0].quotations)])


def _hits(told: Sequence[Told]) -> list[Hit]:
    """The passages of what the register told."""
    return [Hit(q.passage, 1.0) for one in told for q in one.quotations]


def searched_in(papers: Sequence[PaperRecord]) -> Searched:
    """What a search through these papers looked at."""
    dates = sorted(p.date for p in papers if p.date)
    councils = tuple(sorted({p.council for p in papers if p.council}))
    return Searched(
        len(papers), councils, dates[0] if dates else None, dates[-1] if dates else None
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
