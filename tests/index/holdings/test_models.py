import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from index.errors import DamagedError, EncoderError, LibraryError
from index.library import Library
from index.search import search
from tests.index.library_fakes import TextReader, tiny_cross_encoder, tiny_model, write_papers

ROOT = Path(__file__).parents[3]


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
    next(folder.glob("encoder/*/model.onnx")).write_bytes(b"cut short")
    with Library.open(folder) as library:
        findings = library.verify()
        assert [(f.subject, f.repaired) for f in findings] == [("encoder", True)]
        assert library.verify() == []
        assert library.encoder.encode(["the plan"]).shape == (1, 16)


def test_a_missing_export_of_a_read_only_library_is_said_in_a_sentence(folder):
    shutil.rmtree(folder / "encoder")
    with (
        Library.open(folder, read_only=True) as library,
        pytest.raises(EncoderError, match="run matters verify"),
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


# -- changing models ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def another(tmp_path_factory) -> Path:
    return tiny_model(tmp_path_factory.mktemp("another"))


def test_another_encoder_embeds_every_passage_again(folder, another):
    told = []
    with Library.open(folder) as library:
        before = library.encoder.name
        library.use_encoder(str(another), on_progress=lambda *now: told.append(now))
        assert library.encoder.name == library.shelf("public").encoder != before
        assert [hit.passage.document for hit in search(library, "plan")] == ["plan"]
        assert library.verify() == []
    assert told[-1] == (1, 1, "embedding passages again")


def test_who_has_the_library_open_goes_on_with_the_other_encoder(folder, another):
    with Library.open(folder, read_only=True) as served, Library.open(folder) as library:
        assert search(served, "plan")
        library.use_encoder(str(another))
        assert search(served, "plan")
        assert served.encoder.name == served.shelf("public").encoder == library.encoder.name


def test_an_encoder_that_cannot_be_had_changes_nothing(folder, tmp_path):
    (tmp_path / "empty").mkdir()
    with Library.open(folder) as library:
        before = library.encoder.name
        with pytest.raises(EncoderError, match="cannot be loaded"):
            library.use_encoder(str(tmp_path / "empty"))
        assert library.encoder.name == before and search(library, "plan")


def test_a_change_of_encoder_that_is_cut_off_leaves_the_one_before(folder, another, monkeypatch):
    def cut(*_, **__):
        raise KeyboardInterrupt

    with Library.open(folder) as library:
        before = library.encoder.name
        monkeypatch.setattr("index.changing.models.renew", cut)
        with pytest.raises(KeyboardInterrupt):
            library.use_encoder(str(another))
    with Library.open(folder) as library:
        assert library.encoder.name == before and search(library, "plan")
        assert all(finding.repaired for finding in library.verify())  # what was half made goes
        assert library.verify() == []


def test_what_is_no_reader_is_not_taken_for_one(folder, another):
    with Library.open(folder) as library:
        with pytest.raises(EncoderError, match="is no reader"):
            library.use_reader(str(another))
        assert library.verify() == []


@pytest.mark.parametrize("name", ["", "none", "reader"])
def test_words_that_name_no_encoder_are_refused(folder, name, monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with Library.open(folder) as library, pytest.raises(EncoderError):
        library.use_encoder(name)


def test_a_reader_that_is_damaged_is_done_without_until_it_is_mended(folder, tmp_path):
    with Library.open(folder) as library:
        library.use_reader(str(tiny_cross_encoder(tmp_path)))
        next(folder.glob("reader/*/model.onnx")).write_bytes(b"cut short")
    with Library.open(folder) as library:
        assert library.reader is None
        assert [(f.subject, f.repaired) for f in library.verify()] == [("reader", True)]
        assert library.reader is not None


def test_a_search_of_indexes_of_another_encoder_is_refused(folder, another):
    with Library.open(folder) as library:
        shelf = replace(library.shelf("public"), encoder="of another time")
        fake = SimpleNamespace(papers=library.papers, encoder=library.encoder,
                               shelf=lambda _: shelf)  # fmt: skip
        with pytest.raises(DamagedError, match="another encoder"):
            search(fake, "plan")


def test_a_search_during_the_change_waits_for_both_to_agree(folder):
    with Library.open(folder) as library:
        shelf = library.shelf("public")
        before = [replace(shelf, encoder="the one before")]
        fake = SimpleNamespace(
            papers=library.papers, encoder=library.encoder, passages=library.passages,
            shelf=lambda _: before.pop() if before else shelf,
        )  # fmt: skip
        assert [hit.passage.document for hit in search(fake, "plan")] == ["plan"]


def test_a_reader_of_the_users_own_takes_the_place_of_ours(folder, tmp_path):
    cross = tiny_cross_encoder(tmp_path)
    with Library.open(folder) as library:
        library.use_reader(str(cross))
        assert library.reader.name == library.status().reader
        assert library.reader.name.startswith("cross@")
        library.use_reader("none")
        assert library.reader is None and library.status().reader == ""


def test_a_library_of_another_time_loses_its_old_export(folder):
    (folder / "encoder/model.onnx").write_bytes(b"as one was kept before")
    with Library.open(folder) as library:
        library.verify()
    assert not (folder / "encoder/model.onnx").exists()
