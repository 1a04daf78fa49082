"""Tables cut in two by a page: what holds in the second part."""

from __future__ import annotations

import pytest

from corpus.paper import Line
from corpus.tables.rows import Row, Running, rows_of


def in_two(first: str, second: str) -> Row:
    """The last row of a table of two parts."""
    running = Running()
    for part in (first, second):
        lines = [Line("", role="row", cells=tuple(r.split("|"))) for r in part.split("/")]
        found = rows_of(lines, running=running)
    return found[-1]


FIRST = "Project|Cost|Due/ROADS||/Bridge|12|May/Culvert|3|June"


@pytest.mark.parametrize(
    ("rest", "context"),
    [
        ("Kerbs|5|July", ("ROADS",)),
        ("Project|Cost £000s|Due/Kerbs|5|July", ("ROADS",)),
        ("HOMES||/Roof|5|July", ("HOMES",)),
        ("Ward|Votes|Turnout/Mere|12|30%", ()),
    ],
)
def test_sections_hold_in_the_next_part_of_their_table_only(
    rest: str, context: tuple[str, ...]
) -> None:
    assert in_two(FIRST, rest).context == context


def test_a_row_cut_by_the_page_keeps_its_name_in_the_next_part() -> None:
    row = in_two(FIRST, "|and more|August")
    assert (row.label, row.lead_in, row.headers) == (
        "Culvert",
        "Culvert",
        ("Project", "Cost", "Due"),
    )
