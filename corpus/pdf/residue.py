"""What a page prints for its own sake: running titles and page numbers, told from the paper's
words.

They stand between the halves of a paragraph that a page break cuts, so they are taken out. What
they say is not lost: printed page numbers become page labels, and a running title stays once, on
the first page. The stamp "Agenda Item 6" stays where it first stands, because packs are split by
it; appendices stamped again keep theirs, pages that are all stamped alike do not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, takewhile
from statistics import median

from corpus.pdf.items import Item
from corpus.pdf.strips import STAMP, Strip

MARGIN = 0.1
"""Share of the page's height at top and bottom where residue stands."""
INCH = 72.0
"""Points of it at least: a page turned on its side has margins as wide as an upright one."""
DEEPEST = 4
"""Lines from the top or bottom that may be residue: modern.gov stamps stand over the paper's
own."""
OFTEN = 3
"""Pages that must print the same words in the same place; both of two."""
TITLE = 3
"""Spaces of a title at least: shorter lines may be said twice."""
DRIFT = 12.0
"""Points a running title may move between pages."""

_NUMBER = re.compile(
    r"^[\W_]*(?P<word>page|p\.)?\s*(?P<number>\d{1,4})\s*(?P<of>(?:of|/)\s*\d{1,4})?[\W_]*$", re.I
)
_STAMP = re.compile(r"^(agenda )?item\b", re.I)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the top or bottom of a page (`page` from 0)."""

    page: int
    strip: Strip
    bottom: bool
    depth: float
    """Points from the edge it is at to its top: pages of one paper may differ in height."""


def without_residue(
    pages: Sequence[Sequence[Item]], heights: Sequence[float]
) -> tuple[list[list[Item]], tuple[str, ...]]:
    """The pages without residue, and the page labels their printed numbers make (() if none)."""
    edges = [e for n, page in enumerate(pages) for e in _edges(n, page, heights[n])]
    numbers = [(e, n) for e in edges if (n := _number(e)) is not None]
    offsets = Counter(n - e.page for e, n in numbers)
    residue = {id(e.strip) for e, n in numbers if _is_page_number(e, n, offsets)}
    often = max(2, min(OFTEN, len(pages)))
    residue |= {id(e.strip) for e in _running(edges, often=often, pages=len(pages))}
    residue |= {id(e.strip) for e in _stamps_again(edges, often=often)}
    if 1 < len(pages) <= OFTEN:
        residue |= {id(e.strip) for e in _titles_again(edges, pages[0])}
    labels = _labels(offsets, numbers, len(pages))
    return [[i for i in page if id(i) not in residue] for page in pages], labels


def _edges(page: int, items: Sequence[Item], height: float) -> list[_Edge]:
    strips = [i for i in items if isinstance(i, Strip)]
    margin = max(height * MARGIN, INCH)
    top = [_Edge(page, s, False, s.top) for s in strips[:DEEPEST] if s.bottom < margin]
    foot = [
        _Edge(page, s, True, height - s.top) for s in strips[-DEEPEST:] if s.top > height - margin
    ]
    return top + foot


def _number(edge: _Edge) -> int | None:
    match = _NUMBER.match(edge.strip.text)
    return int(match["number"]) if match else None


def _is_page_number(edge: _Edge, number: int, offsets: Counter[int]) -> bool:
    """It says "page", or counts with another page's, or is the page's own number at its foot."""
    match = _NUMBER.match(edge.strip.text)
    said = bool(match and (match["word"] or match["of"]))
    return said or offsets[number - edge.page] >= 2 or (edge.bottom and number == edge.page + 1)


def _running(edges: Sequence[_Edge], *, often: int, pages: int) -> list[_Edge]:
    """Lines that many pages print in one place, or all but the first; figures in them may differ
    ("Page 3 | Annual report")."""
    groups: dict[tuple[str, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if not _STAMP.match(edge.strip.text):
            groups[re.sub(r"\d+", "#", edge.strip.text.casefold()), edge.bottom].append(edge)
    found: list[_Edge] = []
    for group in groups.values():
        middle = median(e.depth for e in group)
        near = [e for e in group if abs(e.depth - middle) <= DRIFT]
        on = {e.page for e in near}
        if len(on) >= often or (len(on) > 1 and on == set(range(1, pages))):
            first = min(on)
            # One that begins later is the title of a part. A second page only lacks a cover's.
            found += [e for e in near if e.bottom or e.page > first or first == 1]
    return found


def _stamps_again(edges: Sequence[_Edge], *, often: int) -> list[_Edge]:
    """The stamps of one agenda item on pages in a row, all but the first page's."""
    stamped: dict[str, dict[int, _Edge]] = defaultdict(dict)
    for edge in edges:
        if not edge.bottom and STAMP.fullmatch(edge.strip.text):
            stamped[edge.strip.text.casefold()].setdefault(edge.page, edge)
    again: list[_Edge] = []
    for on in stamped.values():
        for first in (page for page in on if page - 1 not in on):
            run = list(takewhile(on.__contains__, count(first)))
            again += [on[page] for page in run[1:] if len(run) >= often]
    return again


def _titles_again(edges: Sequence[_Edge], first: Sequence[Item]) -> list[_Edge]:
    """Lines at the head of later pages that begin as a line of the first page reads: the running
    title of a paper too short to print it often."""
    lines = [_plain(i.text) for i in first if isinstance(i, Strip) and i.text.count(" ") >= TITLE]
    return [
        e for e in edges
        if e.page and not e.bottom and any(_plain(e.strip.text).startswith(x) for x in lines)
    ]  # fmt: skip


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")


def _labels(
    offsets: Counter[int], numbers: Sequence[tuple[_Edge, int]], pages: int
) -> tuple[str, ...]:
    """Labels where one count runs through most pages that print a number."""
    if not offsets:
        return ()
    offset, count = offsets.most_common(1)[0]
    printed = {edge.page for edge, _ in numbers}
    if count < min(2, pages) or count < 0.6 * len(printed):
        return ()
    return tuple(str(n + offset) if n + offset > 0 else "" for n in range(pages))
