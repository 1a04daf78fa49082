"""Whether a drawn line goes on with the paragraph above it, or opens one of its own.

A line goes on unless something says otherwise: a printed number that can come next, a bullet, white
space after a full stop, a change from bold to plain. Over a page's end it goes on where a sentence
was cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.paper import Line, Mark
from corpus.prose.lists import opens_list
from corpus.prose.numbering import Label, follows
from corpus.prose.questions import opens_question
from corpus.prose.resolutions import is_resolution
from corpus.prose.votes import closes, goes_on_with, is_outcome, opens_side

_ITEM = re.compile(r"\((?:agenda )?items? (?:no\.? )?[\w.]{1,6}\)", re.I)
"""Stands alone under a minute's heading: the agenda item it was."""
FULL = 60
"""Characters: a line this long, without a full stop, was filled to the margin and goes on."""
SHORT = 0.8
"""A paragraph's last line is shorter than this share of its longest: it was not filled."""
HEADED = 14
"""Words of a bold line that is set over plain text; a numbered one, as minutes print a whole
report's title, may have twice that."""
_ENDED = re.compile(r"[.:;!?][\"'”’)\]]*$")


@dataclass(slots=True)
class Paragraph:
    """Lines joined: `line` the first, `last` the last, `widest` characters in the longest.

    `breaks` and `marks` as in Block. `is_note`: it is a footnote.
    """

    text: str
    label: Label | None
    line: Line
    last: Line
    widest: int = 0
    is_note: bool = False
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


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence or a lead-in does."""
    return bool(_ENDED.search(text))


def goes_on(current: Paragraph, line: Line, label: Label | None, seen: Seen) -> bool:
    """Whether a line, which opens with `label` if with any, goes on with the paragraph above."""
    if _is_apart(current, line):
        return False
    ended = is_ended(current.text)
    if label is not None:
        return not (line.gap or ended) and not _opens(label, seen, current, line)
    if opens_side(current.line.text):
        return not closes(current.text) and goes_on_with(current.text, line.text)
    if _stands_alone(current, line):
        return False
    if line.gap or line.page != current.last.page:
        return not ended and not current.line.bold and _cut(current, line)
    return not _is_headed(current, line)


def _is_apart(current: Paragraph, line: Line) -> bool:
    """Whether what the lines are, whatever they say, keeps them apart."""
    if current.is_row or line.role != "text" or current.line.role == "heading":
        return True
    return ("struck out" in line.marks) != ("struck out" in current.last.marks)


def _stands_alone(current: Paragraph, line: Line) -> bool:
    """Whether a line is a vote's or opens what was resolved, is "(Item 7)" between a minute's
    heading and its text, follows who asks whom, or is in bold below one that was not filled."""
    if opens_side(line.text) or is_outcome(line.text) or (line.gap and is_resolution(line.text)):
        return True
    item = _ITEM.fullmatch(line.text) or _ITEM.fullmatch(current.text)
    in_bold = line.bold and not current.last.bold and len(current.last.text) < FULL
    return bool(item) or in_bold or (line.gap and opens_question(current.text))


def _is_headed(current: Paragraph, line: Line) -> bool:
    """Whether a bold line stands over a plain one as its heading; a bullet in bold stands over
    nothing."""
    if not current.line.bold or line.bold or (current.label and current.label.style == "bullet"):
        return False
    words = len(current.text.split())
    return words <= HEADED * (2 if current.label and current.label.style == "number" else 1)


def _cut(current: Paragraph, line: Line) -> bool:
    """Whether white space or a page's end fell inside a sentence."""
    words = len(current.text.split())
    if line.text[:1].islower():
        return words > 3
    if len(current.last.text) >= FULL and not current.last.bold and not line.bold:
        return True
    whole = len(line.text.split()) > 10 or is_ended(line.text)
    return whole and words > (20 if current.label and current.label.style == "bullet" else 12)


def _opens(label: Label, seen: Seen, current: Paragraph, line: Line) -> bool:
    """Whether a label at a line's start, mid-sentence, is a label and not a figure of the text."""
    if label.style == "bullet":
        listed = current.label is not None and current.label.style == "bullet"
        return label.form != "–" or listed or opens_list(current.text)
    if label.style == "letter":
        return current.label is not None
    if not label.rest:
        return False
    if label.style == "number" and (seen.expects(label) or _is_set_off(label, current, line)):
        return True
    return follows(label, seen.numbers)


def _is_set_off(label: Label, current: Paragraph, line: Line) -> bool:
    """Whether a number opens a count: "1." below a line that opens a list, or any over a sentence
    or title below a line that was not filled."""
    if label.numbers == (1,) and opens_list(current.text):
        return True
    said = label.rest[:1].isupper() and len(label.rest.split()) > 2
    return said and not _is_filled(current)


def _is_filled(current: Paragraph) -> bool:
    """Whether a paragraph's last line reaches as far as its longest, or as lines usually do."""
    length, several = len(current.last.text), current.line is not current.last
    return length >= FULL or (several and length >= SHORT * current.widest)
