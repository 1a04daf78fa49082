import importlib.util
import json
import random

import pytest

from assistant.evaluation.gold import Evidence, Gold, read_gold
from assistant.evaluation.measures import coverage, first_words, met, recall, reciprocal_rank, score

QUOTE = "a net increase of five foster families since April"
GOLD = Gold(
    "1", "Q?", "figure", True, must_include=(("5", "five"),), evidence=(Evidence("july", QUOTE),)
)


def passage(text, document="july"):
    return {"document": document, "text": text}


def answer(**fields):
    run = {"answered": True, "answer": "Five families [1]", "passages": [passage(QUOTE)],
           "citations": [{"document": "july", "quote": QUOTE}]}  # fmt: skip
    return {**run, **fields}


def test_coverage_is_the_share_of_three_word_runs():
    assert coverage("one two three four", "one two three five") == 1 / 2


def test_coverage_evens_out_quotes_dashes_and_line_ends():
    assert coverage("the council’s plan – draft", "The council's\nplan - DRAFT") == 1


def test_recall_is_the_share_of_the_evidence_found():
    both = Gold(
        "1", "Q?", "open", True, evidence=(Evidence("july", QUOTE), Evidence("may", "x y z"))
    )
    assert recall(both, [passage(QUOTE)]) == 1 / 2


def test_any_of_needs_one_piece_of_evidence():
    evidence = (Evidence("july", QUOTE), Evidence("may", "x y z"))
    either = Gold("1", "Q?", "open", True, evidence=evidence, any_of=True)
    assert recall(either, [passage(QUOTE)]) == 1


def test_a_copy_in_another_paper_counts():
    copied = Gold("1", "Q?", "open", True, evidence=(Evidence("july", QUOTE),), also_in=("pack",))
    assert recall(copied, [passage(QUOTE, "pack")]) == 1
    assert recall(GOLD, [passage(QUOTE, "pack")]) == 0


def test_the_rank_of_the_first_hit_counts():
    assert reciprocal_rank(GOLD, [passage("no"), passage("nor this"), passage(QUOTE)]) == 1 / 3


def test_long_passages_gain_nothing():
    kept = first_words([passage("w " * 5), passage("v " * 5)], 7)
    assert [len(p["text"].split()) for p in kept] == [5, 2]


@pytest.mark.parametrize(
    ("spelling", "text", "is_met"),
    [
        ("5", "an increase of 5.", True),
        ("5", "an increase of 15", False),
        ("5", "an increase of 5.2", False),
        ("£1.5m", "it cost £1.5m in all", True),
        ("Red", "rated red", True),
        ("Red", "reduced", False),
        ("foster famil", "two foster families", True),
    ],
)
def test_figures_and_short_words_must_stand_alone(spelling, text, is_met):
    assert met([spelling], text) is is_met


def test_a_right_answer_is_worded_and_cited():
    assert score(GOLD, answer())["right"] == 1
    assert score(GOLD, answer(citations=[])) | {"worded": 1.0, "right": 0.0} == score(
        GOLD, answer(citations=[])
    )


def test_words_after_the_first_two_hundred_do_not_count():
    late = answer(answer="word " * 200 + "five")
    assert score(GOLD, late)["worded"] == 0


def test_refusing_is_right_only_where_there_is_no_answer():
    none = Gold("2", "Q?", "unanswerable", False)
    assert score(none, {"answered": False}) == {"refused": 1.0, "overall": 1.0}
    assert score(GOLD, {"answered": False})["over-refused"] == 1


@pytest.mark.parametrize("name", ["questions-text.jsonl", "questions-pdf.jsonl"])
def test_our_figures_agree_with_the_published_scorer(shared, name):
    theirs = scorer(shared / "gold" / "score.py")
    path = shared / "gold" / name
    questions, _ = read_gold(path)
    raw = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    chance = random.Random(1)
    for gold, row in zip(questions, raw, strict=True):
        run = made_up(row, raw, chance)
        expected = theirs.judge(row, run)
        ours = score(gold, run)
        assert ours == pytest.approx({figure: expected[figure] for figure in ours}, abs=0.0005)


def scorer(path):
    spec = importlib.util.spec_from_file_location("shared_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made_up(row, rows, chance):
    """A run that is right in parts: its own evidence among others', cut short here and there."""
    others = [item for other in chance.sample(rows, 6) for item in other["evidence"]]
    pool = chance.sample(row["evidence"] + others, len(row["evidence"] + others))
    said = [entry if isinstance(entry, str) else entry[0] for entry in row["must_include"]]
    return {
        "answered": chance.random() < 0.9,
        "answer": " ".join(word for word in said if chance.random() < 0.95),
        "citations": [{"document": i["document"], "quote": i["quote"][:200]} for i in pool[:4]],
        "passages": [passage(i["quote"][: chance.randint(9, 900)], i["document"]) for i in pool],
    }
