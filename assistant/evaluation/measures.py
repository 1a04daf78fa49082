"""The figures of one question: was the evidence found, was the answer right, was it cited.

Works on the JSON of a run (assistant.wire), so that a run file from elsewhere scores the same way.
Wording is compared with case, quotation marks, dashes and spacing evened out, and a quotation
counts as found by the share of its three-word runs, so that a cut or joined line does not hide it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from statistics import mean
from typing import Any

from assistant.evaluation.gold import Gold

Score = dict[str, float]
"""Figure name to its value from 0 to 1; a figure that does not apply to the question is absent."""

FIGURES = (
    "recall@5", "recall@600w", "all@600w", "mrr",
    "worded", "right", "over-refused", "refused", "overall",
)  # fmt: skip

FOUND = 0.7  # share of a quotation that has to stand in the passages
CITED = 0.5  # in the quotes cited, which may rightly be shorter than the gold quotation
WORDS_READ = 600  # of passages, so that longer passages gain nothing
RANKS = 50
ANSWER_WORDS = 200
LIST_WORDS = 300

_EVENED = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\u00ad": " "})
_WORD = re.compile(r"[a-z0-9£%']+(?:[.,][0-9]+)*")
_MARKUP = re.compile(r"</?[a-z]+>|[*_|<>/]+")
_SHORT_OR_NUMBER = re.compile(r"[£\d.,%km]+")

Run = Mapping[str, Any]
Passages = Sequence[Mapping[str, Any]]


def score(gold: Gold, run: Run) -> Score:
    """The figures of one question, from its gold and its answer as JSON ({} if never asked)."""
    answered = bool(run.get("answered"))
    if not gold.answerable:
        return {"refused": float(not answered), "overall": float(not answered)}
    passages = list(run.get("passages") or [])
    read = recall(gold, first_words(passages, WORDS_READ))
    worded = answered and all(met(entry, _opening(gold, run)) for entry in gold.must_include)
    cited = worded and recall(gold, list(run.get("citations") or []), share=CITED) == 1
    return {
        "recall@5": recall(gold, passages[:5]),
        "recall@600w": read,
        "all@600w": float(read == 1),
        "mrr": reciprocal_rank(gold, passages),
        "worded": float(worded),
        "right": float(cited),
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
        if any(_stands(item.document, item.quote, gold.also_in, [passage], FOUND)
               for item in gold.evidence):  # fmt: skip
            return 1 / rank
    return 0.0


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


def met(spellings: Sequence[str], text: str) -> bool:
    """Whether the text holds one of the spellings; figures and short words must stand alone."""
    text = _evened(text)
    return any(_holds(text, _evened(spelling)) for spelling in spellings)


def coverage(quote: str, text: str) -> float:
    """The share of the quotation's three-word runs that stand in the text."""
    sought, words = _words(quote), _words(text)
    if len(sought) < 3:
        return float(" ".join(sought) in " ".join(words))
    there = set(_runs(words))
    return mean(run in there for run in _runs(sought))


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


def _holds(text: str, spelling: str) -> bool:
    if len(spelling) > 3 and not _SHORT_OR_NUMBER.fullmatch(spelling):
        return spelling in text
    alone = rf"(?<![\w.,]){re.escape(spelling)}(?:[km]|st|nd|rd|th)?(?!\w)(?![.,]\d)"
    return re.search(alone, text) is not None


def _evened(text: str) -> str:
    return " ".join(text.translate(_EVENED).lower().split())


def _words(text: str) -> list[str]:
    return _WORD.findall(_MARKUP.sub(" ", _evened(text)))


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + 3]) for at in range(len(words) - 2)]
