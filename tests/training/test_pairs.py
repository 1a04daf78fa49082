import random

import torch

from training.pairs import batches, fed, rivals
from training.passages import Passage, Question
from training.tokens import Cut

OWN = Passage(
    "1", "bridges", "Anytown", "The bridge was mended in May.",
    (Question("when was it mended", 25, 28),), ("Who mended it?",),
)  # fmt: skip
OTHER = Passage("2", "roads", "", "The road was closed in June.", (), ())


def test_a_passage_comes_with_its_questions_their_rivals_and_its_near_misses():
    hard = {(0, "when was it mended"): [1]}
    (pairs,) = batches([OWN, OTHER], hard, random.Random(1), of=5)
    assert [(p.question, p.passage.id, p.answers) for p in pairs] == [
        ("when was it mended", "1", True),
        ("when was it mended", "2", False),
        ("Who mended it?", "1", False),
    ]
    assert pairs[0].group == pairs[1].group != pairs[2].group
    assert {p.about for p in pairs} == {0}


def test_a_near_miss_is_read_beside_another_passage_too():
    hard = {(0, "Who mended it?"): [1]}
    (pairs,) = batches([OWN, OTHER], hard, random.Random(1), of=5)
    missed = [(p.passage.id, p.answers) for p in pairs if p.question == "Who mended it?"]
    assert missed == [("1", False), ("2", False)]


def test_only_a_question_puts_its_passage_before_others():
    hard = {(0, "when was it mended"): [1], (0, "Who mended it?"): [1]}
    (pairs,) = batches([OWN, OTHER], hard, random.Random(1), of=5)
    turned = pairs[::-1]
    (rows,) = rivals(turned)
    assert [(turned[row].question, turned[row].passage.id) for row in rows] == [
        ("when was it mended", "1"), ("when was it mended", "2"),
    ]  # fmt: skip


def test_what_a_reader_is_fed_marks_the_passage_and_the_answer():
    (pairs,) = batches([OWN, OTHER], {}, random.Random(1), of=5)
    told = fed(Cut(), pairs, random.Random(1))
    assert told.rows.tolist() == [0]
    first, last = int(told.firsts[0]), int(told.lasts[0])
    cut = Cut()
    assert told.inputs["input_ids"][0, first : last + 1].tolist() == cut("May").ids
    inside = told.inputs["input_ids"][0][told.inside[0]].tolist()
    assert inside == cut(OWN.text).ids, "neither the question nor the breadcrumb"
    assert told.inputs["token_type_ids"].shape == told.inputs["attention_mask"].shape
    assert torch.all(told.inputs["attention_mask"].sum(1) > told.inside.sum(1))
