import pytest

from index.holdings.collection import Collection, Text
from tests.index.alike import AlikeEncoder

TEXTS = [
    Text("m1_a", "The Chair", "The bridge over the mill stream will be mended in June.", "m1"),
    Text("m1_b", "A Member", "Nobody had asked about the swimming pool since it was shut.", "m1"),
    Text("m2_a", "The Chair", "The bridge at the station is to be painted.", "m2"),
]


@pytest.fixture
def encoder():
    return AlikeEncoder()


def opened(tmp_path, encoder, texts=TEXTS):
    return Collection.open(texts, encoder, cache=tmp_path / "cache")


def test_the_text_with_the_words_comes_first_under_its_id(tmp_path, encoder):
    (first, _), *_ = opened(tmp_path, encoder).find("swimming pool")
    assert first == "m1_b"


def test_a_title_is_searched_as_a_breadcrumb(tmp_path, encoder):
    (first, best), (_, second), *_ = opened(tmp_path, encoder).find("member")
    assert first == "m1_b" and best > second


def test_nothing_outside_the_group_is_found(tmp_path, encoder):
    found = [name for name, _ in opened(tmp_path, encoder).find("bridge", group="m2")]
    assert found == ["m2_a"]


def test_copies_are_both_given_one_after_the_other(tmp_path, encoder):
    twice = [*TEXTS, Text("m3_a", "The Chair", TEXTS[1].text, "m3")]
    found = [name for name, _ in opened(tmp_path, encoder, twice).find("swimming pool")]
    assert set(found[:2]) == {"m1_b", "m3_a"}


def test_the_same_texts_are_not_encoded_twice(tmp_path, encoder):
    opened(tmp_path, encoder)
    opened(tmp_path, encoder).find("bridge")
    assert encoder.encoded == len(TEXTS) + 1  # and the query


def test_other_texts_are_another_index(tmp_path, encoder):
    opened(tmp_path, encoder)
    found = opened(tmp_path, encoder, TEXTS[:1]).find("swimming pool bridge")
    assert [name for name, _ in found] == ["m1_a"]


def test_a_damaged_index_is_built_again(tmp_path, encoder):
    opened(tmp_path, encoder)
    (vectors,) = (tmp_path / "cache").rglob("vectors.faiss")
    vectors.write_bytes(b"")
    assert opened(tmp_path, encoder).find("swimming pool")[0][0] == "m1_b"
