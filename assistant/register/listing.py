"""Questions that the register answers exactly: which recommendations, actions or grades there are
of a kind that the question describes.

The entries that fit all it says come from one paper of a council, whole: how things stand from its
newest plan or inspection that has what is asked about, even if none there is as asked. Where a
question asks something else, or nothing is of its matter, there is no list, and the evidence found
by search answers as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.printings.keys import explained
from assistant.printings.state import is_open
from assistant.register.asked_answers import answers_asked
from assistant.register.asked_due import due_in
from assistant.register.asked_states import states_in
from assistant.register.described import Described, described, is_answered, kind_in
from assistant.register.grouped import (
    WAS,
    chosen,
    groups_of,
    inspected,
    is_of_one,
    is_overall,
)
from corpus.dates import dates_in
from corpus.register.entries import Action, EntryKind, Judgement
from index.register import Registered
from index.search import Scope

if TYPE_CHECKING:
    from corpus.paper import Access
    from index.catalogue import PaperRecord
    from index.library import Library

_LISTS = re.compile(
    r"\bhow many\b|\bwhich\b|\blist\b|\ball\b|\bevery\b|\bwhat (?:were|are|did|does|do|is|was)\b|"
    r"\bwhat (?:grade|rating|judge?ment|verdict|mark)\b|"
    r"\bwhat\b.*\brecommend|\bgive\b|\bbreak down\b|\bname the\b|\bc[ao]me out\b|"
    r"\bhow (?:did|have|has) .*\b(?:mov|chang|grad|rat|judg)e|"
    r"\bhow (?:is|are|was|were) .*\b(?:grad|rat|judg)ed|\bactions? \d",
    re.I,
)
_BEYOND = re.compile(
    r"\bnot (?:been )?(?:judged|graded|rated)\b|\b(?:in|of|at) each\b|\bwhy\b|^\W*when\b",
    re.I,
)
"""What one list of one paper does not tell."""


_WHY = re.compile(r"\bwhy\b.*\b(?:judged|graded|rated)\b", re.I)
"""What takes a grade for granted, which the register knows to be another."""
TOLD_WITHIN = timedelta(days=120)
"""Of a day: how things stood then is told at a meeting of the next months."""
MOST_COUNCILS = 6
"""That one question is answered for; of more they are asked one by one."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of one paper that a question asks for, in order of print, and what they are in
    words: "6 recommendations". `is_none` where none is as asked, and these are what there is."""

    entries: tuple[Registered, ...]
    named: str
    is_none: bool = False


def listed(
    library: Library, question: str, scope: Scope, *, shelves: Sequence[Access], topic: str = ""
) -> tuple[Listed, ...]:
    """What the register lists for a question within a scope, of each council that it is asked of;
    nothing where it asks for no list, or for one that the register has not. `topic` is the question
    without the places that the scope stands for."""
    topic = topic or question
    kind = kind_in(topic)
    why = kind == "judgement" and bool(_WHY.search(question))
    if kind is None or not (why or (_LISTS.search(question) and not _BEYOND.search(question))):
        return ()
    named = kind
    if tracked := kind == "recommendation" and bool(states_in(topic)):
        kind = "action"  # how far a recommendation is, a tracker's rows say
    papers = [p for p in library.papers(shelves) if scope.admits(p)]
    none: list[Listed] = []
    for among in _searched(topic, kind, papers, scope):
        found = library.register(shelves, kinds=(kind,), papers=among) if among else []
        found = [one for one in found if not tracked or _is_followed(one)]
        if kind == "recommendation":
            found = _as_answered(found, topic)
        for words in dict.fromkeys((topic, question)) if found else ():
            wanted = described(words, found)
            if wanted is None:
                return ()
            if wanted.states:
                found = _by_key(library, found, shelves)
            enough = wanted.says_enough or is_of_one(wanted, found)
            groups = groups_of(library, found, wanted, words) if enough else []
            if why and any(wanted.fits(one) for group in groups for one in group):
                return ()  # the register has the grade and not the reason
            each = chosen(groups, wanted, words, of_each=not scope.councils)
            told = [one for group in each if (one := _told(group, wanted, named))]
            if as_asked := [one for one in told if not one.is_none]:
                return _of_few(as_asked)
            none = none or told
    return _of_few(none)


def _of_few(lists: Sequence[Listed]) -> tuple[Listed, ...]:
    """The lists, if they are of no more councils than one question is answered for."""
    return tuple(lists) if len(lists) <= MOST_COUNCILS else ()


def _as_answered(found: Sequence[Registered], topic: str) -> list[Registered]:
    """Of recommendations asked for by how they were answered, those that print their answer; all of
    them where none does, unless the question can be of nothing else."""
    answers = answers_asked(topic)
    told_how = [one for one in found if is_answered(one)]
    return told_how if answers and (told_how or answers.sure) else list(found)


def _by_key(
    library: Library, found: Sequence[Registered], shelves: Sequence[Access]
) -> list[Registered]:
    """The entries, a rating that its paper does not explain read by an earlier one's key."""
    meant = explained(library, found, shelves)
    return [meant[one.id][0] if one.id in meant else one for one in found]


def _is_followed(one: Registered) -> bool:
    """Whether an action is a recommendation itself, as a tracker's rows are."""
    return isinstance(one.entry, Action) and one.entry.text == one.entry.recommendation


def _searched(
    topic: str, kind: EntryKind, papers: Sequence[PaperRecord], scope: Scope
) -> list[list[PaperRecord]]:
    """The papers to look in, one lot after another: those of the days asked about first, and how
    things stood then is in no others but those soon after; what was overdue or due then is in those
    of then or before.
    """
    due, states = due_in(topic), states_in(topic)
    days = dates_in(due.rest)
    if kind == "action" and (overdue := states and states.of_days and days):
        return [_until(papers, overdue[-1].until)]
    if kind == "action" and due and not days:
        return [_until(papers, due.until) if WAS.search(topic) else [], list(papers)]
    near = papers_near(papers, scope)
    if scope.preferred and states and kind == "action":
        last = date.fromisoformat(max(until for _, until in scope.preferred))
        soon = str(last), str(last + TOLD_WITHIN)
        return [near, [p for p in papers if p.date and soon[0] < p.date <= soon[1]]]
    return [near, list(papers)]


def _until(papers: Sequence[PaperRecord], day: str) -> list[PaperRecord]:
    return [paper for paper in papers if paper.date and paper.date <= (day or "9")]


def _told(group: Sequence[Registered], wanted: Described, kind: EntryKind) -> Listed | None:
    """Those of the entries asked about that are as asked; where none is, what there is."""
    if fit := _once([one for one in group if wanted.fits(one)]):
        return Listed(fit, f"{len(fit)} {kind if len(fit) == 1 else f'{kind}s'}")
    every = _once([one for one in group if wanted.is_due(one.entry)])
    if every and wanted.grades:
        return Listed(every, f"none as {_or(wanted.grades)}; all the grades there are", True)
    states = wanted.states
    actions = [one.entry for one in every if isinstance(one.entry, Action)]
    if not states or not any(map(states.can_be_told, actions)):
        return None
    if states.of_days:
        still = tuple(one for one in every if isinstance(a := one.entry, Action) and is_open(a))
        said = f"none past the day it was due; {len(still)} still open"
        return Listed(still or every, said, True)
    return Listed(every, f"none that is {states.said}; {len(every)} in all", True)


def _once(group: Sequence[Registered]) -> tuple[Registered, ...]:
    """The entries, each subject of an inspection once: a report has its grade in words, too."""
    kept: dict[object, Registered] = {}
    for one in group:
        subject = one.entry.subject.casefold() if isinstance(one.entry, Judgement) else one.id
        kept.setdefault((inspected(one), "overall" if is_overall(one) else subject), one)
    return tuple(kept.values())


def _or(words: Iterable[str]) -> str:
    return " or ".join(sorted(words))


def papers_near(papers: Sequence[PaperRecord], scope: Scope) -> list[PaperRecord]:
    """The papers of the meetings that a scope prefers."""
    return [p for p in papers if p.date and any(a <= p.date <= b for a, b in scope.preferred)]
