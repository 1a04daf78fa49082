"""The encoder: all-MiniLM-L6-v2, told which passages of committee papers answer which questions.

Contrastive: a question's own passage against every other of its batch, which is filled with the
hard negatives of its questions, so that neighbours meet. A passage is read once a batch and asked
all its questions. One that holds the same answer's words is masked. No dropout, and the word
embeddings stay: both cost a third of the time and brought nothing. At the end the weights are
averaged with the original's, so that what it knew of everything else is not lost.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel

from index.models.export import default_weights
from training.passages import Passage, Question, answers
from training.schedule import DEVICE, PLAINLY, halved, optimiser, said, stepped
from training.tokens import Cut

EPOCHS = 4
SEEDS_A_BATCH = 24
"""Passages drawn for a batch; two hard negatives of each go with it."""
WITH_EACH = 2
RATE = 5e-5
SCALE = 20.0
TOKENS, QUESTION_TOKENS = 224, 48
KEPT = 0.6
BARE = 0.3
"""Of the passages are read without their breadcrumb, so that the text itself is learnt."""

Weights = dict[str, Any]


def train(passages: Sequence[Passage], hard: Sequence[Sequence[int]], *, seed: int) -> Weights:
    """The tuned weights. `hard` are each passage's neighbours, by their places."""
    torch.manual_seed(seed)
    drawn = random.Random(seed)
    cut = Cut()
    model = _plain_model().to(DEVICE)
    model.embeddings.word_embeddings.weight.requires_grad = False
    batches = [list(_batches(passages, hard, drawn)) for _ in range(EPOCHS)]
    stepping = optimiser(model, rate=RATE, steps=sum(map(len, batches)))
    for epoch, each in enumerate(batches, 1):
        losses = []
        for batch in each:
            loss = _loss(model, cut, [passages[n] for n in batch], drawn)
            losses.append(stepped(model, loss, stepping))
        said(f"encoder, epoch {epoch} of {EPOCHS}: {float(torch.stack(losses).mean()):.3f}")
    return {name: value.cpu().clone() for name, value in model.state_dict().items()}


def write_averaged(tuned: Weights, folder: Path, *, keep: float = KEPT) -> None:
    """The default model's folder, its weights averaged with the tuned ones: `keep` of these."""
    model = _plain_model()
    before = model.state_dict()
    model.load_state_dict({n: keep * tuned[n] + (1 - keep) * before[n] for n in before})
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(default_weights(), folder)
    model.save_pretrained(str(folder))


def _plain_model() -> Any:
    weights = str(default_weights())
    return AutoModel.from_pretrained(weights, **PLAINLY).eval()


def _batches(
    passages: Sequence[Passage], hard: Sequence[Sequence[int]], drawn: random.Random
) -> Iterator[list[int]]:
    """Every passage that has questions once as a seed, in batches with its neighbours."""
    order = [n for n, passage in enumerate(passages) if passage.questions]
    drawn.shuffle(order)
    for at in range(0, len(order), SEEDS_A_BATCH):
        seeds = order[at : at + SEEDS_A_BATCH]
        near = [m for n in seeds for m in drawn.sample(list(hard[n]), min(WITH_EACH, len(hard[n])))]
        yield list(dict.fromkeys([*seeds, *near]))


def _loss(model: Any, cut: Cut, batch: Sequence[Passage], drawn: random.Random) -> Any:
    asked = [(q, row) for row, p in enumerate(batch) for q in p.questions]
    texts = [p.text if drawn.random() < BARE else p.whole for p in batch]
    vectors = encoded(model, cut, texts, TOKENS)
    queries = encoded(model, cut, [q.text for q, _ in asked], QUESTION_TOKENS)
    scores = SCALE * queries @ vectors.T
    own = torch.tensor([row for _, row in asked], device=DEVICE)
    return nn.functional.cross_entropy(scores.masked_fill(_right_too(asked, batch), -1e4), own)


def _right_too(asked: Sequence[tuple[Question, int]], batch: Sequence[Passage]) -> Any:
    """Which other passages hold an answer's words, (questions, passages)."""
    also = torch.zeros(len(asked), len(batch), dtype=torch.bool)
    for line, (question, row) in enumerate(asked):
        said_there = batch[row].text[question.start : question.end]
        for other, passage in enumerate(batch):
            also[line, other] = other != row and answers(passage, said_there)
    return also.to(DEVICE)


def encoded(model: Any, cut: Cut, texts: Sequence[str], longest: int) -> Any:
    """Unit rows, one a text, of their first `longest` tokens."""
    ids = [[cut.first, *cut(text).ids[: longest - 2], cut.last] for text in texts]
    told = torch.tensor([row + [0] * (max(map(len, ids)) - len(row)) for row in ids]).to(DEVICE)
    mask = (told > 0).long()
    with halved():
        hidden = model(input_ids=told, attention_mask=mask).last_hidden_state
    weight = mask.unsqueeze(-1).float()
    pooled = (hidden.float() * weight).sum(1) / weight.sum(1)
    return nn.functional.normalize(pooled, dim=1)
