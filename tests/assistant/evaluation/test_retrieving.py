import math

import pytest

from assistant.evaluation.beir import Beir, Query
from assistant.evaluation.retrieving import figures, models_and_cache, retrieve
from index.holdings.collection import Text
from tests.index.alike import AlikeEncoder

TEXTS = (Text("a", "", "The bridge is mended.", "m1"), Text("b", "", "The pool is shut.", "m2"))
QUERIES = (Query("q1", "bridge"), Query("q2", "pool"))
SET = Beir(TEXTS, QUERIES, {"q1": {"a": 1}, "q2": {"b": 1}})


def test_figures_are_means_over_the_queries_with_their_intervals():
    found = figures(SET, {"q1": [("a", 2.0)], "q2": [("a", 2.0), ("b", 1.0)]})
    assert found["nDCG@10"].mean == pytest.approx((1 + 1 / math.log2(3)) / 2)
    assert found["MRR@10"].mean == pytest.approx((1 + 1 / 2) / 2)
    assert found["recall@100"].mean == 1
    low, high = found["MRR@10"].interval
    assert low < found["MRR@10"].mean < high


def test_a_query_that_found_nothing_counts_as_0():
    assert figures(SET, {"q1": [("a", 1.0)], "q2": []})["recall@100"].mean == 1 / 2


def test_each_query_is_searched_for_and_told(tmp_path):
    told: list[int] = []
    found = retrieve(SET, AlikeEncoder(), cache=tmp_path, on_query=lambda: told.append(1))
    assert found["q1"][0][0] == "a" and found["q2"][0][0] == "b" and len(told) == 2


def test_a_query_with_a_group_finds_nothing_outside_it(tmp_path):
    within = Beir(TEXTS, (Query("q1", "bridge", "m2"),), {"q1": {"a": 1}})
    assert [name for name, _ in retrieve(within, AlikeEncoder(), cache=tmp_path)["q1"]] == ["b"]


def test_the_index_is_kept_beside_the_librarys_own(own_folder):
    with models_and_cache(own_folder) as (_, _, cache):
        assert cache == own_folder / "beir"


def test_where_there_is_no_library_none_is_made(tmp_path):
    with models_and_cache(tmp_path / "none") as (_, _, cache):
        assert not (tmp_path / "none").exists() and tmp_path not in cache.parents
