import json

import pytest

from assistant.errors import EvaluationError
from assistant.evaluation.asking import Result, write_run
from assistant.evaluation.gold import Gold
from assistant.evaluation.runs import read_run

RUN = {"id": "1", "answered": True, "answer": "Ninety.", "confidence": 0.9, "seconds": 0.1,
       "passages": [{"document": "ferries", "text": "w"}],
       "citations": [{"document": "ferries", "quote": "w"}]}  # fmt: skip


def written(tmp_path, *lines):
    path = tmp_path / "run.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_what_is_written_is_read_again(tmp_path):
    write_run(tmp_path / "run.jsonl", [Result(Gold("1", "Q?", "figure", False), RUN, {})])
    assert read_run(tmp_path / "run.jsonl") == {"1": RUN}


def test_an_answer_needs_only_an_id(tmp_path):
    assert read_run(written(tmp_path, '{"id": "1"}', "")) == {"1": {"id": "1"}}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{no", "not JSON"),
        ("[1]", '"id"'),
        (json.dumps({**RUN, "passages": [{"text": "w"}]}), '"passages"'),
        (json.dumps({**RUN, "citations": {"quote": "w"}}), '"citations"'),
        (json.dumps({**RUN, "answer": 7}), '"answer"'),
        (json.dumps({**RUN, "confidence": "high"}), '"confidence"'),
    ],
)
def test_a_line_that_is_no_answer_is_named(tmp_path, line, told):
    with pytest.raises(EvaluationError, match=f"line 2.*{told}"):
        read_run(written(tmp_path, json.dumps(RUN), line))


def test_a_file_without_answers_is_refused(tmp_path):
    with pytest.raises(EvaluationError, match="no answers"):
        read_run(written(tmp_path, ""))
