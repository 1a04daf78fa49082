"""What the exported models reach on the held-out documents, as they ship: int8, on onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

import numpy as np

from index.encoder import Encoder
from index.reader import Reader, Verdict
from training.logistic import area_under_curve
from training.mining import hard_negatives
from training.passages import Passage, Question

BESIDE = 15
"""Hard negatives that a question's own passage is to be told from."""


@dataclass(frozen=True, slots=True)
class Held:
    """A question of a held-out document and its passage, by its place among them."""

    question: Question
    place: int


def check_encoder(passages: Sequence[Passage], encoder: Encoder) -> dict[str, float]:
    """How early each question's own passage comes among all held-out ones."""
    asked = _asked(passages)
    vectors = encoder.encode([p.whole for p in passages])
    queries = encoder.encode([held.question.text for held in asked])
    scores = queries @ vectors.T
    ranks = [
        1 + int((row > row[held.place]).sum()) for held, row in zip(asked, scores, strict=True)
    ]
    return {"MRR": mean(1 / r for r in ranks), "recall@5": mean(r <= 5 for r in ranks)}


def check_reader(passages: Sequence[Passage], reader: Reader, plain: Encoder) -> dict[str, float]:
    """Answerable or not (AUROC, near misses among the noes), its own passage before hard negatives
    (MRR), and whether the words it points at are the answer's (shared characters, F1)."""
    asked = _asked(passages)
    answers = [passages[h.place].text[h.question.start : h.question.end] for h in asked]
    near = hard_negatives(
        [(h.question.text, a) for h, a in zip(asked, answers, strict=True)],
        [h.place for h in asked], passages, plain, most=BESIDE,
    )  # fmt: skip
    ranks, shared, yes = [], [], []
    for held, others in zip(asked, near, strict=True):
        read = reader.read(held.question.text, [_told(passages[n]) for n in (held.place, *others)])
        ranks.append(1 + sum(v.relevance > read[0].relevance for v in read[1:]))
        shared.append(_f1(read[0], held.question))
        yes.append(read[0].answers or 0.0)
    missed = [(text, passage) for passage in passages for text in passage.near_misses]
    no = [reader.read(text, [_told(passage)])[0].answers or 0.0 for text, passage in missed]
    truth = np.array([1.0] * len(yes) + [0.0] * len(no))
    area = area_under_curve(truth, np.array([*yes, *no]))
    return {"AUROC": area, "MRR": mean(1 / r for r in ranks), "F1": mean(shared)}


def _asked(passages: Sequence[Passage]) -> list[Held]:
    return [Held(q, place) for place, p in enumerate(passages) for q in p.questions]


def _told(passage: Passage) -> tuple[str, str]:
    return passage.breadcrumb, passage.text


def _f1(verdict: Verdict, question: Question) -> float:
    """Of the likeliest span, against the answer's."""
    if not len(verdict.offsets):
        return 0.0
    scores = verdict.starts[:, None] + verdict.ends[None, :]
    first, last = np.unravel_index(np.argmax(np.triu(np.exp(scores))), scores.shape)
    start, end = int(verdict.offsets[first, 0]), int(verdict.offsets[last, 1])
    both = max(0, min(end, question.end) - max(start, question.start))
    return 2 * both / ((end - start) + (question.end - question.start))
