"""Lists inside lists: which list an item goes on with, its number, and the line it hangs on.

"3. The following was noted:" opens a list; the "(a)" or "•" below hangs on it and is paragraph
"3 a"; the "4." after it goes on with the outer list, also where unnumbered text stands between.
Items of one list are labelled alike, and their numbers count; where that leaves a choice, items of
one list stand equally far in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.counting import roman
from corpus.paper import Line
from corpus.prose.numbering import Label

SHORT = 120
"""Characters: a longer item is a paragraph, and what is listed after it needs no lead-in."""
NEAR = 4.0
"""Points by which the items of one list may differ in where they begin."""
_OPENS = re.compile(r"(?::|:-|[-–]|\bincluding|\bfollows|\bfollowing)$")
_FOLLOWING = re.compile(r"\b(?:the|these) following\b[^.:;]{0,60}\.$", re.I)
_ROMAN = {roman(i): i for i in range(1, 31)}


_NOWHERE = Line("")


def opens_list(text: str) -> bool:
    """Whether a paragraph ends as the line that a list hangs on."""
    return bool(_OPENS.search(text[-12:]) or _FOLLOWING.search(text[-90:]))


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: its number ("3 a"), the line it hangs on, how many lists are around
    it."""

    number: str
    lead_in: str
    depth: int


@dataclass(slots=True)
class _List:
    lead_in: str = ""
    prefix: str = ""
    style: str = ""
    last: int = 0
    number: str = ""
    text: str = ""
    """Number and text of its last item, which a list inside it hangs on."""
    at: Line = _NOWHERE
    """The line that its last item begins with."""
    apart: bool = False
    """A line of its own opened it, not an item of another list."""

    def is_level(self, line: Line) -> bool:
        """Whether a line begins as far in as its last item; on another page that is not known."""
        return line.page == self.at.page and abs(line.indent - self.at.indent) <= NEAR

    def is_inside(self, line: Line) -> bool:
        """Whether a line on the same page begins further in than its last item."""
        return line.page == self.at.page and line.indent > self.at.indent + NEAR


@dataclass(slots=True)
class Lists:
    """The lists that are open at a place in a paper, outermost first; there is always one.

    `interrupted` after text that belongs to none of them: only an item that counts on resumes one.
    """

    _open: list[_List] = field(default_factory=lambda: [_List()])
    interrupted: bool = False

    @property
    def lead_in(self) -> str:
        """The line that the innermost list hangs on, "" if none."""
        return "" if self.interrupted else self._open[-1].lead_in

    @property
    def next(self) -> int:
        """The number that comes next in the innermost list."""
        return self._open[-1].last + 1

    @property
    def number(self) -> str:
        """What the innermost list's items are numbered after."""
        return self._open[-1].prefix

    def expects(self, label: Label) -> bool:
        """Whether a number is the next of a list that is open."""
        return any(
            label.form == one.style and label.numbers[-1:] == (one.last + 1,) for one in self._open
        )

    @property
    def is_awaiting(self) -> bool:
        """Whether the line that opened the innermost list was the last thing said."""
        return bool(self.lead_in) and not self._open[-1].style

    @property
    def depth(self) -> int:
        """How many lists are around the innermost one."""
        return len(self._open) - 1

    def start(self, lead_in: str, prefix: str) -> None:
        """Close every list; a new one hangs on `lead_in`, its items are numbered after `prefix`."""
        self._open = [_List(lead_in, prefix)]
        self.interrupted = False

    def open(self, lead_in: str, prefix: str) -> None:
        """A list inside those that are open, or beside them: the outer ones can be resumed."""
        if not self._open[-1].style and len(self._open) > 1:
            self._open.pop()
        self._open.append(_List(lead_in, prefix, apart=True))
        self.interrupted = False

    def holds(self, line: Line) -> Place | None:
        """The place of the item that unlabelled text goes on with: it stands further in than the
        item's own number. None if there is none."""
        for depth, one in reversed(list(enumerate(self._open))):
            if one.style not in ("", "•", "o") and line.indent > one.at.indent + NEAR:
                return Place(one.number, one.lead_in, depth)
        return None

    def add(self, label: Label, text: str, at: Line = _NOWHERE) -> Place:
        """Place an item. One that ends in a colon opens a list of its own; so does one before
        items of another form. `at` is the line it begins with."""
        style = label.form.replace("–", "•")  # a list may change its bullets across a page
        place = self._goes_on(label, style, at)
        if place is None:
            self._nest(style)
            place = len(self._open) - 1
        del self._open[place + 1 :]
        self.interrupted = False
        here = self._open[place]
        here.style, here.last, here.at = style, _ordinal(label, here.last), at
        name = f"bullet {here.last}" if label.style == "bullet" else label.text
        number = f"{here.prefix} {name}".strip()
        here.number, here.text = number, text
        if opens_list(text):
            self._open.append(_List(text, number))
        return Place(number, here.lead_in, place)

    def _nest(self, style: str) -> None:
        outer = self._open[-1]
        if self.interrupted:
            self._open.append(_List("", self._open[0].prefix, style))
        elif outer.style:
            lead_in = outer.text if len(outer.text) <= SHORT else ""
            self._open.append(_List(lead_in, outer.number, style))

    def _goes_on(self, label: Label, style: str, at: Line) -> int | None:
        alike = [i for i, one in enumerate(self._open) if one.style == style]
        fresh = len(self._open) - 1 if not self._open[-1].style else None
        # Only an item that counts on goes back beyond a list that a line of its own opened.
        floor = max((i for i, one in enumerate(self._open) if one.apart), default=0)
        near = [i for i in alike if i >= floor]
        if label.style == "bullet":
            return self._bullets(near, fresh, at)
        counted = [
            i for i in alike if _ordinal(label, self._open[i].last) == self._open[i].last + 1
        ]
        if counted:
            return ([i for i in counted if self._open[i].is_level(at)] or counted)[-1]
        if self.interrupted:
            return None
        first = _ordinal(label, 0) == 1
        if not near or (first and fresh is not None):
            return fresh
        return None if first and self._open[near[-1]].is_inside(at) else near[-1]

    def _bullets(self, alike: list[int], fresh: int | None, at: Line) -> int | None:
        level = [i for i in alike if self._open[i].is_level(at)]
        if self.interrupted:
            return next((i for i in reversed(level) if self._is_numbered(i) and at.page), None)
        if fresh is None:
            return max(level or alike, default=None)
        inside = not alike or alike[-1] < fresh - 1 or self._open[alike[-1]].is_inside(at)
        return fresh if inside or self._open[fresh].apart else alike[-1]

    def _is_numbered(self, place: int) -> bool:
        """Whether a list hangs on a numbered item of another."""
        return self._open[place].prefix != self._open[0].prefix


def _ordinal(label: Label, last: int) -> int:
    """Where an item stands in its list; "i" is the ninth letter after h, else the first numeral."""
    if label.style == "bullet":
        return last + 1
    if label.numbers:
        return label.numbers[-1]
    letter = ord(label.text[0]) - ord("a") + 1 if len(label.text) == 1 else 0
    return letter if letter == last + 1 and letter else _ROMAN.get(label.text, letter)
