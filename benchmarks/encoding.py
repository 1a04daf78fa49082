"""The int8 encoder on onnxruntime, against the same weights in sentence-transformers and torch."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.pairs import Pair, timed
from index.encoder import OnnxEncoder
from index.models.export import PLAIN, default_weights, export_encoder


def compare(texts: Sequence[str]) -> tuple[Pair, float]:
    """The two speeds, and the mean cosine of our vectors to theirs."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    model = SentenceTransformer(str(default_weights()), device="cpu")
    with tempfile.TemporaryDirectory() as made:
        export_encoder(PLAIN, Path(made) / "encoder")
        encoder = OnnxEncoder.open(Path(made) / "encoder")

    def theirs() -> np.ndarray:
        return np.asarray(model.encode(list(texts), batch_size=32, normalize_embeddings=True))

    pair = timed(lambda: encoder.encode(texts), theirs, rounds=3)
    cosine = float((encoder.encode(texts) * theirs()).sum(axis=1).mean())
    return pair, cosine
