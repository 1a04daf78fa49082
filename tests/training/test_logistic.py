import math

import numpy as np
import pytest

from training.logistic import area_under_curve, balanced, fit, probability

COIN = np.array([1.0, 1.0, 1.0, 0.0])  # three heads in four throws


def test_without_features_the_bias_is_the_log_odds():
    (bias,) = fit(np.zeros((4, 0)), COIN)
    assert bias == pytest.approx(math.log(3 / 1))


def test_one_feature_of_two_values_is_fitted_exactly():
    x = np.array([[0.0], [0], [0], [1], [1], [1], [1]])
    y = np.array([1.0, 0, 0, 1, 1, 1, 0])
    slope, bias = fit(x, y, ridge=0.0)
    assert bias == pytest.approx(math.log(1 / 2))
    assert slope == pytest.approx(math.log(3 / 1) - math.log(1 / 2))


def test_the_penalty_draws_weights_to_nothing_and_leaves_the_bias():
    x = np.array([[0.0], [0], [1], [1]])
    slope, bias = fit(x, COIN, ridge=1e6)
    assert slope == pytest.approx(0, abs=1e-4)
    assert bias == pytest.approx(math.log(3), abs=1e-4)


def test_a_row_of_weight_two_counts_as_two_rows():
    twice = fit(np.array([[0.0], [1], [1], [0]]), np.array([0.0, 1, 0, 1]))
    once = fit(np.array([[0.0], [1], [1], [0], [0]]), np.array([0.0, 1, 0, 1, 1]))
    weighted = fit(
        np.array([[0.0], [1], [1], [0]]), np.array([0.0, 1, 0, 1]), weight=np.array([1.0, 1, 1, 2])
    )
    assert weighted == pytest.approx(once)
    assert weighted != pytest.approx(twice)


def test_balanced_rows_weigh_the_same_in_both_classes():
    weight = balanced(COIN)
    assert weight[COIN == 1].sum() == pytest.approx(weight[COIN == 0].sum())


def test_a_probability_is_the_logistic_of_the_sum():
    p = probability(np.array([[2.0]]), np.array([0.5, -1.0]))
    assert p == pytest.approx([1 / (1 + math.exp(-(2 * 0.5 - 1)))])


def test_area_under_the_curve_counts_pairs_and_half_of_ties():
    y, score = np.array([1, 1, 0, 0]), np.array([3.0, 1.0, 1.0, 0.0])
    assert area_under_curve(y, score) == (1 + 1 + 0.5 + 1) / 4
