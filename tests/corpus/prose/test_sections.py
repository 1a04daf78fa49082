"""The paper's own count, told from the numbers of its lists; headings above headings."""

from __future__ import annotations

from corpus.paper import Line
from corpus.prose.joined import Paragraph
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


def test_a_heading_without_a_number_ends_the_paragraph_before_it() -> None:
    sections = Sections()
    heading(sections, "2. Options")
    last = label_of("2.6 The last.")
    assert last is not None
    sections.counted(last)
    sections.under(paragraph("Further reading", bold=True), False)
    assert (sections.parent, sections.titles) == ("2", ("2. Options",))


def test_recommendations_without_a_number_stand_outside_the_numbered_sections() -> None:
    sections = Sections()
    heading(sections, "10. Conclusions")
    last = label_of("10.3 The last.")
    assert last is not None
    sections.counted(last)
    sections.under(paragraph("Recommendation(s):", bold=True), False)
    assert (sections.parent, sections.titles) == ("", ())


def test_a_heading_as_far_in_as_a_paragraphs_text_stands_inside_it() -> None:
    sections = Sections()
    last = label_of("3.3 The places are:")
    assert last is not None
    sections.counted(last, Line("3.3 The places are:", 1))
    inner = Line("Secondary schools", 1, bold=True, indent=36)
    sections.under(Paragraph(inner.text, None, inner, inner), False)
    assert sections.parent == "3.3"


def test_the_name_of_a_table_leaves_the_number_and_the_heading_above() -> None:
    sections = Sections()
    heading(sections, "6. Tax")
    caption = paragraph("Table 6.1 – Tax by band", bold=True)
    sections.under(caption, False)
    sections.head(caption, False)
    assert (sections.parent, sections.titles) == ("6", ("6. Tax", "Table 6.1 – Tax by band"))


def test_a_letter_that_counts_on_stands_beside_the_lettered_heading() -> None:
    sections = Sections()
    lettered = paragraph("A) Housing Grant")
    sections.under(lettered, False)
    sections.head(lettered, False)
    (b, c) = (label_of("B) Road Grant"), label_of("C) Bus Grant"))
    assert b is not None and c is not None and sections.parent == "a"
    assert sections.follows_letter(b) and not sections.follows_letter(c)


def test_a_plain_number_directly_over_a_question_in_bold_is_a_forms_section() -> None:
    sections = Sections()
    heading(sections, "13. Contact")
    question = paragraph("Are there negative impacts", bold=True)
    form = paragraph("22. Negative impacts for carers")
    assert sections.counts(form, question, lists=Lists(), resolving=False)
    assert not sections.counts(form, paragraph("No"), lists=Lists(), resolving=False)


def test_the_next_section_may_be_as_long_as_a_sentence() -> None:
    sections = Sections()
    long = "7. Background papers used in preparing the report (with their place on the website):"
    heading(sections, "6. Implications", bold=False)
    heading(sections, "6.3 Diversity", bold=False)
    assert counts(sections, long)
    assert not counts(sections, long.replace("7.", "7)"))
    label = label_of(long)
    assert label is not None
    sections.counted(label)
    assert (sections.parent, sections.titles) == ("7", ())


def test_a_numbered_heading_ends_with_the_number_after_it() -> None:
    sections = Sections()
    heading(sections, "1. Loans")
    heading(sections, "1.18 Property")
    beside = label_of("1.19 Each is considered.")
    assert beside is not None
    sections.counted(beside)
    assert sections.titles == ("1. Loans",)
