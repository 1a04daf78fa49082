"""The models that ship are those their card describes, and small enough."""

import numpy as np
import pytest

from index import models
from index.encoder import OnnxEncoder
from index.models import NAMES, shipped
from index.models.exported import Card
from index.reader import OnnxReader

CARD = (shipped("encoder").parent / "README.md").read_text(encoding="utf-8")
LARGEST = 25_000_000  # bytes of one file
CARERS = (
    "Anytown Council\nScrutiny Committee\n3 May 2024\nFostering",
    "In the year 12 foster carers resigned and 7 were approved, a net loss of five households.",
)
BRIDGE = (
    "Anytown Council\nHighways Committee\n3 May 2024\nBridges",
    "The bridge over the mill stream was closed in March for repairs costing £40,000.",
)


@pytest.fixture(scope="module")
def reader() -> OnnxReader:
    return OnnxReader.open(shipped("reader"))


@pytest.mark.parametrize("kind", ["encoder", "reader"])
def test_its_files_are_those_the_card_describes(kind):
    folder = shipped(kind)
    assert Card.checked(folder, kind).sha256 in CARD
    assert Card.checked(folder, kind).name == NAMES[kind]
    assert max(path.stat().st_size for path in folder.iterdir()) < LARGEST


def test_a_lay_question_is_nearest_to_what_it_asks_for():
    encoder = OnnxEncoder.open(shipped("encoder"))
    question, *passages = encoder.encode(
        ["did they lose more foster mums and dads than they got", "\n".join(CARERS),
         "\n".join(BRIDGE)]
    )  # fmt: skip
    assert question @ passages[0] > question @ passages[1] + 0.1


def test_the_reader_tells_the_passage_that_answers(reader):
    carers, bridge = reader.read("how many foster carers quit", [CARERS, BRIDGE])
    assert carers.relevance > bridge.relevance
    assert carers.answers > bridge.answers


@pytest.mark.parametrize(
    ("question", "words"),
    [("How many foster carers resigned in the year?", "12"),
     ("how many new foster carers were approved", "7")],
)  # fmt: skip
def test_the_reader_points_at_the_words(reader, question, words):
    (verdict,) = reader.read(question, [CARERS])
    start, end = verdict.offsets[int(np.argmax(verdict.starts))]
    assert CARERS[1][start:end] == words


def test_a_question_of_the_same_things_without_the_fact_is_less_sure(reader):
    question, missed = "how much did repairing the bridge cost", "who repaired the bridge"
    (answered,), (unsaid,) = reader.read(question, [BRIDGE]), reader.read(missed, [BRIDGE])
    assert answered.answers > unsaid.answers


def test_without_the_models_a_library_is_plain(monkeypatch, tmp_path):
    from index.holdings.models import NONE, default_model
    from index.models.export import PLAIN

    monkeypatch.setattr(models, "__file__", str(tmp_path / "__init__.py"))
    assert (default_model("encoder"), default_model("reader")) == (PLAIN, NONE)
