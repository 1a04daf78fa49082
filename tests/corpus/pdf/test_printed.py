from __future__ import annotations

from dataclasses import replace

from corpus.pdf.printed import Table, continues, fitted

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
