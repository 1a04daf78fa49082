"""One sheet of a reading at a time: a page with the blocks that stand on it, and their outlines.

A paper without pages (Word, HTML, text) is turned over in parts of so many blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.errors import DrawingError, NoSuchPage
from assistant.reading.rereading import Reread
from assistant.reading.view import pages_of, parts_of
from assistant.showing.drawing import Outlines, page_outlines
from corpus.paper import Block

PART = 60  # blocks of a paper without pages: what two or three printed pages hold


@dataclass(frozen=True, slots=True)
class Sheet:
    """`number` of `numbers` (pages of the file, or parts from 1), its `blocks` with their places in
    the paper, `left_out`: why its page was not read, `outlines`: where the blocks stand on it (None
    where it cannot be drawn)."""

    number: int
    numbers: tuple[int, ...]
    is_page: bool
    blocks: tuple[tuple[int, Block], ...]
    left_out: str = ""
    outlines: Outlines | None = None


def sheet_of(reread: Reread, number: int | None = None, *, block: int | None = None) -> Sheet:
    """The sheet of this number, else the one that the block stands on, else the first.

    Raises NoSuchPage where the paper has no such sheet.
    """
    blocks = reread.paper.blocks
    numbers = _numbers(reread)
    if number is None and block is not None and 0 <= block < len(blocks):
        number = _sheet_with(reread, block)
    number = numbers[0] if number is None else number
    if number not in numbers:
        kind = "page" if reread.pages else "part"
        raise NoSuchPage(
            f"There is no {kind} {number} of this paper: it has {numbers[0]} to {numbers[-1]}."
        )
    if not reread.pages:
        first = (number - 1) * PART
        return Sheet(number, numbers, False, tuple(enumerate(blocks))[first : first + PART])
    held = tuple(
        (place, found) for place, found in enumerate(blocks)
        if number in (pages_of(found) or numbers[:1])
    )  # fmt: skip
    why = dict(reread.reading.unread).get(number, "")
    return Sheet(number, numbers, True, held, why, _outlines(reread, number, held))


def _numbers(reread: Reread) -> tuple[int, ...]:
    parts = max(1, -(-len(reread.paper.blocks) // PART))
    return reread.pages or tuple(range(1, parts + 1))


def _sheet_with(reread: Reread, block: int) -> int | None:
    if not reread.pages:
        return block // PART + 1
    return next(iter(pages_of(reread.paper.blocks[block])), None)


def _outlines(reread: Reread, page: int, blocks: Sequence[tuple[int, Block]]) -> Outlines | None:
    """Where each block's words of this page stand; None where the page cannot be drawn."""
    if reread.original is None:
        return None
    texts = tuple(
        "\n".join(text for on, text in parts_of(block) if on == page) for _, block in blocks
    )
    try:
        return page_outlines(reread.original, page, texts=texts)
    except DrawingError:
        return None
