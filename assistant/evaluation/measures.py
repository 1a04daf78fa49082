"""The figures of one question: was the evidence found, was the answer right, was it cited.

Works on the JSON of a run (assistant.wire), so that a run file from elsewhere scores the same way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import mean
from typing import Any

from assistant.evaluation.gold import Gold
from assistant.evaluation.wording import coverage, met

Score = dict[str, float]
"""Figure name to its value from 0 to 1; a figure that does not apply to the question is absent."""

FOUND = 0.7  # share of a quotation that has to stand in the passages
CITED = 0.5  # in the quotes cited, which may rightly be shorter than the gold quotation
WORDS_READ = 600  # of passages, so that longer passages gain nothing
AT = (1, 3, 5, 10, 20)
RANKS = 50
ANSWER_WORDS = 200
LIST_WORDS = 300


def names(words: int = WORDS_READ) -> tuple[str, ...]:
    """The figures in the order they are shown, when so many words of passages are read."""
    return (
        *(f"recall@{k}" for k in AT), f"recall@{words}w", f"all@{words}w", "mrr", "ndcg@10",
        "relevant@20", "worded", "right", "citation precision", "citation recall",
        "over-refused", "refused", "overall",
    )  # fmt: skip


FIGURES = names()

Run = Mapping[str, Any]
Passages = Sequence[Mapping[str, Any]]


def score(gold: Gold, run: Run, *, words: int = WORDS_READ) -> Score:
    """The figures of one question, from its gold and its answer as JSON ({} if never asked).

    Those that need the relevant passages of all papers are `assistant.evaluation.ranking`'s.
    """
    answered = bool(run.get("answered"))
    if not gold.answerable:
        return {"refused": float(not answered), "overall": float(not answered)}
    passages = list(run.get("passages") or [])
    citations = list(run.get("citations") or [])
    read = recall(gold, first_words(passages, words))
    worded = answered and all(met(entry, _opening(gold, run)) for entry in gold.must_include)
    shown = recall(gold, citations, share=CITED)
    cited = worded and shown == 1
    precise = {"citation precision": precision(gold, run)} if answered and citations else {}
    return {
        **{f"recall@{k}": recall(gold, passages[:k]) for k in AT},
        f"recall@{words}w": read,
        f"all@{words}w": float(read == 1),
        "mrr": reciprocal_rank(gold, passages),
        "worded": float(worded),
        "right": float(cited),
        **precise,
        "citation recall": shown if answered else 0.0,
        "over-refused": float(not answered),
        "overall": float(cited),
    }


def recall(gold: Gold, passages: Passages, *, share: float = FOUND) -> float:
    """The share of the evidence that stands in the passages; with `any_of`, 1 if any of it does."""
    found = [_stands(item.document, item.quote, gold.also_in, passages, share)
             for item in gold.evidence]  # fmt: skip
    return float(any(found)) if gold.any_of else mean(found)


def reciprocal_rank(gold: Gold, passages: Passages) -> float:
    """1 / rank of the first passage that holds a piece of evidence on its own, 0 if none does."""
    for rank, passage in enumerate(passages[:RANKS], 1):
        if holds(gold, passage):
            return 1 / rank
    return 0.0


def holds(gold: Gold, passage: Mapping[str, Any], *, share: float = FOUND) -> bool:
    """Whether a passage or citation holds a piece of the evidence, or of its copies, on its own."""
    return any(
        _stands(item.document, item.quote, gold.also_in, [passage], share) for item in gold.evidence
    )


def precision(gold: Gold, run: Run) -> float:
    """The share of the answer's citations that bear on the gold evidence.

    A citation does if it holds a piece of it, is itself cut from one, or is cut from a passage
    found that holds one.
    """
    sources = [p for p in run.get("passages") or () if holds(gold, p)]
    sources += [
        {"document": document, "text": item.quote}
        for item in gold.evidence for document in (item.document, *gold.also_in)
    ]  # fmt: skip
    return mean(
        holds(gold, citation, share=CITED)
        or any(_is_cut_from(citation, source) for source in sources)
        for citation in run["citations"]
    )


def _is_cut_from(citation: Mapping[str, Any], source: Mapping[str, Any]) -> bool:
    if citation["document"] != source["document"]:
        return False
    return coverage(citation.get("quote") or "", source["text"]) >= FOUND


def first_words(passages: Passages, count: int) -> list[Mapping[str, Any]]:
    """The passages as far as a reader gets who stops after so many words."""
    kept: list[Mapping[str, Any]] = []
    for passage in passages:
        if count <= 0:
            break
        words = passage["text"].split()
        kept.append({**passage, "text": " ".join(words[:count])})
        count -= len(words)
    return kept


def _stands(document: str, quote: str, also_in: Sequence[str], passages: Passages,
            share: float) -> bool:  # fmt: skip
    for name in (document, *also_in):
        text = " ".join(p.get("text") or p.get("quote") or ""
                        for p in passages if p["document"] == name)  # fmt: skip
        if text and coverage(quote, text) >= share:
            return True
    return False


def _opening(gold: Gold, run: Run) -> str:
    limit = LIST_WORDS if gold.kind == "list" else ANSWER_WORDS
    return " ".join((run.get("answer") or "").split()[:limit])
