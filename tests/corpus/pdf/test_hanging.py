"""A number that is drawn after its line stands at that line's start."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.pdf.draw import draw_pdf
from corpus.pdf.hanging import with_numbers
from corpus.pdf.printed import Table
from corpus.pdf.strips import Strip
from tests.corpus.pdfs import TOP, both, pdf, text


def at(words: str, top: float, left: float = 110.0) -> Strip:
    return Strip(words, left, top, left + 6 * len(words), top + 12)


def read(*items: Strip | Table) -> list[str]:
    return [i.text for i in with_numbers(items) if isinstance(i, Strip)]


@pytest.mark.parametrize("number", ["28.", "1.1", "(c)", "PL/44", "24/034", "iv)"])
def test_a_number_drawn_after_its_paragraph_opens_it(number: str) -> None:
    drawn = [at("The gasworks", 100), at("at Hexenford.", 114), at(number, 100, 57)]
    assert read(*drawn) == [f"{number} The gasworks", "at Hexenford."]


@pytest.mark.parametrize("words", ["44", "2,150", "-", "Note", "See 1.1", "£2"])
def test_what_is_no_papers_number_stays_where_it_is_drawn(words: str) -> None:
    assert read(at("The gasworks", 100), at(words, 100, 57)) == ["The gasworks", words]


def test_a_number_stays_that_has_no_line_of_its_own_height_at_its_right_side() -> None:
    gasworks = at("The gasworks", 100)
    for alone in (at("1.1", 112, 57), at("1.1", 100, 400), at("1.1", 100, 20)):
        assert read(gasworks, alone) == ["The gasworks", "1.1"]
    assert read(at("1.1", 100, 57), gasworks) == ["1.1", "The gasworks"]


def test_a_number_opens_the_nearest_of_two_texts() -> None:
    drawn = [at("in its column", 100, 300), at("The gasworks", 100), at("1.1", 100, 80)]
    assert read(*drawn) == ["in its column", "1.1 The gasworks"]


def test_a_number_beside_a_table_stays() -> None:
    table = Table((("1", "May"),), (110.0,), 110, 100, 200, 112)
    assert with_numbers([table, at("1.1", 100, 57)]) == [table, at("1.1", 100, 57)]


def test_minutes_whose_numbers_are_drawn_last_are_cited_by_them(tmp_path: Path) -> None:
    first = both(text("Void homes.", "They are let.", left=105), text("28.", left=72))
    second = both(text("Garages.", top=160, left=105), text("29.", top=160, left=72))
    lines = draw_pdf(pdf(tmp_path / "a.pdf", both(first, second))).lines
    assert [x.text for x in lines] == ["28. Void homes.", "They are let.", "29. Garages."]


def test_the_lines_of_an_item_drawn_late_stay_together(tmp_path: Path) -> None:
    heads = both(text("Asked", left=60), text("Why", top=160, left=60))
    item = both(text("agrees to survey the", "homes.", top=130, left=131), text("(c)", top=130))
    assert [x.text for x in draw_pdf(pdf(tmp_path / "a.pdf", both(heads, item))).lines] == [
        "Asked", "(c) agrees to survey the", "homes.", "Why"
    ]  # fmt: skip


def test_a_row_beside_one_that_was_drawn_before_it_stays_behind_it(tmp_path: Path) -> None:
    left = text("DCED", "Department", top=TOP - 80)
    both_columns = both(left, text("NAC", "CHB", top=TOP - 80.1, left=308))
    lines = draw_pdf(pdf(tmp_path / "a.pdf", both_columns)).lines
    assert [x.text for x in lines] == ["DCED", "NAC", "Department", "CHB"]
