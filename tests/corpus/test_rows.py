"""Table rows: headers, sections, continuations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.paper import Line
from corpus.rows import Row, rows_of


def rows(*texts: str, headers: int = 0) -> list[Row]:
    return rows_of(
        [
            Line(t, role="row", cells=tuple(t.split("|")), table=1, header=i < headers)
            for i, t in enumerate(texts)
        ]
    )


def test_a_row_carries_its_column_headers() -> None:
    header, row = rows("Action|Lead|Due", "1A Dip sample|Ruth Alder|May")
    assert (header.is_header, header.label) == (True, "header")
    assert (row.headers, row.label) == (("Action", "Lead", "Due"), "1A Dip sample")


def test_units_below_the_headers_reach_the_columns() -> None:
    found = rows("|2024/25|Change", "|£000s|£000s", "Fostering|9,320|400")
    assert found[-1].headers == ("", "2024/25 £000s", "Change £000s")


def test_a_header_printed_again_with_split_words_is_a_header() -> None:
    found = rows("Ref|Update|Rating", "1|Done|G", "Ref|U p d a t e|Rating", "2|Late|R")
    assert [r.is_header for r in found] == [True, False, True, False]
    assert found[-1].headers == ("Ref", "Update", "Rating")


def test_a_row_of_one_cell_is_context_of_the_rows_below() -> None:
    found = rows(
        "Post|Number|Cost", "PHASE ONE||", "Manager|2|£110k", "PHASE TWO||", "Clerk|1|£30k"
    )
    assert [r.context for r in found] == [(), (), ("PHASE ONE",), (), ("PHASE TWO",)]


def test_a_row_without_first_cells_belongs_to_the_row_above() -> None:
    found = rows("No|Recommendation|Action|Lead", "1|Check files|1A Sample|RA", "||1B Report|GA")
    assert (found[2].label, found[2].lead_in) == ("1", "1 Check files")


def test_a_header_block_of_fields_has_no_column_headers() -> None:
    found = rows("Committee|Mere Scrutiny Committee", "Date|23 January 2024", "Report of|R Alder")
    assert not any(r.is_header for r in found)


def test_figures_are_no_headers() -> None:
    assert not rows("Fostering|97", "Residential|24")[0].is_header


def test_what_the_format_marks_as_header_is_one() -> None:
    assert [r.is_header for r in rows("1|2", "3|4", headers=1)] == [True, False]


@given(
    st.lists(
        st.lists(st.sampled_from(["", "Ward", "12", "£5"]), min_size=3, max_size=3), max_size=8
    )
)
def test_every_line_gives_one_row_with_its_cells(cells: list[list[str]]) -> None:
    lines = [Line("", role="row", cells=tuple(c), table=1) for c in cells]
    assert [r.line for r in rows_of(lines)] == lines
