import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import EncoderError, LibraryError
from index.library import Library
from tests.index.library_fakes import TextReader, tiny_model, write_papers

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> Path:
    return tiny_model(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def made(tmp_path_factory, model) -> Path:
    """A library with one paper, made with a model of its own."""
    folder = tmp_path_factory.mktemp("made") / "library"
    with Library.open(folder, encoder=str(model)) as library:
        paths = write_papers(folder.parent / "in", plan="the plan was noted")
        library.add(paths, reader=TextReader())
    return folder


@pytest.fixture
def folder(made, tmp_path) -> Path:
    return shutil.copytree(made, tmp_path / "library")


def test_a_library_remembers_its_encoder(folder, model):
    with Library.open(folder) as library:
        assert library.encoder.name == library.shelf("public").encoder == library.status().encoder
        assert library.encoder.name.startswith("tiny@")
        vector = library.encoder.encode(["the plan was noted"])[0]
        assert len(library.shelf("public").vectors.search(vector, 5)) == 1


def test_naming_the_encoder_it_was_made_with_is_allowed(folder, model):
    with Library.open(folder, encoder=str(model)) as library:
        assert library.encoder.dimensions == 16


def test_naming_another_encoder_is_refused(folder):
    with pytest.raises(LibraryError, match=r"was made with the encoder .*tiny, not another/model"):
        Library.open(folder, encoder="another/model")


def test_opening_an_empty_library_exports_nothing(tmp_path):
    with Library.open(tmp_path / "library") as library:
        assert library.shelf("public") is None
        assert library.verify() == []
    assert not (tmp_path / "library/encoder").exists()


def test_a_damaged_export_is_made_again_by_verify(folder):
    (folder / "encoder/model.onnx").write_bytes(b"cut short")
    with Library.open(folder) as library:
        findings = library.verify()
        assert [(f.subject, f.repaired) for f in findings] == [("encoder", True)]
        assert library.verify() == []
        assert library.encoder.encode(["the plan"]).shape == (1, 16)


def test_a_missing_export_of_a_read_only_library_is_said_in_a_sentence(folder):
    shutil.rmtree(folder / "encoder")
    with (
        Library.open(folder, read_only=True) as library,
        pytest.raises(EncoderError, match="open it"),
    ):
        _ = library.encoder


def test_asking_an_existing_library_imports_no_torch(folder):
    code = (
        "import sys; from index.library import Library\n"
        f"with Library.open({str(folder)!r}) as library:\n"
        "    library.shelf('public').vectors.search(library.encoder.encode(['plan'])[0], 3)\n"
        "print([m for m in ('torch', 'sentence_transformers', 'onnx') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
