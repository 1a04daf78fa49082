import pytest

from benchmarks.locators import Wanted, is_named, wanted
from corpus.paper import Block
from tests.index.small_papers import paper_of_blocks


@pytest.mark.parametrize(
    ("locator", "want"),
    [
        ("Item 7 para 3.2, bullet 3", Wanted("7", ("3.2",))),
        ("3.6.2 (1)", Wanted(numbers=("3.6.2",))),
        ("Minute 43, resolution 1", Wanted(numbers=("43",))),
        ("minute 83 paras 19-20", Wanted(numbers=("83", "19"))),
        ("2.2 judgements table", Wanted(numbers=("2.2",))),
        ("Table 6.1 row B", Wanted(row="B")),
        ("row Grant for libraries, 2025-26", Wanted(row="Grant for libraries")),
    ],
)
def test_a_locator_asks_for_its_item_numbers_and_row(locator, want):
    assert wanted(locator) == want


@pytest.mark.parametrize(
    "locator", ["header block", "rows 8A to 8C", "Key to ratings", "Summary, bullet 2", "7B"]
)
def test_a_locator_that_names_no_printed_number_asks_for_nothing(locator):
    assert not wanted(locator)


def named(locator, *blocks):
    return is_named(wanted(locator), paper_of_blocks("plan", *blocks), blocks)


def test_a_number_is_named_by_the_paragraph_or_the_headings_over_it():
    block = Block("paragraph", "Members noted it.", 0, 0, ("39. Foster care",), "4")
    assert named("minute 39 para 4", block)
    assert not named("minute 39 para 5", block) and not named("minute 3", block)


def test_a_year_in_a_heading_is_no_number():
    assert not named("2024", Block("paragraph", "Spent.", 0, 0, ("Outturn for 2024",)))


def test_the_number_is_that_of_the_first_block_and_the_row_of_any():
    rows = [Block("table row", f"{name}\t9", 0, 0, (), "6.1", name) for name in ("A", "B")]
    assert named("6.1 table row B", *rows) and not named("6.1 table row C", *rows)


def test_an_item_is_the_papers():
    assert not named("Item 7 para 3.2", Block("paragraph", "Costs fell.", 0, 0, (), "3.2"))
