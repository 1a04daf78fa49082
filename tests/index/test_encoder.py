import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.encoder import OnnxEncoder
from index.errors import EncoderError
from index.models.export import PLAIN, default_weights, export_encoder
from index.models.exported import Card
from tests.index.library_fakes import tiny_model

ROOT = Path(__file__).parents[2]
SENTENCES = [
    "The Committee resolved that the report be noted.",
    "How many children were looked after in 2017/18, and what was done?",
    "Inspectors judged leadership to require improvement to be good.",
    "Budget overspend of £1.2m. " * 60,
    "hi",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("export") / "encoder"
    export_encoder(PLAIN, made)
    return made


@pytest.fixture(scope="module")
def encoder(folder) -> OnnxEncoder:
    return OnnxEncoder.open(folder)


def test_the_export_agrees_with_the_original(encoder):
    from sentence_transformers import SentenceTransformer

    original = SentenceTransformer(str(default_weights()), device="cpu")
    expected = original.encode(SENTENCES, normalize_embeddings=True)
    cosines = (encoder.encode(SENTENCES) * expected).sum(axis=1)
    assert cosines.min() >= 0.98


def test_vectors_are_unit_rows(encoder):
    rows = encoder.encode(SENTENCES)
    assert rows.shape == (len(SENTENCES), 384)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_a_text_has_one_vector_whatever_it_is_encoded_with(encoder):
    apart = np.concatenate([encoder.encode([s]) for s in SENTENCES])
    assert (encoder.encode(SENTENCES) == apart).all()


def test_no_texts_are_no_rows(encoder):
    assert encoder.encode([]).shape == (0, 384)


def test_encoding_never_imports_torch(folder):
    code = (
        "import sys; from pathlib import Path; from index.encoder import OnnxEncoder;"
        f"OnnxEncoder.open(Path({str(folder)!r})).encode(['hello']);"
        "print([m for m in ('torch', 'sentence_transformers', 'transformers') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_its_name_tells_its_weights(encoder, folder):
    assert encoder.name == f"all-MiniLM-L6-v2@{Card.read(folder, 'encoder').sha256[:12]}+parts"


def test_nothing_is_left_beside_the_export(folder):
    assert [path.name for path in folder.parent.iterdir()] == ["encoder"]


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_an_altered_export_is_refused(folder, tmp_path, name):
    for file in folder.iterdir():
        os.link(file, tmp_path / file.name)
    (tmp_path / name).unlink()
    (tmp_path / name).write_bytes(b"cut short")
    with pytest.raises(EncoderError, match=f"damaged: {name}"):
        OnnxEncoder.open(tmp_path)


def test_a_missing_export_is_said_in_a_sentence(tmp_path):
    with pytest.raises(EncoderError, match="no exported encoder"):
        OnnxEncoder.open(tmp_path)


def test_any_other_model_is_exported_with_its_own_pooling(tmp_path):
    from sentence_transformers import SentenceTransformer

    model = tiny_model(tmp_path)
    export_encoder(str(model), tmp_path / "encoder")
    made, texts = OnnxEncoder.open(tmp_path / "encoder"), ["the plan was noted", "good"]
    expected = SentenceTransformer(str(model), device="cpu").encode(
        texts, normalize_embeddings=True
    )
    assert made.name.startswith("tiny@")
    assert made.dimensions == 16
    assert ((made.encode(texts) * expected).sum(axis=1) > 0.98).all()


def test_a_model_that_cannot_be_had_is_said_in_a_sentence(tmp_path):
    (tmp_path / "model").mkdir()
    with pytest.raises(EncoderError, match="cannot be loaded"):
        export_encoder(str(tmp_path / "model"), tmp_path / "encoder")
    assert not (tmp_path / "encoder").exists()


def test_weights_that_are_not_the_published_ones_are_refused(monkeypatch, tmp_path):
    package = tmp_path / "other_minilm"
    (package / "model").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "model" / "model.safetensors").write_bytes(b"another model")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr("index.models.export._PACKAGE", "other_minilm")
    with pytest.raises(EncoderError, match="not the published ones"):
        export_encoder(PLAIN, tmp_path / "encoder")


def test_the_card_says_how_it_was_made(folder):
    card = json.loads((folder / "encoder.json").read_text())
    assert (card["name"], card["dimensions"], card["max_tokens"]) == (PLAIN, 384, 256)
