"""Papers written by hand, for tests of what the register reads in them."""

from __future__ import annotations

from corpus.paper import Meeting, Paper, PaperKind
from corpus.plain import draw_text
from corpus.prose.blocks import SEPARATOR, blocks_of


def paper(
    text: str, kind: PaperKind = "report", *, title: str = "", date: str = "2024-05-01"
) -> Paper:
    """A text file with these words, read as a paper of this kind."""
    blocks = tuple(blocks_of(draw_text(text.encode()).lines))
    return Paper(
        "p", "p", title, kind, "public", Meeting(date=date),
        text=SEPARATOR.join(block.text for block in blocks), blocks=blocks,
    )  # fmt: skip
