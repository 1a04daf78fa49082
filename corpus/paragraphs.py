"""Drawn lines are joined into paragraphs: across line ends, pages and what stands between the
pages.

A line goes on with the paragraph above unless something says otherwise: a printed number that can
come next, a bullet, white space after a full stop, a change from bold to plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from corpus.header import is_meeting
from corpus.lists import opens_list
from corpus.numbering import Label, follows, label_of
from corpus.paper import Line

_RESIDUE = re.compile(
    r"(?:this page (?:is|has been) (?:intentionally )?(?:left )?blank(?: intentionally)?|"
    r"page \d{1,4}(?: of \d{1,4})?|[-–]\s*\d{1,4}\s*[-–]|intentionally left blank)\.?",
    re.I,
)
_VOTE = re.compile(r"(?:for|against|abst(?:ain(?:ed|ing)?|entions?))\W*\(?\d+\)?:?", re.I)
FULL = 60
"""Characters: a line this long, without a full stop, was filled to the margin and goes on."""
_ENDED = re.compile(r"[.:;!?][\"'”’)\]]*$")


@dataclass(slots=True)
class Paragraph:
    """Lines joined. `breaks` as in Block; `rows` holds the one line of a table row."""

    text: str
    label: Label | None
    line: Line
    last: Line
    breaks: list[tuple[int, int | None]] = field(default_factory=list)

    @property
    def is_row(self) -> bool:
        """Whether it is a table row, which nothing is joined to."""
        return self.line.role == "row"


def is_residue(text: str) -> bool:
    """What a page leaves between two halves of a paragraph."""
    return bool(_RESIDUE.fullmatch(text.strip()))


def paragraphs_of(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """The paragraphs, headings, list items and rows of a paper, in order."""
    current: Paragraph | None = None
    seen = _Seen()
    cut = False
    for line in lines:
        if line.role != "row" and (_is_residue(line) or _is_running(current, line)):
            cut = True
            continue
        label = _label(line)
        if current is not None and _goes_on(current, line, label, seen):
            _join(current, line, cut)
        else:
            if current is not None:
                yield current
            current = Paragraph(_opening(line), label, line, line)
            seen.add(label)
        cut = False
    if current is not None:
        yield current


def _is_residue(line: Line) -> bool:
    return is_residue(line.text) or line.text.strip() == str(line.page)


@dataclass(slots=True)
class _Seen:
    """The numbers a paper has printed so far: its own count, and (form, number) of every label."""

    numbers: tuple[int, ...] = ()
    counted: set[tuple[str, int]] = field(default_factory=set)

    def add(self, label: Label | None) -> None:
        if label is None or not label.numbers:
            return
        self.counted.add((label.form, label.numbers[-1]))
        if label.style == "dotted" or follows(label, self.numbers):
            self.numbers = label.numbers

    def expects(self, label: Label) -> bool:
        """Whether the number before it has been printed, in the same form."""
        return (label.form, label.numbers[-1] - 1) in self.counted


def _is_running(current: Paragraph | None, line: Line) -> bool:
    """Whether the first line of a page is the meeting's name and date over a paragraph cut
    there."""
    if current is None or current.is_row or line.page in (None, current.last.page):
        return False
    dated = re.search(r"\d{4}\W*$", line.text)
    return bool(dated) and not _ENDED.search(current.text) and is_meeting(line.text)


def _label(line: Line) -> Label | None:
    if line.role == "row":
        return None
    label = label_of(line.text)
    if line.role == "bullet" and (label is None or label.style == "bullet"):
        form = "•" if label is None else label.form
        return Label("•", "bullet", line.text if label is None else label.rest, form)
    return label


def _opening(line: Line) -> str:
    bulleted = line.role == "bullet" and label_of(line.text) is None
    return f"• {line.text}" if bulleted else line.text


def _goes_on(current: Paragraph, line: Line, label: Label | None, seen: _Seen) -> bool:
    if current.is_row or line.role != "text" or current.line.role == "heading":
        return False
    ended = bool(_ENDED.search(current.text))
    if label is not None:
        return not (line.gap or ended) and not _opens(label, seen, current)
    if _VOTE.fullmatch(current.text):
        return not _VOTE.fullmatch(line.text)
    if _VOTE.fullmatch(line.text):
        return False
    turned_page = line.page != current.last.page
    if line.gap or turned_page:
        return not ended and not current.line.bold and _cut(current, line)
    headed = current.line.bold and not line.bold and len(current.text.split()) <= 14
    return not headed


def _cut(current: Paragraph, line: Line) -> bool:
    """Whether white space or a page's end fell inside a sentence."""
    words = len(current.text.split())
    if line.text[:1].islower():
        return words > 3
    if len(current.last.text) >= FULL and not current.last.bold and not line.bold:
        return True
    whole = len(line.text.split()) > 10 or bool(_ENDED.search(line.text))
    return whole and words > (20 if current.label and current.label.style == "bullet" else 12)


def _opens(label: Label, seen: _Seen, current: Paragraph) -> bool:
    """Whether a label at a line's start, mid-sentence, is a label and not a figure of the text."""
    if label.style == "bullet":
        listed = current.label is not None and current.label.style == "bullet"
        return label.form != "–" or listed or opens_list(current.text)
    if label.style == "letter":
        return current.label is not None
    if not label.rest:
        return False
    first = label.style == "number" and label.numbers == (1,) and opens_list(current.text)
    return (
        first or follows(label, seen.numbers) or (label.style == "number" and seen.expects(label))
    )


def _join(current: Paragraph, line: Line, cut: bool) -> None:
    hyphen = re.search(r"[a-z]-$", current.text) and line.text[:1].islower()
    glue = "" if hyphen else " "
    if cut or line.page != current.last.page:
        current.breaks.append((len(current.text) + len(glue), line.page))
    current.text += glue + line.text
    if current.label is not None:
        current.label = replace(current.label, rest=current.label.rest + glue + line.text)
    current.last = line
