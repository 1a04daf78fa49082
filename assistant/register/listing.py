"""Questions that the register answers exactly: which recommendations, actions or grades there are
of a kind that the question describes.

The entries that fit all it says come from one paper, the one that has the most of them, whole.
Where a question asks something else, or nothing fits, there is no list, and the evidence found by
search answers as ever.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.register.described import Described, described, kind_in, state_in
from corpus.dates import dates_in
from corpus.register.entries import Action, EntryKind, Judgement
from index.register import Registered
from index.search import Scope
from index.words import tokens

if TYPE_CHECKING:
    from corpus.paper import Access
    from index.catalogue import PaperRecord
    from index.library import Library

_LISTS = re.compile(
    r"\bhow many\b|\bwhich\b|\blist\b|\ball\b|\bevery\b|\bwhat (?:were|are|did|does|do|is|was)\b|"
    r"\bwhat\b.*\brecommend|\bgive\b|\bbreak down\b|\bname the\b|\bc[ao]me out\b|"
    r"\bhow (?:did|have|has) .*\b(?:mov|chang|grad|rat|judg)e|"
    r"\bhow (?:was|were) .*\b(?:grad|rat|judg)ed|\baction \d",
    re.I,
)
_BEYOND = re.compile(
    r"\bnot (?:been )?(?:judged|graded|rated)\b|\b(?:in|of|at) each\b|\bwhy\b|^\W*when\b|"
    r"\b(?:accept|reject)\w*",
    re.I,
)
"""What one list of one paper does not tell."""


_WHY = re.compile(r"\bwhy\b.*\b(?:judged|graded|rated)\b", re.I)
"""What takes a grade for granted, which the register knows to be another."""

PLAN = 3
"""Actions that make a paper a plan, or an update of one: minutes print one or two."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of one paper that a question asks for, in order of print, and what they are in
    words: "6 recommendations". `is_none` where none is as asked, and these are what there is."""

    entries: tuple[Registered, ...]
    named: str
    is_none: bool = False


def listed(
    library: Library, question: str, scope: Scope, *, shelves: Sequence[Access], topic: str = ""
) -> Listed | None:
    """What the register lists for a question within a scope, or None where it asks for no list, or
    for one that the register has not. `topic` is the question without the places that the scope
    stands for."""
    topic = topic or question
    kind = kind_in(topic)
    why = kind == "judgement" and bool(_WHY.search(question))
    if kind is None or not (why or (_LISTS.search(question) and not _BEYOND.search(question))):
        return None
    papers = [p for p in library.papers(shelves) if scope.admits(p)]
    near, state, at = papers_near(papers, scope), state_in(topic), ""
    if state == "overdue":  # on the day asked about, or else by the newest plan
        days = dates_in(topic)
        then = days[-1].until if days else max((p.date for p in papers if p.date), default="")
        plan = plan_at(library, papers, then, shelves=shelves)
        at = "" if days else next((p.date or "" for p in plan), "")
        searched = [plan]
    else:  # how things stood then is in the papers of then
        searched = [near] if scope.preferred and state else [near, papers]
    for among in searched:
        found = library.register(shelves, kinds=(kind,), papers=among) if among else []
        for words in dict.fromkeys((topic, question)):
            wanted = described(words, found)
            wanted = replace(wanted, at=wanted.at or at)
            if fit := _fitting(library, found, wanted, words):
                if why:  # the register has the grade and not the reason
                    return None
                return Listed(fit, f"{len(fit)} {kind if len(fit) == 1 else f'{kind}s'}")
            if at and (fit := _fitting(library, found, replace(wanted, state="open"), words)):
                return Listed(fit, f"none past the day it was due; {len(fit)} still open", True)
            if wanted.grade and (fit := _fitting(library, found, replace(wanted, grade=""), words)):
                return Listed(fit, f"none as {wanted.grade}; all the grades there are", True)
    return None


def papers_near(papers: Sequence[PaperRecord], scope: Scope) -> list[PaperRecord]:
    """The papers of the meetings that a scope prefers."""
    return [p for p in papers if p.date and any(a <= p.date <= b for a, b in scope.preferred)]


def plan_at(
    library: Library, papers: Sequence[PaperRecord], day: str, *, shelves: Sequence[Access]
) -> list[PaperRecord]:
    """The newest plan of a day (ISO) or before: what was overdue then is told from it."""
    then = [p for p in papers if p.date and p.date <= day]
    kinds: tuple[EntryKind] = ("action",)
    planned = Counter(
        one.paper.number for one in library.register(shelves, kinds=kinds, papers=then)
    )
    return [p for p in then if planned[p.number] >= PLAN][:1]


def _fitting(
    library: Library, found: Sequence[Registered], wanted: Described, question: str
) -> tuple[Registered, ...]:
    """Of these entries those that fit, from the paper that has the most; how things stand from the
    newest, and what was planned originally from the oldest."""
    by_paper: dict[str, list[Registered]] = {}
    for one in found if wanted.says_enough else ():
        if wanted.fits(one.entry):
            by_paper.setdefault(one.paper.id, []).append(one)
    groups = list(by_paper.values())
    fit = [kept for group in groups if (kept := _about(library, group, wanted))]
    if re.search(r"\boriginal\b", question, re.I):
        fit.reverse()
    most: list[Registered] = max(fit, key=len, default=[])
    newest = wanted.state or wanted.ref or (wanted.overall and not wanted.years)
    return tuple(fit[0] if fit and newest else most)


def _about(library: Library, group: list[Registered], wanted: Described) -> list[Registered]:
    """Of a paper's entries those that hold most of the words a question is about; all of them where
    those words are the paper's; none where they are not. An overall grade comes first, if asked."""
    held = {one.key: wanted.about & _words(one) for one in group}
    most = max(map(len, held.values()))
    rest = wanted.about - frozenset().union(*held.values())
    graded = isinstance(group[0].entry, Judgement)
    text = "" if graded else library.text_of(group[0].paper.id)
    if rest and not rest <= set(tokens(f"{group[0].paper.title} {text}")):
        return []
    kept = [one for one in group if len(held[one.key]) == most]
    return sorted(kept, key=lambda one: not (wanted.overall and _is_overall(one)))


def _words(one: Registered) -> set[str]:
    entry = one.entry
    if isinstance(entry, Judgement):
        return set(tokens(f"{entry.subject} {entry.body}"))
    return set(tokens(f"{entry.text} {entry.recommendation if isinstance(entry, Action) else ''}"))


def _is_overall(one: Registered) -> bool:
    return isinstance(one.entry, Judgement) and "overall" in one.entry.subject.casefold()
