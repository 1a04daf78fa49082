"""What stands on a page of a PDF: its characters, rulings and whatever is painted on it.

All coordinates are points in the page as shown: from its left edge, downwards from its top edge,
the page's own rotation applied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""(left, top, right, bottom) in points."""
Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, 0 to 255 each."""

BAND = 24.0
"""Points of the page's height searched together; about two lines of text."""


class Glyph(NamedTuple):
    """One character as shown, or "\\n" where pdfium sees a line end."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool
    struck: bool = False
    """A line runs through its middle."""


class Paint(NamedTuple):
    """A filled shape or a picture: a ground for what is drawn after it, a cover for what is drawn
    before. `colour` is None where it is not one opaque colour in an upright rectangle; a `thin` one
    covers nothing, but gradients are drawn in such strips."""

    order: int
    box: Box
    colour: Colour | None
    thin: bool = False


class Text(NamedTuple):
    """A text object: its place in the drawing order, the box around it (None where that is not
    known), and whether something beside its own colour and clipping may switch it off."""

    order: int
    box: Box | None
    switched: bool


class Paints:
    """The paints of a page, to be found by place."""

    def __init__(self) -> None:
        self._bands: defaultdict[int, list[Paint]] = defaultdict(list)

    def add(self, paint: Paint) -> None:
        """Remember one; of a box that leaves the page by far only the part near it counts."""
        for band in _bands(paint.box):
            self._bands[band].append(paint)

    def near(self, box: Box) -> list[Paint]:
        """Those that share some of `box`, in drawing order."""
        left, top, right, bottom = box
        if not self._bands or left >= right or top >= bottom:
            return []
        found: dict[int, Paint] = {}
        for band in _bands(box):
            for paint in self._bands.get(band, ()):
                x0, y0, x1, y1 = paint.box
                if left < x1 and x0 < right and top < y1 and y0 < bottom and x0 < x1 and y0 < y1:
                    found[paint.order] = paint
        return [found[order] for order in sorted(found)]


def _bands(box: Box) -> range:
    # 15,000 pt is more than any page a PDF may have.
    top, bottom = max(box[1], -100.0), min(box[3], 15_000.0)
    return range(int(top // BAND), int(bottom // BAND) + 1)


@dataclass(slots=True)
class Page:
    """What stands on one page. `hidden` counts the characters left out because nobody would see
    them, `comments` the notes stuck to it that show only when opened."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    hidden: int = 0
    struck: bool = False
    """Some of its characters are struck out."""
    comments: int = 0
    rules: list[Box] = field(default_factory=list)
    shades: list[Box] = field(default_factory=list)
    paints: Paints = field(default_factory=Paints, repr=False)
    pictures: int = 0
    pictured: float = 0.0
    """Share of the page that the largest picture takes."""
    texts: dict[int, Text] = field(default_factory=dict, repr=False)
    """Text objects by the address pdfium knows them under."""


class Place(NamedTuple):
    """How the page's own space becomes the page as shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: Any) -> Place:
        """That of a loaded page."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation())

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The box as shown of two corners in the page's own space."""
        if self.rotation == 0:
            x0, y0, x1, y1 = x0 - self.left, self.top - y0, x1 - self.left, self.top - y1
        elif self.rotation == 90:
            x0, y0, x1, y1 = y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
        elif self.rotation == 180:
            x0, y0, x1, y1 = self.right - x0, y0 - self.bottom, self.right - x1, y1 - self.bottom
        else:
            x0, y0, x1, y1 = self.top - y0, self.right - x0, self.top - y1, self.right - x1
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def around(self, points: list[tuple[float, float]]) -> Box:
        """The box as shown around points in the page's own space."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return self.box(min(xs), min(ys), max(xs), max(ys))


def holds(box: Box, x: float, y: float) -> bool:
    """Whether a point lies in a box, a point of slack given."""
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def corners(box: Box) -> Iterator[tuple[float, float]]:
    """The four corners of a box."""
    for x in (box[0], box[2]):
        for y in (box[1], box[3]):
            yield x, y
