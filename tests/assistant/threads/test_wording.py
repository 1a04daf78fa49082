from hypothesis import given
from hypothesis import strategies as st

from assistant.threads.wording import Wording, respelt, stems_of


def wording(least=0.7, *, loose=False, **weights):
    return Wording(weights, {word: word for word in weights}, least, loose)


def test_a_text_speaks_where_it_has_enough_of_the_weight():
    found = wording(dip=4, sampl=4, supervis=1)
    assert found.speaks("The dip sample has not come.")
    assert not found.speaks("A sample of supervision records.")


def test_words_far_apart_are_only_what_was_asked_for():
    text = "She had been in post for four weeks and would look again at each and every action."
    assert not wording(everi=1, four=1, week=1).speaks(text)
    assert wording(everi=1, four=1, week=1, loose=True).speaks(text)


def test_one_word_of_two_is_not_enough():
    assert not wording(0.5, life=5, stori=1).speaks("what life is like")
    assert wording(0.5, footbal=5).speaks("football")


def test_a_misspelt_word_becomes_the_registers():
    known = {"sampl": "sample", "supervis": "supervision"}
    assert respelt({"sampel": "sampel"}, known) == {"sampl": "sample"}
    assert respelt({"footbal": "football", "dip": "dip"}, known) == {
        "footbal": "football", "dip": "dip",
    }  # fmt: skip


@given(st.text(max_size=80))
def test_a_text_holds_all_of_its_own_words(text):
    stems = stems_of(text)
    whole = Wording(dict.fromkeys(stems, 1.0), stems, 1.0, loose=True)
    assert whole.share(stems.keys()) == (1.0 if stems else 0.0)
