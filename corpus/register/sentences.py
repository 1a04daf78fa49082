"""The sentences of a paragraph, each a span of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"(?:[.!?][\"”’')\]]*(?P<gap>\s+)(?=[\"“‘'(\[]?[A-Z0-9])|(?P<line>\n))")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Cllr|St|No|para|e\.g|i\.e)|^\W?\w{1,4}(?:\.\w{1,3})*)\.$"
)
"""What ends in a full stop and ends no sentence: titles, a paragraph's number."""
LONGEST = 2000
"""Characters: more is no sentence but a page whose ends of sentences were lost."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence.

    >>> [slice(*span).stop for span in sentences("3.1 Mr. Ash left. It was late.")]
    [17, 30]
    """
    start = 0
    for end in _END.finditer(text):
        at, after = end.span(end.lastgroup or 0)
        if not _SHORT.search(text[start:at]):
            yield start, at
            start = after
    if start < len(text):
        yield start, len(text)
