"""Lines drawn through words: amended constitutions and lost amendments are printed so.

A line through the middle of characters that begins and ends with them strikes them out. An
underline runs lower, and the ruling of a table, even one that touches its words, runs on past them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from operator import attrgetter

from corpus.pdf.pdfium.page import Box, Glyph, Page

MIDDLE = (0.35, 0.75)
"""Where a strike crosses a character's box, as shares of its height from the top. Word strikes at
0.45 to 0.65, as fonts have it; underlines begin at 0.83."""
Sides = tuple[float, float]
"""Top and bottom of a line of text: its characters of one font have them in common."""
_SIDES = attrgetter("top", "bottom")
OVERHANG = 0.5
"""What a strike may stick out beyond its words, as a share of their height: about a space."""


def mark_struck(page: Page) -> None:
    """Mark the struck characters of a page and take what strikes them from its rules: no table is
    ruled with it."""
    strikes, struck = _strikes(page)
    if not strikes:
        return
    page.struck = True
    page.rules = [rule for index, rule in enumerate(page.rules) if index not in strikes]
    page.glyphs = [
        glyph._replace(struck=True) if index in struck else glyph
        for index, glyph in enumerate(page.glyphs)
    ]


def _strikes(page: Page) -> tuple[set[int], set[int]]:
    """Which rules strike, and which characters."""
    across = sorted(
        ((top + bottom) / 2, index)
        for index, (left, top, right, bottom) in enumerate(page.rules)
        if bottom - top <= 3 < right - left
    )
    crossed = _crossed(page.glyphs, across)
    under: defaultdict[int, list[int]] = defaultdict(list)
    for sides, line in _lines(page.glyphs, crossed).items():
        for index in crossed[sides]:
            left, _, right, _ = page.rules[index]
            middles = ((n, (page.glyphs[n].left + page.glyphs[n].right) / 2) for n in line)
            under[index] += [n for n, x in middles if left <= x <= right]
    strikes = {
        n for n, line in under.items() if _fits(page.rules[n], [page.glyphs[g] for g in line])
    }
    return strikes, {glyph for index in strikes for glyph in under[index]}


def _crossed(glyphs: list[Glyph], across: list[tuple[float, int]]) -> dict[Sides, list[int]]:
    """The rules that run through the middle of a line, for each line that has any."""
    if not across:
        return {}
    places = [y for y, _ in across]
    found: dict[Sides, list[int]] = {}
    for top, bottom in dict.fromkeys(map(_SIDES, glyphs)):
        low, high = (top + share * (bottom - top) for share in MIDDLE)
        rules = across[bisect_left(places, low) : bisect_right(places, high)]
        if rules:
            found[top, bottom] = [index for _, index in rules]
    return found


def _lines(glyphs: list[Glyph], crossed: Mapping[Sides, list[int]]) -> dict[Sides, list[int]]:
    """The characters of each line that is crossed."""
    lines: defaultdict[Sides, list[int]] = defaultdict(list)
    for index, glyph in enumerate(glyphs if crossed else ()):
        if (sides := _SIDES(glyph)) in crossed and not glyph.char.isspace():
            lines[sides].append(index)
    return lines


def _fits(rule: Box, struck: list[Glyph]) -> bool:
    """Whether a rule begins and ends with the characters it runs through."""
    if not struck:
        return False
    slack = OVERHANG * max(g.bottom - g.top for g in struck)
    first, last = min(g.left for g in struck), max(g.right for g in struck)
    return rule[0] >= first - slack and rule[2] <= last + slack
