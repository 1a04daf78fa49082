import math

import ir_measures
import pytest

from assistant.errors import EvaluationError
from assistant.evaluation.trec import measured, write_qrels, write_trec_run

QRELS = {"1": {"a": 1, "c": 1}, "2": {}}
RANKED = {"1": ["b", "a"], "2": ["x"]}


def test_gain_falls_with_the_logarithm_of_the_rank():
    ideal = 1 / math.log2(2) + 1 / math.log2(3)
    values = measured(QRELS, RANKED, ["nDCG@10", "R@20", "RR"])
    assert values["1"] == pytest.approx(
        {"nDCG@10": 1 / math.log2(3) / ideal, "R@20": 1 / 2, "RR": 1 / 2}
    )


def test_a_question_with_nothing_relevant_or_nothing_found_counts_as_0():
    assert measured(QRELS, {}, ["RR"]) == {"1": {"RR": 0.0}, "2": {"RR": 0.0}}


def test_a_passage_that_comes_twice_counts_once():
    assert measured(QRELS, {"1": ["b", "b", "a"]}, ["RR"])["1"]["RR"] == 1 / 2


def test_the_files_written_give_the_same_figures(tmp_path):
    write_qrels(tmp_path / "qrels", QRELS)
    write_trec_run(tmp_path / "run", RANKED)
    read = ir_measures.calc_aggregate(
        [ir_measures.nDCG @ 10],
        ir_measures.read_trec_qrels(str(tmp_path / "qrels")),
        ir_measures.read_trec_run(str(tmp_path / "run")),
    )
    ours = [row["nDCG@10"] for row in measured(QRELS, RANKED, ["nDCG@10"]).values()]
    assert list(read.values()) == pytest.approx([sum(ours) / len(ours)])


def test_names_with_spaces_keep_the_columns(tmp_path):
    write_trec_run(tmp_path / "run", {"my question": ["a paper@0-9"]})
    line = (tmp_path / "run").read_text(encoding="utf-8")
    assert line == "my%20question Q0 a%20paper@0-9 1 1 matters\n"


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(EvaluationError, match="could not be written"):
        write_qrels(tmp_path / "no" / "qrels", QRELS)
