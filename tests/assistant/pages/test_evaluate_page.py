import json

import pytest

from assistant.assistant import ask
from assistant.evaluation.judging import kept_rows
from assistant.pages import evaluate, judge
from assistant.pages.ask import Limits, _asked, _found_wanting
from assistant.wire import answer_json
from tests.conftest import SAMPLE

QUESTION = "What did the Cabinet resolve about the improvement plan?"


@pytest.fixture
def questions(tmp_path):
    """The first two sample questions, and a line that is none."""
    lines = (SAMPLE / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join([*lines[:2], "no question"]), encoding="utf-8")
    return str(path)


def measured(library, file):
    return evaluate._measure(library, file, evaluate.gr.Progress())


def test_a_questions_file_is_measured_and_its_first_question_opened(sample, questions):
    results, shown, _, picked, opened = measured(sample, questions)
    assert len(results) == 2 and len(picked.choices) == 2
    assert "95 % interval" in shown and "Line 3 was left out" in shown
    assert "The gold answer" in opened and "What was found" in opened


def test_an_opened_question_stands_ready_to_be_judged(sample, questions):
    results = measured(sample, questions)[0]
    opened, to_judge = evaluate._opened(results, 1)
    assert to_judge == results[1].gold.question and results[1].gold.id in opened
    assert evaluate._opened(results, None)[0] == ""


def test_a_file_that_cannot_be_asked_is_named_without_where_it_lies(sample, tmp_path):
    path = tmp_path / "mine.jsonl"
    path.write_text("no question", encoding="utf-8")
    results, shown, *_ = measured(sample, str(path))
    assert results == [] and "mine.jsonl" in shown and str(tmp_path) not in shown
    assert "Choose the questions file first" in measured(sample, "")[1]


def test_more_questions_than_a_page_asks_are_left_to_the_command(sample, questions, monkeypatch):
    monkeypatch.setattr(evaluate, "MOST", 1)
    assert "up to 1 at once" in measured(sample, questions)[1]


def test_judged_passages_are_kept_as_gold_and_counted(library):
    found = judge._found(library, QUESTION)[0]
    judged = [judge.RELEVANT, found["passages"][0]["text"], judge.OTHER, "left in the box"]
    told = judge._kept(library, found, "decision", "", "", False, False, judged=judged)
    (row,) = kept_rows(library, "gold", ("public",))
    assert row["id"] in told and len(row["evidence"]) == len(row["not_relevant"]) == 1
    assert "1 judged question<" in judge._filled(library)[1]


def test_nothing_judged_is_nothing_kept(library):
    found = judge._found(library, QUESTION)[0]
    told = judge._kept(library, found, "open", "", "", False, False, judged=[None, ""] * 10)
    assert "problem" in told and not kept_rows(library, "gold", ("public",))


def test_passages_of_exempt_papers_are_never_offered_for_judging(library):
    exempt = {paper.id for paper in library.papers(("exempt",))}
    found = judge._found(library, "What does the exempt appendix say of costs?")[0]
    assert exempt and not exempt & {passage["paper"] for passage in found["passages"]}


def test_an_answer_found_wanting_becomes_a_candidate_with_one_click(library):
    answer = answer_json(ask(library, QUESTION))
    told, button = _found_wanting(library, answer)
    assert "Evaluate tab" in told and not button.visible
    assert [row["question"] for row in kept_rows(library, "candidates", ("public",))] == [QUESTION]
    assert (QUESTION, QUESTION) in judge._filled(library)[0].choices


def clicks(library, question, limits):
    return _asked(library, question, (), limits)[6].visible


def test_the_click_is_offered_for_answers_where_they_can_be_kept(library, sample):
    nothing = Limits(None, None, None, None)
    assert clicks(library, QUESTION, nothing)
    assert not clicks(sample, QUESTION, nothing)
    assert not clicks(library, "", nothing)


def test_nothing_of_a_questions_file_becomes_markup(sample, tmp_path):
    row = {"id": "<b>1", "question": "<b>Why?", "kind": "<b>open", "answerable": False}
    path = tmp_path / "mine.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    _, shown, _, _, opened = measured(sample, str(path))
    assert "<b>" not in shown + opened and "&lt;b&gt;" in opened
