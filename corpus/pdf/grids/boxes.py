"""Small tables that are one thing: a measure's name and rating over its figures.

Performance reports print a box for each measure: its name and rating, a chart, and a line of cells
that each say what they are ("Latest: 34%"). The figures mean nothing without the name, so the box
is one row.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.pdf.printed import Table

_SAID = re.compile(r"[A-Z][A-Za-z ]{2,30}: ?\S.*")
LONGEST = 60
"""Characters: a longer cell is a sentence with a colon."""


def as_one(table: Table) -> Table:
    """The table, as one row if its second and last row is cells that name themselves."""
    if len(table.rows) != 2 or len(table.rows[0]) < 2:
        return table
    name, figures = (tuple(cell for cell in row if cell) for row in table.rows)
    if not 1 <= len(name) <= 2 or len(figures) < 2 or _is_said(name[0]):
        return table
    if not all(_is_said(cell) for cell in figures):
        return table
    cells = (*name, *figures)
    marks = (tuple(dict.fromkeys(m for row in table.marks for m in row)),) if table.marks else ()
    # The cells of the two rows stand in no common columns: all are told apart by their place.
    edges = tuple(
        table.left + n * (table.right - table.left) / len(cells) for n in range(len(cells))
    )
    return replace(table, rows=(cells,), edges=edges, headers=0, marks=marks)


def _is_said(cell: str) -> bool:
    return len(cell) <= LONGEST and bool(_SAID.fullmatch(cell))
