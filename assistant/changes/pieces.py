"""A paper in the pieces that are put beside another's: its blocks, its header's fields one by one,
and each piece in the sentences that are compared word by word.

A header block is laid out in a table one month and in lines the next; as fields ("Report of",
"Wards") the two are alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.changes.change import Side
from assistant.reading.view import printed_number
from assistant.rewording.tokens import Span
from corpus.front.header import field_named
from corpus.paper import Block, Paper
from corpus.sentences import sentences

_LABEL = re.compile(
    r"(?<![^\s(])(?-i:(?=[A-Z]))(?:report (?:of|by|author)|(?:accountable|lead|responsible|contact|"
    r"chief|reporting|presenting|relevant) [\w’' ]{3,40}?|\w+(?: \w+)?(?: been)? (?:verified|"
    r"approved|cleared|prepared|checked|written|authorised) by|(?:electoral )?(?:wards?|divisions?)"
    r"[\w ]{0,30}?|key decision|authors?|date(?: of [a-z]+)?|(?:agenda )?item(?: no\.?)?|"
    r"cabinet member|portfolio holder|"
    r"(?:e-?mail|tel(?:ephone)?)(?: no\.?)?)(?:\(s\))?\s*:",
    re.I,
)
_FIELD = re.compile(r"\s*([A-Za-z][\w’'/() &-]{1,45}?)\s*:\s*(?=\S)")
_BULLET = re.compile(r"\s*[•▪●◦]\s*")
LONG_FIELD = 30
"""Words: what follows the colon of a longer text is a sentence, not a field's value."""
LONG_TITLE = 8
"""Words of a sentence that only names what its paragraph is about."""
LONG_CELL = 40
"""Words from which a table's cell is compared sentence by sentence."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`block.text[start:end]`; `label` is the name of a field or of a row, which tells it from
    others whatever else it says."""

    block: Block
    start: int
    end: int
    label: str = ""

    @property
    def text(self) -> str:
        """The words, without the paragraph's number or bullet."""
        return self.block.text[self.start : self.end]

    @property
    def is_row(self) -> bool:
        """Whether it is a table's row with more than one cell to compare."""
        is_all = self.block.kind == "table row" and self.whole
        return is_all and sum(map(bool, self.block.cells)) > 1

    @property
    def whole(self) -> bool:
        """Whether it is all of its block."""
        return self.start <= _opening(self.block) and self.end == len(self.block.text)

    @property
    def key(self) -> str:
        """What the label is known by."""
        return self.label.casefold()

    @property
    def title(self) -> str:
        """What tells it from others of its kind: its label, or the few words that a paragraph opens
        with ("Action 5A, interviews. …")."""
        if self.key or self.is_row:
            return self.key
        first, *rest = self.sides()
        return first.quote.casefold() if rest and len(first.quote.split()) <= LONG_TITLE else ""

    def value(self) -> Piece:
        """The piece without its own label, where it begins with one."""
        named = _FIELD.match(self.text)
        opens = named and named[1] == self.label
        return replace(self, start=self.start + named.end()) if opens and named else self

    def sides(self) -> list[Side]:
        """Its sentences."""
        spans = _sentences(self.block.text, self.start, self.end)
        return [Side(self.block, a, b) for a, b in spans]


def pieces_of(paper: Paper) -> list[Piece]:
    """The pieces of a paper, in order; a table's header row once, however many pages repeat it."""
    pieces: list[Piece] = []
    heads: set[object] = set()
    for place, block in enumerate(paper.blocks):
        if block.kind == "table row" and block.row == "header":
            if block.table in heads:
                continue
            heads.add(block.table)
        after = paper.blocks[place + 1] if place + 1 < len(paper.blocks) else None
        if _names_the_next(block, after):
            continue
        before = paper.blocks[place - 1] if place else None
        above = before.cells if before and _names_the_next(before, block) else ()
        pieces += _fields(block, above) if _in_header(block) else _of_body(block)
    return [piece for piece in pieces if re.search(r"\w", piece.text)]


def _names_the_next(block: Block, after: Block | None) -> bool:
    """Whether a row of a header holds nothing but the names of the values in the row below it."""
    if after is None or block.table is None or after.table != block.table or not _in_header(block):
        return False
    names, values = ([cell.strip() for cell in row.cells] for row in (block, after))
    same_places = [bool(name) for name in names] == [bool(value) for value in values]
    return same_places and all(name.endswith(":") for name in names if name)


def _in_header(block: Block) -> bool:
    """Whether a block belongs to the lines that say what the paper is, field by field. A row that
    is one field ("Date", "4 July 2023") is a row like any other."""
    if block.kind != "table row":
        return block.kind == "front matter"
    if block.headers or block.section or block.paragraph or block.row == "header":
        return False
    named = [bool(field_named(cell.strip().rstrip(":"))) for cell in block.cells if cell.strip()]
    return named[:1] != [True] or all(named)


def _of_body(block: Block) -> Iterator[Piece]:
    """A block as one piece, but each field of a line of them."""
    start, end = _opening(block), len(block.text)
    if block.kind == "table row":
        yield _labelled(block, start, end, block.row)
    elif _LABEL.match(block.text, start):
        yield from (_labelled(block, a, b, "") for a, b in _parted(block.text, start, end))
    else:
        yield _labelled(block, start, end, "")


def _fields(block: Block, above: Sequence[str]) -> Iterator[Piece]:
    """Each field, or cell, of a header's block."""
    for place, (start, end) in enumerate(cell_spans(block) or [(0, len(block.text))]):
        label = above[place] if place < len(above) else ""
        for a, b in _parted(block.text, start, end):
            yield _labelled(block, a, b, label.rstrip(": "))


def _labelled(block: Block, start: int, end: int, label: str) -> Piece:
    """The piece, under the name that it gives itself if it has no other."""
    return Piece(block, start, end, label or field_of(block.text[start:end]))


def field_of(text: str) -> str:
    """The name of the field that a text is, "" if it is none.

    >>> field_of("Report of: Ada Fell, Head of Care")
    'Report of'
    """
    named = _FIELD.match(text) if len(text.split()) <= LONG_FIELD else None
    return named[1] if named else ""


def cell_spans(block: Block) -> list[Span]:
    """Where each cell of a row stands in its text; none where the text has other parts."""
    parts = block.text.split("\t")
    if len(parts) != len(block.cells):
        return []
    spans, at = [], 0
    for part in parts:
        spans.append((at, at + len(part)))
        at += len(part) + 1
    return spans


def cell_sides(block: Block, span: Span) -> list[Side]:
    """A cell's words: all together, or sentence by sentence where it is long."""
    start, end = span
    if len(block.text[start:end].split()) < LONG_CELL:
        return [Side(block, start, end)]
    return [Side(block, a, b) for a, b in _sentences(block.text, start, end)]


def _opening(block: Block) -> int:
    """Where the words begin after the block's own number or bullet."""
    if block.kind == "table row":
        return 0
    bullet = _BULLET.match(block.text)
    return bullet.end() if bullet else len(printed_number(block))


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for line in text[start:end].split("\n"):
        for a, b in sentences(line):
            yield from _parted(text, at + a, at + b)
        at += len(line) + 1


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    """A text that goes on into a field ("… Implications verified by: …") in its parts."""
    for found in _LABEL.finditer(text, start, end):
        if before := text[start : found.start()].rstrip():
            yield start, start + len(before)
            start = found.start()
    if words := text[start:end].rstrip():
        yield start, start + len(words)
