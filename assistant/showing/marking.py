"""Where a quotation's words stand in a text that may print them a little differently.

A page as drawn and a page as read differ in line breaks, hyphens at line ends, curly quotes,
ligatures and spacing, so only letters and digits are compared. A quotation that is not there in one
piece (a table row, a paragraph that runs on overleaf) is marked piece by piece.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]
"""Start and end in the text, as a slice."""

PIECE = 10  # letters; shorter pieces ("the", "agreed") would mark words that only look the same


def spans(text: str, quote: str) -> list[Span]:
    """The stretches of the text that hold the quotation's words, in the quotation's order.

    >>> spans("Rated\\nGreen in \\u2018July\\u2019.", "Green in 'July'")
    [(6, 22)]
    """
    letters, places = _letters(text)
    sought, _ = _letters(quote)
    if not sought:
        return []
    at = _whole(text, letters, places, sought)
    found = [(at, at + len(sought))] if at is not None else list(_pieces(letters, sought))
    return [_widened(text, places[start], places[end - 1] + 1) for start, end in found]


def spans_each(text: str, quotes: Sequence[str]) -> list[list[Span]]:
    """The stretches of each of many quotations, which stand in the text in about their order.

    Of words that stand there more than once ("Green" down a column) each quotation gets its own.

    >>> spans_each("Green. Amber. Green.", ["Green", "Amber", "Green"])
    [[(0, 6)], [(7, 13)], [(14, 20)]]
    """
    letters, places = _letters(text)
    near, found = 0, []
    for quote in quotes:
        sought, _ = _letters(quote)
        stretches = list(_near(text, letters, places, sought=sought, near=near)) if sought else []
        if len(stretches) == 1:  # pieces may lie anywhere: they do not say how far it has come
            near = stretches[0][1]
        found.append([_widened(text, places[a], places[b - 1] + 1) for a, b in stretches])
    return found


def _near(text: str, letters: str, places: list[int], *, sought: str, near: int) -> Iterable[Span]:
    """The whole quotation after the one before, else the first there is, else its pieces."""
    for start in (near, 0):
        at = _whole(text, letters, places, sought, start=start)
        if at is not None:
            return [(at, at + len(sought))]
    return _pieces(letters, sought)


def _letters(text: str) -> tuple[str, list[int]]:
    """The text's letters and digits, lower case, and where in the text each comes from."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFKC", character).casefold():
            if letter.isalnum():
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


def _whole(
    text: str, letters: str, places: list[int], sought: str, *, start: int = 0
) -> int | None:
    """Where the whole quotation starts, first where a word starts there, else anywhere."""
    first = at = letters.find(sought, start)
    while at >= 0:
        before = places[at] - 1
        if before < 0 or not text[before].isalnum():
            return at
        at = letters.find(sought, at + 1)
    return first if first >= 0 else None


def _pieces(letters: str, sought: str) -> Iterator[Span]:
    """The longest pieces of the quotation that stand in the text, from its start to its end."""
    begin, near = 0, 0
    while begin + PIECE <= len(sought):
        length = _longest(letters, sought, begin)
        if length < PIECE:
            begin += 1
            continue
        piece = sought[begin : begin + length]
        at = letters.find(piece, near)
        at = at if at >= 0 else letters.find(piece)
        yield at, at + length
        begin, near = begin + length, at + length


def _longest(letters: str, sought: str, begin: int) -> int:
    """How many letters of the quotation, from `begin` on, stand together somewhere in the text."""
    low, high = 0, len(sought) - begin
    while low < high:
        middle = (low + high + 1) // 2
        if sought[begin : begin + middle] in letters:
            low = middle
        else:
            high = middle - 1
    return low


def _widened(text: str, start: int, end: int) -> Span:
    """The span with the sign before a figure and the stop or bracket after the last word."""
    while start > 0 and text[start - 1] in "£€(“‘":
        start -= 1
    while end < len(text) and text[end] in ".,;:%)”’":
        end += 1
    return start, end
