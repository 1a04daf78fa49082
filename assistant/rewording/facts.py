"""The figures, dates and names in what changed between two sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from assistant.rewording.names import names_in
from assistant.rewording.tokens import Token

FactKind = Literal["figure", "date", "name"]
FACT_KINDS: tuple[FactKind, ...] = ("figure", "date", "name")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure, date or name as both texts print it; "" where one of them does not."""

    kind: FactKind
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Told:
    """Two texts with their tokens, and which of these stand for one another (the same, or a value
    in another's place)."""

    old: str
    new: str
    here: Sequence[Token]
    there: Sequence[Token]
    pairs: tuple[tuple[int, int], ...]

    @property
    def kept(self) -> list[tuple[int, int]]:
        """The pairs that mean the same."""
        return [(i, j) for i, j in self.pairs if self.here[i].means(self.there[j])]

    @property
    def gone(self) -> list[int]:
        """Places of tokens that only the old text has."""
        return sorted(set(range(len(self.here))) - {i for i, _ in self.kept})

    @property
    def come(self) -> list[int]:
        """Places of tokens that only the new text has."""
        return sorted(set(range(len(self.there))) - {j for _, j in self.kept})


def value_facts(told: Told) -> list[Fact]:
    """Figures and dates that gave way to others or went, in the old order; then those that came."""
    instead = dict(told.pairs)
    facts = []
    for i in told.gone:
        token = told.here[i]
        if i in instead:
            other = told.there[instead[i]]
            facts.append(_fact(token, _print(told.old, token), _print(told.new, other)))
        elif token.is_value:
            facts.append(_fact(token, _print(told.old, token), ""))
    placed = {j for _, j in told.pairs}
    come = [told.there[j] for j in told.come if j not in placed and told.there[j].is_value]
    return facts + [_fact(token, "", _print(told.new, token)) for token in come]


def _fact(token: Token, was: str, now: str) -> Fact:
    return Fact("date" if token.kind == "date" else "figure", was, now)


def _print(text: str, token: Token) -> str:
    return text[token.start : token.end]


@dataclass(frozen=True, slots=True)
class _Named:
    """As much of a name as changed: `after` so many kept words, which tells what took its place;
    `name` is the whole of it, `whole` that all of it changed."""

    text: str
    name: str
    after: int
    whole: bool


def name_facts(told: Told) -> list[Fact]:
    """Names that changed, in the new order; those that went without another, last.

    Of a name that another takes the place of, as much as changed; of one that only grew or shrank
    ("Interim Head of Care"), the whole.
    """
    was = _named(told.old, told.here, told.gone, [i for i, _ in told.kept])
    now = _named(told.new, told.there, told.come, [j for _, j in told.kept])
    facts = []
    for name in now:
        instead = next((other for other in was if other.after == name.after), None)
        if instead:
            was.remove(instead)
            facts.append(Fact("name", instead.text, name.text))
        elif name.whole:
            facts.append(Fact("name", "", name.text))
        else:
            facts.append(Fact("name", _counterpart(told, name, new=True), name.name))
    for name in was:
        now_called = "" if name.whole else _counterpart(told, name, new=False)
        known = any(fact.was in name.name and fact.was for fact in facts)
        if name.whole or not known:
            facts.append(Fact("name", name.text if name.whole else name.name, now_called))
    return facts


def _named(
    text: str, tokens: Sequence[Token], changed: Sequence[int], kept: Sequence[int]
) -> list[_Named]:
    found = []
    for start, end in names_in(text):
        inside = [p for p, t in enumerate(tokens) if start <= t.start and t.end <= end]
        for _, run in groupby(enumerate(p for p in inside if p in changed), lambda x: x[1] - x[0]):
            places = [place for _, place in run]
            words = text[tokens[places[0]].start : tokens[places[-1]].end]
            after = sum(place < places[0] for place in kept)
            found.append(_Named(words, text[start:end], after, len(places) == len(inside)))
    return found


def _counterpart(told: Told, name: _Named, *, new: bool) -> str:
    """What the other text calls what is here called by a longer or shorter name; "" if nothing."""
    mine, other = (told.new, told.old) if new else (told.old, told.new)
    tokens, others = (told.there, told.here) if new else (told.here, told.there)
    start = mine.find(name.name)
    for i, j in told.kept:
        here, there = (j, i) if new else (i, j)
        if start <= tokens[here].start < start + len(name.name):
            at = others[there].start
            return next((other[a:b] for a, b in names_in(other) if a <= at < b), "")
    return ""
