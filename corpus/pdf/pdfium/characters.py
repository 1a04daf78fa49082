"""What pdfium knows of each character of a page, asked for all of them at once.

A page has some 2,000 characters. Asked for one by one in a Python loop they took half of all
reading; here they come in columns, filled by pdfium or inside `map`, in a fifth of that.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise, repeat
from operator import le, ne, sub
from typing import Any

import pypdfium2.raw as c

from corpus.pdf.pdfium.page import Box, Place
from corpus.pdf.pdfium.raw import ADDRESS, INT, UINT, Address, address, raw

HYPHEN = "\ufffe"
"""pdfium's mark for a hyphen at a line's end; the next line goes on with the same word."""
NONE = "\0"
"""What stands for no character at all."""
_SHOWN = str.maketrans(
    dict.fromkeys((n for n in range(0x3001) if chr(n).isspace()), " ")
    | {"\r": "\n", "\n": "\n", "\x02": HYPHEN}
    | dict.fromkeys(range(0xD800, 0xE000), NONE)
)


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page in drawing order, one column for each thing known of them.

    `shown`: the character, " " for any space, "\\n" for a line end, NONE for none. Then the edges
    of its box as shown, whether pdfium knows that box (0 or 1), and its text object's address (None
    for what pdfium adds itself).
    """

    shown: str
    lefts: Sequence[float]
    tops: Sequence[float]
    rights: Sequence[float]
    bottoms: Sequence[float]
    placed: Sequence[int]
    objects: Sequence[Address]

    def runs(self) -> Iterator[slice]:
        """The stretches of characters that one text object draws, or that pdfium adds."""
        objects = self.objects
        changes = compress(range(1, len(objects)), map(ne, objects, objects[1:]))
        edges = [0, *changes, len(objects)] if objects else []
        return (slice(start, end) for start, end in pairwise(edges))

    def around(self, run: slice) -> Box:
        """The box around a run."""
        return (
            min(self.lefts[run]), min(self.tops[run]), max(self.rights[run]), max(self.bottoms[run])
        )  # fmt: skip

    def flattest(self, run: slice) -> float:
        """The height in points of the least high character of a run."""
        heights: Iterator[float] = map(sub, self.bottoms[run], self.tops[run])
        return min(heights)


def characters_of(text: Any, place: Place) -> Characters:
    """The characters of pdfium's text page `text`."""
    count = max(c.FPDFText_CountChars(text), 0)
    handles, indexes = repeat(address(text)), range(count)
    edges = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(edges)
    placed = list(map(_BOX, handles, indexes, range(start, start + 16 * count, 16)))
    objects = list(map(_TEXT_OBJECT, handles, indexes))
    lefts, tops, rights, bottoms = _columns(edges, place)
    return Characters(_shown(text, count), lefts, tops, rights, bottoms, placed, objects)


def _shown(text: Any, count: int) -> str:
    # Twice what it takes: pdfium promises one unit for each character, but does not say which.
    units = ctypes.create_string_buffer(4 * count + 4)
    written = _TEXT(address(text), 0, count, ctypes.addressof(units))
    shown = units.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(shown) != count or written - 1 != count:
        # pdfium leaves out of its text what has no code, and writes some codes as two.
        handle = address(text)
        shown = "".join(map(_character, map(_CODE, repeat(handle), range(count))))
    return shown.translate(_SHOWN)


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 else NONE


def _columns(edges: Any, place: Place) -> Sequence[Sequence[float]]:
    """Edges as shown, from pdfium's left, top, right and bottom; most pages stand upright."""
    numbers: Any = memoryview(edges).cast("B").cast("f")
    lefts, tops, rights, bottoms = (numbers[n::4].tolist() for n in range(4))
    upright = not place.rotation and all(map(le, lefts, rights)) and all(map(le, bottoms, tops))
    if lefts and not upright:
        return list(zip(*map(place.box, lefts, bottoms, rights, tops), strict=True))
    x, y = place.left, place.top
    if x:
        lefts, rights = [left - x for left in lefts], [right - x for right in rights]
    return lefts, [y - top for top in tops], rights, [y - bottom for bottom in bottoms]


_CODE = raw(c.FPDFText_GetUnicode, UINT, ADDRESS, INT)
_TEXT = raw(c.FPDFText_GetText, INT, ADDRESS, INT, INT, ADDRESS)
_BOX = raw(c.FPDFText_GetLooseCharBox, INT, ADDRESS, INT, ADDRESS)
_TEXT_OBJECT = raw(c.FPDFText_GetTextObject, ADDRESS, ADDRESS, INT)
