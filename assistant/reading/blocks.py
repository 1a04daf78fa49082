"""One block of a reading as HTML: its number and kind, what to know of it, and its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from assistant.address import reading_url
from assistant.reading.sheets import Sheet
from assistant.reading.view import (
    MARKS,
    lead_in_of,
    named_cells,
    number_words,
    pages_of,
    parts_of,
)
from corpus.paper import Block, Mark, Paper


def shared_marks(sheet: Sheet) -> frozenset[Mark]:
    """Marks of every block of the sheet, told once above them."""
    found = [frozenset(block.marks) for _, block in sheet.blocks]
    return frozenset.intersection(*found) if len(found) > 1 else frozenset()


def block_html(
    paper: Paper, sheet: Sheet, place: int, *, chosen: int | None, shared: Collection[Mark]
) -> str:
    """The block at this place of the paper; marks that are `shared` by its sheet are not told."""
    block = paper.blocks[place]
    link = escape(reading_url(paper.id, page=sheet.number, block=place))
    here = ' aria-current="true"' if place == chosen else ""
    kind = block.kind.replace(" ", "-")
    return (
        f'<article id="b{place}" class="block {kind}"{here}>'
        f'<p class="where"><a href="{link}">{escape(_place(block))}</a>{_tags(block, shared)}</p>'
        f'{_lead_in(paper.blocks, place)}<div class="words">{_words(block)}</div></article>'
    )


def _place(block: Block) -> str:
    """Number and kind, which is the name of the link: "3.5, paragraph", "4.1, row 7"."""
    number = number_words(block)
    kind = "" if block.kind == "table row" and block.row else block.kind
    return ", ".join(part for part in (number, kind) if part)


def _tags(block: Block, shared: Collection[Mark]) -> str:
    pages = pages_of(block)
    runs = f"pages {pages[0]} to {pages[-1]}" if len(pages) > 1 else ""
    shown = [runs, *(f"! {MARKS[mark]}" for mark in block.marks if mark not in shared)]
    return "".join(f' <span class="tag">{escape(tag)}</span>' for tag in shown if tag)


def _lead_in(blocks: Sequence[Block], place: int) -> str:
    """The line that opens the list or table, over its first item, unless it stands there anyway."""
    lead = lead_in_of(blocks, place)
    return f'<p class="lead">Under: {escape(lead)}</p>' if lead else ""


def _words(block: Block) -> str:
    cells = named_cells(block)
    if cells:
        rows = "".join(
            f"<div><dt>{escape(header) or '–'}</dt><dd>{_lined(cell) or '–'}</dd></div>"
            for header, cell in cells
        )
        return f"<dl>{rows}</dl>"
    if block.cells:
        return " <span class='bar'>|</span> ".join(_lined(cell) for cell in block.cells)
    tag = "strong" if block.kind == "heading" else "p"
    turned = '<span class="turned">page {} from here</span> '
    return "".join(
        f"<{tag}>{turned.format(page) if page != block.page else ''}{_lined(text)}</{tag}>"
        for page, text in parts_of(block)
    )


def _lined(text: str) -> str:
    return escape(text.strip()).replace("\n", "<br>")
