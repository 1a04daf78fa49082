"""The order in which the lines and tables of a page are read.

The order in which the page draws them is nearly always that; what is drawn late but stands above (a
header, a page stamp, a text box) is moved up with the lines under it, while a second column, which
stands beside the first and not above it, stays behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Protocol, TypeVar

UP = 0.1
"""Share of the page's height where headers stand."""


class Boxed(Protocol):
    """Anything with a place on the page."""

    @property
    def left(self) -> float:
        """Points from the page's left edge."""

    @property
    def top(self) -> float:
        """Points from the page's top edge."""

    @property
    def right(self) -> float:
        """Points from the page's left edge."""

    @property
    def bottom(self) -> float:
        """Points from the page's top edge."""


B = TypeVar("B", bound=Boxed)


def in_order(items: Sequence[B], *, height: float) -> list[B]:
    """Items in drawing order, those drawn late moved up; `height` is the page's, in points."""
    result: list[B] = []
    lowest, place = float("-inf"), 0
    for index, item in enumerate(items):
        if _stands_under(item, result, place):
            place += 1
        elif item.top >= lowest:
            place = len(result)
        else:
            place = _place(item, result, height, top=_is_header(items[index:], height))
        result.insert(place, item)
        lowest = max(lowest, item.top)
    return result


def _stands_under(item: Boxed, placed: Sequence[Boxed], place: int) -> bool:
    """Whether an item is the next line of the one drawn just before it, which was moved up to
    `place`."""
    if place + 1 >= len(placed):
        return False
    above, below = placed[place], placed[place + 1]
    row = below.right <= item.left and abs(below.top - item.top) < 1
    free = (_beside(item, below) and not row) or (below.top + below.bottom) / 2 >= item.bottom
    return free and _is_next_line(above, item)


def _is_next_line(above: Boxed, item: Boxed) -> bool:
    near = -1 < item.top - above.bottom < above.bottom - above.top
    return near and not _beside(item, above)


def _is_header(items: Sequence[Boxed], height: float) -> bool:
    """Whether the lines that the first of the items begins stand at the page's head, not at that of
    a column."""
    run = takewhile(lambda pair: _is_next_line(*pair), pairwise(items))
    bottom = max((after.bottom for _, after in run), default=items[0].bottom)
    return bottom < height * UP


def _beside(item: Boxed, other: Boxed) -> bool:
    return other.left >= item.right or other.right <= item.left


def _place(item: Boxed, placed: Sequence[Boxed], height: float, *, top: bool) -> int:
    """Where an item goes that stands higher than one before it; `top` if it is of a header."""
    for index, other in enumerate(placed):
        below = (other.top + other.bottom) / 2 >= item.bottom
        # A foot drawn first, as a page number may be, has every line above it, however short.
        foot = height and other.top > height * (1 - UP)
        if below and (top or foot or not _beside(item, other)):
            return index
    return len(placed)
