"""The reader: a cross-encoder that reads a passage against a question.

From the weights of all-MiniLM-L6-v2, with three outputs: how relevant the passage is (against its
hard negatives, as a softmax), whether it answers (yes or no, the near misses among the noes), and
with which words (where the answer starts and ends). No dropout, and the word embeddings stay, as in
`training.encoder`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

from index.export import default_weights
from training.passages import Passage
from training.schedule import optimiser, said, stepped

EPOCHS = 2
QUESTIONS_A_BATCH = 10
AGAINST = 2
"""Hard negatives read beside a question's own passage."""
RATE = 1e-4
FINISH_RATE, FINISH_SHARE = 4e-5, 0.5
TOKENS = 256
AT_ONCE = 16
"""Pairs run together, of like length."""
BARE = 0.2


@dataclass(frozen=True, slots=True)
class Pair:
    """A question beside a passage; `group` of its rivals; where it answers, in its text, if so."""

    question: str
    passage: Passage
    group: int
    answers: bool
    start: int = 0
    end: int = 0


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
        weights = str(default_weights())
        body = AutoModel.from_pretrained(weights, attn_implementation="eager").eval()
        return cls(body, body.config.hidden_size)

    def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
        """Relevance and answerability of each pair; of each token, whether it starts or ends."""
        hidden = self.body(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        return self.judge(hidden[:, 0]), self.point(hidden)


def train(
    passages: Sequence[Passage], hard: Mapping[tuple[int, str], list[int]], *, seed: int
) -> Reader:
    """Train on the passages; `hard` are the passages that both legs find for a question, by the
    place of its own passage and its text."""
    torch.manual_seed(seed)
    drawn = random.Random(seed)
    reader = Reader.untrained()
    reader.body.embeddings.word_embeddings.weight.requires_grad = False
    epochs = [list(_batches(passages, hard, drawn)) for _ in range(EPOCHS)]
    stepping = optimiser(reader, rate=RATE, steps=sum(map(len, epochs)))
    for epoch, batches in enumerate(epochs, 1):
        what = f"reader, epoch {epoch} of {EPOCHS}"
        _learn(reader, batches, drawn, stepping, what=what)
    return reader


def finish(
    reader: Reader, passages: Sequence[Passage], hard: Mapping[tuple[int, str], list[int]], *,
    seed: int,
) -> Reader:  # fmt: skip
    """A last epoch, slower, of yes or no above all: half of the questions without their rivals.

    The weights are then averaged, half and half, with those before it. On held-out documents the
    epoch took AUROC of answerable or not from 0.857 to 0.907 and MRR from 0.806 to 0.788; the
    average is right more often over all development questions than either.
    """
    drawn = random.Random(seed + 1)
    before = {name: value.clone() for name, value in reader.state_dict().items()}
    reader.body.embeddings.word_embeddings.weight.requires_grad = False
    batches = list(_batches(passages, hard, drawn, against=1, share=FINISH_SHARE))
    stepping = optimiser(reader, rate=FINISH_RATE, steps=len(batches))
    _learn(reader, batches, drawn, stepping, what="reader, last epoch")
    after = reader.state_dict()
    reader.load_state_dict({name: 0.5 * (before[name] + after[name]) for name in before})
    return reader


def _learn(
    reader: Reader, batches: Sequence[Sequence[Pair]], drawn: random.Random,
    stepping: tuple[Any, Any], *, what: str,
) -> None:  # fmt: skip
    tokenizer = AutoTokenizer.from_pretrained(str(default_weights()))
    losses = []
    for number, batch in enumerate(batches, 1):
        loss = _loss(reader, tokenizer, batch, drawn)
        losses.append(stepped(reader, loss, stepping))
        if number % 100 == 0 or number == len(batches):
            said(f"{what}, {number}/{len(batches)}: {sum(losses[-100:]) / len(losses[-100:]):.3f}")


def _batches(
    passages: Sequence[Passage], hard: Mapping[tuple[int, str], list[int]], drawn: random.Random,
    *, against: int = AGAINST, share: float = 1.0,
) -> Iterator[list[Pair]]:  # fmt: skip
    """An epoch: every question beside its passage and, a share of them, some it is not answered by;
    near misses beside theirs."""
    groups: list[list[Pair]] = []
    for place, passage in enumerate(passages):
        for q in passage.questions:
            near = hard.get((place, q.text), [])
            others = drawn.sample(near, min(against, len(near)))
            if share < 1 and drawn.random() >= share:
                others = []
            groups.append(
                [Pair(q.text, passage, 0, True, q.start, q.end)]
                + [Pair(q.text, passages[n], 0, False) for n in others]
            )
        groups += [[Pair(text, passage, 0, False)] for text in passage.near_misses]
    drawn.shuffle(groups)
    for at in range(0, len(groups), QUESTIONS_A_BATCH):
        yield [
            Pair(p.question, p.passage, number, p.answers, p.start, p.end)
            for number, group in enumerate(groups[at : at + QUESTIONS_A_BATCH])
            for p in group
        ]


def _loss(reader: Reader, tokenizer: Any, batch: Sequence[Pair], drawn: random.Random) -> Any:
    bare = [drawn.random() < BARE for _ in batch]
    texts = [p.passage.text if b else p.passage.whole for p, b in zip(batch, bare, strict=True)]
    order = sorted(range(len(batch)), key=lambda n: len(texts[n]))
    scores: dict[int, Any] = {}
    spans = []
    for at in range(0, len(order), AT_ONCE):
        rows = order[at : at + AT_ONCE]
        fed = tokenizer(
            [batch[n].question for n in rows], [texts[n] for n in rows], padding=True,
            truncation="only_second", max_length=TOKENS, return_tensors="pt",
            return_offsets_mapping=True,
        )  # fmt: skip
        offsets = fed.pop("offset_mapping")
        with torch.autocast("cpu", dtype=torch.bfloat16):
            judged, pointed = reader(**fed)
        for line, n in enumerate(rows):
            scores[n] = judged[line].float()
            if batch[n].answers:
                lead = len(texts[n]) - len(batch[n].passage.text)
                spans.append(_span_loss(
                    pointed[line].float(), offsets[line], fed["token_type_ids"][line],
                    batch[n].start + lead, batch[n].end + lead,
                ))  # fmt: skip
    judged = torch.stack([scores[n] for n in range(len(batch))])
    wanted = torch.tensor([float(p.answers) for p in batch])
    answerable = nn.functional.binary_cross_entropy_with_logits(judged[:, 1], wanted)
    pointed_at = torch.stack([s for s in spans if s is not None] or [judged.sum() * 0]).mean()
    return _relevance_loss(judged[:, 0], batch) + answerable + 0.5 * pointed_at


def _relevance_loss(relevance: Any, batch: Sequence[Pair]) -> Any:
    """Each question's own passage against the others read beside it."""
    losses = []
    for group in {p.group for p in batch if p.answers}:
        rows = [n for n, p in enumerate(batch) if p.group == group]  # its own passage is the first
        losses.append(-torch.log_softmax(relevance[rows], 0)[0])
    return torch.stack(losses or [relevance.sum() * 0]).mean()


def _span_loss(pointed: Any, offsets: Any, types: Any, start: int, end: int) -> Any | None:
    """Of the tokens of the passage, the answer's first and last; None where they were cut off."""
    inside = (types == 1) & (offsets[:, 1] > offsets[:, 0])
    first = torch.nonzero(inside & (offsets[:, 0] <= start) & (offsets[:, 1] > start))
    last = torch.nonzero(inside & (offsets[:, 0] < end) & (offsets[:, 1] >= end))
    if not len(first) or not len(last):
        return None
    masked = pointed.masked_fill(~inside.unsqueeze(-1), -1e4)
    starts, ends = torch.log_softmax(masked[:, 0], 0), torch.log_softmax(masked[:, 1], 0)
    return -(starts[first[0, 0]] + ends[last[0, 0]])
