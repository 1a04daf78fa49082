"""The paper's own count, told from the numbers of its lists; headings above headings."""

from __future__ import annotations

from corpus.paper import Line
from corpus.prose.joining import Paragraph
from corpus.prose.lists import Lists
from corpus.prose.numbering import label_of
from corpus.prose.sections import Sections


def paragraph(text: str, *, bold: bool = False) -> Paragraph:
    line = Line(text, 1, bold=bold)
    return Paragraph(text, label_of(text), line, line)


def heading(sections: Sections, text: str, *, bold: bool = True) -> None:
    sections.under(paragraph(text, bold=bold), True)
    sections.head(paragraph(text, bold=bold), True)


def counts(sections: Sections, text: str, *, bold: bool = False, lead_in: str = "") -> bool:
    lists = Lists()
    lists.start(lead_in, sections.parent)
    return sections.counts(paragraph(text, bold=bold), None, lists=lists, resolving=False)


def test_a_heading_ends_those_of_its_level_and_below() -> None:
    sections = Sections()
    for text in ("3. Findings", "3.1 Visits", "3.2 Calls", "4. Options"):
        heading(sections, text)
    assert sections.titles == ("4. Options",)
    assert sections.parent == "4"


def test_a_paragraph_under_a_minute_is_not_the_next_minute() -> None:
    sections = Sections()
    heading(sections, "83. Weather")
    assert not counts(sections, "1. It rained.")
    assert counts(sections, "84. Roads", bold=True)


def test_the_next_number_of_a_list_is_an_item_of_it() -> None:
    sections = Sections()
    heading(sections, "2.1 Aims")
    assert not counts(sections, "1. note it", lead_in="Cabinet is asked to:")


def test_headings_in_bold_begin_their_count_after_plain_paragraphs() -> None:
    sections = Sections()
    plain = label_of("2. Mr Ash took the chair.")
    assert plain is not None
    sections.counted(plain)
    assert counts(sections, "283. Apologies", bold=True)
    assert not counts(sections, "283. Apologies were received from Mr Ash and others.")
