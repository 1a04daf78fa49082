import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.showing.marking import spans, spans_each


def words(text, quote):
    return [text[start:end] for start, end in spans(text, quote)]


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("It is rated\nGreen today", "rated Green", "rated\nGreen"),
        ("the council’s “plan”", 'council\'s "plan"', "council’s “plan”"),
        ("an improve\ufffe\nment board", "improvement board", "improve\ufffe\nment board"),
        ("the ﬁnal oﬀer", "final offer", "ﬁnal oﬀer"),
        ("it cost £1.2m.", "£1.2m", "£1.2m."),
        ("partial art here", "art", "art"),
    ],
)
def test_words_are_found_however_the_page_prints_them(text, quote, found):
    assert words(text, quote) == [found]


def test_a_word_is_not_found_inside_another():
    assert spans("partial art here", "art") == [(8, 11)]


def test_a_table_row_is_marked_cell_by_cell():
    page = (
        "Recommendation eleven\nLead officer named\nunrelated words between\nCompleted in October"
    )
    assert words(page, "Recommendation eleven; Completed in October") == [
        "Recommendation eleven", "Completed in October",
    ]  # fmt: skip


def test_the_part_that_stands_on_this_page_is_marked():
    assert words("…begins on this page", "begins on this page and ends overleaf somewhere") == [
        "begins on this page"
    ]


def test_nothing_is_marked_for_words_that_are_not_there():
    assert spans("Some other text", "wholly absent quotation") == []
    assert spans("Some other text", "—!") == []


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_spans_lie_in_the_text_in_order(text, start, length):
    found = spans(text, text[start : start + length])
    assert all(0 <= begin < end <= len(text) for begin, end in found)


def test_the_same_word_is_found_once_for_each_that_holds_it():
    found = spans_each("Green. Amber. Green.", ["Green", "Amber", "Green", "Green"])
    assert found == [[(0, 6)], [(7, 13)], [(14, 20)], [(0, 6)]]


def test_quotations_out_of_order_are_found_nevertheless():
    text = "first column words second column words"
    assert spans_each(text, ["second column words", "first column words", "absent", ""]) == [
        [(19, 38)], [(0, 18)], [], [],
    ]  # fmt: skip
