"""Why a question counted as right or wrong: which passage and which quote hold which evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.evaluation.gold import Gold
from assistant.evaluation.measures import (
    CITED,
    FOUND,
    WORDS_READ,
    Score,
    first_words,
    recall,
    score,
)

Passages = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Explained:
    """One question taken apart. Evidence is counted from 1, in the order of the gold.

    `held` has for each passage, `cited` for each citation, the evidence that stands in it on its
    own; `read` is the evidence within the words that are read, `why` one sentence a reason.
    """

    right: bool
    why: tuple[str, ...]
    held: tuple[tuple[int, ...], ...]
    cited: tuple[tuple[int, ...], ...]
    read: tuple[int, ...]


def explain(gold: Gold, run: Mapping[str, Any], figures: Score) -> Explained:
    """Take one question's answer (as JSON) apart, beside its gold and its figures."""
    passages = list(run.get("passages") or ())
    citations = list(run.get("citations") or ())
    read = _standing(gold, first_words(passages, WORDS_READ), FOUND)
    return Explained(
        right=figures["overall"] == 1,
        why=tuple(_why(gold, run, citations)),
        held=tuple(_standing(gold, [passage], FOUND) for passage in passages),
        cited=tuple(_standing(gold, [citation], CITED) for citation in citations),
        read=read,
    )


def _standing(gold: Gold, passages: Passages, share: float) -> tuple[int, ...]:
    """The numbers of the evidence that stands in these passages read together."""
    alone = [replace(gold, evidence=(item,), any_of=False) for item in gold.evidence]
    return tuple(n for n, one in enumerate(alone, 1) if recall(one, passages, share=share) == 1)


def _why(gold: Gold, run: Mapping[str, Any], citations: Passages) -> list[str]:
    answered = bool(run.get("answered"))
    if not gold.answerable:
        return ["The papers do not say, and it answered." if answered else
                "The papers do not say, and it refused."]  # fmt: skip
    if not answered:
        return ["The papers say, and it refused."]
    missing = [entry for entry in gold.must_include if not _says(gold, run, entry)]
    if missing:
        return [f"The answer does not say {' or '.join(map(_quoted, entry))}." for entry in missing]
    stands = _standing(gold, citations, CITED)
    if recall(gold, citations, share=CITED) == 1:
        return ["It says what it must, and cites the words that it rests on."]
    if gold.any_of:
        return ["It says what it must, but cites none of the evidence."]
    uncited = [str(n) for n in range(1, len(gold.evidence) + 1) if n not in stands]
    return [f"It says what it must, but does not cite evidence {', '.join(uncited)}."]


def _says(gold: Gold, run: Mapping[str, Any], entry: tuple[str, ...]) -> bool:
    return score(replace(gold, must_include=(entry,)), run)["worded"] == 1


def _quoted(words: str) -> str:
    return f"“{words}”"
