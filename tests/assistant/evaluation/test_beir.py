import json

import pytest

from assistant.errors import EvaluationError
from assistant.evaluation.beir import read_beir

TEXTS = [
    {"_id": "m1_a", "title": "Chair", "text": "The bridge."},
    {"_id": "m10_a", "text": "A pool."},
]
QUERIES = [{"_id": "q1", "text": "Which bridge?", "metadata": {"meeting": "m1"}}]


def written(tmp_path, *, corpus=(), queries=(), judged="q1\tm1_a\t1\n", name="qrels.tsv"):
    for file, rows, more in (("corpus", TEXTS, corpus), ("queries", QUERIES, queries)):
        lines = [json.dumps(row) for row in rows] + list(more)
        (tmp_path / f"{file}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("query-id\tcorpus-id\tscore\n" + judged, encoding="utf-8")
    return [tmp_path]


@pytest.mark.parametrize("name", ["qrels.tsv", "qrels/test.tsv"])
def test_a_set_is_read_with_its_judgements_in_either_place(tmp_path, name):
    beir = read_beir(written(tmp_path, name=name))
    assert [(t.id, t.title) for t in beir.texts] == [("m1_a", "Chair"), ("m10_a", "")]
    assert beir.qrels == {"q1": {"m1_a": 1}} and not beir.bad
    assert [(q.id, q.text, q.group) for q in beir.queries] == [("q1", "Which bridge?", "")]


def test_a_query_without_a_judgement_above_0_is_not_asked(tmp_path):
    more = json.dumps({"_id": "q2", "text": "Why?"}), json.dumps({"_id": "q3", "text": "Who?"})
    beir = read_beir(written(tmp_path, queries=more, judged="q1\tm1_a\t1\nq3\tm1_a\t0\n"))
    assert [query.id for query in beir.queries] == ["q1"]


def test_a_text_belongs_to_the_group_its_id_begins_with_whole(tmp_path):
    beir = read_beir(written(tmp_path), within="meeting")
    assert beir.queries[0].group == "m1"
    assert [(t.id, t.group) for t in beir.texts] == [("m1_a", "m1"), ("m10_a", "")]


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("corpus", "{not json", "not JSON"),
        ("corpus", "[1]", "not a JSON object"),
        ("corpus", json.dumps({"_id": "x"}), '"text"'),
        ("corpus", json.dumps({"_id": "m1_a", "text": "again"}), "used above"),
        ("queries", json.dumps({"text": "Who?"}), '"_id"'),
        ("queries", json.dumps({"_id": "q1", "text": "again"}), "used above"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_the_rest_is_read(tmp_path, file, line, told):
    beir = read_beir(written(tmp_path, **{file: [line]}))
    (bad,) = beir.bad
    assert bad.file.name == f"{file}.jsonl" and told in bad.reason
    assert bad.number == {"corpus": 3, "queries": 2}[file]
    assert len(beir.texts) == 2 and len(beir.queries) == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [("q1 m1_a 1", "between tabs"), ("q1\tm1_a\thigh", "between tabs"),
     ("q9\tm1_a\t1", "no query q9"), ("q1\tm9\t1", "no text m9")],
)  # fmt: skip
def test_a_bad_judgement_is_named(tmp_path, line, told):
    beir = read_beir(written(tmp_path, judged=f"q1\tm1_a\t1\n{line}\n"))
    assert [(bad.number, told in bad.reason) for bad in beir.bad] == [(3, True)]
    assert beir.qrels == {"q1": {"m1_a": 1}}


def test_a_query_without_the_field_asked_for_is_named(tmp_path):
    more = [json.dumps({"_id": "q2", "text": "Why?", "metadata": {}})]
    (bad,) = read_beir(written(tmp_path, queries=more), within="meeting").bad
    assert bad.number == 2 and '"meeting"' in bad.reason


def test_a_set_in_two_folders_is_one(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    other = read_beir([*written(tmp_path / "a"), *written(tmp_path / "b")])
    assert len(other.texts) == 2 and {bad.number for bad in other.bad} == {1, 2}


def test_a_folder_that_holds_no_set_says_so(tmp_path):
    with pytest.raises(EvaluationError, match="no file"):
        read_beir([tmp_path])
    with pytest.raises(EvaluationError, match="no judged query"):
        read_beir(written(tmp_path, judged=""))
