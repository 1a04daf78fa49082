"""What header rows say of each column."""

from __future__ import annotations

import pytest

from corpus.tables.column_names import tidied
from corpus.tables.columns import heads_of
from tests.corpus.tables.barred import lines, names


def test_a_name_broken_over_two_rows_is_one() -> None:
    assert names("|2024-25|2025-26", "||budget", "Care|5|6") == ("", "2024-25", "2025-26 budget")
    assert names("Ref|Policy/|Note", "No|Paragraph|", "M1|5.2|x") == (
        "Ref No",
        "Policy/ Paragraph",
        "Note",
    )


def test_a_word_cut_by_a_hyphen_is_one_word() -> None:
    assert names("|Recom-|Due", "|mendation|", "1|Audit|May")[1] == "Recommendation"


def test_a_header_spans_the_columns_named_below_it() -> None:
    found = names("Measure|Rating||Trend", "|Latest|Before|", "Calls answered|GREEN|RED|up")
    assert found == ("Measure", "Rating Latest", "Rating Before", "Trend")


@pytest.mark.parametrize(
    "texts",
    [
        ("£'000|2024-25|Posts", "Care|120|3"),
        ("|2024-25|Posts", "|£'000|", "Care|120|3"),
        ("Cost in £'000||", "|2024-25|Posts", "Care|120|3"),
    ],
)
def test_a_unit_reaches_the_sums_it_stands_over_and_no_count(texts: tuple[str, ...]) -> None:
    assert names(*texts)[1:] == ("2024-25 £'000", "Posts")


def test_a_unit_over_the_table_reaches_its_sums_and_no_share() -> None:
    found = heads_of(lines("Block|Budget|Share", "Care|1.5|2%"), caption="All figures in £m")
    assert found.names == ("Block", "Budget £m", "Share")


def test_one_unit_in_a_row_of_units_spans_the_sums_to_its_right() -> None:
    assert names("|2023-24|2024-25", "|£m|", "Care|1.5|2.5") == ("", "2023-24 £m", "2024-25 £m")


def test_names_drawn_at_two_heights_span_nothing() -> None:
    top = ("||Year|Year", "|Whole||", "||to date|to come")
    found = names(*top, "Care|1.5|2.5|3.5", marked=3)
    assert found == ("", "Whole", "Year to date", "Year to come")


def test_only_a_word_of_single_letters_is_put_together() -> None:
    assert (tidied("U p d a t e"), tidied("Band D Tax")) == ("Update", "Band D Tax")
