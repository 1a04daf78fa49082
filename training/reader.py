"""The reader: a cross-encoder that reads a passage against a question.

From the weights of all-MiniLM-L6-v2, with three outputs: how relevant the passage is (against its
hard negatives, as a softmax), whether it answers (yes or no, a passage's questions above its near
misses), and with which words (where the answer starts and ends). It learns from what was written
and, where there is one, from a teacher (`training.teacher`). No dropout, and the word embeddings
stay, as in `training.encoder`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from transformers import AutoModel

from index.export import default_weights
from training.pairs import Hard, Pair, batches, fed, rivals
from training.passages import Passage
from training.schedule import DEVICE, PLAINLY, halved, optimiser, said, stepped
from training.taught import Taught
from training.tokens import Cut

LAYERS = 5
"""Of the default encoder's six: thirty passages take a sixth less time, and on held-out documents
it is as good (AUROC 0.945 against 0.943 with six, MRR 0.82 against 0.83)."""
PASSAGES_A_BATCH = 8
AT_ONCE = 128 if DEVICE.type == "cuda" else 16
"""Pairs run together, of like length."""
SOFT = 0.6
"""Of the loss is the distance from the teacher, where there is one; the rest from what was
written."""
SURE = 8.0
"""A teacher's answerability counts as no more than this, either way: beyond it nothing is learnt by
coming nearer."""


@dataclass(frozen=True, slots=True)
class Course:
    """How long and at what rate a reader learns."""

    name: str
    epochs: int
    rate: float


LEARNING = Course("reader", 6, 1e-4)


class Reader(nn.Module):
    """Token ids of question and passage to (n, 2) scores and (n, tokens, 2) starts and ends."""

    def __init__(self, body: Any, width: int) -> None:
        super().__init__()
        self.body = body
        self.judge = nn.Linear(width, 2)
        self.point = nn.Linear(width, 2)

    @classmethod
    def untrained(cls, folder: Path | None = None, *, layers: int | None = LAYERS) -> Reader:
        """With the body of the model in a folder, the default encoder's if none is named: its first
        `layers`, or all of them."""
        body = AutoModel.from_pretrained(str(folder or default_weights()), **PLAINLY).eval()
        if layers is not None:
            body.encoder.layer = body.encoder.layer[:layers]
            body.config.num_hidden_layers = layers
        body.embeddings.word_embeddings.weight.requires_grad = False
        return cls(body, body.config.hidden_size).to(DEVICE)

    def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any = None) -> Any:
        """Relevance and answerability of each pair; of each token, whether it starts or ends."""
        kinds = {} if token_type_ids is None else {"token_type_ids": token_type_ids}
        told = self.body(input_ids=input_ids, attention_mask=attention_mask, **kinds)
        hidden = told.last_hidden_state
        return self.judge(hidden[:, 0]), self.point(hidden)


def train(
    passages: Sequence[Passage], hard: Hard, *, seed: int, taught: Taught | None = None
) -> Reader:
    """A reader trained on the passages, from the default encoder's weights."""
    torch.manual_seed(seed)
    return learnt(Reader.untrained(), Cut(), passages, hard, LEARNING, seed=seed, taught=taught)


def learnt(
    reader: Reader, cut: Cut, passages: Sequence[Passage], hard: Hard, course: Course, *,
    seed: int, taught: Taught | None = None,
) -> Reader:  # fmt: skip
    """The reader, after its course."""
    drawn = random.Random(seed)
    every = [
        list(batches(passages, hard, drawn, of=PASSAGES_A_BATCH)) for _ in range(course.epochs)
    ]
    stepping = optimiser(reader, rate=course.rate, steps=sum(map(len, every)))
    for epoch, each in enumerate(every, 1):
        losses = [
            stepped(reader, _loss(reader, cut, batch, drawn, taught), stepping) for batch in each
        ]
        mean = float(torch.stack(losses).mean())
        said(f"{course.name}, epoch {epoch} of {course.epochs}: {mean:.3f}")
    return reader


def _loss(
    reader: Reader, cut: Cut, batch: Sequence[Pair], drawn: random.Random, taught: Taught | None
) -> Any:
    order = sorted(batch, key=lambda p: len(p.passage.text))
    scores, pointing, as_taught = [], [], []
    for at in range(0, len(order), AT_ONCE):
        pairs = order[at : at + AT_ONCE]
        told = fed(cut, pairs, drawn)
        with halved():
            judged, pointed = reader(**told.inputs)
        words = torch.log_softmax(pointed.float().masked_fill(~told.inside.unsqueeze(-1), -1e4), 1)
        scores.append(judged.float())
        pointing.append(-(words[told.rows, told.firsts, 0] + words[told.rows, told.lasts, 1]))
        if taught:
            likely = taught.words(pairs, told.begins, words.shape[1]).to(DEVICE)
            as_taught.append(-(likely * words).sum((1, 2))[likely.sum((1, 2)) > 0])
    judged = torch.cat(scores)
    written = _judging(judged, order) + 0.5 * _mean(torch.cat(pointing))
    if not taught:
        return written
    told_by = _as_taught(judged, order, taught) + 0.5 * _mean(torch.cat(as_taught))
    return (1 - SOFT) * written + SOFT * told_by


def _mean(each: Any) -> Any:
    return each.sum() / max(len(each), 1)


def _judging(scores: Any, pairs: Sequence[Pair]) -> Any:
    """How far relevance and answerability are from what was written: a question's own passage
    before its rivals, yes or no, and near misses below the questions of their passage."""
    told = _beside(scores[:, 0], pairs)
    ranked = -torch.log_softmax(told, 1)[:, 0]
    yes = torch.tensor([float(p.answers) for p in pairs], device=DEVICE)
    sure = functional.binary_cross_entropy_with_logits(scores[:, 1], yes)
    return _mean(ranked) + sure + 0.5 * _missed(scores[:, 1], pairs)


def _as_taught(scores: Any, pairs: Sequence[Pair], taught: Taught) -> Any:
    """How far they are from what the teacher says: its order of a question's rivals, and how sure
    it is of each pair."""
    said_of = taught.scores(pairs).to(DEVICE)
    ours, theirs = (torch.log_softmax(_beside(s[:, 0], pairs), 1) for s in (scores, said_of))
    ranked = -(theirs.exp() * ours.masked_fill(theirs.isinf(), 0.0)).sum(1)
    sure = said_of[:, 1].clamp(-SURE, SURE)
    return _mean(ranked) + 0.1 * functional.mse_loss(scores[:, 1], sure)


def _beside(relevance: Any, pairs: Sequence[Pair]) -> Any:
    """Each question's relevances, (questions, most rivals), its own passage's first."""
    rows = torch.from_numpy(rivals(pairs)).to(DEVICE)
    return relevance[rows.clamp(min=0)].masked_fill(rows < 0, float("-inf"))


def _missed(sure: Any, pairs: Sequence[Pair]) -> Any:
    """How far near misses come up to the questions of their passage."""
    about = np.array([pair.about for pair in pairs])
    groups = np.array([pair.group for pair in pairs])
    answers = np.array([pair.answers for pair in pairs])
    missed = ~np.isin(groups, groups[answers])
    both = np.nonzero(answers[:, None] & missed & (about[:, None] == about))
    if not len(both[0]):
        return sure.sum() * 0
    above, below = (torch.from_numpy(rows).to(DEVICE) for rows in both)
    return functional.softplus(sure[below] - sure[above]).mean()
