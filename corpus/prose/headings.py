"""Headings, numbered or not, told from the paragraphs and fields that look like them."""

from __future__ import annotations

import re

from corpus.prose.joining import Paragraph

_ASKS = re.compile(r"(?:that|to|note|agree|approve|consider|endorse|receive|recommend)\b", re.I)
_SAYS = re.compile(r"\b(?:is|are|was|were|will|has|have|had|be|stated|asked|finished)\b")
_MOVES = re.compile(
    r"\b(?:proposed|seconded|moved|carried|lost|withdrawn) (?:and|the|that|by|,)"
    r"|, and .* seconded\b"
)
_NAMES = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir)\b\.? [A-Z][\w’'-]+.*){2}")
_COUNT = re.compile(r"[A-Za-z]+ \(\d+\)(?: (?:Mr|Mrs|Ms|Miss|Dr|Cllr)\b.*)?")
_NOTHING = re.compile(r"(?:n/?a|none|nil|not applicable|yes|no|date|chair(?:man)?)\.?", re.I)
LONGEST = 14
"""Words of a heading in plain type; in bold, as minutes print a report's whole title, twice
that."""
LONGEST_BOLD = 28


def could_head(text: str, *, bold: bool = False) -> bool:
    """Whether the words alone could be a heading: a capital, no end, nothing asked, no field.

    A line that is `bold` throughout may be longer, begin with a figure, and hold a colon, which
    makes another line a field ("Lead officer: …").
    """
    return (
        (text[:1].isupper() or (bold and text[:1].isdigit()))
        and text[-1] not in ".;:,?!-–"
        and (":" not in text or (bold and ": " in text))
        and len(text.split()) <= (LONGEST_BOLD if bold else LONGEST)
        and sum(c.isalpha() for c in text) > 3
        and not _ASKS.match(text)
        and not _NOTHING.fullmatch(text)
        and not _MOVES.search(text)
        and not _NAMES.match(text)
        and not _COUNT.fullmatch(text)
    )


def is_headed(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a paragraph is a heading by its words and by how it is set off from what follows."""
    line, label = paragraph.line, paragraph.label
    text = label.rest if label else paragraph.text
    if not text or not could_head(text, bold=line.bold):
        return False
    words = len(text.split())
    if label:
        return line.bold or words <= LONGEST - 4 * (label.style == "dotted")
    if _SAYS.search(text):
        return False
    alone = line.gap and (
        after is None or after.line.gap or after.is_row or after.label is not None
    )
    return words <= 10 and (alone or (line.bold and after is not None and not after.line.bold))
