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

from corpus.pdf.pdfium.page import Box, Colour, Page, Paint, Place, Text, holds
from corpus.pdf.pdfium.raw import ADDRESS, INT, Address, raw
from corpus.pdf.pdfium.traits import clip_of, colour_of, fill_colour, stroke_colour

SMALLEST = 2.0
"""Points: text less high than this is a smudge on paper and a way to hide words in a file."""
FLAT = 0.8
"""Points: a character less high is squashed; one turned by 90 degrees is as high as it is wide."""
FAINT = 24
"""Steps of 255 by which a colour must differ from its ground to be read: #e8e8e8 on white has 23,
a contrast of 1.2 to 1, where the palest watermarks in real papers keep 1.5 to 1."""
PAPER: Colour = (255, 255, 255, 255)
_UNKNOWN = Text(0, None, True)
Sight = Literal["seen", "unseen", "doubtful"]

_FILLS = {
    c.FPDF_TEXTRENDERMODE_FILL, c.FPDF_TEXTRENDERMODE_FILL_STROKE,
    c.FPDF_TEXTRENDERMODE_FILL_CLIP, c.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP,
}  # fmt: skip
_STROKES = {
    c.FPDF_TEXTRENDERMODE_STROKE, c.FPDF_TEXTRENDERMODE_FILL_STROKE,
    c.FPDF_TEXTRENDERMODE_STROKE_CLIP, c.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP,
}  # fmt: skip
_mode = raw(c.FPDFTextObj_GetTextRenderMode, INT, ADDRESS)
_font = raw(c.FPDFTextObj_GetFont, ADDRESS, ADDRESS)


class Ink(NamedTuple):
    """How the characters of one text object are painted.

    `colours` are those of its faces and edges. `near` are the paints under and over it where they
    may matter; None where every one of its characters can be seen.
    """

    text: Address = None
    bold: bool = False
    order: int = 0
    colours: tuple[Colour, ...] = ()
    unseen: bool = False
    switched: bool = False
    clip: Box | None = None
    near: tuple[Paint, ...] | None = None


def ink_of(text: int, page: Page, place: Place, *, fonts: dict[Address, bool]) -> Ink:
    """How a text object is painted; `fonts` remembers which fonts are bold."""
    mode = _mode(text)
    known: list[Colour | None] = []
    if mode in _FILLS:
        known.append(colour_of(text, fill_colour))
    if mode in _STROKES:
        known.append(colour_of(text, stroke_colour))
    colours = tuple(colour for colour in known if colour)
    unseen = not known or (None not in known and not any(colour[3] for colour in colours))
    order, box, switched = page.texts.get(text, _UNKNOWN)
    # Word thickens a font that has no bold by filling and stroking it.
    bold = _in_bold(text, fonts) or mode == c.FPDF_TEXTRENDERMODE_FILL_STROKE
    clip, near = None, None
    if box is not None and not unseen:
        clip, paints = clip_of(text, place), page.paints.near(box)
        near = tuple(paints) if _is_doubtful(order, colours, paints) else None
    return Ink(text, bold, order, colours, unseen, switched or None in known, clip, near)


def is_seen(ink: Ink, box: Box, height: float, page: Page) -> bool:
    """Whether every character of a text can be seen, if `box` is around them and the flattest is
    `height` high."""
    left, top, right, bottom = box
    if ink.near is not None or ink.unseen or ink.switched or height < SMALLEST:
        return False
    if left < -1 or top < -1 or right > page.width + 1 or bottom > page.height + 1:
        return False
    return ink.clip is None or (holds(ink.clip, left, top) and holds(ink.clip, right, bottom))


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


def _is_doubtful(order: int, colours: tuple[Colour, ...], near: list[Paint]) -> bool:
    return contrast(colours, PAPER) < FAINT or any(
        not p.thin and (p.order > order or (p.colour and contrast(colours, p.colour) < FAINT))
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


def _in_bold(text: int, fonts: dict[Address, bool]) -> bool:
    font = _font(text)
    if font not in fonts:
        fonts[font] = bool(font) and _is_bold(ctypes.cast(font, c.FPDF_FONT))
    return fonts[font]


def _is_bold(font: Any) -> bool:
    length = c.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(max(length, 1))
    c.FPDFFont_GetBaseFontName(font, name, length)
    lowered = name.value.decode("latin-1").lower()
    return any(word in lowered for word in ("bold", "black", "heavy", "demi"))
