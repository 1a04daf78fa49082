"""The page number that is stamped at the foot of each page of a pack, wherever the page's own text
ends: over a table's last row, over half of a last line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.pdf.pdfium import Glyph
from corpus.pdf.strips import Strip, strips_of

FOOT = 0.1
"""Share of the page's height at its bottom where stamps stand."""
_STAMP = re.compile(r"Page \d{1,4}(?: of \d{1,4})?\s*")


def without_stamp(glyphs: Sequence[Glyph], *, height: float) -> tuple[list[Glyph], list[Strip]]:
    """The characters of a page `height` points high without its stamp, and the stamp's line.

    It is drawn by itself; the last of several is it.
    """
    top = height * (1 - FOOT)
    for start in reversed([n for n, g in enumerate(glyphs) if g.char == "P" and g.top > top]):
        if start and glyphs[start - 1].char != "\n":
            continue
        ends = (n for n in range(start, len(glyphs)) if glyphs[n].char == "\n")
        end = next(ends, len(glyphs))
        if _STAMP.fullmatch("".join([g.char for g in glyphs[start:end]])):
            return [*glyphs[:start], *glyphs[end:]], strips_of(glyphs[start:end])
    return list(glyphs), []
