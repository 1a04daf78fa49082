"""What is quoted of a vote: what was moved and by whom, what of it is new against the motion
before, each side, and how it ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from rapidfuzz import fuzz

from assistant.register.placed import page_at
from assistant.telling.quoting import Quotation, of_slice
from corpus.prose.votes import named_sides, outcome_at, sides_at
from corpus.register.entries import Decision
from index.passages import Passage
from index.register import Registered

_HOW_VOTED = re.compile(
    r"\bhow (?:did|was|many)\b.*\bvot(?!e (?:go|turn))|\bwho\b.*\bvot|\bsplit\b", re.I
)
_MOVES = re.compile(r"\b(?:moved|proposed)\b", re.I)
NAMED = 150
"""Characters of a side's names that are quoted with its number."""
EVERY = 2000
"""The same where the question is how they voted: all of them."""
MOVED = 60
"""Words of what was moved that are quoted, and of a line that counts votes."""
WORDS = 160
"""Words of a vote with what was resolved after it."""
ALIKE = 90.0
"""Percent: a line of an amendment that is this like one of the motion is not what it changes."""

Slice = tuple[Passage, int, int]


@dataclass(frozen=True, slots=True)
class Vote:
    """A decision with the slices of passages that print its motion and the vote on it."""

    one: Registered
    decision: Decision
    motion: tuple[Slice, ...]
    told: tuple[Slice, ...]

    @property
    def is_final(self) -> bool:
        """Whether it is the last word: no amendment, which a question would have named."""
        return "amendment" not in self.decision.outcome.casefold()

    def names(self, side: str = "") -> bool:
        """Whether the minutes say who voted so, or how anybody voted."""
        named = named_sides("\n".join(p.text[start:end] for p, start, end in self.told))
        return side in named if side else bool(named)

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


def quoted_vote(vote: Vote, passages: Sequence[Passage], *, question: str = "") -> list[Quotation]:
    """Who moved it, what it adds to the motion before, each side, and what came of it: every name
    where the question is how they voted, else what was resolved, then or after it."""
    by_name = bool(_HOW_VOTED.search(question))
    place = vote.one.entry.place
    resolved = vote.is_final and not (by_name and vote.motion)
    found = list(slices_of(passages, (place.start, place.end))[:1]) if resolved else []
    found += _apart(moved_of(vote, passages), found)
    found += _apart(_sides(vote.told, named=EVERY if by_name else NAMED), found)
    after = _apart(_resolved_after(vote, passages) if resolved else (), found)
    if sum(len(p.text[a:b].split()) for p, a, b in (*found, *after)) <= WORDS:
        found += after
    found.sort(key=lambda one: one[0].start + one[1])
    return [of_slice(p, a, b, page_at(p, a)) for p, a, b in found]


def _resolved_after(vote: Vote, passages: Sequence[Passage]) -> Iterator[Slice]:
    """What was resolved under the same heading next after a motion that stands with its words,
    before anything else is moved."""
    place, decision = vote.one.entry.place, vote.decision
    end = max(place.end, decision.voted[1])
    last = next((p for p in passages if p.start < end <= p.end), None)
    if last is None or place.start >= decision.moved[1]:
        return
    below = takewhile(
        lambda p: p is last or (p.section == last.section and p.kind != "motion"),
        (p for p in passages if p.end > end),
    )
    if found := next((p for p in below if p.kind == "resolution"), None):
        yield found, max(end + 1 - found.start, 0), len(found.text)


def _apart(slices: Iterable[Slice], found: Sequence[Slice]) -> list[Slice]:
    """Those slices of which nothing is quoted yet."""
    return [one for one in slices if not any(_overlap(one, other) for other in found)]


def _overlap(one: Slice, other: Slice) -> bool:
    ours, theirs = one[0].start, other[0].start
    return ours + one[1] < theirs + other[2] and theirs + other[1] < ours + one[2]


def slices_of(passages: Sequence[Passage], span: tuple[int, int]) -> tuple[Slice, ...]:
    """What of a paper's passages lies in a span of its text."""
    start, end = span
    return tuple(
        (p, max(start - p.start, 0), min(end, p.end) - p.start)
        for p in passages if p.start < end and start < p.end
    )  # fmt: skip


def names_mover(decision: Decision, text: str) -> bool:
    """Whether a line says who moved and seconded what was voted on."""
    names = [name for name in (decision.moved_by, decision.seconded_by) if name]
    return bool(names) and all(name in text for name in names)


def moved_of(vote: Vote, passages: Sequence[Passage]) -> Iterator[Slice]:
    """The line that names the mover; then what it moves, as far as it is short, or of an amendment
    the lines that no motion before it has."""
    if not vote.motion:
        return
    decision, begin = vote.decision, vote.motion[0][0].start
    before = [
        line for p in passages if p.kind == "motion" and p.start < begin
        for line in p.text.split("\n") if not vote.is_final
    ]  # fmt: skip
    lines = [
        (passage, start + at, line)
        for passage, start, end in vote.motion for at, line in _lines(passage.text[start:end])
    ]  # fmt: skip
    names = next((n for n, (*_, line) in enumerate(lines) if names_mover(decision, line)), 0)
    words = 0
    for number, (passage, start, line) in enumerate(lines):
        words += len(line.split())
        known = any(fuzz.ratio(line, other) >= ALIKE for other in before)
        told = not line.endswith(":") and not _MOVES.search(line)
        told = told and not decision.voted[0] <= passage.start + start < decision.voted[1]
        if number == names or (told and (not known if before else words <= MOVED)):
            yield passage, start, start + len(line)


def _sides(told: Sequence[Slice], *, named: int) -> Iterator[Slice]:
    """Where the vote is told: all of it if it is short; else what was put to the vote, each side's
    number and the first of its names, and the outcome."""
    words = sum(len(p.text[start:end].split()) for p, start, end in told)
    for passage, start, end in told:
        text = passage.text[start:end]
        if words <= MOVED:
            yield passage, start, end
            continue
        last = outcome_at(text)
        starts = [0, *sides_at(text), len(text) if last is None else last]
        for a, b in pairwise(sorted(set(starts))):
            cut = text[a : min(b, a + named)]
            if a + len(cut) < b and "," in cut:
                cut = cut[: cut.rfind(",")]
            yield passage, start + a, start + a + len(cut.rstrip())
        if last is not None:
            yield passage, start + last, end


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The filled lines of a text, each with where it begins."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line.rstrip()
        start += len(line) + 1
