"""The reader: a cross-encoder that reads a passage against a question.

From the weights of all-MiniLM-L6-v2, with three outputs: how relevant the passage is (against its
hard negatives, as a softmax), whether it answers (yes or no, a passage's questions above its near
misses), and with which words (where the answer starts and ends). No dropout, and the word
embeddings stay, as in `training.encoder`.

Teachers are trained alike but for their seeds, and the reader that ships learns from what they
think together as well as from what was written: several disagree where a question is doubtful.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from torch.nn import functional
from transformers import AutoModel

from index.export import default_weights
from training.pairs import Fed, Hard, Pair, batches, fed
from training.passages import Passage
from training.schedule import DEVICE, PLAINLY, halved, optimiser, said, stepped
from training.tokens import Cut

LAYERS = 6
EPOCHS = 3
PASSAGES_A_BATCH = 6
RATE = 1e-4
AT_ONCE = 512 if DEVICE.type == "cuda" else 16
"""Pairs run together, of like length."""
TAUGHT = 0.7
"""Of what is learnt, from the teachers; the rest from what was written."""


class Reader(nn.Module):
    """Token ids of question and passage to (n, 2) scores and (n, tokens, 2) starts and ends."""

    def __init__(self, body: Any, width: int) -> None:
        super().__init__()
        self.body = body
        self.judge = nn.Linear(width, 2)
        self.point = nn.Linear(width, 2)

    @classmethod
    def untrained(cls, layers: Sequence[int] = range(LAYERS)) -> Reader:
        """With the default encoder's body, or some of its layers."""
        weights = str(default_weights())
        body = AutoModel.from_pretrained(weights, **PLAINLY).eval()
        body.encoder.layer = nn.ModuleList(body.encoder.layer[n] for n in layers)
        body.config.num_hidden_layers = len(layers)
        body.embeddings.word_embeddings.weight.requires_grad = False
        return cls(body, body.config.hidden_size).to(DEVICE)

    def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
        """Relevance and answerability of each pair; of each token, whether it starts or ends."""
        hidden = self.body(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        return self.judge(hidden[:, 0]), self.point(hidden)


@dataclass(frozen=True, slots=True)
class Judged:
    """What readers make of pairs: (n, 2) scores, (n, tokens, 2) log-likelihoods of the passage's
    tokens to start or end the answer."""

    scores: Any
    words: Any

    @classmethod
    def of(cls, reader: Reader, told: Fed) -> Judged:
        """Of one reader."""
        with halved():
            scores, pointed = reader(**told.inputs)
        masked = pointed.float().masked_fill(~told.inside.unsqueeze(-1), -1e4)
        return cls(scores.float(), torch.log_softmax(masked, 1))

    @classmethod
    @torch.no_grad()
    def together(cls, readers: Sequence[Reader], told: Fed) -> Judged:
        """Of several: their mean."""
        each = [cls.of(reader, told) for reader in readers]
        words = torch.stack([e.words.exp() for e in each]).mean(0).clamp_min(1e-9).log()
        return cls(torch.stack([e.scores for e in each]).mean(0), words)


def train(
    passages: Sequence[Passage], hard: Hard, *, seed: int, start: Reader | None = None,
    teachers: Sequence[Reader] = (), epochs: int = EPOCHS, rate: float = RATE,
) -> Reader:  # fmt: skip
    """Train on the passages, from `start` or the default encoder's weights, with what the teachers
    think of each pair beside what was written of it."""
    torch.manual_seed(seed)
    drawn = random.Random(seed)
    reader = start or Reader.untrained()
    cut = Cut()
    drawn_epochs = [
        list(batches(passages, hard, drawn, of=PASSAGES_A_BATCH)) for _ in range(epochs)
    ]
    stepping = optimiser(reader, rate=rate, steps=sum(map(len, drawn_epochs)))
    for epoch, each in enumerate(drawn_epochs, 1):
        losses = []
        for batch in each:
            loss = _loss(reader, cut, batch, drawn, teachers)
            losses.append(stepped(reader, loss, stepping))
        said(f"reader, epoch {epoch} of {epochs}: {float(torch.stack(losses).mean()):.3f}")
    return reader


def averaged(readers: Sequence[Reader], layers: Sequence[int] = range(LAYERS)) -> Reader:
    """A reader whose weights are the mean of others' that began alike."""
    states = [reader.state_dict() for reader in readers]
    made = Reader.untrained(layers)
    made.load_state_dict({n: sum(s[n] for s in states) / len(states) for n in states[0]})
    return made


def _loss(
    reader: Reader, cut: Cut, batch: Sequence[Pair], drawn: random.Random,
    teachers: Sequence[Reader],
) -> Any:  # fmt: skip
    order = sorted(batch, key=lambda p: len(p.passage.text))
    scores, targets, pointing = [], [], []
    for at in range(0, len(order), AT_ONCE):
        told = fed(cut, order[at : at + AT_ONCE], drawn)
        judged = Judged.of(reader, told)
        scores.append(judged.scores)
        written = -(
            judged.words[told.rows, told.firsts, 0] + judged.words[told.rows, told.lasts, 1]
        )
        if teachers:
            theirs = Judged.together(teachers, told)
            targets.append(theirs.scores)
            apart = functional.kl_div(
                judged.words[told.rows], theirs.words[told.rows], log_target=True, reduction="none"
            ).sum(1)
            pointing.append((1 - TAUGHT) * written + TAUGHT * apart.sum(1))
        else:
            pointing.append(written)
    taught = torch.cat(targets) if teachers else None
    pointed = torch.cat(pointing)
    return _judging(torch.cat(scores), order, taught) + 0.5 * pointed.sum() / max(len(pointed), 1)


def _judging(scores: Any, pairs: Sequence[Pair], taught: Any | None) -> Any:
    """How far relevance and answerability are from what was written and taught."""
    groups: dict[int, list[int]] = {}
    for row, pair in enumerate(pairs):
        groups.setdefault(pair.group, []).append(row)
    rivals = [sorted(g, key=lambda row: not pairs[row].answers) for g in groups.values()]
    rivals = [g for g in rivals if len(g) > 1]
    wide = max(map(len, rivals))
    table = torch.tensor([g + [-1] * (wide - len(g)) for g in rivals], device=DEVICE)
    away = table < 0
    ranked = torch.log_softmax(scores[table, 0].masked_fill(away, -1e4), 1)
    yes = torch.tensor([float(p.answers) for p in pairs], device=DEVICE)
    loss = -ranked[:, 0].mean() + functional.binary_cross_entropy_with_logits(scores[:, 1], yes)
    if taught is not None:
        theirs = torch.log_softmax(taught[table, 0].masked_fill(away, -1e4), 1)
        apart = functional.kl_div(ranked, theirs, log_target=True, reduction="none")
        soft = apart.masked_fill(away, 0).sum(1).mean() + (
            functional.binary_cross_entropy_with_logits(scores[:, 1], torch.sigmoid(taught[:, 1]))
        )
        loss = (1 - TAUGHT) * loss + TAUGHT * soft
    return loss + 0.5 * _missed(scores[:, 1], pairs)


def _missed(sure: Any, pairs: Sequence[Pair]) -> Any:
    """How far near misses come up to the questions of their passage."""
    yes = [(row, p.about) for row, p in enumerate(pairs) if p.answers]
    group_sizes: dict[int, int] = {}
    for p in pairs:
        group_sizes[p.group] = group_sizes.get(p.group, 0) + 1
    no = [(r, p.about) for r, p in enumerate(pairs) if not p.answers and group_sizes[p.group] == 1]
    both = [(a, b) for a, about in yes for b, of in no if about == of]
    if not both:
        return sure.sum() * 0
    above, below = torch.tensor(both, device=DEVICE).T
    return functional.softplus(sure[below] - sure[above]).mean()
