"""Footnotes: what a page prints at its foot to explain a figure or asterisk in the text above it.

They stand between the halves of a paragraph that a page cuts, so they are told before lines are
joined. A line is a footnote's when it opens with a mark that the page above it calls, and nothing
but footnotes follows it on the page. Notes collected at a paper's end count up from 1, and the
paper calls each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.paper import Line

_MARK = re.compile(r"(?P<mark>\d{1,2}|\[\d{1,2}\]|\*{1,3}|†)\s*(?=[A-Z‘“'\"(]|https?:|www)")
DEEPEST = 14
"""Lines at a page's foot among which a footnote may begin."""


def footnotes_in(lines: Sequence[Line]) -> set[int]:
    """The positions in `lines` of those that are footnotes'."""
    found = {n for n, line in enumerate(lines) if line.role == "footnote"}
    for page, group in groupby(enumerate(lines), key=lambda pair: pair[1].page):
        if page is not None:
            found |= set(_at_foot(list(group)))
    return found | set(_at_end(lines))


def opens_note(text: str) -> bool:
    """Whether a footnote's line opens a note, rather than going on with one."""
    return bool(_MARK.match(text))


def call_of(note: str, text: str) -> int | None:
    """Where a text calls a footnote by the mark the note opens with: after that mark; None where it
    does not.

    >>> call_of("[2] Subject to funding.", "New bridge [2] at Oxley")
    14
    """
    found = _MARK.match(note)
    return _call(found["mark"], text) if found else None


def _at_foot(page: Sequence[tuple[int, Line]]) -> Iterator[int]:
    foot = next((n for n in range(max(1, len(page) - DEEPEST), len(page)) if _opens(page, n)), None)
    if foot is not None:
        yield from (index for index, _ in page[foot:])


def _at_end(lines: Sequence[Line]) -> range:
    """The lines of the notes at a paper's end."""
    for first in range(max(1, len(lines) - DEEPEST), len(lines)):
        if lines[first].gap and _are_notes(lines[first:], [x.text for x in lines[:first]]):
            return range(first, len(lines))
    return range(0)


def _are_notes(lines: Sequence[Line], above: Sequence[str]) -> bool:
    """Whether all lines, of one page, are of notes that count up from 1 and are called above."""
    page = lines[0].page
    if page is None or any(x.role != "text" or x.bold or x.page != page for x in lines):
        return False
    found = [_MARK.match(x.text) for x in lines if x.gap]
    marks = [one["mark"] if one else "" for one in found]
    counted = marks == [str(n) for n in range(1, len(marks) + 1)]
    return counted and all(_is_called(mark, above) for mark in marks)


def _opens(page: Sequence[tuple[int, Line]], n: int) -> bool:
    """Whether the foot of a page begins at its line `n`."""
    line = page[n][1]
    found = _MARK.match(line.text)
    rest = [x for _, x in page[n:]]
    if found is None or line.bold or any(x.role != "text" or x.bold for x in rest):
        return False
    if not (line.gap or page[n - 1][1].role == "row"):
        return False
    mark = found["mark"]
    gaps = [x for x in rest[1:] if x.gap and not _MARK.match(x.text)]
    return not gaps and _is_called(mark, [x.text for _, x in page[:n]])


def _is_called(mark: str, above: Sequence[str]) -> bool:
    return _call(mark, "\n".join(above)) is not None


def _call(mark: str, text: str) -> int | None:
    """Where the last call of a mark ends."""
    call = rf"(?<![\*†]){re.escape(mark)}(?![\*†])"
    if mark.isdigit():
        # One that is set apart stands at a line's end after the stop of its sentence.
        apart = rf"(?<=[.;:,)’”] ){mark}$"
        call = rf"(?:{apart}|(?<=[A-Za-z.,;:)’”'\"%]){mark}(?!\d|[.,]\d|\w))"
    return max((found.end() for found in re.finditer(call, text, re.M)), default=None)
