"""How a quotation reads: no blank lines, and a row's cells under their headers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from index.passages import Passage

OVER = 2
"""Words that neighbouring headers begin with, which name what stands over both."""


def shown(passage: Passage, start: int, end: int) -> str:
    """A slice as a reader should see it; the words are the paper's, the layout is ours."""
    lines = [line for line in passage.text[start:end].split("\n") if line.strip()]
    return "\n".join(_shown_line(line, _headers_over(passage, start, line)) for line in lines)


def _headers_over(passage: Passage, start: int, line: str) -> Sequence[str]:
    """The headers over a row, or over those of its cells that a slice begins with; none over a line
    that is no row."""
    headers = passage.headers.split("\n")
    at = passage.text.find(line, start)
    begins = passage.text.rfind("\n", 0, at) + 1
    row = passage.text[begins:].split("\n", 1)[0]
    if "\t" not in row or row.count("\t") + 1 != len(headers):
        return ()
    first = passage.text[begins:at].count("\t")
    return headers[first : first + line.count("\t") + 1]


def _shown_line(line: str, headers: Sequence[str]) -> str:
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    if len(headers) != len(cells) or cells == list(headers):
        return " | ".join(c for c in cells if c)
    under = [(header, cell) for header, cell in zip(headers, cells, strict=True) if cell]
    names = _shortened([header for header, _ in under])
    return "; ".join(
        f"{name}: {cell}" if name else cell for name, (_, cell) in zip(names, under, strict=True)
    )


def _shortened(headers: Sequence[str]) -> list[str]:
    """Headers, each without the words that it and the one before both begin with.

    >>> _shortened(["Item", "RAG rating Latest", "RAG rating Previous"])
    ['Item', 'RAG rating Latest', 'Previous']
    """
    words = [header.split() for header in headers]
    short = list(headers[:1])
    for before, header in pairwise(words):
        shared = sum(
            1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, header, strict=False))
        )
        short.append(" ".join(header[shared if OVER <= shared < len(header) else 0 :]))
    return short
