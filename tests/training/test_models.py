"""Training, on two passages and for a moment: what it promises holds at any size."""

import pytest
import torch

from index.encoder import OnnxEncoder
from index.models.export import export_encoder, write_reader
from index.reader import OnnxReader
from tests.index.alike import AlikeEncoder
from training import encoder, reader
from training.mining import hard_negatives
from training.passages import Passage, Question
from training.prepared import Prepared

BRIDGE = Passage(
    "1", "bridges", "Anytown Council", "The bridge was mended in May 2024 for £3,000.",
    (Question("when was the bridge mended", 26, 34), Question("what did the bridge cost", 39, 45)),
    ("Who mended the bridge?",),
)  # fmt: skip
FOSTERING = Passage(
    "2", "carers", "Anytown Council", "Five foster carers left and seven were approved.",
    (Question("how many carers left", 0, 4),), ("Why did carers leave?",),
)  # fmt: skip
PASSAGES = [BRIDGE, FOSTERING]
NEAR = [[1], [0]]
HARD = {(n, q.text): [1 - n] for n, p in enumerate(PASSAGES) for q in p.questions}


@pytest.fixture(scope="module", autouse=True)
def briefly():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoder, "EPOCHS", 1)
        patch.setattr(reader, "EPOCHS", 1)
        yield


@pytest.fixture(scope="module")
def trained():
    return encoder.train(PASSAGES, NEAR, seed=3)


def test_the_same_seed_trains_the_same_encoder(trained):
    again = encoder.train(PASSAGES, NEAR, seed=3)
    assert all(torch.equal(trained[name], again[name]) for name in trained)


def test_the_same_seed_trains_the_same_reader():
    one, other = (reader.train(PASSAGES, HARD, seed=3).state_dict() for _ in range(2))
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_what_is_prepared_is_the_same_when_read_again(tmp_path):
    prepared = Prepared(PASSAGES, [FOSTERING], HARD)
    prepared.write(tmp_path / "made" / "prepared.json.gz")
    assert Prepared.read(tmp_path / "made" / "prepared.json.gz") == prepared


def test_nothing_kept_of_the_tuning_is_the_model_as_it_was(trained, tmp_path):
    from sentence_transformers import SentenceTransformer

    from index.models.export import default_weights

    encoder.write_averaged(trained, tmp_path / "as-it-was", keep=0.0)
    encoder.write_averaged(trained, tmp_path / "tuned", keep=1.0)
    before, none, all_of_it = (
        SentenceTransformer(str(folder), device="cpu").encode(["the bridge"])[0]
        for folder in (default_weights(), tmp_path / "as-it-was", tmp_path / "tuned")
    )
    assert none == pytest.approx(before, abs=1e-6)
    assert all_of_it != pytest.approx(before, abs=1e-6)


def test_what_was_trained_can_be_exported_and_run(trained, tmp_path):
    from transformers import AutoTokenizer

    from index.models.export import default_weights

    encoder.write_averaged(trained, tmp_path / "tuned")
    export_encoder(str(tmp_path / "tuned"), tmp_path / "encoder", name="ours")
    assert OnnxEncoder.open(tmp_path / "encoder").name.startswith("ours@")
    network = reader.train(PASSAGES, HARD, seed=3)
    tokenizer = AutoTokenizer.from_pretrained(str(default_weights()))
    write_reader(network, tokenizer, tmp_path / "reader", name="ours")
    (verdict,) = OnnxReader.open(tmp_path / "reader").read("when", [("Anytown", BRIDGE.text)])
    assert 0 <= verdict.within(26, 34) <= 1 and verdict.answers is not None


def test_a_hard_negative_is_neither_the_own_passage_nor_one_with_the_answer():
    again = Passage("3", "other", "", "It was in May 2024 that the bridge fell.", (), ())
    far = Passage("4", "far", "", "A bridge is to be built over the mill stream.", (), ())
    question, answer = BRIDGE.questions[0].text, "in May 2024 for"
    found = hard_negatives([(question, answer)], [0], [BRIDGE, again, far], AlikeEncoder(), most=5)
    assert found == [[1, 2]]
    found = hard_negatives(
        [(question, "in May 2024 that")], [0], [BRIDGE, again, far], AlikeEncoder(), most=5
    )
    assert found == [[2]]
