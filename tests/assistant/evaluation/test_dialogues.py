import json

import pytest

from assistant.errors import EvaluationError
from assistant.evaluation.dialogues import MOVES, Said, TurnResult, hold, read_dialogues, rows
from assistant.evaluation.gold import gold_of
from tests.conftest import SAMPLE

FILE = SAMPLE / "dialogues.jsonl"
GOLD = gold_of({"id": "T.1", "question": "Why?", "answerable": False})


def test_the_sample_dialogues_are_read():
    dialogues = read_dialogues(FILE)
    turns = [said for dialogue in dialogues for said in dialogue]
    assert len(dialogues) >= 30 and min(map(len, dialogues)) >= 3
    assert {said.move for said in turns} == set(MOVES)
    assert len({said.gold.id for said in turns}) == len(turns)
    assert all(dialogue[0].move == "first" for dialogue in dialogues)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{}", "turns"), ("[]", "object"), ('{"id": "T", "turns": [{"move": "sideways"}]}', "move"),
        ('{"id": "T", "turns": [{"move": "first", "question": "Why?"}]}', "answerable"),
        ("", "no dialogues"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_dialogue_is_named(tmp_path, line, why):
    path = tmp_path / "dialogues.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(EvaluationError, match=why):
        read_dialogues(path)


def result(move: str, score: dict[str, float]) -> TurnResult:
    return TurnResult(Said(move, GOLD), {"id": "T.1"}, score)


def test_right_is_right_where_the_papers_say_and_refused_where_they_do_not():
    told = rows([
        result("first", {"worded": 1, "right": 1, "overall": 1}),
        result("follow-up", {"worded": 1, "right": 0, "overall": 0}),
        result("follow-up", {"refused": 1, "overall": 1}),
    ])  # fmt: skip
    assert [(row.label, row.turns) for row in told] == [("all", 3), ("first", 1), ("follow-up", 2)]
    everything, _, follow_ups = told
    assert everything.right == 2 / 3 and everything.worded == 2 / 2 and everything.cited == 1 / 2
    assert (follow_ups.right, follow_ups.cited, follow_ups.refused) == (1 / 2, 0 / 1, 1 / 1)


def test_a_turn_is_asked_after_the_answers_before_it(sample, tmp_path):
    dialogue = read_dialogues(FILE)[:1]
    in_turn, alone = hold(sample, dialogue), hold(sample, dialogue, alone=True)
    assert in_turn[1].run["question"] != alone[1].run["question"] == dialogue[0][1].gold.question
    assert in_turn[1].run["carried"] and not alone[1].run["carried"]
    assert json.dumps(in_turn[0].score) == json.dumps(alone[0].score)
