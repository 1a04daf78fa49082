from itertools import combinations, pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.rewording.aligning import aligned, nearest

GAINS = st.tuples(st.integers(0, 4), st.integers(0, 4)).flatmap(
    lambda size: st.lists(
        st.lists(st.sampled_from([0.0, 0.0, 0.5, 1.0, 2.0]), min_size=size[1], max_size=size[1]),
        min_size=size[0], max_size=size[0],
    ).map(lambda rows: np.array(rows, dtype=float).reshape(size))
)  # fmt: skip


def best_by_trying_all(gains):
    cells = [cell for cell in np.ndindex(*gains.shape) if gains[cell] > 0]
    sets = (s for n in range(len(cells) + 1) for s in combinations(cells, n))
    ordered = (s for s in sets if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(s)))
    return max(sum(gains[cell] for cell in s) for s in ordered)


@settings(deadline=None)
@given(GAINS.filter(lambda gains: (gains > 0).sum() <= 9))
def test_no_other_alignment_is_worth_more(gains):
    pairs = aligned(gains)
    assert pairs == sorted(pairs) and len({j for _, j in pairs}) == len(pairs)
    assert sum(gains[pair] for pair in pairs) == best_by_trying_all(gains)


def test_one_good_pair_does_not_cross_two_that_are_worth_more():
    assert aligned(np.array([[0.0, 0.0, 1.5], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])) == [
        (1, 0),
        (2, 1),
    ]


def test_nearest_takes_the_best_first_in_any_order():
    assert nearest(np.array([[0.0, 2.0], [1.0, 3.0]])) == [(1, 1)]
    assert nearest(np.array([[0.0, 2.0], [1.0, 0.0]])) == [(0, 1), (1, 0)]
