"""A teacher: a reader of a larger model, too slow to ship, whose verdicts a smaller one learns.

It learns from what was written as the reader does, and is then asked of every question beside its
own passage and every hard negative, also of those that no near miss or question was written for.
`python -m training.models --teacher FOLDER` names the model it is made from; it must cut words into
the same pieces as the default one, so that the two can point at the same tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from training.pairs import TOKENS, Hard, Pair, fed
from training.passages import Passage
from training.reader import AT_ONCE, Course, Reader, learnt
from training.schedule import halved, said
from training.taught import Asked, Taught
from training.tokens import Cut

TEACHING = Course("teacher", 2, 3e-5)


def teach(folder: Path, passages: Sequence[Passage], hard: Hard, *, seed: int) -> Taught:
    """Train the teacher of the model in a folder, and have it read everything."""
    torch.manual_seed(seed)
    cut = Cut(folder)
    reader = learnt(Reader.untrained(folder, layers=None), cut, passages, hard, TEACHING, seed=seed)
    return verdicts(reader, cut, every_pair(passages, hard))


def every_pair(passages: Sequence[Passage], hard: Hard) -> list[Pair]:
    """Each question and near miss beside its own passage and each of its hard negatives."""
    asked = [
        Pair(q.text, passage, place, 0, place, True, q.start, q.end)
        for place, passage in enumerate(passages)
        for q in passage.questions
    ] + [
        Pair(text, passage, place, 0, place, False)
        for place, passage in enumerate(passages)
        for text in passage.near_misses
    ]
    beside = [
        Pair(pair.question, passages[n], n, 0, pair.about, False)
        for pair in asked
        for n in hard.get((pair.about, pair.question), ())
    ]
    return asked + beside


@torch.no_grad()
def verdicts(reader: Reader, cut: Cut, pairs: Sequence[Pair]) -> Taught:
    """What a reader says of the pairs."""
    judged: dict[Asked, np.ndarray] = {}
    pointed: dict[Asked, np.ndarray] = {}
    order = sorted(pairs, key=lambda p: len(p.passage.whole))
    for at in range(0, len(order), 4 * AT_ONCE):
        read = order[at : at + 4 * AT_ONCE]
        told = fed(cut, read, tokens=TOKENS)
        with halved():
            scores, words = reader(**told.inputs)
        rows = scores.float().cpu().numpy()
        answering = [n for n, pair in enumerate(read) if pair.answers]
        shown = words[answering].half().cpu().numpy()
        inside = told.inside.cpu().numpy()
        for pair, row in zip(read, rows, strict=True):
            judged[pair.question, pair.place] = row
        for n, logits in zip(answering, shown, strict=True):
            pointed[read[n].question, read[n].place] = logits[inside[n]]
    said(f"the teacher has read {len(judged)} questions beside passages")
    return Taught(judged, pointed)
