"""The sample questions asked once; what is promised of answers is checked over all of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.answer import Answer
from assistant.api import create_app
from assistant.assistant import ask
from assistant.cli.command import run
from assistant.evaluation.gold import Gold, read_gold
from index.encoder import Encoder
from index.library import Library
from tests.conftest import SAMPLE

Asked = list[tuple[Gold, Answer]]
HERE = "http://127.0.0.1"  # the server answers to no name it was not told


@pytest.fixture
def matters(capsys, monkeypatch, sample_folder):
    """Run `matters` with these words; gives (exit status, standard output, standard error)."""
    monkeypatch.setenv("MATTERS_LIBRARY", str(sample_folder))

    def command(*words):
        status = run([str(word) for word in words])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


@pytest.fixture
def client(sample: Library) -> Iterator[TestClient]:
    """An HTTP client of the sample papers' library, which is read-only."""
    app = create_app(sample)
    with TestClient(app, base_url=HERE, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def library(own_folder: Path) -> Iterator[Library]:
    """A library of the sample papers that the test may change."""
    with Library.open(own_folder, create=False) as library:
        yield library


@pytest.fixture
def own(library: Library) -> Iterator[tuple[Library, TestClient]]:
    """A library that the test may change, and a client of it."""
    with TestClient(create_app(library), base_url=HERE) as client:
        yield library, client


@pytest.fixture(scope="session")
def answers(sample_folder: Path) -> Asked:
    """Every sample question with its answer, asked by a member of the public."""
    questions, bad = read_gold(SAMPLE / "questions.jsonl")
    assert len(questions) >= 60 and not bad
    with Library.open(sample_folder, create=False, read_only=True) as library:
        return [(gold, ask(library, gold.question)) for gold in questions]


@pytest.fixture(scope="session")
def encoder(sample_folder: Path) -> Encoder:
    """The real encoder, for what is decided by how near meanings are."""
    with Library.open(sample_folder, create=False, read_only=True) as library:
        return library.encoder


@pytest.fixture(scope="session")
def without_exempt(
    sample_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    """The sample library without its exempt papers."""
    folder = shutil.copytree(sample_folder, tmp_path_factory.mktemp("public") / "library")
    with Library.open(folder) as library:
        exempt = [p.id for p in library.papers(("exempt",))]
        assert exempt, "the sample papers have none that is exempt"
        for paper in exempt:
            library.remove(paper)
        yield library
