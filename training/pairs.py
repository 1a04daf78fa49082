"""What a reader learns from: questions beside passages, in batches of whole passages.

A passage comes with all its questions, each beside it and beside a few hard negatives, and with its
near misses, so that what it answers and what it only seems to answer are told apart side by side.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from training.passages import Passage
from training.schedule import DEVICE
from training.tokens import Cut

AGAINST = 3
"""Hard negatives read beside a question's own passage."""
MISSED_AGAINST = 1
"""Passages that a near miss is read beside, other than the one it was written for: what no passage
answers must come to nothing over all that a search finds."""
TOKENS = 256
BARE = 0.2
"""Of the passages are read without their breadcrumb, so that the text itself is learnt."""

Hard = Mapping[tuple[int, str], list[int]]
"""The passages that both legs of a search find for a question, by the place of its own passage and
its text."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A question beside a passage: the `group` of its rivals, the place of the passage it was
    written for (`about`), whether this one answers it, and where, in its text."""

    question: str
    passage: Passage
    group: int
    about: int
    answers: bool
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Fed:
    """Pairs as a reader takes them: its inputs, which tokens are of the passage's text and not of
    its breadcrumb (n, tokens), and the rows of those whose answer was not cut off with its first
    and last token (m,) each."""

    inputs: dict[str, Any]
    inside: Any
    rows: Any
    firsts: Any
    lasts: Any


def batches(
    passages: Sequence[Passage], hard: Hard, drawn: random.Random, *, of: int
) -> Iterator[list[Pair]]:
    """An epoch: every passage that is asked anything once, `of` of them a batch."""
    order = [n for n, p in enumerate(passages) if p.questions or p.near_misses]
    drawn.shuffle(order)
    for at in range(0, len(order), of):
        pairs: list[Pair] = []
        group = 0
        for place in order[at : at + of]:
            passage = passages[place]
            for q in passage.questions:
                near = hard.get((place, q.text), [])
                pairs.append(Pair(q.text, passage, group, place, True, q.start, q.end))
                pairs += [
                    Pair(q.text, passages[n], group, place, False)
                    for n in drawn.sample(near, min(AGAINST, len(near)))
                ]
                group += 1
            for text in passage.near_misses:
                near = hard.get((place, text), [])
                beside = drawn.sample(near, min(MISSED_AGAINST, len(near)))
                pairs.append(Pair(text, passage, group, place, False))
                pairs += [Pair(text, passages[n], group, n, False) for n in beside]
                group += 1
        yield pairs


def rivals(pairs: Sequence[Pair]) -> np.ndarray:
    """The rows of each question, that of its own passage first, (questions, most rows); -1 where a
    question has fewer. A near miss has no own passage, and none is there of it."""
    groups: dict[int, list[int]] = {}
    for row, pair in enumerate(pairs):
        groups.setdefault(pair.group, []).append(row)
    rivals = [
        sorted(rows, key=lambda row: not pairs[row].answers)
        for rows in groups.values()
        if len(rows) > 1 and any(pairs[row].answers for row in rows)
    ]
    table = np.full((len(rivals), max(map(len, rivals), default=1)), -1)
    for line, rows in enumerate(rivals):
        table[line, : len(rows)] = rows
    return table


def fed(cut: Cut, pairs: Sequence[Pair], drawn: random.Random) -> Fed:
    """The pairs as tensors, some passages without their breadcrumb."""
    texts = [p.passage.text if drawn.random() < BARE else p.passage.whole for p in pairs]
    asked = [cut(p.question).ids for p in pairs]
    read = [cut(text).to(TOKENS - 3 - len(q)) for text, q in zip(texts, asked, strict=True)]
    wide = max(len(q) + len(r.ids) + 3 for q, r in zip(asked, read, strict=True))
    ids, types = np.zeros((2, len(pairs), wide), np.int64)
    mask, inside = np.zeros((2, len(pairs), wide), bool)
    rows, firsts, lasts = [], [], []
    for row, (q, r, pair, text) in enumerate(zip(asked, read, pairs, texts, strict=True)):
        begins, ends = len(q) + 2, len(q) + 2 + len(r.ids)
        ids[row, : ends + 1] = [cut.first, *q, cut.last, *r.ids, cut.last]
        types[row, begins : ends + 1] = 1
        mask[row, : ends + 1] = True
        lead = len(text) - len(pair.passage.text)
        inside[row, begins + int(np.searchsorted(r.offsets[:, 0], lead)) : ends] = True
        where = r.span(pair.start + lead, pair.end + lead) if pair.answers else None
        if where:
            rows.append(row)
            firsts.append(begins + where[0])
            lasts.append(begins + where[1])
    inputs = {"input_ids": ids, "attention_mask": mask.astype(np.int64), "token_type_ids": types}
    return Fed(
        {name: _there(each) for name, each in inputs.items()}, _there(inside),
        *(_there(np.array(each, np.int64)) for each in (rows, firsts, lasts)),
    )  # fmt: skip


def _there(array: np.ndarray) -> Any:
    return torch.from_numpy(array).to(DEVICE, non_blocking=True)
