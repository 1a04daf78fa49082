"""Section rows, and the totals that end them."""

from __future__ import annotations

import pytest

from corpus.tables.section_rows import Sections, is_form_section, is_section, is_total


@pytest.mark.parametrize(
    "cells", ["PHASE ONE||", "Care and Resources||", "11 July 2017|", "EDUCATION|"]
)
def test_one_text_over_the_columns_is_a_section(cells: str) -> None:
    assert is_section(cells.split("|"))


@pytest.mark.parametrize(
    "cells", ["12||", "TOTAL||", "Care|1|", "|Care|", "Youth report|", f"{'Long ' * 20}||"]
)
def test_figures_totals_notes_and_blank_values_are_no_sections(cells: str) -> None:
    assert not is_section(cells.split("|"))


def test_a_bold_text_beside_one_blank_is_a_section() -> None:
    assert is_section(["Highways", ""], bold=True)


@pytest.mark.parametrize("label", ["Total", "Sub-total", "GRAND TOTAL", "Public Health Total"])
def test_totals_are_known_at_either_end(label: str) -> None:
    assert is_total(label)


@pytest.mark.parametrize("label", ["Totally new posts", "Posts in total scope", "Total number of"])
def test_a_count_or_a_word_of_the_label_is_no_total(label: str) -> None:
    assert not is_total(label)


def opened(*texts: str) -> Sections:
    """Each section with rows below it."""
    sections = Sections()
    for text in texts:
        sections.enter(text)
        sections.fresh = False
    return sections


def test_a_section_ends_the_one_before_it_and_capitals_stand_outside() -> None:
    assert opened("PHASE ONE", "Care", "Schools").context == ("PHASE ONE", "Schools")
    assert opened("Care", "Schools").context == ("Schools",)
    assert opened("PHASE ONE", "Care", "PHASE TWO").context == ("PHASE TWO",)
    assert opened("Care", "PHASE TWO").context == ("PHASE TWO",)


def test_a_section_right_below_another_stands_in_it_until_its_total() -> None:
    sections = Sections()
    sections.enter("Care")
    sections.enter("Homes")
    assert sections.context == ("Care", "Homes")
    assert sections.total("Homes total") == ("Care", "Homes")
    sections.enter("Fostering")
    assert sections.context == ("Care", "Fostering")


def test_a_date_right_below_a_date_ends_it() -> None:
    sections = Sections()
    sections.enter("4 June 2024")
    sections.enter("9 July 2024")
    assert sections.context == ("9 July 2024",)


@pytest.mark.parametrize(
    ("total", "context", "after"),
    [
        ("TOTAL PHASE ONE POSTS", ("PHASE ONE",), ()),
        ("Total", ("PHASE ONE", "Care"), ("PHASE ONE",)),
        ("Total Care", ("PHASE ONE", "Care"), ("PHASE ONE",)),
        ("Cares total", ("PHASE ONE", "Care"), ("PHASE ONE",)),
        ("TOTAL RESOURCES", (), ()),
        ("Grand total", (), ()),
    ],
)
def test_a_total_ends_what_it_adds_up(
    total: str, context: tuple[str, ...], after: tuple[str, ...]
) -> None:
    sections = opened("PHASE ONE", "Care")
    assert (sections.total(total), sections.context) == (context, after)


@pytest.mark.parametrize("cells", ["4. Costs|", "Section B – Evidence||", "Part 2|"])
def test_a_number_and_a_name_open_a_part_of_a_form(cells: str) -> None:
    assert is_form_section(cells.split("|"))


@pytest.mark.parametrize("cells", ["4. Costs|none", "Costs|", "2. Who asked?|", "2. None is due.|"])
def test_values_names_and_questions_open_none(cells: str) -> None:
    assert not is_form_section(cells.split("|"))


def test_numbers_right_below_one_another_stand_side_by_side() -> None:
    sections = Sections()
    for text in ("Section C", "4. Age", "5. Sex"):
        sections.enter(text)
    assert sections.context == ("Section C", "5. Sex")
