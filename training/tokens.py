"""Texts as the models' tokens. Each is cut once, however many batches it stands in: with a graphics
card, cutting would take longer than learning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from transformers import AutoTokenizer

from index.models.export import default_weights


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's token ids, and the characters of it that each covers, (n, 2)."""

    ids: list[int]
    offsets: np.ndarray

    def to(self, most: int) -> Tokens:
        """The first of them."""
        return Tokens(self.ids[:most], self.offsets[:most])

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last token of `text[start:end]`; None where they were cut off."""
        first = np.flatnonzero(self.offsets[:, 1] > start)
        last = np.flatnonzero(self.offsets[:, 1] >= end)
        return (int(first[0]), int(last[0])) if len(first) and len(last) else None


class Cut:
    """The default model's tokenizer, which remembers."""

    def __init__(self) -> None:
        self._tokenizer: Any = AutoTokenizer.from_pretrained(str(default_weights()))
        self.first, self.last = self._tokenizer.cls_token_id, self._tokenizer.sep_token_id
        self._known: dict[str, Tokens] = {}

    def __call__(self, text: str) -> Tokens:
        """Its tokens, without those that begin and end an input."""
        known = self._known.get(text)
        if known is None:
            made = self._tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
            offsets = np.array(made["offset_mapping"], dtype=np.int64).reshape(-1, 2)
            known = self._known[text] = Tokens(made["input_ids"], offsets)
        return known
