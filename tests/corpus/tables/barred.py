"""Rows of a table written with bars between their cells, for the tests of headers."""

from __future__ import annotations

from corpus.paper import Line
from corpus.tables.columns import heads_of


def lines(*texts: str, marked: int = 0) -> list[Line]:
    """The rows; the first `marked` of them are headers by their format."""
    return [
        Line("", role="row", cells=tuple(t.split("|")), table=1, header=i < marked)
        for i, t in enumerate(texts)
    ]


def names(*texts: str, marked: int = 0) -> tuple[str, ...]:
    """What their columns are called."""
    return heads_of(lines(*texts, marked=marked)).names
