"""The row of a table that a superlative asks for: "Which district's tax base falls the most?"

No sentence says it and no row says that it is the one, but the table does: of all its rows, the one
with the highest or lowest figure under the header that the question means. It is put first, before
those it was measured against, and quoted like any other row. Where it is not clear which column is
meant, or whether each row is one of what is asked for, nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.evidence import Evidence, Weighed
from assistant.units import Unit, units_of
from index.passages import Passage
from index.search import STOP_TERMS
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
LABEL = 6
"""Words: a cell of more says what a row is about, not that it is a total."""
NEAR = 0.8
"""Of the best evidence's score that a row of the table must have, for it to be what is meant."""
HELD = 0.8
"""Of the question's weight that the table must hold."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its cells."""

    unit: Unit
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
    evidence: Sequence[Evidence], question: str, passages_of: Callable[[str], Sequence[Passage]]
) -> list[Evidence]:
    """The evidence, what a superlative asks for first; as it was for any other question.
    `passages_of` gives every passage of a paper, by its id."""
    best = next((e for e in evidence if e.unit.kind == "row"), None)
    if not _ASKS.search(question) or best is None or best.score < NEAR * evidence[0].score:
        return list(evidence)
    of = best.unit.passage
    rows = list(_table(of, passages_of(of.paper)))
    score = evidence[0].score
    first = [
        replace(best, unit=row.unit, hit=replace(best.hit, passage=row.unit.passage),
                score=score, extreme=True)
        for row in _sought(rows, of.headers.split("\n"), question)
    ]  # fmt: skip
    told = {(e.unit.passage.id, e.unit.start) for e in first}
    return first + [e for e in evidence if (e.unit.passage.id, e.unit.start) not in told]


def _table(of: Passage, passages: Sequence[Passage]) -> Iterator[Row]:
    """The rows of a passage's table, also those in other passages, but for its totals."""
    for passage in passages:
        if (passage.headers, passage.section) != (of.headers, of.section):
            continue
        for unit in units_of(passage):
            row = Row(unit, tuple(unit.text.split("\t")))
            labels = [cell for cell in row.cells if len(cell.split()) <= LABEL]
            if unit.kind == "row" and not any(map(_ALL.search, labels)):
                yield row


def _sought(rows: Sequence[Row], headers: Sequence[str], question: str) -> list[Row]:
    moves = [low for low, rule in ((False, _UP), (True, _DOWN)) if rule.search(question)]
    column = _column(rows, headers, question, moves=bool(moves))
    if column is None or not _is_one_each(rows, headers, question):
        return []
    told = [row for row in rows if row.figure(column) is not None]
    if not moves and any((row.figure(column) or 0.0) < 0 for row in told):
        return []  # which way up the paper counts these is not known
    several = next(
        (n for word, n in _SEVERAL.items() if re.search(rf"\b{word}\b", question, re.I)), 1
    )
    found = []
    for low in moves or [bool(_LOW.search(question))]:
        order = sorted(told, key=lambda row: row.figure(column) or 0.0, reverse=not low)
        found += order[:several]
    return found


def _is_one_each(rows: Sequence[Row], headers: Sequence[str], question: str) -> bool:
    """Whether each row is one of what is asked for: a column that the question names ("which
    district") has words in it, no two alike."""
    asked = set(tokens(question)) - STOP_TERMS
    for n, header in enumerate(headers):
        named = [row.cells[n].strip() for row in rows if n < len(row.cells)]
        if asked & set(tokens(header)) and len(set(named)) == len(named) == len(rows):
            return not any(_NUMBER.fullmatch(name) or not name for name in named)
    return False


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


def is_told_by_table(first: Evidence, question: str, weighed: Weighed) -> bool:
    """Whether the best evidence is what a superlative asks for, of a table that has the question's
    other words: the reader, who reads for words that answer, finds none there."""
    if not first.extreme:
        return False
    passage = first.unit.passage
    asking = [found[0] for rule in (_ASKS, _UP, _DOWN) for found in rule.finditer(question)]
    words = " ".join([passage.breadcrumb, passage.headers, passage.text, *asking])
    return weighed.share_in(set(tokens(words))) >= HELD
