"""A passage is read against a question: how relevant it is, whether it answers, with which words.

The reader that ships has all three from `training.reader`. A cross-encoder named by the user says
only how relevant a passage is, and then nothing is known of the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from index.models.exported import Card, each, open_session, open_tokenizer

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

LONGEST_QUESTION = 64
"""Tokens: the rest of a longer question is not read, so that there is room for the passage."""
UNREAD = 0.1
"""What words count as that stand after where reading stopped: nobody knows, so neither much nor
nothing. One passage in ten of council papers is longer than what is read of it."""
SCORES = 2
"""Relevance and answerability, of a reader that points at words too."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader makes of one passage. `relevance` and `answers` are logits: the first tells
    passages of one question apart, the second is above 0 where this one is likely to answer.

    `read_to` is the character of the text where reading stopped. `offsets` (n, 2) are the
    characters of the passage's text that each token covers; `starts` and
    `ends` (n,) the log of how likely the answer starts or ends with it. All are empty, and
    `answers` is None, where the reader does not point.
    """

    relevance: float
    answers: float | None
    offsets: Ints
    starts: Floats
    ends: Floats
    read_to: int = 0

    def within(self, start: int, end: int) -> float:
        """How likely, at best, an answer lies in `text[start:end]`, 0 to 1."""
        if len(self.offsets) and start >= self.read_to:
            return UNREAD
        inside = (self.offsets[:, 0] < end) & (self.offsets[:, 1] > start)
        if not inside.any():
            return 0.0
        starts = np.maximum.accumulate(self.starts[inside])
        return float(np.exp(np.max(starts + self.ends[inside])))


class Reader(Protocol):
    """Anything that reads passages against a question. `name` changes whenever verdicts would."""

    @property
    def name(self) -> str: ...  # noqa: D102
    def read(self, question: str, passages: Sequence[tuple[str, str]]) -> list[Verdict]:
        """A verdict on each (breadcrumb, text), in the order given."""


class OnnxReader:
    """An exported reader. Safe to use from several threads at once."""

    def __init__(self, card: Card, *, question: Any, pair: Any, session: Any) -> None:
        self._card = card
        self._question = question
        self._pair = pair
        self._session = session
        self._inputs = {each.name for each in session.get_inputs()}

    @classmethod
    def open(cls, folder: Path) -> OnnxReader:
        """Load what `index.models.export` wrote. Raises EncoderError if missing or altered."""
        card = Card.checked(folder, "reader")
        question = open_tokenizer(folder, LONGEST_QUESTION)
        pair = open_tokenizer(folder, card.max_tokens, pairs=True)
        return cls(card, question=question, pair=pair, session=open_session(folder))

    @property
    def name(self) -> str:
        """The model's name with the hash of its weights."""
        return self._card.full_name("reader")

    def read(self, question: str, passages: Sequence[tuple[str, str]]) -> list[Verdict]:
        """A verdict on each (breadcrumb, text), in the order given; long texts are cut off."""
        asked = question[: max(end for _, end in self._question.encode(question).offsets)]
        return each(lambda passage: self._run(asked, *passage), passages)

    def _run(self, question: str, breadcrumb: str, text: str) -> Verdict:
        lead = f"{breadcrumb}\n" if breadcrumb else ""
        encoding = self._pair.encode(question, lead + text)
        feed = {
            "input_ids": np.array([encoding.ids], np.int64),
            "attention_mask": np.array([encoding.attention_mask], np.int64),
            "token_type_ids": np.array([encoding.type_ids], np.int64),
        }
        found = self._session.run(None, {k: v for k, v in feed.items() if k in self._inputs})
        judged = np.asarray(found[0][0], np.float32)
        if self._card.dimensions < SCORES:
            none = np.zeros(0, np.float32)
            return Verdict(float(judged[0]), None, np.zeros((0, 2), np.int64), none, none)
        offsets = np.array(encoding.offsets, np.int64) - len(lead)
        of_text = (np.array(encoding.sequence_ids, object) == 1) & (offsets[:, 0] >= 0)
        starts, ends = np.asarray(found[1][0], np.float32)[of_text].T
        places = offsets[of_text]
        read_to = int(places[-1, 1]) if len(places) else 0
        return Verdict(
            float(judged[0]),
            float(judged[1]),
            places,
            _log_share(starts),
            _log_share(ends),
            read_to,
        )


def _log_share(logits: Floats) -> Floats:
    """Log-softmax over a passage's tokens."""
    if not len(logits):
        return logits
    shifted = logits - logits.max()
    return np.asarray(shifted - np.log(np.exp(shifted).sum()), np.float32)
