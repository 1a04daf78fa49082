"""Questions about a vote: what was moved and by whom, what of it is new against the motion before,
how many were on each side, and what came of it, as the minutes print each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from assistant.quoting import Quotation, of_slice
from assistant.register.described import content_of
from assistant.register.listing import papers_near
from assistant.register.placed import page_at, passage_at
from corpus.register.entries import Decision, EntryKind
from index.laywords import meanings_of
from index.passages import Passage
from index.register import Registered
from index.search import Scope
from index.words import tokens

if TYPE_CHECKING:
    from corpus.paper import Access
    from index.library import Library

_ASKS = re.compile(
    r"\bvot(?:e[ds]?|ing)\b|\b(?:mover|seconder|moved|seconded)\b|\bamendments?\b|\bmotions?\b|"
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
    r"\b(?:carried|accept(?:ed)?|agreed?|passed|approved?|(?:got|went|get|go) through)\b", re.I
)
_WHETHER = re.compile(r"^\W*(?:did|was|were|has|have|is|are)\b|\bwhether\b", re.I)
"""A question whether something was carried looks for what was lost, too."""
_LOST = re.compile(r"\b(?:lost|reject(?:ed)?|defeat(?:ed)?|fail(?:ed)?|turned down)\b", re.I)
_SIDE = re.compile(r"\b(?:for|against|abst\w*)\s*[:\-–]?\s*\(?\d+\)?", re.I)
_OUTCOME = re.compile(
    r"(?:Substantive )?(?:Motion|Amendment)\s+(?:was\s+)?(?:carried|lost)[^.\n]*\.?"
)
_MOVES = re.compile(r"\b(?:moved|proposed)\b", re.I)
_BEFORE = r"\b\d+ (?:for|against|abst\w*)(?=\s*(?:[,;.)]|and\b|$))"
_PUT = re.compile(r"\bto the vote\b|\bvot(?:ed|ing)\b.*:$", re.I)
_SIDES = re.compile(rf"{_SIDE.pattern}|{_BEFORE}|put to the vote", re.I)
_AMENDS = re.compile(r"\bamendments?\b|\bchanges? to the (?:\w+ )?motion\b", re.I)
_FINAL = re.compile(r"\b(?:final|last|substantive)\b", re.I)
_HOW_VOTED = re.compile(
    r"\bhow (?:did|was|many)\b.*\bvot(?!e (?:go|turn))|\bwho\b.*\bvot|\bsplit\b", re.I
)
_WHO_VOTED = re.compile(r"\b(?:who|which)\b.*\bvot(?:ed|ing)\b", re.I)
_NAMED_SIDE = re.compile(rf"{_SIDE.pattern}\W+(?:Mr|Mrs|Ms|Miss|Dr|Sir|Cllr|Councillor)s?\b", re.I)
_SAYS_VOTE = """
vote voted votes voting mover seconder moved seconded proposer proposed amendment amendments motion
motions final substantive carried accepted accept agreed passed lost rejected defeated side sides
many people members councillors councillor against for abstain abstained change changes only got
through get go went turn out add adds added backed opposed supported bid proposal attempt put
numbers
"""
_OF_VOTES = frozenset(t for word in _SAYS_VOTE.split() for t in tokens(word))
_KIND: tuple[EntryKind] = ("decision",)
NAMED = 150
"""Characters of a side's names that are quoted with its number."""
EVERY = 2000
"""The same where the question is how they voted: all of them."""
MOVED = 60
"""Words of what was moved that are quoted, and of a line that counts votes."""
NEAR = 4000
"""Characters between what was decided and the count of its votes, at most."""
ALIKE = 90.0
"""Percent: a line of an amendment that is this like one of the motion is not what it changes."""
HELD, KNOWN = 0.6, 0.34
"""Of the words a question is about, that the motion must hold at least: of those that any motion
has, and of all."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A decision with its motion and its vote, in the passages that print them."""

    one: Registered
    decision: Decision
    motion: Passage | None
    count: Passage | None

    @property
    def is_final(self) -> bool:
        """Whether it is the last word: no amendment, which a question would have named."""
        return "amendment" not in self.decision.outcome.casefold()

    @property
    def is_by_name(self) -> bool:
        """Whether the minutes say who voted how."""
        return bool(self.count and _NAMED_SIDE.search(self.count.text))

    @property
    def said(self) -> str:
        """What came of it, in a line: "Motion carried: 39 for, 19 against; moved by …"."""
        sides = ", ".join(f"{number} {side}" for side, number in self.decision.votes)
        outcome = f"{self.decision.outcome}: {sides}" if sides else self.decision.outcome
        movers = [
            f"{what} by {who}"
            for what, who in (
                ("moved", self.decision.moved_by), ("seconded", self.decision.seconded_by)
            )
            if who
        ]  # fmt: skip
        return "; ".join(part for part in (outcome, ", ".join(movers)) if part)


def vote_asked(
    library: Library, question: str, scope: Scope, *, shelves: Sequence[Access], topic: str = ""
) -> Vote | None:
    """The one vote that a question asks about, or None where it asks about none, or not clearly
    about one. `topic` is the question without the places that the scope stands for."""
    if not _ASKS.search(question):
        return None
    papers = [p for p in library.papers(shelves) if scope.admits(p)]
    if scope.preferred:
        papers = papers_near(papers, scope)
    found = library.register(shelves, kinds=_KIND, papers=papers) if papers else []
    votes = [vote for one in found if (vote := _vote(library, one, shelves))]
    about = content_of(topic or question) - _OF_VOTES
    whose = _whose(question)
    fit = [v for v in votes if _fits(v.decision, question) and _is_of(v.decision, whose)]
    shared = [_shared(about, _words(vote), question) for vote in fit]
    known = frozenset().union(*shared)
    least = max(HELD * len(known), KNOWN * len(about))
    held = [
        (vote.is_final, len(words), vote) for vote, words in zip(fit, shared, strict=True)
        if len(words) >= least
    ]  # fmt: skip
    most = max((rank[:2] for rank in held), default=None)
    best = [vote for *rank, vote in held if tuple(rank) == most]
    if len(best) > 1:  # a later amendment repeats what the one before it added
        best = [v for v in best if _shared(about, _added(library, v, shelves), question)]
    if len(best) != 1 or (_WHO_VOTED.search(question) and not best[0].is_by_name):
        return None
    return best[0]


def quoted_vote(vote: Vote, passages: Sequence[Passage], *, question: str = "") -> list[Quotation]:
    """Who moved it, what it adds to the motion before, each side, and what came of it: every name
    where the question is how they voted, else what was resolved."""
    found = list(_moved(vote.motion, vote.decision, passages)) if vote.motion else []
    by_name = bool(_HOW_VOTED.search(question))
    if vote.count:
        found += list(_sides(vote.count, vote.decision, named=EVERY if by_name else NAMED))
    place = vote.one.entry.place
    resolved = passage_at(passages, place.start)
    if resolved and vote.is_final and not by_name and resolved is not vote.count:
        end = min(place.end, resolved.end) - resolved.start
        found.append((resolved, place.start - resolved.start, end))
    return [of_slice(p, a, b, page_at(p, a)) for p, a, b in found]


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
    at = one.entry.place.start
    moved = [p for p in passages if p.start <= at and _moves(decision, p)]
    counts = [p for p in passages if abs(p.start - at) < NEAR and _counts(decision, p.text)]
    near = min(counts, key=lambda p: abs(p.start - at), default=None)
    return Vote(one, decision, moved[-1] if moved else None, near)


def _moves(decision: Decision, passage: Passage) -> bool:
    says = passage.kind == "motion" or bool(_MOVES.search(passage.text))
    return says and _named(decision, passage.text)


def _named(decision: Decision, text: str) -> bool:
    names = [name for name in (decision.moved_by, decision.seconded_by) if name]
    return bool(names) and all(name in text for name in names)


def _counts(decision: Decision, text: str) -> bool:
    if not decision.votes:
        return bool(_OUTCOME.search(text)) and _named(decision, text)
    sides = " ".join(found[0] for found in _SIDE.finditer(text))
    sides = f"{sides} {' '.join(re.findall(_BEFORE, text))}"
    return all(re.search(rf"\b{number}\b", sides) for _, number in decision.votes)


def _shared(about: frozenset[str], words: set[str], question: str) -> frozenset[str]:
    """Of the words a question is about, those that a vote's have, in these or other words."""
    meant: dict[str, set[str]] = {}
    for word, official in meanings_of(question).items():
        for term in tokens(word):
            meant.setdefault(term, set()).update(tokens(" ".join(official)))
    return frozenset(t for t in about if t in words or meant.get(t, set()) & words)


def _added(library: Library, vote: Vote, shelves: Sequence[Access]) -> set[str]:
    """The terms of what an amendment adds to the motions before it."""
    if vote.motion is None or vote.is_final:
        return set()
    passages = library.passages_in(vote.one.paper.id, tuple(shelves))
    slices = list(_moved(vote.motion, vote.decision, passages))[1:]
    return set(tokens(" ".join(passage.text[a:b] for passage, a, b in slices)))


def _words(vote: Vote) -> set[str]:
    where = vote.one.entry.place.section
    texts = [vote.decision.text, vote.motion.text if vote.motion else "", *where]
    return set(tokens(" ".join(texts)))


def _moved(
    motion: Passage, decision: Decision, passages: Sequence[Passage]
) -> Iterator[tuple[Passage, int, int]]:
    """The line that names the mover; then what it moves, as far as it is short, or of an amendment
    the lines that no motion before it has."""
    before = [
        line for p in passages if p.kind == "motion" and p.start < motion.start
        for line in p.text.split("\n")
    ]  # fmt: skip
    lines = list(_lines(motion.text))
    opens = next((n for n, (_, line) in enumerate(lines) if _named(decision, line)), 0)
    words = 0
    for number, (start, line) in enumerate(lines[opens:]):
        words += len(line.split())
        known = any(fuzz.ratio(line, other) >= ALIKE for other in before)
        told = not line.endswith(":") and not _MOVES.search(line) and not _SIDES.search(line)
        short = words <= MOVED and (number == 1 or motion.kind == "motion")
        if number == 0 or (told and (not known if before else short)):
            yield motion, start, start + len(line)


def _sides(count: Passage, decision: Decision, *, named: int) -> Iterator[tuple[Passage, int, int]]:
    """The line that counts the votes; where each side is a line of names, the line that says what
    was put to the vote, each side's number and the first of its names, and the outcome."""
    whole = [
        (start, line) for start, line in _lines(count.text)
        if _counts(decision, line) and len(line.split()) <= MOVED
    ]  # fmt: skip
    if whole:
        start, line = whole[0]
        yield count, start, start + len(line)
        return
    text, last = count.text, 0
    starts = [found.start() for found in _SIDE.finditer(text)]
    above = text[: starts[0]] if starts else ""
    put = [(at, line) for at, line in _lines(above) if _PUT.search(line)]
    yield from ((count, at, at + len(line)) for at, line in put[-1:])
    for start, following in pairwise([*starts, len(text)]):
        cut = text[start : min(following, start + named)]
        if start + len(cut) < following and "," in cut:
            cut = cut[: cut.rfind(",")]
        last = start + len(cut.rstrip())
        yield count, start, last
    if (outcome := _OUTCOME.search(text)) and outcome.start() >= last:
        yield count, outcome.start(), outcome.end()


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The filled lines of a text, each with where it begins."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line.rstrip()
        start += len(line) + 1
