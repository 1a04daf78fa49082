from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import DamagedError
from index.kept import vectors as module
from index.kept.vectors import Vectors, layout_for


def unit_rows(count: int, dimensions: int = 8, seed: int = 0) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, dimensions)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def brute_force(ids, rows, query, k, allowed=None):
    scored = [(int(i), float(r @ query)) for i, r in zip(ids, rows, strict=True)]
    kept = [pair for pair in scored if allowed is None or pair[0] in allowed]
    return sorted(kept, key=lambda pair: -pair[1])[:k]


@settings(deadline=None)
@given(
    count=st.integers(1, 60),
    k=st.integers(1, 70),
    seed=st.integers(0, 99),
    allowed=st.none() | st.sets(st.integers(0, 200)),
    one_by_one=st.booleans(),
)
def test_filtered_search_equals_brute_force(count, k, seed, allowed, one_by_one):
    ids, rows, query = (
        np.arange(count) * 3 + 1,
        unit_rows(count, seed=seed),
        unit_rows(1, seed=7)[0],
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SCORE_ONE_BY_ONE_UP_TO", 10**6 if one_by_one else 0)
        found = Vectors.build(ids, rows).search(query, k, allowed)
    expected = brute_force(ids, rows, query, k, allowed)
    assert [i for i, _ in found] == [i for i, _ in expected]
    assert [s for _, s in found] == pytest.approx([s for _, s in expected], abs=1e-5)


@pytest.mark.parametrize("layout", ["half", "cells"])
def test_larger_layouts_find_nearly_all_of_the_true_ten(layout):
    ids, rows = np.arange(3000), unit_rows(3000, 32)
    index = Vectors.build(ids, rows, layout=layout)
    recalls = []
    for query in unit_rows(20, 32, seed=5):
        found = {i for i, _ in index.search(query, 10)}
        recalls.append(len(found & {i for i, _ in brute_force(ids, rows, query, 10)}) / 10)
    assert np.mean(recalls) >= (0.99 if layout == "half" else 0.7)


@settings(deadline=None)
@given(
    owners=st.lists(st.integers(0, 12), min_size=1, max_size=60),
    k=st.integers(1, 20),
    allowed=st.none() | st.sets(st.integers(0, 15)),
    one_by_one=st.booleans(),
)
def test_a_passage_is_as_near_as_the_nearest_of_its_vectors(owners, k, allowed, one_by_one):
    rows, query = unit_rows(len(owners)), unit_rows(1, seed=7)[0]
    nearest: dict[int, float] = {}
    for owner, row in zip(owners, rows, strict=True):
        nearest[owner] = max(nearest.get(owner, -1.0), float(row @ query))
    expected = sorted(
        ((i, s) for i, s in nearest.items() if allowed is None or i in allowed),
        key=lambda pair: -pair[1],
    )[:k]
    index = Vectors.build(np.array(owners), rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SCORE_ONE_BY_ONE_UP_TO", 10**6 if one_by_one else 0)
        found = index.search(query, k, allowed)
    assert [i for i, _ in found] == [i for i, _ in expected]
    assert [s for _, s in found] == pytest.approx([s for _, s in expected], abs=1e-5)
    assert len(index) == len(nearest)


def test_every_layout_scores_a_scope_exactly():
    rows, query = unit_rows(2000, 32), unit_rows(1, 32, seed=9)[0]
    for layout in ("flat", "half", "cells"):
        index = Vectors.build(np.arange(2000), rows, layout=layout)
        found = index.search(query, 5, range(100, 400))
        expected = brute_force(range(100, 400), rows[100:400], query, 5)
        assert [i for i, _ in found] == [i for i, _ in expected]


def test_an_empty_index_finds_nothing():
    index = Vectors.build(np.zeros(0, np.int64), np.zeros((0, 8), np.float32))
    query = unit_rows(1)[0]
    assert index.search(query, 5) == index.search(query, 5, {1, 2}) == []


def test_layout_grows_with_the_library():
    assert [layout_for(n) for n in (0, 200_000, 200_001, 1_000_001)] == [
        "flat", "flat", "half", "cells",
    ]  # fmt: skip


def test_scores_are_cosines_in_the_order_asked():
    rows = unit_rows(5)
    index = Vectors.build(np.array([10, 20, 30, 40, 50]), rows)
    assert index.scores(rows[1], [50, 20]) == pytest.approx([rows[4] @ rows[1], 1.0], abs=1e-5)


def test_score_of_an_unknown_passage_is_an_error():
    with pytest.raises(KeyError):
        Vectors.build(np.array([1]), unit_rows(1)).scores(unit_rows(1)[0], [2])


def test_an_index_is_the_same_after_saving(tmp_path: Path):
    index = Vectors.build(np.arange(50), unit_rows(50))
    index.save(tmp_path / "v")
    again, query = Vectors.open(tmp_path / "v"), unit_rows(1, seed=3)[0]
    assert again.search(query, 5) == index.search(query, 5)
    assert (len(again), again.dimensions) == (50, 8)


def test_a_file_that_is_no_index_is_said_to_be_damaged(tmp_path: Path):
    (tmp_path / "v").write_bytes(b"not an index")
    with pytest.raises(DamagedError, match="v cannot be read"):
        Vectors.open(tmp_path / "v")


def test_wholes_are_the_first_vector_of_each_passage():
    rows, query = unit_rows(4), unit_rows(1, seed=7)[0]
    wholes = Vectors.build(np.array([7, 5, 7, 5]), rows).of_wholes()
    expected = [rows[1] @ query, rows[0] @ query]
    assert wholes.scores(query, [5, 7]) == pytest.approx(expected, abs=1e-5)
