import numpy as np
import pytest

from assistant.evaluation.beir import Beir, Query
from assistant.evaluation.gold import Evidence, Gold
from benchmarks.rankings import bm25
from benchmarks.sets import BeirSet, GoldSet, Models, ReadBefore, Remembering, Stand, means
from benchmarks.steps import WHOLE, Step
from index.holdings.collection import Collection, Text
from index.reader import Verdict
from tests.index.alike import AlikeEncoder

TEXTS = (Text("a", "", "The bridge is mended.", "m1"), Text("b", "", "The bridge fell.", "m2"))
SET = Beir(TEXTS, (Query("q1", "bridge mended", "m2"),), {"q1": {"b": 1}})


def test_no_text_is_encoded_twice():
    encoder = AlikeEncoder()
    remembering = Remembering(encoder)
    assert remembering.encode(["a", "b", "a"]).shape == (3, 4)
    remembering.encode(["b"])
    assert encoder.encoded == 2


@pytest.mark.parametrize("within", [False, True])
def test_a_rival_and_ours_look_in_the_same_texts(tmp_path, within):
    alike = AlikeEncoder()
    texts = Collection.open(TEXTS, alike, cache=tmp_path)
    stand = Stand(texts.shelf(), [text.text for text in TEXTS], Models(alike, alike, None))
    asked = BeirSet("bridges", SET, texts, stand, within=within)
    ours, rival = asked.of_ours(WHOLE), asked.of_rival(bm25)
    assert ours == rival and set(ours["R@100"]) == {1}
    assert (set(ours["nDCG@10"]) == {1}) == within  # over all, the other bridge comes first


class Liking:
    """A reader that likes passages which hold a word; `given` counts them."""

    name = "liking"

    def __init__(self, word: str) -> None:
        self.word, self.given = word, 0

    def read(self, _, passages):
        self.given += len(passages)
        nothing = np.zeros(0, np.float32)
        return [
            Verdict(9.0 * (self.word in text), None, np.zeros((0, 2), np.int64), nothing, nothing)
            for _, text in passages
        ]


def test_no_passage_is_read_twice_for_a_question():
    reader = Liking("a")
    remembering = ReadBefore(reader)
    first = remembering.read("why", [("", "a"), ("", "b")])
    assert remembering.read("why", [("", "b"), ("", "a")]) == first[::-1]
    remembering.read("how", [("", "a")])
    assert reader.given == 3


def test_a_reader_can_be_taken_away(tmp_path, monkeypatch):
    monkeypatch.setattr("index.reranking.SHARE", 0.9)
    alike = AlikeEncoder()
    texts = Collection.open(TEXTS, alike, cache=tmp_path)
    models = Models(alike, alike, Liking("fell"))
    stand = Stand(texts.shelf(), [text.text for text in TEXTS], models)
    asked = BeirSet("bridges", SET, texts, stand, within=False)
    with_it, without = (means(asked.of_ours(step)) for step in (WHOLE, Step(reader=False)))
    assert with_it["nDCG@10"] == 1 > without["nDCG@10"]


def models_of(library) -> Models:
    return Models(library.encoder, library.encoder, library.reader)


def test_gold_is_measured_over_the_questions_that_have_an_answer(sample):
    passage = sample.passages_in(sample.papers()[0].id)[0]
    said = Gold(
        "1", passage.text, "open", True, evidence=(Evidence(passage.document, passage.text),)
    )
    unsaid = Gold("2", "Why?", "unanswerable", False)
    asked = GoldSet("sample", sample, [said, unsaid], models_of(sample))
    assert asked.questions == 1
    assert asked.of_rival(bm25) == {"recall@600w": [1], "all@600w": [1], "MRR": [1]}
    assert asked.of_ours(WHOLE)["recall@600w"] == [1]


def test_evidence_that_stands_nowhere_counts_as_0(sample):
    nowhere = Gold("1", "bridge?", "open", True, evidence=(Evidence("none", "no such words"),))
    figures = GoldSet("sample", sample, [nowhere], models_of(sample)).of_rival(bm25)
    assert figures == {"recall@600w": [0], "all@600w": [0], "MRR": [0]}
