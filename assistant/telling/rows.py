"""A long table row, an action plan's say, told by the cells that matter.

Such a row runs to two hundred words in ten cells, and the question wants a name, a date or how far
it is. Told are the cells that say which row it is, those under headers that name what is wanted,
and those whose words answer; each is a slice of the row, so that what is quoted stays verbatim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking.wanted import wanted_in
from assistant.finding.evidence import Evidence
from index.search import STOP_TERMS
from index.words import tokens

LONG = 70
"""Words: a shorter row is quoted whole."""
TOLD = 130
"""Words of a long row that are quoted, but for its best cell, which always is."""
LEAST = 0.2
"""Worth, below which a cell says nothing of what is asked."""
NAMING = 3
"""Words: the first cell of so many says which row it is, with the short ones before it."""
_COLUMNS = {
    "person": r"\bwho\b|lead|owner|officer|responsib|name|sponsor|contact|member",
    "date": r"\bwhen\b|date|deadline|target|timescale|due|complet|by when",
    "grade": r"rag|rating|score|status|judgement|grade",
    "count": r"number|total|fte|count|no\. of",
    "money": r"£|cost|budget|spend|amount|funding",
}
_PROGRESS = re.compile(
    r"progress|update|status|rag|rating|direction|outcome|evidence|complet", re.I
)
_ASKS_DUE = re.compile(r"\b(?:over)?due\b", re.I)
_ASKS_PROGRESS = re.compile(
    r"progress|\bstatus\b|\bdone\b|\bhappen|how (?:is|are|far)|going|finished|complete|track|"
    r"\b(?:bec(?:ame|ome)|came|come) of\b|\boutcome\b",
    re.I,
)
MORE_THAN_A_DATE = 8
"""Words of a cell under "By when" that say how far it is, not only when it is due."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: `text[start:end]` of its passage, under `header` ("" if none is known)."""

    start: int
    end: int
    text: str
    header: str

    @property
    def words(self) -> int:
        """How many it holds."""
        return len(self.text.split())


def told_of(
    item: Evidence, question: str, *, long: int = LONG, most: int = TOLD
) -> list[tuple[int, int]]:
    """The slices of a row that answer a question, in the order printed; the whole row if it is no
    longer than `long` words or has too few cells to choose from. A cell is told beside the best
    one if it fits in `most` words and is worth it."""
    unit = item.unit
    cells = cells_of(unit.text, unit.start, unit.passage.headers.split("\n"))
    if len(unit.text.split()) <= long or len(cells) < 4:
        return [(unit.start, unit.end)]
    naming = next((n for n, c in enumerate(cells) if c.words >= NAMING), 0) + 1
    chosen, used = set(range(naming)), sum(c.words for c in cells[:naming])
    ranked = sorted(range(len(cells)), key=lambda n: -_worth(cells[n], item, question))
    for place, n in enumerate(n for n in ranked if n not in chosen):
        if place == 0 or (
            used + cells[n].words <= most and _worth(cells[n], item, question) > LEAST
        ):
            chosen.add(n)
            used += cells[n].words
    return _runs([cells[n] for n in sorted(chosen)], unit.passage.text)


def cells_of(row: str, start: int, headers: Sequence[str]) -> list[Cell]:
    """The cells of a row that hold anything, with where each stands."""
    texts = row.split("\t")
    names = headers if len(headers) == len(texts) else [""] * len(texts)
    cells = []
    for text, name in zip(texts, names, strict=True):
        bare = text.strip()
        if bare:
            begin = start + len(text) - len(text.lstrip())
            cells.append(Cell(begin, begin + len(bare), bare, name))
        start += len(text) + 1
    return cells


def _worth(cell: Cell, item: Evidence, question: str) -> float:
    """How much a cell bears on the question, 0 to about 3."""
    asked = set(tokens(question)) - STOP_TERMS
    held = asked & set(tokens(f"{cell.header} {cell.text}"))
    wanted = wanted_in(question)
    under = any(
        w.name in _COLUMNS and re.search(_COLUMNS[w.name], cell.header, re.I) for w in wanted
    )
    holds = any(w.holds(cell.text, question) for w in wanted)
    dated = bool(re.search(_COLUMNS["date"], cell.header, re.I))
    due = dated and bool(_ASKS_DUE.search(question))
    how_far = _PROGRESS.search(cell.header) or (dated and cell.words > MORE_THAN_A_DATE)
    far = bool(_ASKS_PROGRESS.search(question) and how_far)
    pointed = item.hit.verdict.within(cell.start, cell.end) if item.hit.verdict else 0.0
    return len(held) / max(len(asked), 1) + under + due + 0.5 * holds + 0.7 * far + pointed


def _runs(cells: Sequence[Cell], text: str) -> list[tuple[int, int]]:
    """Neighbouring cells together."""
    runs: list[tuple[int, int]] = []
    for cell in cells:
        if runs and not text[runs[-1][1] : cell.start].strip():
            runs[-1] = (runs[-1][0], cell.end)
        else:
            runs.append((cell.start, cell.end))
    return runs
