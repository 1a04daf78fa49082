"""What ends a sentence, as committee papers print them: the sentences of a text, each a span.

A full stop, a question mark or a mark of exclamation does, before a capital, a figure or a bullet,
and so does the end of a line; the stop of an abbreviation or of a paragraph's number does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"(?:[.!?][\"'”’)\]]*(?P<gap>\s+)(?=[\"'“‘(\[]*[A-Z0-9£•])|(?P<line>\n))")
_BEFORE_A_NAME = re.compile(
    r"(?:\b(?:Mrs?|Ms|Dr|Cllrs?|CLLR|Prof|St|Revd?|Hon|Messrs|Dept|vs)|\b[A-Z])\.$"
)
"""Titles and initials, after which a name comes, and not "The"."""
_NO_NAME = re.compile(
    r"[\"'“‘(\[]*(?:\d|(?:The|This|That|These|Those|It|Its|An?(?= [^.])|In|On|At|For|From|By|To|As|"
    r"If|There|They|He|She|We|All|Any|No|Members|Officers|Staff)\b)"
)
_BEFORE_A_NUMBER = re.compile(
    r"\b(?:[Nn]os?|NO|[Pp]aras?|[Pp]p?|[Aa]rt|[Vv]ol|[Ss]ec|[Ff]igs?|[Rr]ef|[Ee]st|[Mm]in|[Mm]ax)\.$"
)
_FIGURE = re.compile(r"[(\[]?[£\d]")
_GOES_ON = re.compile(r"(?:\b(?:[Ee]\.g|[Ii]\.e|[Aa]pprox|[Cc]f)|(?:^|[\s(])[a-z])\.$")
"""What never ends one; a small letter alone is an item's."""
_NUMBER = re.compile(r"\(?\w{1,4}(?:\.\w{1,3})*\)?\.")
"""A paragraph's or an item's, where it opens the text."""
LONGEST = 2000
"""Characters: more is no sentence but a page whose ends of sentences were lost."""
_ABBREVIATION = 14
"""Characters, the last of a sentence, in which an abbreviation stands."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence.

    >>> [slice(*span).stop for span in sentences("3.1 Mr. Ash left. It was late.")]
    [17, 30]
    """
    start = 0
    for end in _END.finditer(text):
        at, after = end.span(end.lastgroup or 0)
        if end["line"] or text.startswith("•", after) or _is_end(text, start, at, after):
            yield start, at
            start = after
    if start < len(text):
        yield start, len(text)


def _is_end(text: str, start: int, at: int, after: int) -> bool:
    """Whether the stop before `at` ends the sentence that began at `start`."""
    if at - start <= _ABBREVIATION and _NUMBER.fullmatch(text, start, at):
        return False
    last = text[max(start, at - _ABBREVIATION) : at]
    if _BEFORE_A_NAME.search(last):
        return bool(_NO_NAME.match(text, after))
    if _BEFORE_A_NUMBER.search(last):
        return not _FIGURE.match(text, after)
    return not _GOES_ON.search(last)
