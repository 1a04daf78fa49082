import json

import pytest

from assistant.errors import EvaluationError
from assistant.evaluation.gold import read_gold

GOOD = {"id": "1", "question": "Q?", "kind": "list", "answerable": True,
        "must_include": ["a", ["b", "c"]],
        "evidence": [{"document": "d", "quote": "w"}], "also_in": [{"document": "e"}]}  # fmt: skip


def written(tmp_path, *lines):
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_question_is_read_with_its_spellings_and_copies(tmp_path):
    (gold,), bad = read_gold(written(tmp_path, json.dumps(GOOD)))
    assert gold.must_include == (("a",), ("b", "c"))
    assert gold.also_in == ("e",) and gold.line == 1 and not bad


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{not json", "not JSON"),
        ("[1]", "not a JSON object"),
        (json.dumps({**GOOD, "id": ""}), '"id"'),
        (json.dumps({**GOOD, "answerable": "yes"}), '"answerable"'),
        (json.dumps({**GOOD, "evidence": []}), '"evidence"'),
        (json.dumps({**GOOD, "evidence": [{"quote": "w"}]}), "document"),
        (json.dumps({**GOOD, "evidence": [{"document": "d", "quote": " "}]}), "empty quote"),
        (json.dumps(GOOD), "used above"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_the_rest_is_read(tmp_path, line, told):
    questions, bad = read_gold(written(tmp_path, json.dumps(GOOD), "", line))
    assert len(questions) == 1
    assert [b.number for b in bad] == [3] and told in bad[0].reason


def test_a_file_without_questions_is_refused(tmp_path):
    with pytest.raises(EvaluationError, match="holds no questions"):
        read_gold(written(tmp_path, "{}"))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(EvaluationError, match=r"no file .*gone\.jsonl"):
        read_gold(tmp_path / "gone.jsonl")


def test_a_binary_file_is_refused(tmp_path):
    path = tmp_path / "q.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(EvaluationError, match="not UTF-8"):
        read_gold(path)
