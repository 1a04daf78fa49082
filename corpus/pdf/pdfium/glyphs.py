"""The characters of a page as a reader sees them, in drawing order."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import repeat
from typing import Any

from corpus.pdf.pdfium.characters import HYPHEN, NONE, Characters, characters_of
from corpus.pdf.pdfium.ink import Ink, ink_of, is_seen, sight_of
from corpus.pdf.pdfium.page import Glyph, Page, Place
from corpus.pdf.pdfium.raw import Address
from corpus.pdf.pdfium.sight import unseen_among

__all__ = ["HYPHEN", "read_glyphs"]

_END = Glyph("\n", 0, 0, 0, 0, False)


def read_glyphs(page: Any, text: Any, result: Page, place: Place) -> None:
    """Fill in the characters of `result`; `page` and `text` are pypdfium2's. What stands on the
    page must have been read."""
    found = characters_of(text.raw, place)
    inks = _inks(found.objects, result, place)
    glyphs = _drawn(found, inks)
    gone, unseen, doubtful = _sorted_out(found, glyphs, inks, result)
    if doubtful:
        texts = {text for index in doubtful if (text := found.objects[index])}
        seen_not = unseen_among(page, texts, [glyphs[index][1:5] for index in doubtful])
        unseen += [index for index, is_gone in zip(doubtful, seen_not, strict=True) if is_gone]
    result.hidden += len(unseen)
    leave_out = {*gone, *unseen}
    result.glyphs = [g for n, g in enumerate(glyphs) if n not in leave_out] if leave_out else glyphs


def _inks(objects: Iterable[Address], page: Page, place: Place) -> dict[Address, Ink]:
    fonts: dict[Address, bool] = {}
    inks: dict[Address, Ink] = {None: Ink()}
    for key in dict.fromkeys(objects):
        if key is not None:
            inks[key] = ink_of(key, page, place, fonts=fonts)
    return inks


def _drawn(found: Characters, inks: dict[Address, Ink]) -> list[Glyph]:
    """Every character, none left out."""
    bolds = {key: ink.bold for key, ink in inks.items()}
    columns = zip(
        found.shown, found.lefts, found.tops, found.rights, found.bottoms,
        map(bolds.__getitem__, found.objects), repeat(False),
    )  # fmt: skip
    # Without Glyph's own constructor, which is Python and takes three times as long.
    glyphs = list(map(partial(tuple.__new__, Glyph), columns))
    at = found.shown.find("\n")
    while at >= 0:
        glyphs[at] = _END
        at = found.shown.find("\n", at + 1)
    return glyphs


def _sorted_out(
    found: Characters, glyphs: list[Glyph], inks: dict[Address, Ink], page: Page
) -> tuple[list[int], list[int], list[int]]:
    """The places of what is no character, of the unseen, and of what only the drawn page can
    settle."""
    gone: list[int] = []
    unseen: list[int] = []
    doubtful: list[int] = []
    whole = NONE not in found.shown and all(found.placed)
    for run in found.runs():
        ink = inks[found.objects[run.start]]
        if whole and is_seen(ink, found.around(run), found.flattest(run), page):
            continue
        for index in range(run.start, run.stop):
            char = found.shown[index]
            if char == "\n":
                continue
            if char == NONE or not found.placed[index]:
                gone.append(index)
            elif char != " ":
                sight = sight_of(ink, glyphs[index][1:5], page)
                if sight == "unseen":
                    unseen.append(index)
                elif sight == "doubtful":
                    doubtful.append(index)
    return gone, unseen, doubtful
