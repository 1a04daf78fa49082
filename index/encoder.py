"""Texts become unit vectors, with onnxruntime and tokenizers alone.

sentence-transformers takes 7 seconds and 440 MB to import, so nothing on the way to an answer does:
`index.export` turns a model into the folder read here once, when a library is made.

Each text is run alone, one to a thread. In a batch, the int8 scales would be taken over all its
texts, so a text's vector would depend on its neighbours (cosine 0.98 to itself); alone it is always
the same, and nothing is spent on padding: 250 passages a second on two cores against 210 in batches
of 32.

    encoder/  model.onnx  tokenizer.json  encoder.json (name, dimensions, token limit, SHA-256)
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from index.errors import EncoderError

Floats = npt.NDArray[np.float32]

MODEL, TOKENIZER, CARD = "model.onnx", "tokenizer.json", "encoder.json"


class Encoder(Protocol):
    """Anything that turns texts into unit vectors. `name` changes whenever the vectors would."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def dimensions(self) -> int: ...  # noqa: D102
    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit rows, (len(texts), dimensions)."""


@dataclass(frozen=True, slots=True)
class Card:
    """What an exported encoder says of itself. `max_tokens` is where a text is cut off."""

    name: str
    dimensions: int
    max_tokens: int
    sha256: str
    tokenizer_sha256: str

    @property
    def full_name(self) -> str:
        """The model's name and the first digits of its exported weights' hash."""
        return f"{self.name}@{self.sha256[:12]}"

    @classmethod
    def read(cls, folder: Path) -> Card:
        """Read encoder.json. Raises EncoderError when it is not there or not one."""
        try:
            return cls(**json.loads((folder / CARD).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise EncoderError(f"There is no exported encoder in {folder}.") from error

    def write(self, folder: Path) -> None:
        """Write encoder.json."""
        (folder / CARD).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


class OnnxEncoder:
    """An exported encoder. Safe to use from several threads at once."""

    def __init__(self, card: Card, *, tokenizer: Any, session: Any) -> None:
        self._card = card
        self._tokenizer = tokenizer
        self._session = session

    @classmethod
    def open(cls, folder: Path) -> OnnxEncoder:
        """Load what `index.export` wrote. Raises EncoderError when it is missing or was altered."""
        import tokenizers  # noqa: PLC0415  (onnxruntime and this take 0.2 s: only for who encodes)

        card = cls.check(folder)
        tokenizer = tokenizers.Tokenizer.from_file(str(folder / TOKENIZER))
        tokenizer.enable_truncation(card.max_tokens)
        tokenizer.no_padding()
        return cls(card, tokenizer=tokenizer, session=_session(folder / MODEL))

    @staticmethod
    def check(folder: Path) -> Card:
        """Its card. Raises EncoderError unless its files are those that were exported."""
        card = Card.read(folder)
        for name, expected in ((MODEL, card.sha256), (TOKENIZER, card.tokenizer_sha256)):
            path = folder / name
            if not path.is_file() or sha256_of(path) != expected:
                raise EncoderError(
                    f"The exported encoder in {folder} is damaged: {name} has changed."
                )
        return card

    @property
    def name(self) -> str:
        """The name that its vectors are kept under."""
        return self._card.full_name

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return self._card.dimensions

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit rows, (len(texts), dimensions), in the order given; long texts are cut off."""
        if len(texts) < 2:
            rows = [self._run(text) for text in texts]
        else:
            with ThreadPoolExecutor(os.cpu_count() or 2) as threads:
                rows = list(threads.map(self._run, texts))
        return np.stack(rows) if rows else np.zeros((0, self.dimensions), np.float32)

    def _run(self, text: str) -> Floats:
        encoding = self._tokenizer.encode(text)
        feed = {
            "input_ids": np.array([encoding.ids], np.int64),
            "attention_mask": np.array([encoding.attention_mask], np.int64),
        }
        vector: Floats = np.asarray(self._session.run(None, feed)[0][0], np.float32)
        return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), np.float32)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _session(path: Path) -> Any:
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises bare classes of its own, made at run time
        raise EncoderError(f"The exported encoder {path} cannot be loaded.") from error
