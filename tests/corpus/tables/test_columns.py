"""Which rows of a table are its headers."""

from __future__ import annotations

import pytest

from corpus.tables.columns import Heads, heads_of, is_repeat
from tests.corpus.tables.barred import lines, names


def test_a_row_the_format_marks_goes_on_in_one_it_does_not() -> None:
    assert names("|Actual|Plan", "|£m|£m", "Care|5|6", marked=1) == ("", "Actual £m", "Plan £m")


def test_dates_over_figures_are_headers_and_dates_over_dates_are_not() -> None:
    assert names("|31.3.24|31.3.25", "Debt|4.1|5.2") == ("", "31.3.24", "31.3.25")
    assert names("Audit|1 May 2024", "Report|3 June 2024") == ()


@pytest.mark.parametrize(
    "texts",
    [
        ("Overall effectiveness|Good", "Help and protection|Inadequate"),
        ("Care|1.5 -2.5", "Schools|3.5 0.1"),
        ("- Bond funds|£5m a fund", "- Equity funds|£6m a fund"),
        ("Form title|Plan for 2024||", "Officer||Ann Ash|", "Service|||Care"),
        ("Care|12",),
        ("Cabinet Member|Ruth Alder", "Corporate Director|Guy Ash"),
        ("TOTAL savings|In the plan", "New posts|Wethermere"),
        ("Committee|Care Board|Date|4 July 2023", "Title|Falls|Ward(s)|All", "Class|Open||"),
        ("Road schemes|2024-25 -0.150 moved to Oxton", "Paths|2024-25 none"),
    ],
)
def test_values_figures_and_forms_are_no_headers(texts: tuple[str, ...]) -> None:
    assert names(*texts) == ()


def test_what_short_names_stand_beside_is_no_column_of_its_own() -> None:
    form = ("Licence|PDC/0382", "Holder|Lantern Leisure Limited")
    assert names("Premises|The Lantern, 14 Strand Street, Haven", *form) == ()
    assert names("Step|When it is to be done", "Staff told|by 31 May", "Doors open|4 June") != ()
    assert names("Measure|Children in care at the year's end", "Boys|41", "Girls|39") != ()


def test_posts_over_people_and_dates_are_headers() -> None:
    assert names("Lead Officer|Due Date", "Ann Ash, Manager|May 2016") != ()


def test_columns_called_as_fields_are_headers() -> None:
    columns = ("Date", "Visit", "Lead officer", "Outcome")
    assert names("|".join(columns), "4 July 2023|Elm Court|R Alder|Good") == columns


def test_counts_of_ratings_are_headed_by_them() -> None:
    assert names("|Red|Amber|Green", "Care|1|2|3") == ("", "Red", "Amber", "Green")


def test_a_header_printed_again_with_a_column_more_is_the_same() -> None:
    first, again, other = lines("No|Action|Lead|Due", "No|Action|Lead|U p|Due", "1|Audit|Ann|May")
    assert is_repeat(again, [first]) and not is_repeat(other, [first])


def test_a_header_printed_again_with_a_name_cut_short_is_the_same() -> None:
    first, again, other = lines("Aim|Plans in place", "Aim|in place", "Aim|Health")
    assert is_repeat(again, [first]) and not is_repeat(other, [first])


def test_a_row_with_a_blank_corner_is_header_too_where_its_columns_hold_figures() -> None:
    top = "Block|2024|2025"
    assert names(top, "|Plan|Plan", "Care|1.5|2.5") == ("Block", "2024 Plan", "2025 Plan")
    assert names(top, "|See above|None", "Care|Good|Poor") == ("Block", "2024", "2025")


def test_a_name_goes_on_in_a_short_row_and_in_no_text() -> None:
    assert names("Ref|Policy/|Note", "No|Paragraph|", "M1|5.2|x")[1] == "Policy/ Paragraph"
    text = "Paragraph of the policy that it is"
    assert names("Ref|Policy/|Note", f"No|{text}|", "M1|5.2|x")[1] == "Policy/"


def test_one_cell_over_a_table_is_its_title_unless_the_format_marks_it() -> None:
    title, *rest = "Budgets||", "Block|2024|2025", "Care|1.5|2.5"
    found = heads_of(lines(title, *rest))
    assert (found.above, found.title, found.height) == (1, "Budgets", 1)
    marked = heads_of(lines(title, *rest, marked=1))
    assert (marked.above, marked.title) == (0, "")
    assert heads_of(lines(title, "Care|1.5|2.5")) == Heads()
