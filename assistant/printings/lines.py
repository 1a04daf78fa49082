"""The register's actions and recommendations as lines: each one through the papers that print it.

Actions are joined plan to plan: a plan goes on from the earlier ones that it shares half of its
rows with, whatever committee it goes to, so that a row which is gone can be told from one that was
never there. Recommendations are joined one by one, within a series or where the same body made
them. What stands in several papers of one meeting is one printing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from assistant.printings.likeness import TELLING, likeness, link, number_of, repeats, words_of
from assistant.printings.printing import Line, Link
from corpus.register.entries import Action, Recommendation
from index.attribution import place_of
from index.catalogue import PaperRecord
from index.register import Registered

ROWS = 3
"""Numbered actions that make a paper a plan; fewer are notes of a meeting."""
SHARED = 0.5
"""Of the shorter plan's rows, for two plans to be one plan at two meetings."""
WHOLE = 0.7
"""Of the rows still open, for a later printing to be of the whole plan: a report on exceptions
prints a few, and drops none."""
ITSELF = Link("the entry itself")


@dataclass(slots=True)
class _Kept:
    """A printing, with the other papers of its meeting that have it too."""

    one: Registered
    also: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Growing:
    """A line while its papers are gone through."""

    printings: list[_Kept]
    links: list[Link]
    without: list[PaperRecord] = field(default_factory=list)

    @property
    def last(self) -> _Kept:
        return self.printings[-1]


def lines_of(found: Iterable[Registered]) -> list[Line]:
    """The lines of these entries, those of the oldest papers first."""
    asked = [o for o in sorted(found, key=order) if isinstance(o.entry, Action | Recommendation)]
    councils = {place_of(one.paper.council).casefold() for one in asked}
    by_council: defaultdict[str, list[Registered]] = defaultdict(list)
    for one in asked:
        by_council[home_of(one, councils)].append(one)
    grown: list[_Growing] = []
    for entries in by_council.values():
        kept = _once(entries)
        grown += _action_lines([k for k in kept if isinstance(k.one.entry, Action)])
        grown += _recommendation_lines([k for k in kept if not isinstance(k.one.entry, Action)])
    return [_line(one) for one in grown]


def home_of(one: Registered, councils: Collection[str]) -> str:
    """The place (in small letters) whose matter an entry is: a letter to another council makes its
    recommendations to that one."""
    entry = one.entry
    asked = place_of(entry.addressed_to).casefold() if isinstance(entry, Recommendation) else ""
    return asked if asked in councils else place_of(one.paper.council).casefold()


def order(one: Registered) -> tuple[str, bool, str, int]:
    """Oldest meeting first, papers of their own before items of packs; undated ones last."""
    paper = one.paper
    return paper.date or "9", "#" in paper.id, paper.id, one.entry.place.start


def _once(entries: Sequence[Registered]) -> list[_Kept]:
    seen: dict[tuple[object, ...], _Kept] = {}
    kept: list[_Kept] = []
    for one in entries:
        key = (one.paper.date, one.kind, number_of(one.entry), words_of(one.quote))
        first = seen.get(key)
        if first and first.one.paper.id != one.paper.id:
            first.also.append(one.paper.id)
        else:
            seen[key] = _Kept(one)
            kept.append(seen[key])
    return kept


def _action_lines(actions: Sequence[_Kept]) -> list[_Growing]:
    by_paper: defaultdict[str, list[_Kept]] = defaultdict(list)
    for kept in actions:
        by_paper[kept.one.paper.id].append(kept)
    chains: list[list[_Growing]] = []
    loose: list[_Growing] = []
    for rows in by_paper.values():
        if sum(bool(number_of(row.one.entry)) for row in rows) < ROWS:
            loose += [_Growing([row], [ITSELF]) for row in rows]
        elif not any(_went_on(chain, rows) for chain in reversed(chains)):
            chains.append([_Growing([row], [ITSELF]) for row in rows])
    return [*(line for chain in chains for line in chain), *loose]


def _went_on(chain: list[_Growing], rows: Sequence[_Kept]) -> bool:
    """Join a plan's rows to an earlier plan's lines; False, and nothing done, if it is another."""
    paper = rows[0].one.paper
    pairs = _paired(chain, rows)
    if paper.date == chain[0].last.one.paper.date or len(pairs) < 2:
        return False
    if len(pairs) < SHARED * min(len(chain), len(rows)):
        return False
    whole = len(pairs) >= WHOLE * sum(not line.without for line in chain)
    for place, line in enumerate(chain):
        if place in pairs:
            row, why = pairs[place]
            line.printings.append(rows[row])
            line.links.append(why)
        elif whole:
            line.without.append(paper)
    taken = {row for row, _ in pairs.values()}
    chain += [_Growing([row], [ITSELF]) for at, row in enumerate(rows) if at not in taken]
    return True


def _paired(chain: Sequence[_Growing], rows: Sequence[_Kept]) -> dict[int, tuple[int, Link]]:
    """Which row goes on which line, the likest pairs first: no row or line is in two pairs."""
    each = [
        (place, row, line.last.one.entry, kept.one.entry)
        for place, line in enumerate(chain)
        for row, kept in enumerate(rows)
    ]
    again = [(place, row) for place, row, one, other in each if repeats(one, other)]
    times = [Counter(places) for places in zip(*again, strict=True)]
    unique = {(place, row) for place, row in again if times[0][place] == times[1][row] == 1}
    found = [
        (linked[0], place, row, linked[1])
        for place, row, one, other in each
        if (linked := link(one, other, unique=(place, row) in unique))
    ]
    pairs: dict[int, tuple[int, Link]] = {}
    taken: set[int] = set()
    for _, place, row, why in sorted(found, key=lambda f: (-f[0], f[1], f[2])):
        if place not in pairs and row not in taken:
            pairs[place] = (row, why)
            taken.add(row)
    return pairs


def _recommendation_lines(asked: Sequence[_Kept]) -> list[_Growing]:
    lines: list[_Growing] = []
    for kept in asked:
        best = max(
            ((linked[0], place, linked[1]) for place, line in enumerate(lines)
             if _may_be_again(line.last.one, kept.one)
             and (linked := link(line.last.one.entry, kept.one.entry))),
            default=None,
            key=lambda found: (found[0], -found[1]),
        )  # fmt: skip
        if best:
            lines[best[1]].printings.append(kept)
            lines[best[1]].links.append(best[2])
        else:
            lines.append(_Growing([kept], [ITSELF]))
    return lines


def _may_be_again(one: Registered, other: Registered) -> bool:
    """At another meeting, of one series or made by one body from outside; short wordings only in a
    series, for every report asks that it be noted."""
    if one.paper.id == other.paper.id or one.paper.date == other.paper.date:
        return False
    if one.paper.series and one.paper.series == other.paper.series:
        return True
    makers = [e.made_by for e in (one.entry, other.entry) if isinstance(e, Recommendation)]
    enough = len(words_of(one.quote)) >= TELLING
    return enough and len(makers) == 2 and all(makers) and likeness(*makers) >= 90


def _line(grown: _Growing) -> Line:
    last = grown.last.one.paper.date or ""
    return Line(
        printings=tuple(kept.one for kept in grown.printings),
        links=tuple(grown.links),
        also=tuple(tuple(dict.fromkeys(kept.also)) for kept in grown.printings),
        without=tuple(p for p in grown.without if (p.date or "") > last),
    )
