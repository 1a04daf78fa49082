"""The lines of one cell as one text: words that a narrow cell broke in two are whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.pdf.strips import Strip

PADDING = 11.0
"""Points that a cell leaves free at both sides of its text together, as Word does; a spreadsheet
leaves 4."""
TAIL = 3
"""Letters at most that a narrow cell pushes to the next line."""
_WORD = re.compile(
    "a|am|an|and|are|as|at|be|but|by|can|day|due|end|for|had|has|her|him|his|if|in|is|it|its|may|"
    "me|my|new|nil|no|nor|not|of|off|old|on|one|or|our|out|per|pm|she|six|so|ten|the|to|too|two|"
    "up|us|via|was|we|who|yet|you"
)


def text_of(strips: Sequence[Strip], *, width: float) -> str:
    """The lines below one another in a cell `width` points wide, joined."""
    text = strips[0].text if strips else ""
    for above, below in pairwise(strips):
        text += below.text if _is_broken(above, below, width) else f" {below.text}"
    return text


def _is_broken(above: Strip, below: Strip, width: float) -> bool:
    """A word that fills a line goes on on the next one."""
    full = above.right - above.left + below.right - below.left > width - PADDING
    return full and is_tail(above.text, below.text)


def is_tail(above: str, below: str) -> bool:
    """The lower of two lines is a few letters that are no word: the end of the word above."""
    return (
        above.isalpha()
        and below.isalpha()
        and below.islower()
        and len(below) <= TAIL
        and not _WORD.fullmatch(below)
    )
