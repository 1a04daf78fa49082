from __future__ import annotations

import pytest

from corpus.pdf.grids.boxes import as_one
from corpus.pdf.printed import Table

NAME = ("Calls answered within a minute", "", "", "AMBER")
FIGURES = ("Latest: 84%", "Target: 90%, Floor: 80%", "Previous: 82% (Amber)", "")


def _table(*rows: tuple[str, ...]) -> Table:
    return Table(rows, (0.0, 100.0, 200.0, 300.0), 0.0, 0.0, 400.0, 60.0, headers=1)


def test_box_of_a_measure_is_one_row() -> None:
    box = as_one(_table(NAME, FIGURES))
    assert box.rows == ((NAME[0], "AMBER", *FIGURES[:3]),)
    assert (len(box.edges), box.headers) == (5, 0)


@pytest.mark.parametrize(
    "rows",
    [
        (NAME, FIGURES, FIGURES),
        (NAME, ("84%", "90%", "82%", "")),
        (("Measure", "Latest", "Target", "Rating"), FIGURES),
        (("Title: Calls", "", "", ""), ("Author: A Person", "Date: May", "", "")),
        (NAME, ("Latest: 84%", "", "", "")),
    ],
)
def test_other_tables_stay_as_they_are(rows: tuple[tuple[str, ...], ...]) -> None:
    table = _table(*rows)
    assert as_one(table) is table
