"""Which column of one table is which of another's, by their headers.

Columns between the same neighbours, as many on either side, are taken to be the same under another
name ("September 2023", "March 2024"); one that only one table has stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from assistant.rewording.aligning import aligned
from corpus.paper import Block

Column = tuple[int | None, int | None, str]
"""Its place in the old row and in the new, None where it has none there, and its header."""


def paired_columns(old: Block, new: Block) -> list[Column]:
    """The columns of two rows, in order."""
    here, there = _names(old), _names(new)
    gains = np.array([[float(bool(a) and a == b) for b in there] for a in here])
    pairs = aligned(gains.reshape(len(here), len(there)))
    columns: list[Column] = []
    last = (-1, -1)
    for i, j in [*pairs, (len(here), len(there))]:
        between = range(last[0] + 1, i), range(last[1] + 1, j)
        for before, after in _between(*between):
            columns.append((before, after, _name(old, new, before, after)))
        if i < len(here):
            columns.append((i, j, _name(old, new, i, j)))
        last = (i, j)
    return columns


def _names(block: Block) -> list[str]:
    """What each column is known by: its header; where there are none, what stands in it."""
    named = len(block.headers) == len(block.cells) and any(block.headers)
    names = block.headers if named else block.cells
    return [" ".join(name.casefold().split()) for name in names]


def _between(old: range, new: range) -> Iterator[tuple[int | None, int | None]]:
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    yield from ((i, None) for i in old)
    yield from ((None, j) for j in new)


def _name(old: Block, new: Block, before: int | None, after: int | None) -> str:
    """The newer header of a column, "" where it has none."""
    for block, place in ((new, after), (old, before)):
        if place is not None and place < len(block.headers):
            return block.headers[place]
    return ""
