"""A model as it is run: a folder with its weights, its tokenizer and a card that vouches for both.

    model.onnx  tokenizer.json  encoder.json or reader.json (name, sizes, SHA-256)

The only door to onnxruntime and tokenizers. sentence-transformers takes 7 seconds and 440 MB to
import, so nothing on the way to an answer does: `index.models.export` turns models into such
folders.

Each text is run alone, one to a thread. In a batch, the int8 scales would be taken over all its
texts, so what comes out for a text would depend on its neighbours (cosine 0.98 to itself); alone it
is always the same, and nothing is spent on padding: 250 passages a second on two cores against 210
in batches of 32.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from index.errors import EncoderError
from index.kept.disk import sha256_of

Kind = Literal["encoder", "reader"]
WAY = "parts"
"""How passages are embedded, as `index.texts.parts` does, kept with an encoder's name: vectors made
in another way are made again."""
MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
SLOWED = "SkipLayerNormFusion"
"""An optimisation of onnxruntime's that makes a model slower on the processor: without it a passage
is read in 0.89 of the time (220 tokens, one thread, onnxruntime 1.31)."""
Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Card:
    """What an exported model says of itself. `max_tokens` is where a text is cut off; `dimensions`
    the length of an encoder's vector, or how many scores a reader gives."""

    name: str
    dimensions: int
    max_tokens: int
    sha256: str
    tokenizer_sha256: str

    def full_name(self, kind: Kind) -> str:
        """The model's name and the first digits of its exported weights' hash; of an encoder also
        the way in which passages are embedded."""
        way = f"+{WAY}" if kind == "encoder" else ""
        return f"{self.name}@{self.sha256[:12]}{way}"

    @classmethod
    def read(cls, folder: Path, kind: Kind) -> Card:
        """Read the card. Raises EncoderError when it is not there or not one."""
        try:
            return cls(**json.loads(_card(folder, kind).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise EncoderError(f"There is no exported {kind} in {folder}.") from error

    @staticmethod
    def is_in(folder: Path, kind: Kind) -> bool:
        """Whether a folder is that of an exported model."""
        return _card(folder, kind).is_file()

    @classmethod
    def checked(cls, folder: Path, kind: Kind) -> Card:
        """The card. Raises EncoderError unless the files are those that were exported."""
        card = cls.read(folder, kind)
        for name, expected in ((MODEL, card.sha256), (TOKENIZER, card.tokenizer_sha256)):
            path = folder / name
            if not path.is_file() or sha256_of(path) != expected:
                raise EncoderError(
                    f"The exported {kind} in {folder} is damaged: {name} has changed."
                )
        return card

    @classmethod
    def of(cls, folder: Path, *, name: str, dimensions: int, max_tokens: int) -> Card:
        """The card of the files in a folder."""
        hashes = sha256_of(folder / MODEL), sha256_of(folder / TOKENIZER)
        return cls(name, dimensions, max_tokens, *hashes)

    def write(self, folder: Path, kind: Kind) -> None:
        """Write the card beside what it vouches for."""
        _card(folder, kind).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


def open_tokenizer(folder: Path, max_tokens: int, *, pairs: bool = False) -> Any:
    """The tokenizer, cutting a text at so many tokens; of a pair, the second text is cut."""
    import tokenizers  # noqa: PLC0415  (onnxruntime and this take 0.2 s: only for who runs models)

    tokenizer = tokenizers.Tokenizer.from_file(str(folder / TOKENIZER))
    strategy = "only_second" if pairs else "longest_first"
    tokenizer.enable_truncation(max_tokens, strategy=strategy)
    tokenizer.no_padding()
    return tokenizer


def open_session(folder: Path) -> Any:
    """The weights, ready to run on one thread. Raises EncoderError when they cannot be loaded."""
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    path = str(folder / MODEL)
    try:
        return onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], disabled_optimizers=[SLOWED]
        )
    except Exception as error:  # onnxruntime raises bare classes of its own, made at run time
        raise EncoderError(f"The exported model {path} cannot be loaded.") from error


def each(run: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
    """Run each item alone, one to a thread, in the order given."""
    if len(items) < 2:
        return [run(item) for item in items]
    with ThreadPoolExecutor(os.cpu_count() or 2) as threads:
        return list(threads.map(run, items))


def _card(folder: Path, kind: Kind) -> Path:
    return folder / f"{kind}.json"
