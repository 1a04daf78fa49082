"""The number that hangs in the margin beside a paragraph, brought to the line it numbers.

Some programs draw it after its line, or after the whole paragraph. Left there it would number the
paragraph below. A bare figure is left where it is: drafts count their lines in the margin, and a
table's column may hold one.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.pdf.printed import Table
from corpus.pdf.strips import NUMBERED, Strip, follows, joined
from corpus.prose.items import is_number

HUNG = 60.0
"""Points from a number's end to its line at most; the widest seen is 27."""


def with_numbers(items: Sequence[Strip | Table]) -> list[Strip | Table]:
    """The items in drawing order, each number drawn after its line at that line's start."""
    placed: list[Strip | Table] = []
    for item in items:
        found = _numbered(item, placed) if isinstance(item, Strip) else None
        if found is None:
            placed.append(item)
        else:
            at, line = found
            placed[at] = line
    return placed


def _numbered(number: Strip, placed: Sequence[Strip | Table]) -> tuple[int, Strip] | None:
    """The line that a number hangs beside, with it, and its place; None if it is no number or hangs
    alone."""
    if len(number.text) > NUMBERED or not is_number(number.text):
        return None
    right = {n: i for n, i in enumerate(placed) if isinstance(i, Strip) and follows(number, i)}
    nearest = min(right, key=lambda n: right[n].left, default=None)
    if nearest is None or right[nearest].left - number.right > HUNG:
        return None
    return nearest, joined(number, right[nearest])
