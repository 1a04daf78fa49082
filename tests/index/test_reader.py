"""Readers as they are exported and run: a user's cross-encoder, and one that points at words."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.errors import EncoderError
from index.models.export import export_reader, write_reader
from index.reader import UNREAD, OnnxReader, Verdict
from tests.index.library_fakes import tiny_body, tiny_cross_encoder

PASSAGES = [("", "the plan was noted"), ("the plan", "good"), ("", "noted " * 300)]


@pytest.fixture(scope="module")
def cross_encoder(tmp_path_factory):
    return tiny_cross_encoder(tmp_path_factory.mktemp("cross"))


@pytest.fixture(scope="module")
def pointing(tmp_path_factory) -> OnnxReader:
    """A reader of ours, untrained and tiny."""
    from transformers import AutoModel, AutoTokenizer

    from training.reader import Reader

    folder = tmp_path_factory.mktemp("pointing")
    body = str(tiny_body(folder))
    network = Reader(AutoModel.from_pretrained(body, attn_implementation="eager"), 16)
    tokenizer = AutoTokenizer.from_pretrained(body)
    write_reader(network, tokenizer, folder / "reader", name="small")
    return OnnxReader.open(folder / "reader")


def test_a_users_cross_encoder_scores_as_the_original(cross_encoder, tmp_path):
    from sentence_transformers import CrossEncoder

    export_reader(str(cross_encoder), tmp_path / "reader")
    verdicts = OnnxReader.open(tmp_path / "reader").read("was the plan good", PASSAGES[:2])
    pairs = [("was the plan good", "the plan was noted"), ("was the plan good", "the plan\ngood")]
    import torch

    original = CrossEncoder(str(cross_encoder), device="cpu")
    expected = original.predict(pairs, activation_fn=torch.nn.Identity())
    assert [v.relevance for v in verdicts] == pytest.approx(list(expected), abs=0.02)
    assert all(v.answers is None and v.within(0, 10) == 0 for v in verdicts)


def test_a_model_that_is_no_reader_is_said_in_a_sentence(tmp_path):
    (tmp_path / "model").mkdir()
    with pytest.raises(EncoderError, match=r"reader .* cannot be loaded"):
        export_reader(str(tmp_path / "model"), tmp_path / "reader")
    assert not (tmp_path / "reader").exists()


def test_an_altered_reader_is_refused(cross_encoder, tmp_path):
    export_reader(str(cross_encoder), tmp_path / "reader")
    (tmp_path / "reader/model.onnx").write_bytes(b"cut short")
    with pytest.raises(EncoderError, match=r"reader in .* is damaged: model.onnx"):
        OnnxReader.open(tmp_path / "reader")


def test_what_a_reader_points_at_is_in_the_text_and_not_in_the_breadcrumb(pointing):
    (verdict,) = pointing.read("was it noted", [("the plan", "plan was noted")])
    words = ["plan was noted"[a:b] for a, b in verdict.offsets]
    assert words == ["plan", "was", "noted"]
    assert np.exp(verdict.starts).sum() == pytest.approx(1, abs=1e-4)


def test_a_passage_is_read_alike_whatever_is_read_with_it(pointing):
    alone = [pointing.read("was it good", [passage])[0] for passage in PASSAGES]
    together = pointing.read("was it good", PASSAGES)
    assert [v.relevance for v in together] == [v.relevance for v in alone]


def test_a_question_longer_than_any_passage_is_read(pointing):
    for question in ("plan " * 400, "1/" * 400, "?" * 999, "  "):
        read = pointing.read(question, PASSAGES)
        assert [len(v.offsets) > 0 for v in read] == [True] * len(PASSAGES)


def test_of_words_after_the_end_of_reading_nothing_is_known(pointing):
    (verdict,) = pointing.read("was it noted", [PASSAGES[2]])
    assert 0 < verdict.read_to < len(PASSAGES[2][1])
    assert verdict.within(verdict.read_to + 1, verdict.read_to + 9) == UNREAD


def test_no_passages_are_no_verdicts(pointing):
    assert pointing.read("was it good", []) == []


LOGS = st.lists(st.floats(-9, 0), min_size=1, max_size=8)


@given(starts=LOGS, ends=LOGS, cut=st.tuples(st.integers(0, 8), st.integers(0, 8)))
def test_the_best_span_within_is_that_of_trying_all(starts, ends, cut):
    size = min(len(starts), len(ends))
    offsets = np.array([(n, n + 1) for n in range(size)], np.int64)
    log_starts = np.array(starts[:size], np.float32)
    log_ends = np.array(ends[:size], np.float32)
    verdict = Verdict(0.0, 0.0, offsets, log_starts, log_ends, read_to=size)
    start, end = sorted(cut)
    assume(start < size)
    tried = [
        np.exp(log_starts[i] + log_ends[j])
        for i in range(size) for j in range(i, size) if start <= i and j < end
    ]  # fmt: skip
    assert verdict.within(start, end) == pytest.approx(max(tried, default=0.0), rel=1e-4)
