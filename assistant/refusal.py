"""Whether the papers answer a question, and what is said when they don't.

A question for an opinion or for private facts is refused whatever was found. Else a logistic estimate
that the best evidence answers, from features a person can check, is held against one threshold. Weights
and threshold are fitted by `training/fit_refusal.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Searched
from assistant.evidence import Evidence, Weighed
from assistant.question import Asked
from corpus.dates import written_out
from index.search import Hit

THRESHOLD = 0.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """`reason` is "opinion", "private", "nothing" or "unsaid"."""

    reason: str


def judge(
    asked: Asked, hits: Sequence[Hit], evidence: Sequence[Evidence], *, weighed: Weighed
) -> Refusal | None:
    """A refusal, or None where the evidence answers."""
    if not evidence:
        return Refusal("nothing")
    return Refusal("unsaid") if estimate(evidence) < THRESHOLD else None


def estimate(evidence: Sequence[Evidence]) -> float:
    """How likely the best evidence answers, 0 to 1."""
    return 1 / (1 + math.exp(-evidence[0].score))


def refusal_text(refusal: Refusal, searched: Searched) -> str:
    """What the person reads: why, and what was searched."""
    if not searched.papers:
        return "There are no papers to search: add some, or widen the limits set."
    why = {
        "opinion": "That asks for an opinion, and this assistant has none: it only quotes papers.",
        "private": "That asks for something private about a person, which is not looked for.",
    }.get(refusal.reason, "The papers don't say.")
    papers = "1 paper" if searched.papers == 1 else f"{searched.papers} papers"
    of = f" of {_listed(searched.councils)}" if searched.councils else ""
    first, last = written_out(searched.since), written_out(searched.until)
    when = f", {first}" if first == last and first else f", {first} to {last}" if first else ""
    return f"{why} Searched: {papers}{of}{when}."


def _listed(names: Sequence[str]) -> str:
    shown = names if len(names) <= 4 else (*names[:3], f"{len(names) - 3} other councils")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
