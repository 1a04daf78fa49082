"""The sentences of a paragraph, each a span of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Cllr|St|No|para|e\.g|i\.e)|^\W?\w{1,4}(?:\.\w{1,3})*)\.$"
)
"""What ends in a full stop and ends no sentence: titles, a paragraph's number."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence.

    >>> [slice(*span).stop for span in sentences("3.1 Mr. Ash left. It was late.")]
    [17, 30]
    """
    start = 0
    for gap in _END.finditer(text):
        if not _SHORT.search(text[start : gap.start()]):
            yield start, gap.start()
            start = gap.end()
    if start < len(text):
        yield start, len(text)
