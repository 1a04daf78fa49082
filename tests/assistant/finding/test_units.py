import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.finding.units import units_of, without_mark
from tests.index.small_papers import passage_of

PIECES = st.sampled_from(
    ("The plan was noted. ", "Cllr. Ash asked e.g. why? ", "It cost £1.2m; ", "as follows:", "\n",
     "• appoint a lead\n", "(a) review it\n", "3.2 Actions\n", "a\tb\tc\n", "  ", "Part", "“So.” "),
)  # fmt: skip


@st.composite
def passages(draw):
    """Any text, parted by any pages' ends."""
    text = "Noted. " + "".join(draw(st.lists(PIECES, min_size=1, max_size=25)))
    cuts = sorted(draw(st.sets(st.integers(1, max(len(text) - 1, 1)), max_size=3)))
    breaks = tuple((cut, page) for page, cut in enumerate(cuts, 2) if cut < len(text))
    return passage_of(text, breaks=breaks, section="Part", headers="a\nb\nc")


@given(passage=passages())
@settings(max_examples=300, deadline=None)
def test_units_slice_back_in_order_and_never_overlap(passage):
    units = units_of(passage)
    assert units
    ends = [0, *(unit.end for unit in units)]
    for unit, before in zip(units, ends, strict=False):
        assert before <= unit.start < unit.end <= len(passage.text)
        assert unit.text == passage.text[unit.start : unit.end]


@given(passage=passages())
@settings(max_examples=300, deadline=None)
def test_no_sentence_or_item_crosses_a_page_or_a_line(passage):
    for unit in (u for u in units_of(passage) if u.kind != "row"):
        assert not [at for at, _ in passage.breaks if unit.start < at < unit.end]
        assert "\n" not in unit.text


def texts(text: str, **fields) -> list[str]:
    return [unit.text for unit in units_of(passage_of(text, **fields))]


def test_sentences_are_units():
    assert texts("The plan was noted. It cost £1.2m.") == ["The plan was noted.", "It cost £1.2m."]


@pytest.mark.parametrize(
    "sentence",
    ["Cllr. Ash asked why.", "See para. 3 of it.", "The lead, J. Moss, agreed.", "E.g. Parks did."],
)
def test_an_abbreviation_ends_no_sentence(sentence):
    assert texts(sentence) == [sentence]


def test_a_paragraph_s_number_is_no_part_of_its_first_sentence():
    assert texts("3.2 Ofsted came. It left.") == ["Ofsted came.", "It left."]


def test_headings_are_left_out():
    assert texts("Costs\nIt cost £3.", section="Finance > Costs") == ["It cost £3."]


def test_list_items_carry_the_line_that_opens_them():
    units = units_of(passage_of("They asked for:\n• a lead\n• a plan\nThat was all."))
    assert [(u.text, u.kind, u.context) for u in units] == [
        ("They asked for:", "sentence", ""),
        ("a lead", "item", "They asked for:"), ("a plan", "item", "They asked for:"),
        ("That was all.", "sentence", ""),
    ]  # fmt: skip


def test_rows_carry_their_headers_which_are_no_unit():
    text = "Service\tSpend\nFostering\t£3\nHomes\t£4"
    units = units_of(passage_of(text, headers="Service\nSpend"))
    assert [(u.text, u.kind, u.context) for u in units] == [
        ("Fostering\t£3", "row", "Service\nSpend"), ("Homes\t£4", "row", "Service\nSpend"),
    ]  # fmt: skip


def test_a_sentence_over_two_pages_is_two_units_each_on_its_page():
    text = "The plan was\nnoted by all.".replace("\n", " ")
    units = units_of(passage_of(text, page=4, breaks=((13, 5),)))
    assert [(u.text, u.page) for u in units] == [("The plan was", 4), ("noted by all.", 5)]


def test_where_nothing_was_left_out_the_page_stays():
    (unit,) = units_of(passage_of("All on one page.", page=4, breaks=((40, 5),)))
    assert unit.page == 4


def test_a_passage_of_headings_alone_is_one_unit():
    assert texts("Costs", section="Costs") == ["Costs"]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("• appoint a lead", "appoint a lead"), ("3.2 Ofsted made 16", "Ofsted made 16"),
        ("(iv) review it", "review it"), ("a. review it", "review it"),
        ("16 were made", "16 were made"), ("- none", "none"),
    ],
)  # fmt: skip
def test_a_mark_is_not_shown(printed, words):
    assert without_mark(printed) == words


def test_a_header_printed_letter_by_letter_is_no_unit_and_a_row_of_nils_is_one():
    passage = passage_of("No\tU p d a t e\n0\t0", headers="No £000s\nUpdate")
    assert [u.text for u in units_of(passage)] == ["0\t0"]


def test_items_of_a_list_within_a_list_are_items_too():
    units = units_of(passage_of("They are in:\n• Customers\no Answered in time\no Complaints"))
    assert [unit.kind for unit in units] == ["sentence", "item", "item", "item"]
    assert units[2].text == "Answered in time"
