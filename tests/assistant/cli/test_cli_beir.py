import json

import pytest

TEXTS = [
    {"_id": "m1_a", "title": "Chair", "text": "The bridge over the mill stream is mended."},
    {"_id": "m1_b", "title": "Member", "text": "Nobody asked about the swimming pool."},
    {"_id": "m2_a", "title": "Chair", "text": "The bridge at the station is to be painted."},
]
QUERY = {"_id": "q1", "text": "bridge painted", "metadata": {"meeting": "m1"}}


@pytest.fixture
def folder(tmp_path):
    """A set of one query, whose judged text is in another group than the query's own."""
    lines = [json.dumps(row) for row in TEXTS]
    (tmp_path / "corpus.jsonl").write_text("\n".join([*lines, "broken"]), encoding="utf-8")
    (tmp_path / "queries.jsonl").write_text(json.dumps(QUERY), encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text("q1\tm2_a\t1\n", encoding="utf-8")
    return tmp_path


def test_figures_are_printed_and_bad_lines_named(matters, folder, own_folder):
    status, out, err = matters("evaluate", "--beir", folder, "--library", own_folder)
    assert status == 1 and "line 4 was left out: it is not JSON" in err
    assert "queries: 1, texts: 3" in out and "nDCG@10     1.000 (1.000 to 1.000)" in out


def test_within_a_field_other_groups_are_not_searched(matters, folder, own_folder):
    words = ("evaluate", "--beir", folder, "--library", own_folder, "--within", "meeting", "--json")
    told = json.loads(matters(*words)[1])
    assert told["figures"]["recall@100"]["mean"] == 0 and told["within"] == "meeting"
    assert [row["line"] for row in told["left_out"]] == [4]


def test_a_folder_without_a_set_is_one_sentence(matters, tmp_path):
    status, out, err = matters("evaluate", "--beir", tmp_path)
    assert (status, out) == (2, "") and "no file" in err and err.count("\n") == 1
