"""`matters evaluate` as an evaluator types it: runs kept, scored again, compared, handed to TREC's
own program, and questions that are wrong named."""

import json

import ir_measures
import pytest

from assistant.evaluation.gold import read_gold
from tests.conftest import SAMPLE

QUESTIONS = 12


@pytest.fixture(scope="module")
def questions(tmp_path_factory):
    """The first of the sample questions."""
    path = tmp_path_factory.mktemp("evaluate") / "questions.jsonl"
    lines = (SAMPLE / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[:QUESTIONS]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def run(matters, questions, tmp_path):
    """A run of these questions."""
    path = tmp_path / "run.jsonl"
    assert matters("evaluate", questions, "--run-file", path)[0] == 0
    return path


def test_a_run_scored_again_has_the_same_figures(matters, questions, run):
    (_, asked, _), (status, again, _) = (
        matters("evaluate", questions, "--json", *more) for more in ((), ("--from-run", run))
    )
    asked, again = json.loads(asked), json.loads(again)
    assert status == 0 and again["questions"] == QUESTIONS
    assert again["figures"] == asked["figures"] and again["kinds"] == asked["kinds"]


def test_every_figure_has_its_interval(matters, questions, run):
    told = json.loads(matters("evaluate", questions, "--from-run", run, "--json")[1])
    for name, value in told["figures"].items():
        low, high = told["intervals"][name] or (0, 1)
        assert value is None or low <= value <= high, name
    assert told["councils"] and told["risk_coverage"]["points"]


def test_figures_agree_with_trec_s_own_over_the_files_written(matters, questions, run, tmp_path):
    files = [tmp_path / name for name in ("qrels", "trec")]
    told = json.loads(matters("evaluate", questions, "--from-run", run, "--json",
                              "--qrels", files[0], "--trec-run", files[1])[1])  # fmt: skip
    theirs = ir_measures.calc_aggregate(
        [ir_measures.nDCG @ 10, ir_measures.RR @ 50, ir_measures.R @ 20],
        list(ir_measures.read_trec_qrels(str(files[0]))),
        list(ir_measures.read_trec_run(str(files[1]))),
    )
    for measure, name in (("nDCG@10", "ndcg@10"), ("RR@50", "mrr"), ("R@20", "relevant@20")):
        assert theirs[ir_measures.parse_measure(measure)] == pytest.approx(told["figures"][name])
    assert told["figures"]["mrr"] > 0


def test_recall_of_evidence_is_trec_s_success_where_one_passage_holds_it(
    matters, questions, run, tmp_path
):
    matters("evaluate", questions, "--from-run", run, "--qrels", tmp_path / "q",
            "--trec-run", tmp_path / "t")  # fmt: skip
    told = json.loads(matters("evaluate", questions, "--from-run", run, "--json")[1])
    ours = {result["id"]: result["figures"] for result in told["results"]}
    single = {gold.id for gold in read_gold(questions)[0] if len(gold.evidence) == 1}
    qrels = list(ir_measures.read_trec_qrels(str(tmp_path / "q")))
    whole = {row.query_id for row in qrels if row.relevance} & single
    assert len(whole) >= 3
    found = ir_measures.iter_calc([ir_measures.Success @ 5], qrels,
                                  list(ir_measures.read_trec_run(str(tmp_path / "t"))))  # fmt: skip
    for metric in found:
        if metric.query_id in whole:
            assert metric.value == ours[metric.query_id]["recall@5"]


def test_two_runs_are_compared_and_what_changed_is_named(matters, questions, run, tmp_path):
    answers = [json.loads(line) for line in run.read_text(encoding="utf-8").splitlines()]
    silent = tmp_path / "silent.jsonl"
    refused = [{**answer, "answered": False} for answer in answers]
    silent.write_text("\n".join(map(json.dumps, refused)), encoding="utf-8")
    told = json.loads(matters("evaluate", questions, "--compare", run, silent, "--json")[1])
    assert told["figures"]["right"]["difference"] < 0 and told["figures"]["mrr"]["p"] == 1
    assert told["lost"] and all(change["second"] == "refused" for change in told["lost"])
    status, out, _ = matters("evaluate", questions, "--compare", run, silent)
    assert status == 0 and told["lost"][0]["question"][:30] in out


def test_each_wrong_question_is_named_with_its_line_and_the_rest_is_evaluated(
    matters, questions, tmp_path
):
    good = questions.read_text(encoding="utf-8").splitlines()[0]
    lost = json.loads(good) | {"id": "lost", "evidence": [{"document": "none", "quote": "w x y"}]}
    made_up = json.loads(good) | {"id": "made up"}
    made_up["evidence"] = [{**made_up["evidence"][0], "quote": "Ostleby bought three moons."}]
    path = tmp_path / "q.jsonl"
    path.write_text("\n".join([good, "{", json.dumps(lost), json.dumps(made_up)]), encoding="utf-8")
    status, out, err = matters("evaluate", path, "--json", "--run-file", tmp_path / "run.jsonl")
    told = json.loads(out)
    assert (status, told["questions"]) == (1, 1)
    assert [line["line"] for line in told["left_out"]] == [2, 3, 4]
    assert all(f"line {n} was left out" in err for n in (2, 3, 4))
    assert len((tmp_path / "run.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_questions_a_run_lacks_are_named(matters, questions, run, tmp_path):
    part = tmp_path / "part.jsonl"
    part.write_text(run.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    status, _, err = matters("evaluate", questions, "--from-run", part)
    assert status == 0 and "has no answer to" in err


@pytest.mark.parametrize("words", [("--compare", "a", "b"), ("--beir", "folder")])
def test_no_file_asked_for_is_left_unwritten_in_silence(matters, words):
    status, _, err = matters("evaluate", *words, "--qrels", "somewhere")
    assert status == 2 and "leave out" in err


def test_something_must_be_evaluated(matters):
    status, _, err = matters("evaluate")
    assert status == 2 and "--beir" in err
