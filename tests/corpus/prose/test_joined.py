"""What a paragraph and the numbers passed know of themselves."""

from __future__ import annotations

from corpus.paper import Line
from corpus.prose.joined import Paragraph, Seen, is_filled
from corpus.prose.numbering import Label, label_of


def label(text: str) -> Label:
    found = label_of(text)
    assert found is not None
    return found


def test_a_last_line_as_long_as_the_longest_is_filled() -> None:
    first, last = Line("x" * 40, 1), Line("y" * 35, 1)
    assert is_filled(Paragraph("", None, first, last, widest=40))
    assert not is_filled(Paragraph("", None, first, Line("y" * 20, 1), widest=40))
    assert not is_filled(Paragraph("", None, last, last, widest=35))


def test_the_number_after_one_printed_is_expected_in_the_same_form_only() -> None:
    seen = Seen()
    seen.add(label("(1) a"))
    assert seen.expects(label("(2) b"))
    assert not seen.expects(label("2. b"))
    assert not seen.expects(label("(3) c"))


def test_a_number_that_cannot_come_next_is_not_counted() -> None:
    seen = Seen((3,))
    seen.add(label("21. a"))
    assert seen.numbers == (3,)
