"""Boxes on a picture of a page: those of characters become those of lines."""

from __future__ import annotations

from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels of the picture."""


def around(boxes: Sequence[Box]) -> Box:
    """The box round them all.

    >>> around([(0, 0, 2, 1), (3, 0, 5, 2)])
    (0, 0, 5, 2)
    """
    lefts, tops, rights, feet = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(feet)


def lines_of(boxes: Sequence[Box]) -> list[Box]:
    """Boxes of characters joined into one box a line, whether the line runs across or down."""
    joined: list[Box] = []
    last: Box | None = None
    for box in boxes:
        if last and _same_line(last, box):
            joined[-1] = around([joined[-1], box])
        else:
            joined.append(box)
        last = box
    return joined


def _same_line(one: Box, other: Box) -> bool:
    """Whether a character follows another on one line: level with it, and no column further on."""
    for along, across in ((0, 1), (1, 0)):
        height = min(one[across + 2] - one[across], other[across + 2] - other[across])
        level = min(one[across + 2], other[across + 2]) - max(one[across], other[across])
        apart = max(one[along], other[along]) - min(one[along + 2], other[along + 2])
        if level > 0.5 * height and apart < 4 * height:
            return True
    return False
