"""Tables as blocks: what holds when one goes on over a page."""

from __future__ import annotations

from corpus.paper import Block, Line
from corpus.prose.blocks import blocks_of

HEADER = "Project|Cost|Due"


def table(number: int, page: int, *rows: str) -> list[Line]:
    return [
        Line(r.replace("|", "\t"), page, "row", cells=tuple(r.split("|")), table=number)
        for r in rows
    ]


def last_of(*lines: Line) -> Block:
    return blocks_of(lines)[-1]


FIRST = table(1, 4, HEADER, "ROADS||", "Bridge|12|May")
NOTE = Line("* Not yet agreed.", 4, "footnote", gap=True)


def test_a_table_that_is_first_on_the_next_page_keeps_headers_and_sections() -> None:
    row = last_of(*FIRST, NOTE, *table(2, 5, "Kerbs|5|July"))
    assert (row.headers, row.section) == (("Project", "Cost", "Due"), ("ROADS",))


def test_a_table_after_text_or_pages_later_or_of_other_columns_does_not() -> None:
    text = Line("All of these were agreed by members in the spring of last year.", 5, gap=True)
    assert last_of(*FIRST, text, *table(2, 5, "Kerbs|5|July")).headers == ()
    assert last_of(*FIRST, *table(2, 6, "Kerbs|5|July")).headers == ()
    assert last_of(*FIRST, *table(2, 5, "Kerbs|5|July|4")).headers == ()


def test_a_table_of_its_own_on_the_same_page_is_another() -> None:
    assert last_of(*FIRST, *table(2, 4, HEADER, "Kerbs|5|July")).section == ()


def test_an_appendix_whose_page_begins_over_its_table_is_headed() -> None:
    def heads(text: str, page: int = 5) -> bool:
        said = Line("The plan was agreed.", 4)
        blocks = blocks_of([said, Line(text, page), *table(1, 5, HEADER, "Kerbs|5|July")])
        return blocks[1].kind == "heading"

    assert heads("Annex B – Action plan")
    assert heads("APPENDIX 1 – ACTION PLAN")
    assert not heads("Growth and Transport")
    assert not heads("Table 2: Spending by service")
    assert not heads("It was made in May.")
    assert not heads("Annex B – Action plan", page=4)
