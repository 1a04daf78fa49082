"""The row of a table that a superlative asks for: "Which district's tax base falls the most?"

No sentence says it and no row says that it is the one, but the table does: of its rows, the one
with the highest or lowest figure under the header that the question means. It is put first, before
those it was measured against, and quoted like any other row. Where it is not clear which column is
meant, nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.evidence import Evidence
from assistant.units import Unit, units_of
from index.search import STOP_TERMS, Hit
from index.words import tokens

_MOST = r"most|highest|biggest|largest|greatest"
_LEAST = r"least|lowest|smallest|fewest"
_RISE = r"ris(?:e|es|en|ing)|rose|increas\w+|grow\w*|grew|gone up|went up"
_FALL = r"fall(?:s|en|ing)?|fell|drop(?:s|ped)?|decreas\w+|reduc\w+|declin\w+|gone down|went down"
_ASKS = re.compile(rf"\b(?:{_MOST}|{_LEAST})\b", re.I)
_LOW = re.compile(rf"\b(?:{_LEAST})\b", re.I)
_UP = re.compile(rf"\b(?:{_RISE})\b", re.I)
_DOWN = re.compile(rf"\b(?:{_FALL})\b", re.I)
_CHANGE = re.compile(r"\bchange|\bvariance|\bdifference|\bincrease|\bdecrease|\+/[-–]", re.I)
_NUMBER = re.compile(r"(?P<sign>[-–+(]?)£?\s?(?P<figure>\d[\d,]*(?:\.\d+)?)\s?%?\)?")
_ALL = re.compile(r"\b(?:sub-?)?total\b|\baverage\b|\boverall\b|^all\b", re.I)
_SEVERAL = {"two": 2, "three": 3, "four": 4, "five": 5}
ROWS = 4
"""With fewer figures under a header there is little to be the highest of."""
NEAR = 0.8
"""Of the best evidence's score that a row of the table must have, for it to be what is meant."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its hit and its cells."""

    unit: Unit
    hit: Hit
    cells: tuple[str, ...]

    def figure(self, column: int) -> float | None:
        """The number in a cell; None if it is none."""
        cell = self.cells[column].strip() if column < len(self.cells) else ""
        found = _NUMBER.fullmatch(cell)
        if not found:
            return None
        figure = float(found["figure"].replace(",", ""))
        return -figure if found["sign"] in {"-", "–", "("} else figure


def extreme_first(
    evidence: Sequence[Evidence], hits: Sequence[Hit], question: str
) -> list[Evidence]:
    """The evidence, what a superlative asks for first; as it was for any other question."""
    best = next((e for e in evidence if e.unit.kind == "row"), None)
    if not _ASKS.search(question) or best is None or best.score < NEAR * evidence[0].score:
        return list(evidence)
    rows = list(_table(best, hits))
    sought = _sought(rows, best.unit.passage.headers.split("\n"), question)
    if not sought:
        return list(evidence)
    first = [replace(best, unit=row.unit, hit=row.hit, score=evidence[0].score) for row in sought]
    told = {(row.unit.passage.id, row.unit.start) for row in sought}
    return first + [e for e in evidence if (e.unit.passage.id, e.unit.start) not in told]


def _table(best: Evidence, hits: Sequence[Hit]) -> Iterator[Row]:
    """The rows of its table, also those in other passages that were found."""
    of = best.unit.passage
    for hit in hits:
        passage = hit.passage
        same = (passage.paper, passage.headers, passage.section) == (
            of.paper,
            of.headers,
            of.section,
        )
        for unit in units_of(passage) if same else ():
            if unit.kind == "row" and not _ALL.search(unit.text.split("\t")[0]):
                yield Row(unit, hit, tuple(unit.text.split("\t")))


def _sought(rows: Sequence[Row], headers: Sequence[str], question: str) -> list[Row]:
    moves = [low for low, rule in ((False, _UP), (True, _DOWN)) if rule.search(question)]
    column = _column(rows, headers, question, moves=bool(moves))
    if column is None:
        return []
    told = [row for row in rows if row.figure(column) is not None]
    several = next(
        (n for word, n in _SEVERAL.items() if re.search(rf"\b{word}\b", question, re.I)), 1
    )
    found = []
    for low in moves or [bool(_LOW.search(question))]:
        order = sorted(told, key=lambda row: row.figure(column) or 0.0, reverse=not low)
        found += order[:several]
    return found


def _column(
    rows: Sequence[Row], headers: Sequence[str], question: str, *, moves: bool
) -> int | None:
    """The column that is meant: of changes where the question is of one, else the only one of
    figures, or the one whose header has most of the question's words, if one has."""
    figures = [
        n for n in range(len(headers))
        if sum(row.figure(n) is not None for row in rows) >= max(ROWS, 0.6 * len(rows))
    ]  # fmt: skip
    if moves:
        figures = [n for n in figures if _CHANGE.search(headers[n])]
    if len(figures) < 2:
        return figures[0] if figures else None
    asked = set(tokens(question)) - STOP_TERMS
    shared = {n: len(asked & set(tokens(headers[n]))) for n in figures}
    most = max(shared.values())
    named = [n for n in figures if shared[n] == most]
    return named[0] if most and len(named) == 1 else None
