"""Headings are told by how they are set off from what follows."""

from __future__ import annotations

from corpus.paper import Line
from corpus.prose.headings import is_bold_section, is_headed, is_lettered_head
from corpus.prose.joined import Paragraph
from corpus.prose.numbering import label_of

FULL = "The grant is paid to every authority from the share of rates that is kept centrally by"


def paragraph(text: str, *, bold: bool = False, gap: bool = True) -> Paragraph:
    line = Line(text, 1, bold=bold, gap=gap)
    return Paragraph(text, label_of(text), line, line)


def heads(text: str, below: str, *, bold: bool = True, gap: bool = True) -> bool:
    return is_headed(paragraph(text, bold=bold), paragraph(below, gap=gap))


def test_a_bold_line_that_ends_in_a_colon_heads_a_section() -> None:
    assert heads("5. Recommendations:", "Cabinet is asked to:")
    assert heads("Recommendation(s):", "Cabinet is asked to:")
    assert heads("Summary:", FULL)


def test_a_field_before_its_value_heads_nothing() -> None:
    assert not heads("Ward affected:", "All")
    assert not heads("Lead officer:", FULL)
    assert not heads("Classification: Unrestricted", FULL)
    assert not heads("Is it open to call-in? Yes", FULL)
    assert not heads("Appendix B:", FULL)


def test_a_short_line_stands_over_a_full_one_without_white_space() -> None:
    assert heads("Introduction", FULL, bold=False, gap=False)
    assert not heads("Introduction", "Short too.", bold=False, gap=False)


def test_a_letter_over_text_of_its_own_is_a_heading_and_over_items_is_none() -> None:
    grant = paragraph("A) Housing Grant")
    assert is_lettered_head(grant, paragraph(FULL, gap=False))
    assert not is_lettered_head(grant, paragraph("B) Road Grant", gap=False))
    assert not is_lettered_head(grant, paragraph(FULL))
    assert is_lettered_head(grant, paragraph(FULL), counts_on=True)


def test_a_numbered_title_in_capitals_may_hold_a_colon() -> None:
    assert heads("3. OXLEY SCHOOL: PROPOSAL TO CLOSE", "The roll was six.", bold=False)
    assert not heads("3. Oxley School: proposal to close", "The roll was six.", bold=False)
    assert not heads("3. LEAD OFFICER: MR ASH", "4. WARD: ALL", bold=False)


def test_a_line_that_says_something_heads_nothing_unless_it_is_numbered() -> None:
    assert heads("Repairs of lamps", "Short too.", bold=False)
    assert not heads("The lamps were mended", "Short too.", bold=False)
    assert heads("4. The lamps were mended", "Short too.", bold=False)


def test_a_bold_line_heads_plain_text_without_white_space_and_no_bold_text() -> None:
    assert heads("Introduction", "Short too.", gap=False)
    below = paragraph("Short too.", bold=True, gap=False)
    assert not is_headed(paragraph("Introduction", bold=True), below)


def test_a_section_bold_to_its_end_is_a_heading_unless_it_is_long() -> None:
    assert is_bold_section(paragraph("Will the lamps be mended?", bold=True))
    assert not is_bold_section(paragraph("Will the lamps be mended?"))
    assert not is_bold_section(paragraph(" ".join([FULL] * 3), bold=True))
