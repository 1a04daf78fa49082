"""The row of a table that a superlative asks for: "Which district's tax base falls the most?"

No sentence says it and no row says that it is the one, but the table does: of all its rows, the one
with the highest or lowest figure under the header that the question means. It is put first, before
those it was measured against, and quoted like any other row. Where it is not clear which column is
meant, or whether each row is one of what is asked for, nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.finding.evidence import Evidence, Weighed
from assistant.finding.tables import Row, headers_of, rows_in
from corpus.tables.section_rows import is_total
from index.passages import Passage
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
_TIMES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_FIGURE = re.compile(
    r"(?P<sign>[-–+(]?)£?\s?(?P<figure>\d[\d,]*(?:\.(?P<decimals>\d+))?)\s?"
    rf"(?:%|(?P<times>{'|'.join(_TIMES)}))?\)?",
    re.I,
)
_SEVERAL = {"two": 2, "three": 3, "four": 4, "five": 5}
ROWS = 4
"""With fewer figures under a header there is little to be the highest of."""
NEAR = 0.8
"""Of the best evidence's score that a row of the table must have, for it to be what is meant."""
HELD = 0.8
"""Of the question's weight that the table must hold."""
SUM = 0.005
"""How far, as a share of it, a figure may be from the sum of the others to be taken for that."""


def extreme_first(
    evidence: Sequence[Evidence], question: str, passages_of: Callable[[str], Sequence[Passage]]
) -> list[Evidence]:
    """The evidence, what a superlative asks for first; as it was for any other question.
    `passages_of` gives every passage of a paper, by its id."""
    best = next((e for e in evidence if e.unit.kind == "row"), None)
    if not _ASKS.search(question) or best is None or best.score < NEAR * evidence[0].score:
        return list(evidence)
    of = best.unit.passage
    table = (of.headers, of.section)
    rows = rows_in(p for p in passages_of(of.paper) if (p.headers, p.section) == table)
    score = evidence[0].score
    first = [
        replace(best, unit=row.unit, hit=_hit(row, best.hit), score=score, extreme=True)
        for row in _sought(rows, headers_of(of), question)
    ]
    told = {(e.unit.passage.id, e.unit.start) for e in first}
    return first + [e for e in evidence if (e.unit.passage.id, e.unit.start) not in told]


def _hit(row: Row, best: Hit) -> Hit:
    """The row's passage as found as the best row's, whose reading is not of another passage."""
    passage = row.unit.passage
    same = passage.id == best.passage.id
    return best if same else replace(best, passage=passage, verdict=None)


def _sought(rows: Sequence[Row], headers: Sequence[str], question: str) -> list[Row]:
    moves = [low for low, rule in ((False, _UP), (True, _DOWN)) if rule.search(question)]
    names, rows = _one_each(rows, headers, question)
    column = _column(rows, headers, question, moves=bool(moves), names=names)
    if column is None:
        return []
    figures = [(row, figure) for row in rows if (figure := _figure(row.cell(column))) is not None]
    if not moves and any(figure < 0 for _, figure in figures):
        return []  # which way up the paper counts these is not known
    if len(figures) < sum(any(map(str.isdigit, row.cell(column))) for row in rows):
        return []  # one that cannot be read may be the most
    every = sum(figure for _, figure in figures)
    rounded = sum(_rounded(row.cell(column)) for row, _ in figures)
    parts = [(r, f) for r, f in figures if not f or abs(every - 2 * f) > SUM * abs(f) + rounded]
    words = set(question.lower().split())
    several = next((number for word, number in _SEVERAL.items() if word in words), 1)
    found = []
    for low in moves or [bool(_LOW.search(question))]:
        order = sorted(parts, key=lambda part: part[1], reverse=not low)
        found += [row for row, _ in order[:several]]
    return found


def _figure(cell: str) -> float | None:
    """The number in a cell, "£1.2m" being 1,200,000; None if it is none."""
    found = _FIGURE.fullmatch(cell)
    if not found:
        return None
    times = _TIMES[found["times"].lower()] if found["times"] else 1
    figure = float(found["figure"].replace(",", "")) * times
    return -figure if found["sign"] in {"-", "–", "("} else figure


def _rounded(cell: str) -> float:
    """How far a number in thousands or millions may be from what it was: "£1.2m" is 50,000."""
    found = _FIGURE.fullmatch(cell)
    if not found or not found["times"]:
        return 0.0
    return float(_TIMES[found["times"].lower()] * 0.5 * 0.1 ** len(found["decimals"] or ""))


def _one_each(rows: Sequence[Row], headers: Sequence[str], question: str) -> tuple[int, list[Row]]:
    """The rows but for totals, if each is one of what is asked for: a column, told with them, that
    the question names ("which district") has words in it, no two alike. No rows if that is not so.
    """
    asked = set(tokens(question)) - STOP_TERMS
    for n, header in enumerate(headers):
        if asked & set(tokens(header)):
            parts = [row for row in rows if not is_total(row.cell(n))]
            names = [row.cell(n) for row in parts]
            worded = all(name and not _FIGURE.fullmatch(name) for name in names)
            if worded and len(set(names)) == len(names):
                return n, parts
    return 0, []


def _column(
    rows: Sequence[Row], headers: Sequence[str], question: str, *, moves: bool, names: int
) -> int | None:
    """The column that is meant: the only one of changes where the question is of one; else, beside
    that of names, the one whose header has most of the question's words, or the only one of figures
    where no header has any. None if what is meant has no figures."""
    figures = [
        n for n in range(len(headers))
        if sum(_figure(row.cell(n)) is not None for row in rows) >= max(ROWS, 0.6 * len(rows))
    ]  # fmt: skip
    if moves:
        figures = [n for n in figures if _CHANGE.search(headers[n])]
    asked = set(tokens(question)) - STOP_TERMS
    meant = figures if moves else [n for n in range(len(headers)) if n != names]
    shared = {n: len(asked & set(tokens(headers[n]))) for n in meant}
    most = max(shared.values(), default=0)
    named = [n for n in figures if shared.get(n) == most]
    return named[0] if len(named) == 1 and (most or len(figures) == 1) else None


def is_told_by_table(first: Evidence, question: str, weighed: Weighed) -> bool:
    """Whether the best evidence is what a superlative asks for, of a table that has the question's
    other words: the reader, who reads for words that answer, finds none there."""
    if not first.extreme:
        return False
    passage = first.unit.passage
    asking = [found[0] for rule in (_ASKS, _UP, _DOWN) for found in rule.finditer(question)]
    words = " ".join([passage.breadcrumb, passage.headers, passage.text, *asking])
    return weighed.share_in(set(tokens(words))) >= HELD
