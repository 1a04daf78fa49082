import importlib.util
import json
import random

import pytest

from assistant.evaluation.gold import Evidence, Gold, read_gold
from assistant.evaluation.measures import (
    FIGURES,
    first_words,
    names,
    precision,
    recall,
    reciprocal_rank,
    score,
)

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


def test_recall_is_told_at_each_rank():
    late = answer(passages=[passage("no"), passage("nor this"), passage(QUOTE)])
    assert [score(GOLD, late)[f"recall@{k}"] for k in (1, 3, 5)] == [0, 1, 1]


def test_the_word_budget_can_be_another():
    long = answer(passages=[passage("w " * 50), passage(QUOTE)])
    assert score(GOLD, long, words=50)["recall@50w"] == 0
    assert score(GOLD, long, words=60)["all@60w"] == 1
    assert "recall@50w" in names(50) and "recall@600w" not in names(50)


def cited(*quotes, document="july"):
    return [{"document": document, "quote": quote} for quote in quotes]


@pytest.mark.parametrize(
    ("citations", "share"),
    [
        (cited(QUOTE, "the lamp posts were painted"), 1 / 2),
        (cited("five foster families since"), 1),  # cut from the evidence
        (cited("before it the service grew"), 1),  # cut from the passage that holds it
        (cited("before it the service grew", document="may"), 0),
    ],
)
def test_a_citation_bears_on_the_evidence_or_on_the_passage_around_it(citations, share):
    found = [passage(f"before it the service grew: {QUOTE}")]
    assert precision(GOLD, answer(passages=found, citations=citations)) == share


def test_precision_counts_only_where_something_is_cited():
    assert "citation precision" not in score(GOLD, answer(citations=[]))
    assert "citation precision" not in score(GOLD, answer(answered=False))


def test_citation_recall_is_the_share_of_the_evidence_cited():
    both = Gold(
        "1", "Q?", "open", True, evidence=(Evidence("july", QUOTE), Evidence("may", "x y z"))
    )
    assert score(both, answer())["citation recall"] == 1 / 2
    assert score(both, answer(answered=False))["citation recall"] == 0


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
        alike = {figure for figure in expected if figure in FIGURES}
        assert len(alike) == (8 if gold.answerable else 2)
        assert {f: ours[f] for f in alike} == pytest.approx(
            {f: expected[f] for f in alike}, abs=0.0005
        )


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
