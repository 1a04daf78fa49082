import pytest

from benchmarks.rankings import bm25, reciprocal_rank, vectors
from index.holdings.collection import Collection, Text
from tests.index.library_fakes import SeededEncoder

TEXTS = [
    Text("1", "", "The bridge over the mill stream is mended."),
    Text("2", "", "The bridge, the bridge and nothing but the bridge."),
    Text("3", "", "Nobody asked about the swimming pool."),
]


@pytest.fixture
def shelf(tmp_path):
    return Collection.open(TEXTS, SeededEncoder(), cache=tmp_path).shelf()


def test_bm25_finds_what_has_the_words_and_nothing_else(shelf):
    assert bm25(shelf, SeededEncoder(), "What of the bridge?", None) == [2, 1]


def test_vectors_rank_everything_by_cosine(shelf):
    first, *rest = vectors(shelf, SeededEncoder(), TEXTS[2].text, None)
    assert first == 3 and sorted(rest) == [1, 2]


def test_reciprocal_ranks_are_summed(shelf):
    first, second = bm25(shelf, SeededEncoder(), TEXTS[0].text, None)[:2]
    near = vectors(shelf, SeededEncoder(), TEXTS[0].text, None)
    assert first == near[0] == 1  # first in both: nothing can pass it
    found = reciprocal_rank(shelf, SeededEncoder(), TEXTS[0].text, None)
    assert found[0] == 1 and second in found and sorted(found) == [1, 2, 3]


@pytest.mark.parametrize("ranking", [bm25, vectors, reciprocal_rank])
def test_papers_not_named_are_not_ranked(shelf, ranking):
    assert ranking(shelf, SeededEncoder(), "bridge", {1}) == [1]
