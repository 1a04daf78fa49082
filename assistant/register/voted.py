"""Questions about a vote: which of those that the register has a question asks about, if it is
clearly one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from assistant.register.described import content_of
from assistant.register.listing import papers_near
from assistant.register.vote_told import Vote, moved_of, names_mover, slices_of
from corpus.register.entries import Decision, EntryKind
from index.register import Registered
from index.search import Scope
from index.texts.laywords import meanings_of
from index.words import tokens

if TYPE_CHECKING:
    from corpus.paper import Access
    from index.library import Library

_ASKS = re.compile(
    r"\b(?:vot(?:e[ds]?|ing)|abstain\w*)\b|\b(?:mover|seconder|moved|seconded)\b|"
    r"\bamendments?\b|\bmotions?\b|"
    r"\bhow many\b.*\b(?:backed|opposed|supported)\b|\b(?:get|got|went|go) through\b",
    re.I,
)
_TITLED = r"\b(?:mrs?|ms|miss|dr|sir|cllr|councillor)\.?\s+(?:[\w.-]+\s+){0,2}?"
_WHOSE = re.compile(
    rf"{_TITLED}(?P<of>[\w-]+)['’]s?\s+(?:\w+\s+)?(?:amendment|motion|bid|proposal|attempt)\b|"
    rf"\b(?:moved|proposed|tabled|put|put forward) by {_TITLED}(?P<by>[\w-]+)",
    re.I,
)
"""Whose motion it is: "Councillor Smith's amendment", "the motion moved by Mrs Smith"."""
_CARRIED = re.compile(
    r"\b(?:carried|accept(?:ed)?|agreed?|passed|approved?|(?:got|went|get|go) through|"
    r"succe(?:ssful|eded))\b",
    re.I,
)
_WHETHER = re.compile(r"^\W*(?:did|was|were|has|have|is|are)\b|\bwhether\b", re.I)
"""A question whether something was carried looks for what was lost, too."""
_LOST = re.compile(
    r"\b(?:lost|reject(?:ed)?|defeat(?:ed)?|fail(?:ed)?|unsuccessful|turned down)\b", re.I
)
_AMENDS = re.compile(r"\bamendments?\b|\bchanges? to the (?:\w+ )?motion\b", re.I)
_FINAL = re.compile(r"\b(?:final|last|substantive)\b", re.I)
_WHO_VOTED = re.compile(
    r"\b(?:who|which)\b.*\b"
    r"(?:vot(?:ed|ing)(?: (?P<side>for|against))?|(?P<abstain>abstain)(?:ed|ing))\b",
    re.I,
)
_HOW_MANY = re.compile(r"\bhow many (?:\w+ )?(?:motions|amendments)\b", re.I)
_SAYS_VOTE = """
vote voted votes voting mover seconder moved seconded proposer proposed amendment amendments motion
motions final substantive carried accepted accept agreed passed lost rejected defeated side sides
many people members councillors councillor against for abstain abstained change changes only got
through get go went turn out add adds added backed opposed supported bid proposal attempt put
numbers down
"""
_OF_VOTES = frozenset(tokens(_SAYS_VOTE))
_KIND: tuple[EntryKind] = ("decision",)
HELD, KNOWN = 0.6, 0.34
"""Of the words a question is about, that the motion must hold at least: of those that any motion
has, and of all."""


def vote_asked(
    library: Library, question: str, scope: Scope, *, shelves: Sequence[Access], topic: str = ""
) -> Vote | None:
    """The one vote that a question asks about, or None where it asks about none, or not clearly
    about one. `topic` is the question without the places that the scope stands for."""
    if not _ASKS.search(question) or _HOW_MANY.search(question):
        return None
    papers = [p for p in library.papers(shelves) if scope.admits(p)]
    if scope.preferred:
        papers = papers_near(papers, scope)
    found = library.register(shelves, kinds=_KIND, papers=papers) if papers else []
    votes = [vote for one in found if (vote := _vote(library, one, shelves))]
    whose = _whose(question)
    fit = [v for v in votes if _fits(v.decision, question) and _is_of(v.decision, whose)]
    about = content_of(topic or question) - _OF_VOTES
    best = fit
    if about:
        shared = [_shared(about, _words(vote, votes), question) for vote in fit]
        best = _best(fit, shared, about)
    if about and len(best) > 1:  # a later amendment repeats what the one before it added
        best = [v for v in best if _shared(about, _added(library, v, shelves), question)]
    asked = _WHO_VOTED.search(question)
    if len(best) != 1 or (asked and not best[0].names(_side_of(asked))):
        return None
    return best[0]


def _best(
    fit: Sequence[Vote], shared: Sequence[frozenset[str]], about: frozenset[str]
) -> list[Vote]:
    """Those votes that have most of what a question is about, and enough of it; `shared` is what of
    it each has. A word weighs the more, the fewer votes have it."""
    counts = Counter(word for words in shared for word in words)
    least = max(HELD * len(counts), KNOWN * len(about))
    enough = [
        (vote.is_final, sum(log(1 + len(fit) / counts[word]) for word in words), vote)
        for vote, words in zip(fit, shared, strict=True) if len(words) >= least
    ]  # fmt: skip
    most = max((rank[:2] for rank in enough), default=None)
    return [vote for *rank, vote in enough if tuple(rank) == most]


def _side_of(asked: re.Match[str]) -> str:
    return (asked["side"] or asked["abstain"] or "").casefold()


def _fits(decision: Decision, question: str) -> bool:
    outcome = decision.outcome.casefold()
    amends, carried = "amendment" in outcome, "carried" in outcome
    if amends and _FINAL.search(question):
        return False
    if _AMENDS.search(question):
        if not amends:
            return False
    elif amends and re.search(r"\bmotions?\b", question, re.I):
        return False
    if _WHETHER.search(question):
        return True
    return (not _CARRIED.search(question) or carried) and (
        not _LOST.search(question) or not carried
    )


def _whose(question: str) -> str:
    """The surname of who moved or seconded what is asked about, "" if the question names nobody."""
    found = _WHOSE.search(question)
    return (found["of"] or found["by"]).casefold() if found else ""


def _is_of(decision: Decision, surname: str) -> bool:
    names = f"{decision.moved_by} {decision.seconded_by}".casefold().split()
    return not surname or surname in names


def _vote(library: Library, one: Registered, shelves: Sequence[Access]) -> Vote | None:
    decision = one.entry
    if not isinstance(decision, Decision) or not decision.outcome:
        return None
    passages = library.passages_in(one.paper.id, tuple(shelves))
    return Vote(
        one, decision, slices_of(passages, decision.moved), slices_of(passages, decision.voted)
    )


def _shared(about: frozenset[str], words: set[str], question: str) -> frozenset[str]:
    """Of the words a question is about, those that a vote's have, in these or other words."""
    meant: dict[str, set[str]] = {}
    for word, official in meanings_of(question).items():
        for term in tokens(word):
            meant.setdefault(term, set()).update(tokens(" ".join(official)))
    return frozenset(t for t in about if t in words or meant.get(t, set()) & words)


def _added(library: Library, vote: Vote, shelves: Sequence[Access]) -> set[str]:
    """The terms of what an amendment adds to the motions before it."""
    if vote.is_final:
        return set()
    passages = library.passages_in(vote.one.paper.id, tuple(shelves))
    texts = (passage.text[a:b] for passage, a, b in moved_of(vote, passages))
    return set(tokens(" ".join(text for text in texts if not names_mover(vote.decision, text))))


def _words(vote: Vote, votes: Sequence[Vote]) -> set[str]:
    """The terms of a vote, its motion, its heading, and of the motion that an amendment is to."""
    section = vote.one.entry.place.section
    beside = [
        v for v in votes
        if v.is_final and v.one.paper == vote.one.paper and v.one.entry.place.section == section
    ]  # fmt: skip
    slices = [one for v in ([vote] if vote.is_final else [vote, *beside]) for one in v.motion]
    texts = [vote.decision.text, *(passage.text[a:b] for passage, a, b in slices), *section]
    return set(tokens(" ".join(texts)))
