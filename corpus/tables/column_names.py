"""What the header rows of a table say of each column.

A cell of an upper row spans the columns below it that it leaves blank; a word may be cut by a line
end or printed letter by letter; a unit (`£'000`) reaches every column of sums it stands over, from
the header, the table's corner or its title, and no column of counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.paper import Line
from corpus.tables.cell_kinds import is_figure, is_unit, unit_in

_SPACED = re.compile(r"(?<!\S)[^\W\d](?: [^\W\d]){2,}(?!\S)")
_COUNTED = re.compile(r"£|%|\b(?:FTE|nos?|number|posts?|count|score|rank|rate|ref|staff)\b", re.I)


def names_of(top: Sequence[Line], body: Sequence[Line], *, title: str = "") -> tuple[str, ...]:
    """The name of each column: the header rows `top` over one another, spans and units carried.

    `title` stands over the whole table and may name the unit of its sums.
    """
    width = max(len(line.cells) for line in top)
    grid = [[*line.cells, *[""] * (width - len(line.cells))] for line in top]
    for upper, lower in pairwise(grid):
        _span(upper, lower)
    for row in grid[1:]:
        _spread_unit(row, grid[0], body)
    names = ["".join(_words([r[i] for r in grid if r[i]])) for i in range(width)]
    unit = unit_in(title) or (names[0] if is_unit(names[0]) else unit_in(names[0]))
    if unit and not any(unit_in(name) for name in names[1:]):
        for i, name in enumerate(names[1:], start=1):
            if name and _holds_sums(body, i) and not _COUNTED.search(name):
                names[i] = f"{name} {unit}"
    return tuple(tidied(name) for name in names)


def tidied(name: str) -> str:
    """A header with a word that was printed letter by letter put together again."""
    return _SPACED.sub(lambda m: m[0].replace(" ", ""), name)


def holds_figures(rows: Sequence[Line], column: int) -> bool:
    """Whether what is filled in a column is mostly figures."""
    cells = [r.cells[column] for r in rows if column < len(r.cells) and r.cells[column]]
    return bool(cells) and 2 * sum(map(is_figure, cells)) > len(cells)


def _holds_sums(rows: Sequence[Line], column: int) -> bool:
    """Whether a column holds figures that want a unit: none is printed with them."""
    signed = any(re.search("[£%]", r.cells[column]) for r in rows if column < len(r.cells))
    return holds_figures(rows, column) and not signed


def _span(upper: list[str], lower: Sequence[str]) -> None:
    """Fill to the right what the upper row leaves blank over named columns, if its first span
    begins over the first of them. A span begins over a named column too: else the two rows are
    halves of one, drawn at two heights."""
    named = [i for i, c in enumerate(lower) if c and i]
    if not named or not any(upper[1 : named[0] + 1]) or all(is_unit(lower[i]) for i in named):
        return
    spans = False
    for i in range(1, len(upper)):
        spans = bool(lower[i]) if upper[i] else spans
        if spans and not upper[i] and lower[i]:
            upper[i] = upper[i - 1]


def _spread_unit(row: list[str], top: Sequence[str], body: Sequence[Line]) -> None:
    """A row that holds one unit names it for the columns of sums to its right."""
    filled = [i for i, c in enumerate(row) if c]
    if len(filled) == 1 and is_unit(row[filled[0]]):
        for i in range(filled[0] + 1, len(row)):
            if holds_figures(body, i) and not _COUNTED.search(top[i]):
                row[i] = row[filled[0]]


def _words(parts: Sequence[str]) -> list[str]:
    """The parts of a name with what stands between them; a word cut by a hyphen is one."""
    glued: list[str] = []
    for part in parts:
        if glued and glued[-1][-1:] == "-" and part[:1].islower():
            glued[-1] = glued[-1][:-1]
        elif glued:
            glued.append(" ")
        glued.append(part)
    return glued
