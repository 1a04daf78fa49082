"""Tables of which only the first column is shaded: forms print their questions beside a stack of
boxes, and nothing else is ruled.

The boxes give the rows. The columns are those of a shaded header above, else the white gutters
between the texts beside the boxes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.pdf.grids.ruled import RULINGS_MOST, SHADED, SNAP, Box
from corpus.pdf.grids.spread import white_between
from corpus.pdf.pdfium import Glyph

BOXES = 3
"""Boxes in a stack without a header, at least; two or one may be a banner beside a text."""
SLACK = 2.0
"""Points by which a text may reach over the edge of its row: boxes round characters are generous.
"""


def open_cells(
    rules: Sequence[Box], shades: Sequence[Box], glyphs: Sequence[Glyph], *, width: float
) -> list[Box]:
    """The cells beside stacks of `shades`, as far as neither these nor `rules` draw them, on a page
    `width` points wide."""
    boxes = [s for s in shades if s[2] - s[0] >= SHADED and s[3] - s[1] >= SHADED]
    if len(boxes) > RULINGS_MOST:
        return []
    cells: list[Box] = []
    for stack in _stacks(boxes):
        header = [s for s in boxes if _is_beside(s, stack[0])]
        body = stack[1:] if header else stack
        if len(body) >= (1 if header else BOXES) and not _is_closed(body, [*rules, *boxes]):
            cells += _cells(body, header, glyphs, width)
    return cells


def _stacks(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Boxes of one left and right edge that stand on one another."""
    alike: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for box in sorted(boxes, key=lambda b: b[1]):
        alike[round(box[0] / SNAP), round(box[2] / SNAP)].append(box)
    for group in alike.values():
        stack = group[:1]
        for above, below in pairwise(group):
            if abs(below[1] - above[3]) > SNAP:
                yield stack
                stack = []
            stack.append(below)
        yield stack


def _is_beside(box: Box, first: Box) -> bool:
    """It stands in one row with the first box of a stack, to its right."""
    level = abs(box[1] - first[1]) <= SNAP and abs(box[3] - first[3]) <= SNAP
    return level and box[0] >= first[2] - SNAP


def _is_closed(body: Sequence[Box], drawn: Sequence[Box]) -> bool:
    """Something is drawn to the right of the stack."""
    _, top, right, bottom = _around(body)
    return any(b[2] > right + SNAP and b[1] < bottom - SNAP and b[3] > top + SNAP for b in drawn)


def _cells(
    body: Sequence[Box], header: Sequence[Box], glyphs: Sequence[Glyph], width: float
) -> list[Box]:
    _, top, right, bottom = _around(body)
    beside = [
        g
        for g in glyphs
        if g.left > right and g.top < bottom and g.bottom > top and not g.char.isspace()
    ]
    # A text that takes no notice of the boxes is not set in rows.
    inner = [(above[3] + below[1]) / 2 for above, below in pairwise(body)]
    if not beside or any(g.top + SLACK < y < g.bottom - SLACK for y in inner for g in beside):
        return []
    end = max(g.right for g in beside) + 1
    if header:
        columns = sorted({right, *(s[0] for s in header[1:]), max(end, *(s[2] for s in header))})
    else:  # the table goes from margin to margin, whether its last column holds a text or not
        columns = [right, *white_between(beside), max(end, width - body[0][0])]
    return [(x, b[1], after, b[3]) for b in body for x, after in pairwise(columns)]


def _around(body: Sequence[Box]) -> Box:
    return body[0][0], body[0][1], max(b[2] for b in body), body[-1][3]
