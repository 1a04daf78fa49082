"""A paper read from a few words, for tests of what the register makes of them."""

from __future__ import annotations

from corpus.paper import Paper
from corpus.plain import draw_text
from corpus.structure import papers_of


def paper_of(text: str) -> Paper:
    """The paper in a text file with these words."""
    (paper,) = papers_of(draw_text(text.strip().encode()), document="paper")
    return paper
