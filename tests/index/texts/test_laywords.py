import pytest

from index.texts.laywords import meanings_of, official_words
from index.words import tokens


def test_lay_words_bring_the_papers_words():
    assert official_words("Which kids were groomed?") == [
        "children", "young", "people", "sexual", "exploitation", "exploited",
    ]  # fmt: skip


def test_a_question_in_the_papers_words_brings_none():
    assert official_words("What did the inspection report conclude?") == []


def test_each_word_comes_once_in_order():
    words = official_words("kids and youngsters in care")
    assert len(words) == len(set(words))
    assert words[:2] == ["children", "young"]


@pytest.mark.parametrize("question", ["a skidding lorry", "the jobless rate", "Tipton"])
def test_a_lay_word_inside_another_word_is_not_one(question):
    assert official_words(question) == []


def test_a_phrase_is_known_whatever_its_case():
    assert "looked" in official_words("Who is In Care?")


def test_every_word_of_a_lay_phrase_may_stand_for_the_papers_words():
    meanings = meanings_of("children taken into care")
    assert {"admissions", "placements"} <= meanings["taken"] & meanings["into"]


def test_a_word_of_two_phrases_means_both():
    assert {"lead", "director"} <= meanings_of("who is in charge of fostering")["charge"]


def test_a_councillor_is_known_by_either_title():
    assert "councillor" in meanings_of("What did Cllr Ash ask?")["cllr"]
    assert "cllr" in meanings_of("What did the councillor ask?")["councillor"]


@pytest.mark.parametrize(
    ("short", "long"),
    [("B&B", "bed and breakfast"), ("A&E", "accident & emergency"),
     ("R&D", "research and development"), ("Q&A", "questions and answers")],
)  # fmt: skip
def test_an_abbreviation_is_found_spelt_out_and_back(short, long):
    official = {t for word in official_words(f"How many went to {short}?") for t in tokens(word)}
    assert set(tokens(long.replace("and", ""))) <= official
    assert set(tokens(short)) <= {
        t for word in official_words(f"How many went to {long}?") for t in tokens(word)
    }
    assert not set(tokens(short)) & set(tokens("(a) plans, (b) reports, (e) others"))


def test_what_is_not_applicable_is_known_in_short():
    assert official_words("Which rows are n/a?") == ["not", "applicable"]
