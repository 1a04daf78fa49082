import pytest

from assistant.evaluation.asking import Result
from assistant.evaluation.comparing import SWAPS, chance_of, compare
from assistant.evaluation.gold import Gold


def run(*values, name="overall"):
    golds = [Gold(str(n), "Q?", "figure", False) for n in range(len(values))]
    return [
        Result(gold, {"id": gold.id}, {"overall": 0.0} | ({} if value is None else {name: value}))
        for gold, value in zip(golds, values, strict=True)
    ]


def test_four_gains_of_four_come_by_luck_once_in_eight():
    assert chance_of([1.0] * 4) == pytest.approx(2 / 2**4, abs=0.01)


def test_gains_and_losses_alike_are_luck():
    assert chance_of([0.5, -0.5, 0.0]) == 1


def test_no_p_is_less_than_the_swaps_can_tell():
    assert chance_of([1.0] * 60) == 1 / (1 + SWAPS)


def test_the_difference_is_the_second_run_less_the_first():
    (told,) = compare(run(0.0, 1.0, 0.0, 0.0), run(1.0, 1.0, 1.0, 0.0)).differences
    assert (told.first, told.second, told.difference) == (1 / 4, 3 / 4, 2 / 4)
    assert told.interval[0] <= told.difference <= told.interval[1]


def test_only_questions_that_count_for_both_are_compared():
    both = compare(run(1.0, None, 0.5, name="mrr"), run(0.0, 1.0, 0.5, name="mrr"))
    (mrr,) = [d for d in both.differences if d.name == "mrr"]
    assert (mrr.questions, mrr.first, mrr.second) == (2, 0.75, 0.25)


def test_the_questions_that_changed_are_named_won_or_lost():
    changes = compare(run(0.0, 1.0, 1.0), run(1.0, 0.0, 1.0)).changes
    assert [(change.first.gold.id, change.won) for change in changes] == [("0", True), ("1", False)]


def test_a_run_compared_with_itself_differs_in_nothing():
    same = compare(run(0.0, 1.0), run(0.0, 1.0))
    assert [(d.difference, d.p) for d in same.differences] == [(0, 1)] and not same.changes
