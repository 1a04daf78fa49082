"""What lines become when they are joined: a Paragraph; and the numbers Seen on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.paper import Line, Mark
from corpus.prose.numbering import Label, follows
from corpus.prose.titles import FULL

SHORT = 0.8
"""A paragraph's last line is shorter than this share of its longest: it was not filled."""


@dataclass(slots=True)
class Paragraph:
    """Lines joined: `line` the first, `last` the last, `widest` characters in the longest.

    `breaks` and `marks` as in Block. `is_note`: it is a footnote. `opens_page`: it names an
    appendix, first on its page and over a table, which sets it off as white space does.
    """

    text: str
    label: Label | None
    line: Line
    last: Line
    widest: int = 0
    is_note: bool = False
    opens_page: bool = False
    breaks: list[tuple[int, int | None]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def is_row(self) -> bool:
        """Whether it is a table row, which nothing is joined to."""
        return self.line.role == "row"


@dataclass(slots=True)
class Seen:
    """The numbers a paper has printed so far: its own count, and (form, number) of every label."""

    numbers: tuple[int, ...] = ()
    counted: set[tuple[str, int]] = field(default_factory=set)

    def add(self, label: Label | None) -> None:
        """A paragraph that opens with this label has been passed."""
        if label is None or not label.numbers:
            return
        self.counted.add((label.form, label.numbers[-1]))
        if label.style == "dotted" or follows(label, self.numbers):
            self.numbers = label.numbers

    def expects(self, label: Label) -> bool:
        """Whether the number before it has been printed, in the same form."""
        return (label.form, label.numbers[-1] - 1) in self.counted


def is_filled(current: Paragraph) -> bool:
    """Whether a paragraph's last line reaches as far as its longest, or as lines usually do."""
    length, several = len(current.last.text), current.line is not current.last
    return length >= FULL or (several and length >= SHORT * current.widest)
