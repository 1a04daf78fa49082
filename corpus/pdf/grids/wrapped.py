"""Lines of a table that are one row: a label or a remark that runs over several lines.

Only where no ruling parts the rows. Figures stand beside any line of a label, or between two of
them, so a line that holds only a label may belong to the row above or to the row below, or be a
row of its own, a section's title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from corpus.pdf.strips import Strip

Cells = dict[int, str]
"""The texts of a row by the number of their column, from 0."""
HALF = 0.7
"""Heights between the middles of two lines of one row: the label is set beside the middle of
its figures, or they beside its middle."""
_GOES_ON = re.compile(
    r"(?:\b(?:and|or|of|to|for|the|a|an|in|on|by|from|with|at|per|including)|[&,/])$", re.I
)
_REMARK = re.compile(r"\([A-Za-z]{3}")
_WORDS = re.compile(r"[A-Za-z]{2}")


class Row(NamedTuple):
    """The cells of one line, and one of its texts to tell its height from."""

    cells: Cells
    at: Strip


def rows_of(lines: Sequence[Row]) -> list[Cells]:
    """The rows that lines make, top first; the labels' column is the first that
    is mostly words."""
    worded = Counter(n for row in lines for n, text in row.cells.items() if _WORDS.search(text))
    many = max(worded.values(), default=0) / 3  # remarks run over more lines than labels do
    label = min((n for n in worded if worded[n] >= many), default=0)
    rows: list[Cells] = []
    above: Strip | None = None
    for cells, at in lines:
        if above is not None and _is_one(rows[-1], cells, label, _apart(above, at)):
            before = rows[-1]
            rows[-1] = {
                n: " ".join(r[n] for r in (before, cells) if n in r) for n in before | cells
            }
        else:
            rows.append(dict(cells))
        above = at
    return rows


def _apart(above: Strip, below: Strip) -> float:
    middles = (below.top + below.bottom - above.top - above.bottom) / 2
    return middles / max(below.height, 1.0)


def _is_one(above: Cells, cells: Cells, label: int, apart: float) -> bool:
    if apart < HALF and not (above.keys() & cells.keys()) - {label}:
        return True
    if label not in cells:  # a remark that goes on
        return (
            len(cells) == 1
            and cells.keys() <= above.keys()
            and label in above
            and bool(_WORDS.search(next(iter(cells.values()))))
        )
    if label not in above or (len(above) > 1 and len(cells) > 1):
        return False
    if _GOES_ON.search(above[label]) or cells[label][:1].islower():
        return True
    bracketed = _REMARK.match(cells[label]) or above[label].count("(") > above[label].count(")")
    return bool(bracketed) and len(cells) == 1
