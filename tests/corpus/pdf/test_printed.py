from __future__ import annotations

from dataclasses import replace

from corpus.pdf.printed import Table, continues, fitted, settled
from corpus.pdf.strips import Strip

WIDE = Table((("A1", "Jones", "May"),), (70.0, 170.0, 270.0), 70.0, 90.0, 370.0, 700.0)


def test_column_that_is_blank_on_the_next_page_is_kept() -> None:
    narrow = replace(WIDE, rows=(("A2", "June"),), edges=(72.0, 271.0))
    assert fitted(narrow, WIDE).rows == (("A2", "", "June"),)
    assert continues(WIDE, fitted(narrow, WIDE))


def test_table_with_other_columns_stays_another_table() -> None:
    other = replace(WIDE, rows=(("A2", "June"),), edges=(70.0, 220.0))
    assert fitted(other, WIDE) is other
    assert not continues(WIDE, other)


def test_narrower_table_stays_another_table() -> None:
    other = replace(WIDE, rows=(("A2", "June"),), edges=(70.0, 170.0), right=270.0)
    assert fitted(other, WIDE) is other


LINE = Strip("and so on", 270.0, 100.0, 350.0, 110.0)
REST = replace(WIDE, rows=(("and so on",),), edges=(270.0,), rest=(LINE,))


def test_row_that_goes_on_in_one_column_is_a_row() -> None:
    assert settled([[WIDE], [REST]])[1] == [
        replace(REST, rows=(("", "", "and so on"),), edges=WIDE.edges)
    ]


def test_text_in_a_box_after_other_text_is_lines() -> None:
    assert settled([[WIDE, LINE], [REST]])[1] == [LINE]
    assert settled([[WIDE], [LINE, REST]])[1] == [LINE, LINE]
