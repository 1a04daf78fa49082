import pytest

from assistant.evaluation.beir import Beir, Query
from assistant.evaluation.gold import Evidence, Gold
from benchmarks.rankings import bm25
from benchmarks.sets import BeirSet, GoldSet, Remembering
from benchmarks.steps import WHOLE
from index.collection import Collection, Text
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
    texts = Collection.open(TEXTS, AlikeEncoder(), cache=tmp_path)
    asked = BeirSet("bridges", SET, texts, within=within)
    ours, rival = asked.of_ours(WHOLE), asked.of_rival(bm25)
    assert ours == rival and ours["R@100"] == 1
    assert (ours["nDCG@10"] == 1) == within  # over all, the other bridge comes first


def test_gold_is_measured_over_the_questions_that_have_an_answer(sample):
    passage = sample.passages_in(sample.papers()[0].id)[0]
    said = Gold(
        "1", passage.text, "open", True, evidence=(Evidence(passage.document, passage.text),)
    )
    asked = GoldSet("sample", sample, [said, Gold("2", "Why?", "unanswerable", False)])
    assert asked.questions == 1
    assert asked.of_rival(bm25) == {"recall@600w": 1, "all@600w": 1, "MRR": 1}
    assert asked.of_ours(WHOLE)["recall@600w"] == 1


def test_evidence_that_stands_nowhere_counts_as_0(sample):
    nowhere = Gold("1", "bridge?", "open", True, evidence=(Evidence("none", "no such words"),))
    figures = GoldSet("sample", sample, [nowhere]).of_rival(bm25)
    assert figures == {"recall@600w": 0, "all@600w": 0, "MRR": 0}
