"""Texts become unit vectors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from index.models.exported import Card, each, open_session, open_tokenizer

Floats = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Anything that turns texts into unit vectors. `name` changes whenever the vectors would."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def dimensions(self) -> int: ...  # noqa: D102
    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit rows, (len(texts), dimensions)."""


class OnnxEncoder:
    """An exported encoder. Safe to use from several threads at once."""

    def __init__(self, card: Card, *, tokenizer: Any, session: Any) -> None:
        self._card = card
        self._tokenizer = tokenizer
        self._session = session

    @classmethod
    def open(cls, folder: Path) -> OnnxEncoder:
        """Load what `index.models.export` wrote. Raises EncoderError if missing or altered."""
        card = Card.checked(folder, "encoder")
        tokenizer = open_tokenizer(folder, card.max_tokens)
        return cls(card, tokenizer=tokenizer, session=open_session(folder))

    @property
    def name(self) -> str:
        """The name that its vectors are kept under."""
        return self._card.full_name("encoder")

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return self._card.dimensions

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit rows, (len(texts), dimensions), in the order given; long texts are cut off."""
        rows = each(self._run, texts)
        return np.stack(rows) if rows else np.zeros((0, self.dimensions), np.float32)

    def _run(self, text: str) -> Floats:
        encoding = self._tokenizer.encode(text)
        feed = {
            "input_ids": np.array([encoding.ids], np.int64),
            "attention_mask": np.array([encoding.attention_mask], np.int64),
        }
        vector: Floats = np.asarray(self._session.run(None, feed)[0][0], np.float32)
        return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), np.float32)
