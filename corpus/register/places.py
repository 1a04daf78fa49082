"""Where an entry is printed: its place is carried over from the block it begins in."""

from __future__ import annotations

from corpus.paper import Block
from corpus.register.entries import Place


def place_of(block: Block, start: int | None = None, end: int | None = None) -> Place:
    """The place of a block, or of the span `start` to `end` of its paper's text that begins in it.

    The page is the one on which the span begins, also where its block began on the page before.
    """
    begins = block.start if start is None else start
    page = block.page
    for offset, turned in block.breaks:
        page = turned if block.start + offset <= begins else page
    return Place(
        begins, block.end if end is None else end, block.paragraph, block.row, page,
        block.page_label if page == block.page else "", block.section,
    )  # fmt: skip
