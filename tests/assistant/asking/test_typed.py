import pytest

from assistant.asking.typed import has_word, readable, typed
from assistant.errors import QuestionError


@pytest.mark.parametrize("broken", ["budget \udcff", "budget \ud800"])
def test_what_is_no_character_becomes_one_that_can_be_shown(broken):
    assert readable(broken) == "budget \ufffd"
    assert readable("£1.2m — naïve ²") == "£1.2m — naïve ²"


@pytest.mark.parametrize("text", ["", "?!", "²", "\udcff"])
def test_what_nothing_can_be_found_by_is_no_word(text):
    assert not has_word(text)
    with pytest.raises(QuestionError, match="Type a word"):
        typed(text, otherwise="Type a word.")
