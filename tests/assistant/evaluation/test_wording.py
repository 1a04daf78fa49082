import pytest

from assistant.evaluation.wording import Compared, coverage, met


def test_coverage_is_the_share_of_three_word_runs():
    assert coverage("one two three four", "one two three five") == 1 / 2


def test_coverage_evens_out_quotes_dashes_and_line_ends():
    assert coverage("the council’s plan – draft", "The council's\nplan - DRAFT") == 1


def test_a_text_read_once_is_searched_as_the_text_is():
    text = "The council\u2019s plan: a draft, printed twice."
    for quote in ("the council's plan", "plan a draft never", "draft"):
        assert coverage(quote, Compared.of(text)) == coverage(quote, text)


@pytest.mark.parametrize(
    ("spelling", "text", "is_met"),
    [
        ("5", "an increase of 5.", True),
        ("5", "an increase of 15", False),
        ("5", "an increase of 5.2", False),
        ("£1.5m", "it cost £1.5m in all", True),
        ("Red", "rated red", True),
        ("Red", "reduced", False),
        ("foster famil", "two foster families", True),
    ],
)
def test_figures_and_short_words_must_stand_alone(spelling, text, is_met):
    assert met([spelling], text) is is_met
