import numpy as np
import pytest

from assistant.evaluation.intervals import RESAMPLES, draws, mean_intervals


def test_the_same_questions_have_the_same_interval():
    column = [0.0, 1.0, 1.0, 0.0, 1.0]
    assert mean_intervals([column]) == mean_intervals([column])


def test_questions_all_alike_leave_nothing_open():
    assert mean_intervals([[0.5] * 9]) == [(0.5, 0.5)]


def test_the_interval_is_that_of_a_binomial_share():
    ((low, high),) = mean_intervals([[1.0] * 70 + [0.0] * 30])
    spread = 1.96 * (0.7 * 0.3 / 100) ** 0.5
    assert (low, high) == pytest.approx((0.7 - spread, 0.7 + spread), abs=0.015)


def test_more_questions_narrow_it():
    ((few_low, few_high),) = mean_intervals([[0.0, 1.0] * 5])
    ((low, high),) = mean_intervals([[0.0, 1.0] * 50])
    assert high - low < (few_high - few_low) / 2


def test_questions_that_do_not_count_are_left_out_of_the_mean():
    assert mean_intervals([[1.0, None, 1.0, None]]) == [(1.0, 1.0)]


def test_no_question_that_counts_has_no_interval():
    assert mean_intervals([[None, None], [1.0, 1.0]])[0] is None
    assert mean_intervals([[]]) == [None]


def test_questions_are_drawn_with_replacement():
    drawn = draws(20)
    assert drawn.shape == (RESAMPLES, 20) and len(np.unique(drawn[0])) < 20
