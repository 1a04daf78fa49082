from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.terminal import escaped, plain, wrapped


@given(st.text())
def test_no_control_character_passes_but_tab_and_line_feed(text):
    assert not [c for c in plain(text) if (ord(c) < 32 and c not in "\t\n") or 127 <= ord(c) < 160]


def test_what_a_paper_prints_stays_as_it_is():
    assert plain("£5 – “café”\tnaïve\n") == "£5 – “café”\tnaïve\n"


def test_json_keeps_the_character_as_an_escape():
    assert escaped('"\x9b"') == '"\\u009b"'


def test_no_word_is_lost_in_wrapping():
    text = "one two " * 60
    assert " ".join(wrapped(text, "> ", "  ")).split()[1:] == text.split()
