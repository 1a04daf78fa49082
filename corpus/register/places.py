"""Where words stand in a paper."""

from __future__ import annotations

from corpus.paper import Block
from corpus.register.entries import Place


def place_of(block: Block, start: int, end: int) -> Place:
    """The place of words that begin in a block, on the page on which they begin."""
    page = block.page
    for offset, turned in block.breaks:
        page = turned if block.start + offset <= start else page
    label = block.page_label if page == block.page else ""
    return Place(start, end, block.paragraph, block.row, page, label, block.section)
