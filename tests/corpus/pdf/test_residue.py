from __future__ import annotations

from collections.abc import Sequence

from corpus.pdf.residue import without_residue
from corpus.pdf.strips import Strip

SIDEWAYS = 595.0
"""Points that a page turned on its side is high."""


def _line(text: str, top: float) -> Strip:
    return Strip(text, 72, top, 300, top + 10)


def _left(pages: Sequence[Sequence[Strip]]) -> list[list[str]]:
    kept, _ = without_residue(pages, [SIDEWAYS] * len(pages))
    return [[i.text for i in page if isinstance(i, Strip)] for page in kept]


def test_title_an_inch_down_a_page_on_its_side_runs() -> None:
    pages = [[_line("Appendix B", 57), _line(f"Row {c}", 300)] for c in "abc"]
    assert _left(pages) == [["Appendix B", "Row a"], ["Row b"], ["Row c"]]


def test_number_an_inch_up_a_page_on_its_side_is_the_pages() -> None:
    pages = [[_line("Row", 300), _line(str(n), 530)] for n in (1, 2, 3)]
    assert _left(pages) == [["Row"]] * 3


def test_title_of_a_later_part_stays_once() -> None:
    pages = [[_line(f"Row {c}", 300)] for c in "ab"]
    pages += [[_line("Part two", 40), _line(f"Row {c}", 300)] for c in "cde"]
    assert _left(pages)[2:] == [["Part two", "Row c"], ["Row d"], ["Row e"]]


def test_running_title_that_only_the_cover_lacks_goes() -> None:
    pages = [[_line("Cover", 300)]]
    pages += [[_line("Budget report", 40), _line(f"Row {c}", 300)] for c in "bcd"]
    assert _left(pages) == [["Cover"], ["Row b"], ["Row c"], ["Row d"]]


def test_title_over_the_second_of_two_pages_goes() -> None:
    title = "Our Workforce: Annual Report"
    pages = [[_line(title, 80), _line("Row a", 300)]]
    pages += [[_line(f"{title}, November 2024", 40), _line("Row b", 300)]]
    assert _left(pages) == [[title, "Row a"], ["Row b"]]


def test_other_words_over_a_second_page_stay() -> None:
    pages = [[_line("Workforce: Annual Report", 80)], [_line("The workforce grew in May", 40)]]
    assert _left(pages) == [["Workforce: Annual Report"], ["The workforce grew in May"]]
