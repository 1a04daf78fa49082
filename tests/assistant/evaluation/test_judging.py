import json

import pytest

from assistant.assistant import ask
from assistant.errors import EvaluationError
from assistant.evaluation import judging
from assistant.evaluation.gold import read_gold
from assistant.evaluation.judging import (
    Judged,
    Judgement,
    as_lines,
    candidate_row,
    judged_row,
    keep,
    kept_rows,
)
from assistant.wire import answer_json

QUESTION = "What did the Cabinet resolve about the improvement plan?"
PASSAGE = {"document": "lamps", "paper": "lamps#2", "page": 4, "paragraph": "3.1", "row": "",
           "text": "Five lamps  were\nfitted in Mill Lane."}  # fmt: skip
PUBLIC = ("public",)


@pytest.fixture
def answer(library):
    return answer_json(ask(library, QUESTION))


def judged(passage=PASSAGE, *, words="", relevant=True, **fields):
    return Judged("How many lamps?", "figure", [Judgement(passage, relevant, words)], **fields)


def test_what_is_judged_relevant_becomes_evidence_where_it_stands():
    row = judged_row(judged(words="Five lamps were fitted"))
    assert row["evidence"] == [{"document": "lamps", "paper": "lamps#2", "page": 4,
                                "paragraph": "3.1", "row": "",
                                "quote": "Five lamps were fitted"}]  # fmt: skip
    assert row["answerable"] and not row["not_relevant"]


def test_words_that_the_passage_does_not_hold_are_no_evidence():
    with pytest.raises(EvaluationError, match="word for word"):
        judged_row(judged(words="Six lamps"))


def test_a_question_needs_evidence_or_a_word_that_there_is_none():
    with pytest.raises(EvaluationError, match="at least one passage"):
        judged_row(judged(relevant=False))
    with pytest.raises(EvaluationError, match="do say"):
        judged_row(judged(unanswerable=True))
    row = judged_row(judged(relevant=False, unanswerable=True))
    assert not row["answerable"] and len(row["not_relevant"]) == 1 and not row["evidence"]


def test_judgements_are_a_questions_file(library, answer, tmp_path):
    keep(library, "gold", judged_row(judged(answer["passages"][0])))
    path = tmp_path / "gold.jsonl"
    path.write_text(as_lines(kept_rows(library, "gold", PUBLIC)), encoding="utf-8")
    (gold,), bad = read_gold(path)
    assert not bad and gold.evidence[0].quote == answer["passages"][0]["text"]


def test_a_question_judged_again_counts_once_as_judged_last(library, answer):
    for note in ("first", "second"):
        keep(library, "gold", judged_row(judged(answer["passages"][0], note=note)))
    assert [row["note"] for row in kept_rows(library, "gold", PUBLIC)] == ["second"]


def test_a_candidate_keeps_the_answer_and_what_it_cited(library, answer):
    keep(library, "candidates", candidate_row(answer))
    (row,) = kept_rows(library, "candidates", PUBLIC)
    assert row["question"] == QUESTION and row["answer"] == answer["answer"]
    assert [c["quote"] for c in row["citations"]] == [c["quote"] for c in answer["citations"]]


def test_what_quotes_a_paper_that_became_exempt_is_not_shown(library, answer):
    keep(library, "candidates", candidate_row(answer))
    library.correct(answer["citations"][0]["paper"], access="exempt", by="an officer")
    assert kept_rows(library, "candidates", PUBLIC) == []
    assert len(kept_rows(library, "candidates", ("public", "exempt"))) == 1


def test_a_line_cut_short_costs_no_other(library, answer):
    keep(library, "candidates", candidate_row(answer))
    path = library.folder / "judgements" / "candidates.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + '\n{"id": "C-', encoding="utf-8")
    keep(library, "candidates", candidate_row({**answer, "question": "Another?"}))
    assert len(kept_rows(library, "candidates", PUBLIC)) == 2


def test_a_read_only_library_keeps_nothing_and_says_so(sample, sample_folder):
    with pytest.raises(EvaluationError, match="read-only"):
        keep(sample, "gold", {"id": "J-1"})
    assert not (sample_folder / "judgements").exists()
    assert kept_rows(sample, "gold", PUBLIC) == []


def test_a_full_file_takes_no_more(library, monkeypatch):
    monkeypatch.setattr(judging, "FULL", 30)
    keep(library, "gold", {"id": "J-1"})
    with pytest.raises(EvaluationError, match="full"):
        keep(library, "gold", {"id": "J-2", "question": "Is there room?"})


def test_keeping_leaves_the_library_sound(library, answer):
    keep(library, "candidates", candidate_row(answer))
    assert library.verify() == []
    assert json.loads(as_lines(kept_rows(library, "candidates", PUBLIC)))["kind"]
