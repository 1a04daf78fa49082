"""What a meeting decided (to come)."""

from __future__ import annotations

from corpus.paper import Paper
from corpus.register.entries import Decision


def decisions(paper: Paper) -> tuple[Decision, ...]:
    """The decisions a paper records."""
    return ()
