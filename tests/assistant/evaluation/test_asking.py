import json

import pytest

from assistant.errors import EvaluationError
from assistant.evaluation.asking import Result, evaluate, table, write_run
from assistant.evaluation.gold import Evidence, Gold

UNANSWERABLE = Gold("2", "Q?", "unanswerable", False)


def result(gold, **figures):
    return Result(gold, {"id": gold.id, "answered": True, "seconds": 0.1}, figures)


def test_the_table_means_over_all_questions_and_over_each_kind():
    figure = Gold("1", "Q?", "figure", True, evidence=(Evidence("d", "w"),))
    rows = table([result(figure, overall=1.0, right=1.0), result(UNANSWERABLE, overall=0.0)])
    assert [(row.label, row.questions) for row in rows] == [
        ("all", 2), ("figure", 1), ("unanswerable", 1),
    ]  # fmt: skip
    assert rows[0].figures["overall"] == (1 + 0) / 2
    assert rows[0].figures["right"] == 1  # only answerable questions count
    assert rows[2].figures["right"] is None


def test_a_run_is_written_one_answer_a_line_with_its_id(tmp_path):
    write_run(tmp_path / "run.jsonl", [result(UNANSWERABLE, overall=0.0)] * 2)
    lines = (tmp_path / "run.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["2", "2"]


def test_a_run_that_cannot_be_written_says_so(tmp_path):
    with pytest.raises(EvaluationError, match="could not be written"):
        write_run(tmp_path / "no" / "run.jsonl", [])


def test_each_question_is_asked_and_answered_as_json(sample):
    (found,) = evaluate(sample, [Gold("S", "What was resolved?", "decision", True,
                                      evidence=(Evidence("d", "w"),))])  # fmt: skip
    assert found.run["id"] == "S" and len(found.run["passages"]) > 0
    assert found.score["recall@5"] == 0  # no such paper


def test_a_question_that_cannot_be_asked_counts_as_refused(sample):
    (found,) = evaluate(sample, [Gold("S", "why? " * 5000, "unanswerable", False)])
    assert found.score["refused"] == 1
