import pytest

from corpus.register.statuses import statuses_of


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("Action A is late. Action B is done.", "Action A is late.", "Action B is done."),
        ("Action a is late. Action b, done.", "Action a is late.", "Action b, done."),
        ("Action (a) late. Action B done.", "Action (a) late.", "Action B done."),
        ("Actions a and b complete.", "Actions a and b complete.", "Actions a and b complete."),
        ("Actions a-b are late.", "Actions a-b are late.", "Actions a-b are late."),
    ],
)
def test_a_sentence_that_names_letters_is_about_those_actions(said, first, second) -> None:
    assert statuses_of(said, "AB", ["x", "y"]) == [first, second]


@pytest.mark.parametrize(
    "said",
    [
        "Following these actions a review was held. Staff were trained.",
        "Under both actions a panel meets weekly. It is chaired by the Director.",
    ],
)
def test_the_word_a_is_no_letter(said: str) -> None:
    assert statuses_of(said, "AB", ["x", "y"]) == [said, said]
