"""A passage is parted into what can be quoted alone: sentences, list items, table rows.

A unit is a slice of the passage (so a quotation is verbatim by birth) that never crosses a block, a
page's end or anything left out between two pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.sentences import sentences
from corpus.tables.cell_kinds import is_figure, is_period
from corpus.tables.columns import squeezed
from index.passages import Passage

OPENS = re.compile(
    r"(?::|:-|[-–]|including|following|follows|areas|to|\b(?:the|these) following [^.:]{3,40}\.)$"
)
_MARK = re.compile(
    r"\s*(?:[•▪●◦–o-]\s+|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]\s+|"
    r"\d+(?:\.\d+)+\s+)"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """`passage.text[start:end]`; `context` is the line that opens the list or names the columns."""

    passage: Passage
    start: int
    end: int
    kind: str
    context: str = ""

    @property
    def text(self) -> str:
        """The words, verbatim."""
        return self.passage.text[self.start : self.end]

    @property
    def page(self) -> int | None:
        """The page the words begin on, counted from 1."""
        page = self.passage.page
        for offset, after in self.passage.breaks:
            if offset <= self.start and after is not None:
                page = after
        return page


def units_of(passage: Passage) -> list[Unit]:
    """The units of a passage, in order, its headings left out."""
    headings = set(passage.section.split(" > "))
    headers = set(passage.headers.split("\n")) if passage.headers else set()
    lead_in = ""
    units: list[Unit] = []
    for start, end in _lines(passage.text):
        line = passage.text[start:end]
        if line.strip() in headings or _is_header(line, headers):
            continue
        if "\t" in line:
            units.append(Unit(passage, start, end, "row", passage.headers))
            continue
        marked = _MARK.match(line)
        is_item = bool(lead_in) and bool(marked)
        opening = marked.end() if marked and marked.end() < len(line) else 0
        kind, context = ("item", lead_in) if is_item else ("sentence", "")
        for a, b in sentences(line[opening:]):
            for c, d in _cut(passage, start + opening + a, start + opening + b):
                units.append(Unit(passage, c, d, kind, context))
        if not is_item:
            lead_in = units[-1].text if OPENS.search(line) else ""
    return units or [Unit(passage, 0, len(passage.text), "sentence")]


def _is_header(line: str, headers: set[str]) -> bool:
    """Whether a row is one that the headers were read from, wholly or in part ("£'000"),
    perhaps with split words ("U p d a t e")."""
    cells = squeezed(line.split("\t"))
    names = squeezed(sorted(headers))
    if not names or any(is_figure(c) and not is_period(c) for c in cells):
        return False
    return all(any(c in name for name in names) for c in cells)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _cut(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that runs over a page is quoted as its two halves."""
    for offset, _ in passage.breaks:
        if start < offset < end:
            stop = len(passage.text[:offset].rstrip())
            if stop > start:
                yield start, stop
            start = offset
    yield start, end


def without_mark(text: str) -> str:
    """A list item or paragraph without its bullet or number, for showing.

    >>> without_mark("3.2 Ofsted made 16 recommendations")
    'Ofsted made 16 recommendations'
    """
    marked = _MARK.match(text)
    return text[marked.end() :] if marked else text
