"""Characters become the lines a reader sees, in the order in which the page draws them.

pdfium hands characters over in that order, with its own line ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from corpus.paper import Mark
from corpus.pdf.pdfium import HYPHEN, Glyph

LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
SYMBOLS = {"\uf0fc": "✓", "\uf0fb": "✗", "\uf0e0": "→", "\uf0a3": "□", "\uf0a8": "□"}
"""Wingdings characters that carry meaning; a tick in a table must not read like a bullet."""
_TABLE = str.maketrans(
    {**LIGATURES, **SYMBOLS, HYPHEN: "-", "\u00a0": " "}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
    | dict.fromkeys((*range(9), *range(14, 32), 127))
)
_ORDINAL = re.compile(r"(?<=\d) (?=(?:st|nd|rd|th)\b)")
_BULLET = re.compile(r"^[\ue000-\uf8ff](?=\s|$)|^[\uf0b7\uf0a7\uf076\uf0d8\uf06e]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
FAR = 60.0
"""Points upwards, some four lines, that no line of text runs; the next cell may stand a little
above."""
TAB = 0.08
"""Em between two characters of one word at most: of 2 million in council papers that touch, all but
a few stand nearer, and a word space is 0.1 at least. pdfium sees a space from 0.13 on."""
STAMP = re.compile(r"agenda item \d{1,2}[.\w()]{0,4}", re.I)
"""What a council stamps at a page's head, at times beside its name."""
NUMBERED = 14
"""Characters at a line's start that can be its number, as in "(a)", "3.8.4" or "2024/117"."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of text on a page and the box it stands in, points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    marks: tuple[Mark, ...] = ()

    @property
    def height(self) -> float:
        """Points from the top of the tallest character to the foot of the deepest."""
        return self.bottom - self.top


def clean(text: str) -> str:
    """The text as a reader sees it: ligatures spelt out, soft hyphens gone, "•" for font
    bullets."""
    plain = text.isascii()
    text = (text if plain else _BULLET.sub("•", text.strip())).translate(_TABLE)
    text = " ".join((text if plain else _PRIVATE.sub("", text)).split())
    return _ORDINAL.sub("", text) if " " in text else text


def strips_of(glyphs: Sequence[Glyph]) -> list[Strip]:
    """The lines that characters in drawing order make, those of one baseline joined."""
    strips: list[Strip] = []
    for run in chain.from_iterable(map(_with_stamp_apart, _runs(glyphs))):
        strip = strip_of(run)
        if strip is None:
            continue
        if strips and not STAMP.fullmatch(strip.text) and follows(strips[-1], strip):
            strips[-1] = joined(strips[-1], strip)
        else:
            strips.append(strip)
    return strips


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters split at line ends. A word cut by a hyphen stays whole, on the line it begins."""
    runs: list[list[Glyph]] = [[]]
    tail = False  # still inside a word whose second half stands on the next line
    for before, glyph in zip(chain((None,), glyphs), glyphs, strict=False):
        char, top = glyph.char, glyph.top
        if char == "\n" or (tail and char == " "):
            runs.append([])
            tail = False
            continue
        if before and before.char == HYPHEN and top > before.bottom - 1:
            tail = glyph.char.islower() and glyph.top < before.bottom + 2 * _height(before)
            if not tail:
                runs.append([])
        elif (
            before
            and not tail
            and char != " "
            and (top > before.bottom + 1 or before.top - glyph.bottom > FAR)
        ):
            # Single characters below one another, which pdfium takes for one upright word, or the
            # stamp at a page's head, drawn after the one at its foot.
            runs.append([])
        # A half word keeps the box of the line it moved to.
        line = runs[-1]
        line.append(_moved(glyph, line[-1]) if tail and line else glyph)
    return runs


def _with_stamp_apart(run: list[Glyph]) -> list[list[Glyph]]:
    """The characters of a line; the stamp that it ends in, far from its words, by itself."""
    text = "".join([g.char for g in run]).rstrip()
    start = text.lower().rfind("agenda item")
    if start < 1 or not STAMP.fullmatch(text, start):
        return [run]
    words = [g for g in run[:start] if not g.char.isspace()]
    far = not words or run[start].left - words[-1].right > FAR
    return [run[:start], run[start:]] if far else [run]


def _moved(glyph: Glyph, to: Glyph) -> Glyph:
    return glyph._replace(left=to.left, top=to.top, right=to.right, bottom=to.bottom)


def _height(glyph: Glyph) -> float:
    return glyph.bottom - glyph.top


def strip_of(run: Sequence[Glyph]) -> Strip | None:
    """The characters of one line; None if they are blank."""
    numbered = bool(run) and (run[0].char.isdigit() or run[0].char == "(")
    text = "".join([g.char for g in run])
    text = clean(_number_apart(run) + text[NUMBERED:] if numbered else text)
    inked = [g for g in run if not g.char.isspace()]
    if not text or not inked:
        return None
    _, lefts, tops, rights, bottoms, bolds, strucks = zip(*inked, strict=True)
    # Most lines are plain: their letters need not be looked for.
    letters = [g for g in inked if g.char.isalnum()] or inked if any(bolds + strucks) else ()
    return Strip(
        text,
        min(lefts),
        min(tops),
        max(rights),
        max(bottoms),
        bold=[g.bold for g in letters].count(True) * 2 > len(letters),
        marks=("struck out",) if has_struck_word(letters) else (),
    )


def has_struck_word(letters: Sequence[Glyph]) -> bool:
    """Whether a word, or all there is, is struck out: a struck "not" reverses a rule, but a struck
    "(5)" before a clause that stands only numbers it anew."""
    struck = sum(g.struck for g in letters)
    return struck > 0 and (
        2 * struck > len(letters) or sum(g.struck and g.char.isalpha() for g in letters) > 1
    )


def _number_apart(run: Sequence[Glyph]) -> str:
    """The first characters of a line, a space where a short tab parts its number from its text."""
    text = run[0].char
    for before, glyph in pairwise(run[:NUMBERED]):
        if glyph.char.isalnum() and not before.char.isspace():
            apart = (glyph.left - before.right) / max(_height(glyph), 1.0)
            if apart > TAB and abs(glyph.top - before.top) < 1:
                text += " "
        text += glyph.char
    return text


def follows(before: Strip, after: Strip) -> bool:
    """Whether `after` goes on with the line of `before`: to its right, at its height."""
    shared = min(before.bottom, after.bottom) - max(before.top, after.top)
    return after.left >= before.right - 1 and shared > 0.5 * min(before.height, after.height)


def joined(before: Strip, after: Strip) -> Strip:
    """Two texts of one line as one."""
    return Strip(
        f"{before.text} {after.text}",
        before.left,
        min(before.top, after.top),
        after.right,
        max(before.bottom, after.bottom),
        (before if len(before.text) >= len(after.text) else after).bold,
        before.marks or after.marks,
    )
