from __future__ import annotations

import pytest

from corpus.pdf.pdfium import Glyph
from corpus.pdf.strips import clean, strips_of


def glyphs(text: str, *, tab: float = 0.0, after: int = 0, left: float = 72.0) -> list[Glyph]:
    """Characters 6 points wide on one line; `tab` points of white after the first `after`."""
    places = [left + 6 * n + (tab if after and n >= after else 0) for n in range(len(text))]
    return [Glyph(c, x, 100, x + 6, 112, False) for c, x in zip(text, places, strict=True)]


def _text(drawn: list[Glyph]) -> str:
    return strips_of(drawn)[0].text


@pytest.mark.parametrize(("text", "number"), [("2.6The White", "2.6"), ("(a)To note", "(a)")])
def test_short_tab_after_a_number_is_a_space(text: str, number: str) -> None:
    parted = f"{number} {text[len(number) :]}"
    assert _text(glyphs(text, tab=1.3, after=len(number))) == parted


def test_number_printed_with_its_unit_stays_one_word() -> None:
    assert _text(glyphs("2.15Mt of sand")) == "2.15Mt of sand"


@pytest.mark.parametrize("printed", ["1 st", "2 nd", "3 rd", "13 th"])
def test_raised_ordinal_belongs_to_its_number(printed: str) -> None:
    assert clean(f"on {printed} May") == f"on {printed.replace(' ', '')} May"


def test_street_after_a_number_is_no_ordinal() -> None:
    assert clean("at 1 St Mary's") == "at 1 St Mary's"


def test_stamp_drawn_at_the_head_after_one_at_the_foot_is_a_line_of_its_own() -> None:
    head = [g._replace(top=20, bottom=32) for g in glyphs("Agenda Item 6", left=400)]
    assert [s.text for s in strips_of([*glyphs("Page 1"), *head])] == ["Page 1", "Agenda Item 6"]


def test_cell_drawn_a_little_higher_stays_on_its_line() -> None:
    raised = [g._replace(top=94, bottom=106) for g in glyphs("Note it", left=120)]
    assert _text([*glyphs("2.6 "), *raised]) == "2.6 Note it"
