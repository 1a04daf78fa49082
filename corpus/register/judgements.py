"""What inspectors and reviews found (to come)."""

from __future__ import annotations

from corpus.paper import Paper
from corpus.register.entries import Judgement


def judgements(paper: Paper) -> tuple[Judgement, ...]:
    """The grades a paper reports."""
    return ()
