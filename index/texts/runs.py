"""Which blocks are read together, and where a run of them is cut.

A list stands with its lead-in, a small table is whole, short neighbours of one section are one run;
what is too long is cut between outer items, between rows, or between sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from corpus.paper import Block
from corpus.prose.footnotes import call_of
from corpus.tables.section_rows import is_total

MOST = 200
"""Words: longer than this a list is cut between its items, a table into its rows."""
WHOLE = 250
"""Words: a resolution or motion is kept whole up to here, and a paragraph."""
FEW = 40
"""Words: shorter neighbours of one section are read together up to here."""
SMALL_TABLE = 120
"""Words: a table this small is read whole, which answers "break down" and "what grades"."""
FOLLOWS = {("question", "answer"), ("motion", "vote"), ("paragraph", "vote")}
"""Kinds of which the second says little without the first."""


def runs_of(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks of a paper, those of one passage together; headings go with what is below."""
    headings: list[Block] = []
    for unit in _units(blocks):
        if unit[0].kind == "heading":
            headings += unit
            continue
        yield from _sized(headings, unit)
        headings = []
    if headings:
        yield headings


def _units(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that are read together: a heading, a table, a list with its lead-in, a section's
    prose."""
    unit: list[Block] = []
    for block in blocks:
        if unit and not _together(unit, block):
            yield unit
            unit = []
        unit.append(block)
    if unit:
        yield unit


def _together(unit: list[Block], block: Block) -> bool:
    last = unit[-1]
    if "heading" in (block.kind, last.kind):
        return False
    if block.kind == "footnote":
        return last.kind == "footnote" or _holds_note(unit, block)
    if block.table is not None or last.table is not None:
        return block.table == last.table
    if block.kind != last.kind and "boilerplate" in (block.kind, last.kind):
        return False
    goes_on = (last.kind, block.kind) in FOLLOWS or block.kind == last.kind != "paragraph"
    return goes_on or bool(block.lead_in) or _are_few(unit, block)


def _holds_note(unit: list[Block], note: Block) -> bool:
    """Whether what stands right above a footnote calls it, and is short enough to be read with
    it."""
    most = WHOLE if unit[0].table is None else SMALL_TABLE
    called = any(call_of(note.text, block.text) is not None for block in unit)
    return called and sum(map(_words, [*unit, note])) <= most


def _are_few(unit: list[Block], block: Block) -> bool:
    last = unit[-1]
    if block.kind == "resolution":
        return last.kind in ("motion", "vote") and sum(map(_words, unit)) < FEW
    if last.kind == "resolution":
        return False
    few = sum(_words(b) for b in unit) < FEW or _words(block) < FEW // 2
    same = block.section == last.section and block.paragraph == last.paragraph
    return few and (same or _words(block) + _words(last) < FEW)


def _sized(headings: list[Block], unit: list[Block]) -> Iterator[list[Block]]:
    """A unit cut to size between its blocks; its headings go with the first piece."""
    if unit[0].table is not None and sum(map(_words, unit)) > SMALL_TABLE:
        yield from _by_row(headings, unit)
        return
    rest = unit
    while sum(map(_words, rest)) > WHOLE and len(rest) > 1:
        cut = _best_cut(rest)
        yield headings + rest[:cut]
        headings, rest = [], rest[cut:]
    yield headings + rest


def _best_cut(unit: list[Block]) -> int:
    """How many blocks the first piece of a unit holds: a list is cut between its outer items, a
    resolution kept from what was said before it, where that leaves a piece of some length."""
    sizes = list(accumulate(map(_words, unit)))
    whole = unit[0].kind in ("resolution", "motion")
    fit = sum(size <= (WHOLE if whole else MOST) for size in sizes) or 1
    long = [n for n in range(1, min(fit, len(unit) - 1) + 1) if 2 * sizes[n - 1] >= sizes[fit - 1]]
    return min(long, key=lambda n: (unit[n].kind == unit[n - 1].kind, _depth(unit[n]), -n))


def _depth(block: Block) -> int:
    """How deep a block's number is nested ("2.3 bullet 1" is 2)."""
    return sum(word != "bullet" for word in block.paragraph.split())


def _by_row(headings: list[Block], unit: list[Block]) -> Iterator[list[Block]]:
    """A large table row by row: header rows open the first, a section row the first below it;
    continuation rows stay with theirs, and short rows of one section together."""
    piece, size = list(headings), 0
    for before, block in pairwise([unit[0], *unit]):
        opens = block.row != "header" and not _continues(block) and not is_over(before, block)
        few = size < (FEW if is_total(block.row) else FEW // 2)
        opens = opens and (not few or _is_elsewhere(before, block))
        if size and (opens or size + _words(block) > MOST):
            yield piece
            piece, size = [], 0
        piece.append(block)
        size += _words(block) if block.row != "header" else 0
    if piece:
        yield piece


def _is_elsewhere(before: Block, block: Block) -> bool:
    """Whether a row opens a section or stands in another; a total goes with what it adds up."""
    return block.section != before.section[: len(block.section)] or not any(block.cells[1:])


def is_over(block: Block, below: Block) -> bool:
    """Whether a row is a section's: the one below it stands under its words."""
    return block.kind == "table row" and below.section[-1:] == (block.text.strip(),)


def _continues(block: Block) -> bool:
    return bool(block.headers) and not block.cells[0] and len(block.cells) > 2


SENTENCE = re.compile(r"(?<=[.!?;:])\s+(?=[\"'“‘(•£]?[A-Z0-9])")
"""What stands between two sentences."""


def spans_of(text: str, run: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where a run is cut: nowhere, unless it is one paragraph longer than a passage may be.

    It is cut between sentences; one that has none of reasonable length (a table drawn as text) is
    cut between words.
    """
    start, end = run[0].start, run[-1].end
    if sum(map(_words, run)) <= WHOLE:
        yield start, end
        return
    before = start
    for stop in [*(start + m.start() for m in SENTENCE.finditer(text[start:end])), end]:
        if before > start and len(text[start:stop].split()) > MOST:
            yield start, before
            start = _next_word(text, before)
        while len(text[start:stop].split()) > WHOLE:
            cut = start + [m.end() for m in re.finditer(r"\S+", text[start:stop])][MOST - 1]
            yield start, cut
            start = _next_word(text, cut)
        before = stop
    yield start, end


def _next_word(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _words(block: Block) -> int:
    return len(block.text.split())
