"""Where a quotation stands in papers that were read: in one block, in neighbours, in one passage.

A quotation is whole where 0.9 of its three-word runs are: the rest is for a word that the paper
breaks or a stamp between two pages. Words are told apart as an evaluation tells them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from assistant.evaluation.wording import Compared, coverage
from corpus.paper import Block, Paper
from index.passages import passages_of

WHOLE = 0.9
NEIGHBOURS = 12
"""Blocks that a quotation may run over; gold's longest, a vote with its names, has 9."""
_UNITS = {"list item", "motion", "vote", "resolution"}


@dataclass(frozen=True, slots=True)
class Standing:
    """The blocks of a paper that hold the most of a quotation, in order; `share` of it, 0 to 1.

    `pages` are those on which some of it stands.
    """

    share: float
    paper: Paper
    blocks: tuple[Block, ...]
    pages: frozenset[int | None]

    @property
    def is_whole(self) -> bool:
        """Whether all of it stands there, as near as matters."""
        return self.share >= WHOLE


def in_one_block(quote: str, papers: Sequence[Paper], page: int | None = None) -> Standing | None:
    """The block that holds the most of a quotation, alone or with the line that opens its list.

    Of several that hold it whole the first on `page` is taken; None where no block has any of it.
    """
    return _best(quote, ((p, (b,)) for p in papers for b in p.blocks), page)


def in_neighbours(quote: str, papers: Sequence[Paper], page: int | None = None) -> Standing | None:
    """The same of neighbours in one list, table, vote or resolution, which together are a unit."""
    return _best(quote, ((p, run) for p in papers for run in _neighbours(p, quote)), page)


def in_one_passage(quote: str, papers: Sequence[Paper]) -> bool:
    """Whether a passage of the papers holds the quotation whole."""
    return any(share(quote, text) >= WHOLE for paper in papers for text in _passages(paper))


def share(quote: str, text: str) -> float:
    """The share of a quotation's three-word runs that stand in a text.

    >>> share("five foster families left", "a net gain of five foster families")
    0.5
    """
    return coverage(quote, _compared(text))


def _best(
    quote: str, places: Iterator[tuple[Paper, tuple[Block, ...]]], page: int | None
) -> Standing | None:
    best: Standing | None = None
    for paper, blocks in places:
        held = share(quote, _text(blocks))
        if not held:
            continue
        place = Standing(held, paper, blocks, _pages(quote, blocks))
        if best is None or _rank(place, page) > _rank(best, page):
            best = place
    return best


def _rank(place: Standing, page: int | None) -> tuple[bool, float, int]:
    """Whole before cut; then gold's page, or the larger share; then the fewest blocks."""
    on_page = page is not None and page in place.pages
    share = on_page if place.is_whole else place.share
    return place.is_whole, share, -len(place.blocks)


def _text(blocks: Sequence[Block]) -> str:
    return " ".join([blocks[0].lead_in, *(b.text for b in blocks)])


def _neighbours(paper: Paper, quote: str) -> Iterator[tuple[Block, ...]]:
    """Runs of two blocks or more that begin and end with some of the quotation."""
    for unit, group in groupby(paper.blocks, key=_unit):
        blocks = list(group) if unit else []
        held = [n for n, b in enumerate(blocks) if share(quote, _text([b]))]
        for first in held:
            for last in held:
                if first < last < first + NEIGHBOURS:
                    yield tuple(blocks[first : last + 1])


def _unit(block: Block) -> str | int | None:
    if block.table is not None:
        return block.table
    return block.kind if block.kind in _UNITS else None


def _pages(quote: str, blocks: Sequence[Block]) -> frozenset[int | None]:
    pieces = [piece for block in blocks for piece in _pieces(block)]
    return frozenset(page for page, text in pieces if share(quote, text)) or frozenset(
        page for page, _ in pieces
    )


def _pieces(block: Block) -> Iterator[tuple[int | None, str]]:
    """The parts of a block by the page they stand on."""
    starts = [(0, block.page), *block.breaks]
    for (start, page), (end, _) in zip(starts, [*starts[1:], (len(block.text), 0)], strict=True):
        yield page, block.text[start:end]


@lru_cache(maxsize=64)
def _passages(paper: Paper) -> list[str]:
    return [passage.text for passage in passages_of(paper)]


@lru_cache(maxsize=200_000)
def _compared(text: str) -> Compared:
    return Compared.of(text)
