"""Who may correct what of a paper, and what a correction takes with it.

The web pages know nobody by name: whoever can reach them is the public. They may put right what a
paper is called and which meeting it was for, of papers they may see; who may see a paper is never
theirs to say, neither by correcting it nor by undoing what an officer said of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assistant.errors import QuestionError

if TYPE_CHECKING:
    from index.catalogue import PaperRecord

CORRECTABLE = ("council", "committee", "date", "title", "kind")
"""The fields that the public may correct, and undo corrections of."""


def check_correctable(field: str) -> None:
    """Raises QuestionError for a field that is not the public's to correct."""
    if field not in CORRECTABLE:
        raise QuestionError(f"Only {', '.join(CORRECTABLE)} can be corrected on this page.")


def is_attributed(paper: PaperRecord) -> bool:
    """Whether its council is not the paper's own, but told from other papers of its committee."""
    return bool(paper.council and paper.sources) and all(
        source.field != "council" for source in paper.sources
    )


def with_council(paper: PaperRecord, said: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of a paper, with the council it would lose by it.

    A council told from the committee would go, unsaid, with the committee's name.
    """
    loses = said.get("committee") is not None and said.get("council") is None
    return {**said, "council": paper.council} if loses and is_attributed(paper) else dict(said)
