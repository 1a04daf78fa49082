"""How a text is painted, and whether that can be seen against what stands under it.

Most texts are dark on a white page and settled at once. Where something is drawn over a text, or
the ground is a picture, colours cannot tell: `sight`, beside this, then looks at the page as drawn.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import pypdfium2.raw as c

from corpus.pdf.pdfium.objects import address, clip_of, colour_of
from corpus.pdf.pdfium.page import Box, Colour, Page, Paint, Place, Text, holds

SMALLEST = 2.0
"""Points: text less high than this is a smudge on paper and a way to hide words in a file."""
FLAT = 0.8
"""Points: a character less high is squashed; one turned by 90 degrees is as high as it is wide."""
FAINT = 24
"""Steps of 255 by which a colour must differ from its ground to be read: #e8e8e8 on white has 23,
a contrast of 1.2 to 1, where the palest watermarks in real papers keep 1.5 to 1."""
PAPER: Colour = (255, 255, 255, 255)
Sight = Literal["seen", "unseen", "doubtful"]

_FILLS = {
    c.FPDF_TEXTRENDERMODE_FILL, c.FPDF_TEXTRENDERMODE_FILL_STROKE,
    c.FPDF_TEXTRENDERMODE_FILL_CLIP, c.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP,
}  # fmt: skip
_STROKES = {
    c.FPDF_TEXTRENDERMODE_STROKE, c.FPDF_TEXTRENDERMODE_FILL_STROKE,
    c.FPDF_TEXTRENDERMODE_STROKE_CLIP, c.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP,
}  # fmt: skip


class Ink(NamedTuple):
    """How the characters of one text object are painted.

    `colours` are those of its faces and edges. `near` are the paints under and over it where they
    may matter; None where every one of its characters can be seen.
    """

    pointer: Any = None
    bold: bool = False
    order: int = 0
    colours: tuple[Colour, ...] = ()
    unseen: bool = False
    switched: bool = False
    clip: Box | None = None
    near: tuple[Paint, ...] | None = None


def ink_of(pointer: Any, page: Page, place: Place, *, fonts: dict[int, bool]) -> Ink:
    """How a text object is painted; `fonts` remembers which fonts are bold."""
    mode = c.FPDFTextObj_GetTextRenderMode(pointer)
    known = [
        colour_of(pointer, read)
        for modes, read in ((_FILLS, c.FPDFPageObj_GetFillColor),
                            (_STROKES, c.FPDFPageObj_GetStrokeColor))
        if mode in modes
    ]  # fmt: skip
    colours = tuple(colour for colour in known if colour)
    unseen = not known or (None not in known and not any(colour[3] for colour in colours))
    text = page.texts.get(address(pointer), Text(0, None, True))
    # Word thickens a font that has no bold by filling and stroking it.
    bold = _in_bold(pointer, fonts) or mode == c.FPDF_TEXTRENDERMODE_FILL_STROKE
    ink = Ink(pointer, bold, text.order, colours, unseen, text.switched or None in known)
    if text.box is None or unseen:
        return ink
    near = page.paints.near(text.box)
    ink = ink._replace(clip=clip_of(pointer, place))
    return ink._replace(near=tuple(near)) if _is_doubtful(ink, near) else ink


def sight_of(ink: Ink, box: Box, page: Page) -> Sight:
    """Whether a reader of the page sees a character that stands in `box`."""
    left, top, right, bottom = box
    x, y = (left + right) / 2, (top + bottom) / 2
    gone = ink.unseen or bottom - top < (SMALLEST if right - left < SMALLEST else FLAT)
    gone = gone or not (-1 <= x <= page.width + 1 and -1 <= y <= page.height + 1)
    if gone or (ink.clip and not holds(ink.clip, x, y)):
        return "unseen"
    if ink.switched:
        return "doubtful"
    return "seen" if ink.near is None else _against(ink, ink.near, x, y)


def _against(ink: Ink, near: tuple[Paint, ...], x: float, y: float) -> Sight:
    ground = PAPER
    for paint in near:
        if holds(paint.box, x, y) and not (paint.thin and paint.order > ink.order):
            if paint.order > ink.order or paint.colour is None:
                return "doubtful"
            ground = paint.colour
    return "unseen" if contrast(ink.colours, ground) < FAINT else "seen"


def _is_doubtful(ink: Ink, near: list[Paint]) -> bool:
    return contrast(ink.colours, PAPER) < FAINT or any(
        not p.thin
        and (p.order > ink.order or (p.colour and contrast(ink.colours, p.colour) < FAINT))
        for p in near
    )


@lru_cache(maxsize=4096)  # a page prints its thousands of texts in a few colours
def contrast(colours: tuple[Colour, ...], ground: Colour) -> float:
    """The largest step, of 255, between a ground and what is painted on it, opacity counted."""
    return max(
        (abs(a - b) * colour[3] / 255 for colour in colours for a, b in _pairs(colour, ground)),
        default=255,
    )


def _pairs(a: Colour, b: Colour) -> Iterable[tuple[int, int]]:
    return zip(a[:3], b[:3], strict=True)


def _in_bold(pointer: Any, fonts: dict[int, bool]) -> bool:
    font = c.FPDFTextObj_GetFont(pointer)
    key = address(font)
    if key not in fonts:
        fonts[key] = bool(font) and _is_bold(font)
    return fonts[key]


def _is_bold(font: Any) -> bool:
    length = c.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(max(length, 1))
    c.FPDFFont_GetBaseFontName(font, name, length)
    lowered = name.value.decode("latin-1").lower()
    return any(word in lowered for word in ("bold", "black", "heavy", "demi"))
