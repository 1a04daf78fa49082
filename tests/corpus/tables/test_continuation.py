"""Rows that were cut: joined where that is plain, and only there."""

from __future__ import annotations

import pytest

from corpus.paper import Line
from corpus.tables.continuation import whole_rows


def joined(*texts: str, pages: tuple[int, int] = (1, 1)) -> list[tuple[str, ...]]:
    found = [
        Line("", pages[i > 0], role="row", cells=tuple(t.split("|")), table=1)
        for i, t in enumerate(texts)
    ]
    return [row.cells for row in whole_rows(found)]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("Other long-term|168.0|2.0", "liabilities||", "Other long-term liabilities|168.0|2.0"),
        ("Limit for total||", "external debt|5.0|6.0", "Limit for total external debt|5.0|6.0"),
        ("Care /|Staffing|4", "Schools||", "Care / Schools|Staffing|4"),
        ("1|Review the|Head of", "|agency staff|Care", "1|Review the agency staff|Head of Care"),
        ("The Barn|Allowed 3 September|None", "|2024|", "The Barn|Allowed 3 September 2024|None"),
    ],
)
def test_a_row_that_plainly_goes_on_is_joined(above: str, below: str, whole: str) -> None:
    rest = ["Next|1|2", "Last|3|4", "End|5|6"]
    assert joined(above, below, *rest)[0] == tuple(whole.split("|"))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Education|10|12", "of which schools|5|6"),
        ("1|Review staff.|May", "|agency too|"),
        ("Cases in September|2023|4", "|2024|5"),
        ("1|Review staff|May", "|Report on it|June"),
        ("Heat networks|x|x", "tram powers|x|"),
        ("Reviewed|yes|", "|no|"),
        ("Reviewed|all files|", "|b) some homes|"),
    ],
)
def test_a_row_of_its_own_is_not_joined(above: str, below: str) -> None:
    assert len(joined(above, below, "Next|1|2", "Last|3|4", "End|5|6")) == 5


def test_a_table_written_in_lower_case_is_not_joined() -> None:
    assert len(joined("fostering|", "adoption|", "residential|")) == 3


def test_a_long_cell_cut_by_a_page_goes_on_even_with_a_capital() -> None:
    above = "1|The rise is driven by the cost of placements in Ostleby and"
    assert len(joined(above, "|Wethermere homes", pages=(4, 5))) == 1
    assert len(joined("1|Placements in Ostleby", "|Wethermere homes", pages=(4, 5))) == 2


RISKS = ("Care|Fees|Rise|4|5", "Roads|Frost|Potholes|2|1", "Homes|Staff|Leave|3|2")


def test_a_name_drawn_below_its_row_is_joined_to_it() -> None:
    found = joined(*RISKS, "|Grant|Cut|5|9", "Care /||||", "Schools||||", "All|Tax|Fall|1|2")
    assert found[3] == ("Care / Schools", "Grant", "Cut", "5", "9")


def test_a_section_below_a_row_whose_name_reaches_over_it_is_not() -> None:
    texts = (*RISKS, "|Grant|Cut|5|9", "|Rent|Rise|5|9", "SCHOOLS||||", "All|Tax|Fall|1|2")
    assert len(joined(*texts)) == 7
