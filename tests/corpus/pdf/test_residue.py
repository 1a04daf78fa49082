from __future__ import annotations

from collections.abc import Sequence

from corpus.pdf.residue import without_residue
from corpus.pdf.strips import Strip

SIDEWAYS = 595.0
"""Points that a page turned on its side is high."""
UPRIGHT = 842.0


def _line(text: str, top: float) -> Strip:
    return Strip(text, 72, top, 300, top + 10)


def _left(pages: Sequence[Sequence[Strip]], heights: Sequence[float] = ()) -> list[list[str]]:
    kept, _ = without_residue(pages, heights or [SIDEWAYS] * len(pages))
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


def test_foot_runs_over_pages_of_two_heights() -> None:
    heights = [UPRIGHT, UPRIGHT, SIDEWAYS, SIDEWAYS]
    pages = [
        [_line(f"Row {c}", 300), _line(f"AUD/25/03 {n} | Internal Audit", height - 30)]
        for n, (c, height) in enumerate(zip("abcd", heights, strict=True), start=1)
    ]
    assert _left(pages, heights) == [["Row a"], ["Row b"], ["Row c"], ["Row d"]]


def test_title_over_all_pages_but_the_first_of_three_goes() -> None:
    title = "Roads Committee, 13 November 2024"
    pages = [[_line("MINUTE", 60), _line("Row a", 300)]]
    pages += [[_line(title, 24), _line(f"Row {c}", 300)] for c in "bc"]
    assert _left(pages) == [["MINUTE", "Row a"], ["Row b"], ["Row c"]]


def test_two_pages_of_many_with_one_heading_keep_it() -> None:
    pages = [[_line(f"Row {c}", 300)] for c in "abc"]
    pages[1:] = [[_line("Questions", 40), *page] for page in pages[1:]]
    assert _left([*pages, [_line("Row d", 300)]])[1:3] == [
        ["Questions", "Row b"],
        ["Questions", "Row c"],
    ]


def _stamped(*items: str) -> list[list[str]]:
    pages = [[_line(item, 30)] if item else [] for item in items]
    return _left([[*page, _line(f"Row {n}", 300)] for n, page in enumerate(pages)])


def test_stamp_on_every_page_of_a_paper_stays_once() -> None:
    assert _stamped(*["Agenda Item 4.2"] * 3) == [
        ["Agenda Item 4.2", "Row 0"],
        ["Row 1"],
        ["Row 2"],
    ]


def test_stamp_of_an_appendix_or_of_another_item_stays() -> None:
    six, seven = "Agenda Item 6", "Agenda Item 7"
    for stamps in ((six, "", six, seven, ""), (six, six, seven, seven, "")):
        kept = _stamped(*stamps)
        assert [page[0] if len(page) > 1 else "" for page in kept] == list(stamps)
