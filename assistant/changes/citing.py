"""Changes as citations: each side's words with paper, page, paragraph or row, and an address that
opens the page at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.address import quoted_url
from assistant.answer import ROW, Citation
from assistant.changes.change import Change, Side
from assistant.changes.choosing import Compared

if TYPE_CHECKING:
    from index.library import PaperRecord


@dataclass(frozen=True, slots=True)
class Cited:
    """A change with the citations of both sides; None for the side that has no such words."""

    change: Change
    old: Citation | None
    new: Citation | None


def cited(compared: Compared) -> list[Cited]:
    """Every change, its citations numbered through."""
    numbers = iter(range(1, 2 * len(compared.comparison.changes) + 1))
    return [
        Cited(
            change,
            _cite(change.old, compared.old, numbers) if change.old else None,
            _cite(change.new, compared.new, numbers) if change.new else None,
        )
        for change in compared.comparison.changes
    ]


def _cite(side: Side, paper: PaperRecord, numbers: Iterator[int]) -> Citation:
    block, quote = side.block, side.quote
    return Citation(
        n=next(numbers),
        document=paper.document,
        paper=paper.id,
        title=paper.title,
        quote=quote,
        council=paper.council,
        committee=paper.committee,
        meeting_date=paper.date,
        item=paper.item,
        paragraph=block.paragraph,
        row=" ".join(block.row.split())[:ROW].rstrip() if block.kind == "table row" else "",
        page=side.page,
        page_label=block.page_label if side.page == block.page else "",
        url=quoted_url(paper, quote, page=side.page),
        marks=block.marks,
    )
