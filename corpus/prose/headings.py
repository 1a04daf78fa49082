"""Headings, numbered or not, told from the paragraphs and fields that look like them."""

from __future__ import annotations

import re

from corpus.prose.joined import Paragraph
from corpus.prose.motions import is_motion
from corpus.prose.titles import LONGEST, LONGEST_BOLD, could_head, stands_over

_SAYS = re.compile(r"\b(?:is|are|was|were|will|has|have|had|be|stated|asked|finished)\b")
_FIELD = re.compile(
    r"(?:from|to|by|date|subject(?: matter)?|classification|title(?: of \w+)?|contact|tel\w*|"
    r"reports? (?:of|by|to|for|author)|e-?mail|wards?|(?:key|type of) decision|for publication|"
    r"portfolio|electoral divisions?\b.*|decision (?:no|number|ref\w*|type)\.?|"
    r"(?:\w+ )?pathway(?: of \w+)?|"
    r"(?:\w+ ){0,3}(?:officers?|directors?|authors?|members?))\s*:"
    r"|.*[?:] (?:yes|no|all)\.?$",
    re.I,
)
"""What a header's fields are called: their values follow."""
_LISTED = re.compile(r"\w+ [A-Z\d]{1,2}:", re.I)
"""How a list of what is attached names it: "Appendix B:"."""
LONGEST_COLON = 6
"""Words of a heading that ends in a colon: a longer one asks or opens a list."""

LONGEST_VALUE = 8
"""Words of a field's value: what is longer is text under a heading."""


def is_headed(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a paragraph is a heading by its words and by how it is set off from what follows."""
    line, label = paragraph.line, paragraph.label
    text = label.rest if label else paragraph.text
    loud = label is not None and (
        label.style == "item" or (label.style == "number" and text.isupper())
    )
    bold = line.bold or (loud and _is_over(after))
    if not text or is_motion(text) or not could_head(text, bold=bold):
        return False
    words = len(text.split())
    if label:
        return line.bold or words <= LONGEST - 4 * (label.style == "dotted")
    return words <= 10 and not _says(paragraph, after) and _is_set_off(paragraph, after)


def _says(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a line without a number is a sentence, a header's field, or opens what follows."""
    text = paragraph.text
    opens = text.endswith(":") and not _opens_section(paragraph, after)
    return opens or bool(_SAYS.search(text) or _FIELD.match(text))


def _is_set_off(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a line stands alone, or over what follows in another type."""
    line = paragraph.line
    if after is None:
        return line.gap or paragraph.opens_page
    alone = (line.gap or paragraph.opens_page) and (
        after.line.gap or after.is_row or after.label is not None
    )
    over = after.label is None and stands_over(paragraph.last, after.line, title=paragraph.text)
    return alone or over or (line.bold and not after.line.bold)


def _is_over(after: Paragraph | None) -> bool:
    """Whether text follows that has no number of its own."""
    return after is not None and after.label is None and not after.is_row


def is_bold_section(paragraph: Paragraph) -> bool:
    """Whether the next section is printed in bold to its end: a heading, though it asks or ends as
    a sentence does."""
    bold = paragraph.line.bold and paragraph.last.bold
    return bold and len(paragraph.text.split()) <= LONGEST_BOLD


def is_lettered_head(
    paragraph: Paragraph, after: Paragraph | None, *, counts_on: bool = False
) -> bool:
    """Whether a lettered line is a title set over text of its own, not an item of a list;
    `counts_on` where the heading above has the letter before it."""
    label = paragraph.label
    return (
        label is not None
        and label.style == "letter"
        and after is not None
        and after.label is None
        and (counts_on or not after.line.gap)
        and not after.is_row
        and stands_over(paragraph.line, after.line, title=label.rest)
    )


def _opens_section(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a line that ends in a colon stands over a section, not before a field's value."""
    text, line = paragraph.text, paragraph.line
    if after is None or not (line.bold and line.gap) or _LISTED.fullmatch(text):
        return False
    items = not after.line.bold and after.label is not None
    told = after.is_row or items or len(after.text.split()) > LONGEST_VALUE
    asks = after.text.endswith(":") and not after.line.bold
    return (told or asks) and len(text.split()) <= LONGEST_COLON
