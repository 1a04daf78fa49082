"""Questions that the register answers exactly: which recommendations, actions, grades or decisions
there are of a kind that the question describes.

A question is read for what it lists, who it names (who recommended, judged, leads or owns) and the
state or grade it asks for; the entries that fit come from one paper, the one that has the most of
them, whole. Where a question asks something else, or nothing fits all it says, there is no list,
and the evidence found by search answers as ever.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assistant.register.state import is_open, state_of
from corpus.register.entries import Action, Decision, Entry, EntryKind, Judgement, Recommendation
from index.register import Registered
from index.search import STOP_WORDS, Scope
from index.words import tokens

if TYPE_CHECKING:
    from corpus.paper import Access
    from index.library import Library

_LISTS = re.compile(
    r"\bhow many\b|\bwhich\b|\blist\b|\ball\b|\bevery\b|\bwhat (?:were|are|did|does|do|is|was)\b|"
    r"\bwhat\b.*\brecommend|\bgive\b|\bbreak down\b|\bname the\b|\bc[ao]me out\b|"
    r"\bhow (?:did|have|has) .*\b(?:mov|chang)e",
    re.I,
)
_BEYOND = re.compile(
    r"\bnot (?:been )?(?:judged|graded|rated)\b|\b(?:in|of|at) each\b|\bwhy\b", re.I
)
"""What one list of one paper does not tell."""
_COMPARES = re.compile(r"\bc[ao]me out\b|\bbetter\b|\bworse\b", re.I)
_NOUNS: tuple[tuple[EntryKind, str], ...] = (
    ("action", r"\bactions?\b|\b(?:plan|action plan) items?\b|\bitems? (?:of|in) the .*\bplan\b"),
    ("recommendation", r"\brecommend(?:ations?|ed|s)?\b"),
    ("judgement", r"\b(?:judge(?:d|ments?)|grade[ds]?|gradings?|rate[ds]?|ratings?|c[ao]me out)\b"),
)
_ROW_OF = re.compile(r"\bplan\b", re.I)
"""A plan's recommendations are its rows: who leads on one is said there."""
_GRADES = ("outstanding", "good", "inadequate", "requires improvement", "require improvement",
           "requiring improvement", "satisfactory", "adequate")  # fmt: skip
_COLOURS = ("red", "amber", "green", "blue", "black")
_OPEN = re.compile(
    r"\bnot (?:yet |been |fully )?(?:complete\w*|finished|done|delivered)|\b(?:un|in)complete\b|"
    r"\bunfinished\b|\bstill (?:open|outstanding|to do|not)\b|\boutstanding actions\b",
    re.I,
)
_LATE = re.compile(r"\boverdue\b|\blate\b|\bmissed\b|\boff track\b|\bbehind\b", re.I)
_DONE = re.compile(r"\bcomplete(?:d)?\b|\bfinished\b|\bdone\b|\bclosed\b", re.I)
_DIRECTIONS = ("maintained", "improving", "improved", "declining", "declined", "worsening",
               "deteriorating", "unchanged")  # fmt: skip
_STATES = (*_COLOURS, *_DIRECTIONS, "finished", "complete", "completed", "incomplete", "overdue",
           "late", "done", "still", "unfinished", "closed", "track", "behind",
           "missed")  # fmt: skip
_SAYS_WHICH = """
action recommend recommendation judgement judge grade rate plan item list many all every give need
name paper papers report council committee main exactly make made lead leader own owner responsible
area part service children overall full whole out one two three four five six seven eight nine ten
number only when other others total each include there that these january february march april june
july august september october november december spring summer autumn winter original first end start
peer review reviewer inspect inspector inspection letter visit find finding found better worse best
worst come came move change go went
"""
_ASKING = frozenset(_SAYS_WHICH.split())
"""Words that say what kind of thing is listed, when and by whom, not what it is about."""
_TITLES = """
cabinet committee director member executive service services board officer lead head manager
children council team chair county city borough strategic corporate assistant deputy
"""
_ROLES = frozenset(_TITLES.split())
"""Words in the titles of many, which tell nobody apart."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of one paper that a question asks for, in order of print, and what they are:
    "6 recommendations by Ofsted"."""

    entries: tuple[Registered, ...]
    named: str
    is_none: bool = False
    """Whether none is as asked, and these are what there is instead."""


def listed(
    library: Library, question: str, scope: Scope, *, shelves: Sequence[Access], topic: str = ""
) -> Listed | None:
    """What the register lists for a question within a scope, or None where it asks for no list, or
    for one that the register has not. `topic` is the question without the places that the scope
    stands for."""
    topic = topic or question
    kind = _kind(topic)
    if kind is None or not _LISTS.search(question) or _BEYOND.search(question):
        return None
    papers = [p for p in library.papers(shelves) if scope.admits(p)]
    near = [p for p in papers if p.date and any(a <= p.date <= b for a, b in scope.preferred)]
    as_at = scope.preferred and _state(topic)  # how things stood then is in the papers of then
    for among in (near,) if as_at else (near, papers):
        found = library.register(shelves, kinds=(kind,), papers=among) if among else []
        for words in dict.fromkeys((topic, question)):
            if fit := _fitting(library, found, words):
                return Listed(fit, _named(kind, fit))
        if other := _other_grades(library, found, topic):
            return other
    return None


def _other_grades(library: Library, found: Sequence[Registered], question: str) -> Listed | None:
    """All the grades of what a question asks about where it asks for one that nobody gave."""
    asked = [grade for grade in _GRADES if re.search(rf"\b{grade}\b", question, re.I)]
    if len(asked) != 1 or not _grades_them(found):
        return None
    fit = _fitting(library, found, re.sub(rf"\b{asked[0]}\b", "", question, flags=re.I))
    return Listed(fit, f"none as {asked[0]}; all the grades there are", True) if fit else None


def _kind(question: str) -> EntryKind | None:
    kinds = [kind for kind, noun in _NOUNS if re.search(noun, question, re.I)]
    if "recommendation" in kinds and ("action" in kinds or _ROW_OF.search(question)):
        return "action" if _leads(question) or _stands(question) else "recommendation"
    return kinds[0] if kinds else None


def _leads(question: str) -> bool:
    return bool(
        re.search(r"\b(?:leads?|leading|owns?|owner|responsible|in charge)\b", question, re.I)
    )


def _stands(question: str) -> bool:
    words = question.casefold()
    return bool(_OPEN.search(words) or _LATE.search(words) or _DONE.search(words)) or any(
        re.search(rf"\b{word}\b", words) for word in (*_COLOURS, *_DIRECTIONS)
    )


def _fitting(
    library: Library, found: Sequence[Registered], question: str
) -> tuple[Registered, ...]:
    """Of these entries those that fit all the question says, from the paper that has the most, the
    newest of several; of the first of them if the question asks for that."""
    tests, about = _tests(found, question)
    by_paper: dict[str, list[Registered]] = {}
    for one in found if tests else ():
        if all(test(one.entry) for test in tests):
            by_paper.setdefault(one.paper.id, []).append(one)
    fit = [kept for group in by_paper.values() if (kept := _about(library, group, about))]
    if re.search(r"\boriginal\b", question, re.I):
        fit.reverse()
    if re.search(r"\boverall\b", question, re.I) or _COMPARES.search(question):
        fit = [_overall(kept) for kept in fit]
    newest = any(test.what == "state" for test in tests)
    most: list[Registered] = max(fit, key=len, default=[])
    return tuple(fit[0] if fit and newest else most)


def _overall(kept: list[Registered]) -> list[Registered]:
    """Of grades the overall one, where one is given."""
    return [
        one
        for one in kept
        if isinstance(one.entry, Judgement) and "overall" in one.entry.subject.casefold()
    ] or kept


def _about(library: Library, group: list[Registered], about: set[str]) -> list[Registered]:
    """Of a paper's entries those that hold most of the words a question is about; all of them where
    those words are the paper's; none where they are not."""
    held = {one.key: about & _words(one) for one in group}
    most = max(map(len, held.values()))
    paper = group[0].paper
    rest = about - frozenset().union(*held.values())
    text = "" if _grades_them(group) else library.text_of(paper.id)
    if rest and not rest <= set(tokens(f"{paper.title} {text}")):
        return []
    return [one for one in group if len(held[one.key]) == most]


def _words(one: Registered) -> set[str]:
    entry = one.entry
    if isinstance(entry, Judgement):
        return set(tokens(f"{entry.subject} {entry.body}"))
    return set(tokens(f"{entry.text} {entry.recommendation if isinstance(entry, Action) else ''}"))


def _tests(found: Sequence[Registered], question: str) -> tuple[list[_Test], set[str]]:
    """What an entry must be, read off the question, and the words that say what it is about."""
    tests: list[_Test] = []
    asked = _content(question)
    people = {name for one in found for text in _people(one.entry) for name in _names(text)}
    named = (asked & people & _written_as_names(question)) - _stems(_ROLES)
    if named and not _grades_them(found):
        tests.append(_Test("people", frozenset(named)))
    if number := re.search(
        r"\brecommendation (?:no\.? ?|number )?(\d{1,2}[a-z]?)\b", question, re.I
    ):
        tests.append(_Test("number", frozenset({number[1].casefold()})))
    state = _state(question)
    if state and any(isinstance(one.entry, Action) for one in found):
        tests.append(_Test("state", frozenset(state)))
    grades = [g for g in _GRADES if re.search(rf"\b{g}\b", question, re.I)]
    if grades and _grades_them(found):
        tests.append(_Test("grade", frozenset(grades)))
    years = frozenset(re.findall(r"\b(?:19|20)\d\d\b", question))
    if _grades_them(found) and (years or _COMPARES.search(question)):
        tests.append(_Test("year", years))
    said = {t for words in (*grades, *_STATES) for t in tokens(words)}
    return tests, asked - named - said


def _grades_them(found: Sequence[Registered]) -> bool:
    return any(isinstance(one.entry, Judgement) for one in found)


@cache
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(t for word in words for t in tokens(word))


def _written_as_names(question: str) -> set[str]:
    """The words that a question writes with a capital; all of one that writes none so."""
    capitals = re.findall(r"(?<!^)\b[A-Z][\w’'-]+", question)
    return {t for word in capitals or [question] for t in tokens(word)}


@dataclass(frozen=True, slots=True)
class _Test:
    """One thing that an entry must be: by these `people`, of this `number`, `state`, `grade` or
    `year`."""

    what: str
    words: Collection[str]

    def __call__(self, entry: Entry) -> bool:
        if self.what == "people":
            held = {name for text in _people(entry) for name in _names(text)}
            return set(self.words) <= held
        if self.what == "number":
            return isinstance(entry, Action) and entry.recommendation_no.casefold() in self.words
        if self.what == "year":
            when = f"{entry.date} {entry.published}" if isinstance(entry, Judgement) else ""
            return not self.words or any(f"{year}" in when for year in self.words)
        if self.what == "grade":
            grade = entry.grade.casefold() if isinstance(entry, Judgement) else ""
            return any(g[:6] in grade and ("good" not in grade or g == "good") for g in self.words)
        return isinstance(entry, Action) and any(_is_in(entry, word) for word in self.words)


def _state(question: str) -> list[str]:
    if _OPEN.search(question):
        return ["open"]
    words = [w for w in (*_COLOURS, *_DIRECTIONS) if re.search(rf"\b{w}\b", question, re.I)]
    if words:
        return [words[0]]
    if _LATE.search(question):
        return ["late"]
    return ["done"] if _DONE.search(question) else []


def _is_in(action: Action, word: str) -> bool:
    if word in ("open", "done"):
        return is_open(action) == (word == "open")
    if word == "late":
        return state_of(action) in ("off track", "at risk")
    if word in _DIRECTIONS:
        return word[:6] in action.direction.casefold()
    return bool(action.scores) and word in action.scores[-1].casefold()


def _people(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Action):
        return entry.lead, entry.owner
    if isinstance(entry, Recommendation):
        return (entry.made_by,)
    if isinstance(entry, Decision):
        return entry.moved_by, entry.seconded_by
    return (entry.body,)


@cache
def _names(text: str) -> frozenset[str]:
    """The words of names in a text: those written with a capital."""
    return frozenset(t for word in re.findall(r"\b[A-Z][\w’'-]+", text) for t in tokens(word))


def _content(question: str) -> set[str]:
    """The words that say what a question is about."""
    return {
        t for t in tokens(question)
        if t not in STOP_WORDS and t not in _stems(_ASKING) and not t[:1].isdigit()
    }  # fmt: skip


def _named(kind: EntryKind, fit: Sequence[Registered]) -> str:
    plural = kind if len(fit) == 1 else f"{kind}s"
    return f"{len(fit)} {plural}"
