"""What a teacher says of questions beside passages, kept so that a smaller reader can learn it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from training.pairs import Pair

Asked = tuple[str, int]
"""A question and the place of the passage it is read beside."""


@dataclass(frozen=True, slots=True)
class Taught:
    """By question and passage: a teacher's relevance and answerability (2,), and of a question's
    own passage the logits of each of its text's first tokens to start or end the answer (n, 2)."""

    judged: Mapping[Asked, np.ndarray]
    pointed: Mapping[Asked, np.ndarray]

    def scores(self, pairs: Sequence[Pair]) -> Any:
        """Of each pair, (n, 2). Raises KeyError for one that the teacher never read."""
        return torch.tensor(np.stack([self.judged[p.question, p.place] for p in pairs]))

    def words(self, pairs: Sequence[Pair], begins: Sequence[int], wide: int) -> Any:
        """Of each pair how likely each token starts or ends the answer, (n, wide, 2), where its
        text's tokens begin at `begins`; nothing of a pair that does not answer."""
        likely = np.zeros((len(pairs), wide, 2), np.float32)
        for row, (pair, begin) in enumerate(zip(pairs, begins, strict=True)):
            logits = self.pointed.get((pair.question, pair.place)) if pair.answers else None
            if logits is not None:
                kept = logits[: wide - begin].astype(np.float32)
                shares = np.exp(kept - kept.max(0))
                likely[row, begin : begin + len(kept)] = shares / shares.sum(0)
        return torch.from_numpy(likely)
