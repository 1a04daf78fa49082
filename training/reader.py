"""The reader: a cross-encoder that reads a passage against a question.

From the weights of all-MiniLM-L6-v2, with three outputs: how relevant the passage is (against its
hard negatives, as a softmax), whether it answers (yes or no, a passage's questions above its near
misses), and with which words (where the answer starts and ends). No dropout, and the word
embeddings stay, as in `training.encoder`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import torch
from torch import nn
from torch.nn import functional
from transformers import AutoModel

from index.export import default_weights
from training.pairs import AGAINST, Hard, Pair, batches, fed
from training.passages import Passage
from training.schedule import DEVICE, PLAINLY, halved, optimiser, said, stepped
from training.tokens import Cut

LAYERS = 6
EPOCHS = 3
PASSAGES_A_BATCH = 5
RATE = 1e-4
AT_ONCE = 512 if DEVICE.type == "cuda" else 16
"""Pairs run together, of like length."""
ON_RATE, ON_EPOCHS, ON_AGAINST = 6e-5, 1, 1
"""For training on from a trained reader, which must not forget what it knew."""


class Reader(nn.Module):
    """Token ids of question and passage to (n, 2) scores and (n, tokens, 2) starts and ends."""

    def __init__(self, body: Any, width: int) -> None:
        super().__init__()
        self.body = body
        self.judge = nn.Linear(width, 2)
        self.point = nn.Linear(width, 2)

    @classmethod
    def untrained(cls) -> Reader:
        """With the default encoder's body."""
        body = AutoModel.from_pretrained(str(default_weights()), **PLAINLY).eval()
        body.embeddings.word_embeddings.weight.requires_grad = False
        return cls(body, body.config.hidden_size).to(DEVICE)

    def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
        """Relevance and answerability of each pair; of each token, whether it starts or ends."""
        hidden = self.body(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        return self.judge(hidden[:, 0]), self.point(hidden)


def train(passages: Sequence[Passage], hard: Hard, *, seed: int) -> Reader:
    """A reader trained on the passages, from the default encoder's weights."""
    return _learn(Reader.untrained(), passages, hard, seed, rate=RATE, epochs=EPOCHS)


def train_on(reader: Reader, passages: Sequence[Passage], hard: Hard, *, seed: int) -> Reader:
    """A trained reader, trained on these passages too."""
    rate, epochs = ON_RATE, ON_EPOCHS
    return _learn(reader, passages, hard, seed, rate=rate, epochs=epochs, against=ON_AGAINST)


def _learn(
    reader: Reader, passages: Sequence[Passage], hard: Hard, seed: int, *,
    rate: float, epochs: int, against: int = AGAINST,
) -> Reader:  # fmt: skip
    torch.manual_seed(seed)
    drawn = random.Random(seed)
    cut = Cut()
    every = [
        list(batches(passages, hard, drawn, of=PASSAGES_A_BATCH, against=against))
        for _ in range(epochs)
    ]
    stepping = optimiser(reader, rate=rate, steps=sum(map(len, every)))
    for epoch, each in enumerate(every, 1):
        losses = [stepped(reader, _loss(reader, cut, batch, drawn), stepping) for batch in each]
        said(f"reader, epoch {epoch} of {epochs}: {float(torch.stack(losses).mean()):.3f}")
    return reader


def _loss(reader: Reader, cut: Cut, batch: Sequence[Pair], drawn: random.Random) -> Any:
    order = sorted(batch, key=lambda p: len(p.passage.text))
    scores, pointing = [], []
    for at in range(0, len(order), AT_ONCE):
        told = fed(cut, order[at : at + AT_ONCE], drawn)
        with halved():
            judged, pointed = reader(**told.inputs)
        words = torch.log_softmax(pointed.float().masked_fill(~told.inside.unsqueeze(-1), -1e4), 1)
        scores.append(judged.float())
        pointing.append(-(words[told.rows, told.firsts, 0] + words[told.rows, told.lasts, 1]))
    pointed_at = torch.cat(pointing)
    return _judging(torch.cat(scores), order) + 0.5 * pointed_at.sum() / max(len(pointed_at), 1)


def _judging(scores: Any, pairs: Sequence[Pair]) -> Any:
    """How far relevance and answerability are from what was written: a question's own passage
    before its rivals, yes or no, and near misses below the questions of their passage."""
    groups: dict[int, list[int]] = {}
    for row, pair in enumerate(pairs):
        groups.setdefault(pair.group, []).append(row)
    rivals = [sorted(g, key=lambda row: not pairs[row].answers) for g in groups.values()]
    ranked = [-torch.log_softmax(scores[rows, 0], 0)[0] for rows in rivals if len(rows) > 1]
    yes = torch.tensor([float(p.answers) for p in pairs], device=DEVICE)
    sure = functional.binary_cross_entropy_with_logits(scores[:, 1], yes)
    relevant = torch.stack(ranked).mean() if ranked else scores.sum() * 0
    return relevant + sure + 0.5 * _missed(scores[:, 1], pairs)


def _missed(sure: Any, pairs: Sequence[Pair]) -> Any:
    """How far near misses come up to the questions of their passage."""
    answered = {pair.group for pair in pairs if pair.answers}
    both = [
        (above, below)
        for above, one in enumerate(pairs) if one.answers
        for below, other in enumerate(pairs)
        if other.group not in answered and other.about == one.about
    ]  # fmt: skip
    if not both:
        return sure.sum() * 0
    above, below = torch.tensor(both, device=DEVICE).T
    return functional.softplus(sure[below] - sure[above]).mean()
