"""'How it was read': a web page of its own, each block beside the page that it was read from.

Plain HTML and a style sheet, no script: pointing at a block, or moving to it by keyboard, outlines
it on the picture, and the picture's outlines lead to the blocks. Everything a paper says is
escaped here, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from assistant.drawing import Outlines
from assistant.paper_view import paper_url
from assistant.reading.boxes import Box
from assistant.reading.sheets import Sheet
from assistant.reading.view import (
    MARKS,
    named_cells,
    number_words,
    pages_of,
    parts_of,
)
from assistant.wire import counted
from corpus.paper import Block, Paper


def reading_url(paper: str, *, page: int | None = None, block: int | None = None) -> str:
    """The address of a paper's reading, of one of its sheets, or of a block there.

    >>> reading_url("pack#7", page=4, block=2)
    '/papers/pack%237/reading?page=4&block=2#b2'
    """
    asked = [("page", page), ("block", block)]
    query = "&".join(f"{name}={value}" for name, value in asked if value is not None)
    at = f"#b{block}" if block is not None else "#read" if query else ""
    return f"{paper_url(paper)}/reading{'?' * bool(query)}{query}{at}"


def reading_document(
    paper: Paper, sheet: Sheet, *, above: str = "", chosen: int | None = None
) -> str:
    """The whole web page: what stands `above` (facts, report, as HTML), then the sheet."""
    title = escape(paper.title or paper.id)
    style = files("assistant.reading").joinpath("reading.css").read_text(encoding="utf-8")
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>How it was read: {title} · Matters Arising</title><style>{style}"
        f"{_pairs(sheet)}</style></head><body>"
        '<a class="skip" href="#read">Skip to the blocks</a>'
        f'<header><p><a href="/">Matters Arising</a> · <a href="{escape(paper_url(paper.id))}">'
        f"The paper as text</a></p><h1><small>How it was read</small> {title}</h1></header>"
        f"<main>{above}{_sheet_html(paper, sheet, chosen)}</main></body></html>"
    )


def _pairs(sheet: Sheet) -> str:
    """For each block: pointing at it shows it on the picture, and the other way round."""
    if sheet.outlines is None:
        return ""
    return "".join(
        f"main:has(#b{n}:hover) .r{n} rect,main:has(#b{n}:focus-within) .r{n} rect{{"
        "fill:var(--fill);stroke:var(--edge);stroke-width:3}"
        f"main:has(.r{n}:hover) #b{n}{{outline:3px solid var(--edge)}}"
        for n, _ in sheet.blocks
    )


def _sheet_html(paper: Paper, sheet: Sheet, chosen: int | None) -> str:
    name = f"Page {sheet.number}" if sheet.is_page else f"Part {sheet.number}"
    printed = next((b.page_label for _, b in sheet.blocks if b.page == sheet.number), "")
    told = f" (printed {escape(printed)})" if printed not in ("", str(sheet.number)) else ""
    drawn = _picture(paper, sheet, sheet.outlines, chosen=chosen) if sheet.outlines else ""
    blocks = [_block_html(paper, sheet, place, chosen=chosen) for place, _ in sheet.blocks]
    listed = "".join([_nothing(sheet), *blocks, _rest(sheet.outlines)])
    return (
        f'<section id="read" class="{"beside" if drawn else "alone"}" aria-labelledby="sheet">'
        f'<div class="turn"><h2 id="sheet">{name}{told}</h2>{_turn(paper, sheet)}</div>'
        f'{drawn}<div class="blocks">{listed}</div></section>'
    )


def _turn(paper: Paper, sheet: Sheet) -> str:
    """The way to the sheet before, the sheet after, and any other."""
    if len(sheet.numbers) == 1:
        return ""
    at = sheet.numbers.index(sheet.number)
    kind = "page" if sheet.is_page else "part"
    links = []
    for step, word in ((-1, "Previous"), (1, "Next")):
        inside = 0 <= at + step < len(sheet.numbers)
        if inside:
            address = escape(reading_url(paper.id, page=sheet.numbers[at + step]))
            links.append(f'<a href="{address}">{word} {kind}</a>')
        else:
            links.append(f'<span class="off">{word} {kind}</span>')
    first, last = sheet.numbers[0], sheet.numbers[-1]
    return (
        f'<nav aria-label="{kind.capitalize()}s">{"".join(links)}</nav>'
        f'<form action="{escape(reading_url(paper.id))}#read" class="go">'
        f'<label for="go">Go to {kind} ({first} to {last})</label>'
        f'<input id="go" name="page" type="number" inputmode="numeric" min="{first}" max="{last}" '
        f'value="{sheet.number}" required><button>Go</button></form>'
    )


def _picture(paper: Paper, sheet: Sheet, outlines: Outlines, *, chosen: int | None) -> str:
    """The page drawn, each block outlined; the outlines are links for whoever points."""
    address = escape(paper_url(paper.id, page=sheet.number, picture=True))
    width, height = outlines.width, outlines.height
    groups = []
    for (place, _), boxes in zip(sheet.blocks, outlines.boxes, strict=True):
        rectangles = "".join(map(_rectangle, boxes))
        link = escape(reading_url(paper.id, page=sheet.number, block=place))
        here = " chosen" * (place == chosen)
        groups.append(f'<a class="r{place}{here}" href="{link}" tabindex="-1">{rectangles}</a>')
    groups += [f'<g class="rest">{_rectangle(box)}</g>' for box in outlines.rest]
    return (
        f'<figure style="--ratio:{width / height:.4f}">'
        f'<img src="{address}" width="{width}" height="{height}" '
        f'alt="Page {sheet.number} as it is printed; what was read of it is in the list of blocks">'
        f'<svg viewBox="0 0 {width} {height}" aria-hidden="true">{"".join(groups)}</svg></figure>'
    )


def _rectangle(box: Box) -> str:
    left, top, right, foot = box
    return (
        f'<rect x="{left - 3:.0f}" y="{top - 2:.0f}" width="{right - left + 6:.0f}" '
        f'height="{foot - top + 4:.0f}"/>'
    )


def _rest(outlines: Outlines | None) -> str:
    """How much of the page is in no block, so that nothing is left out unseen."""
    if outlines is None or not outlines.rest:
        return ""
    count = len(outlines.rest)
    lines, are = counted(count, "line"), "is" if count == 1 else "are"
    return (
        f'<p class="left">{lines} of this page {are} in none of its blocks: outlined with dashes '
        "on the picture. Page numbers and running titles belong there.</p>"
    )


def _nothing(sheet: Sheet) -> str:
    kind = "page" if sheet.is_page else "part"
    if sheet.left_out:
        return f'<p class="problem">This page was left out: {escape(sheet.left_out)}.</p>'
    if not sheet.blocks:
        return f"<p>Nothing was read on this {kind}.</p>"
    return f'<p class="count">{counted(len(sheet.blocks), "block")} on this {kind}</p>'


def _block_html(paper: Paper, sheet: Sheet, place: int, *, chosen: int | None) -> str:
    block = paper.blocks[place]
    link = escape(reading_url(paper.id, page=sheet.number, block=place))
    here = ' aria-current="true"' if place == chosen else ""
    kind = block.kind.replace(" ", "-")
    words = f"<s>{_words(block)}</s>" if "struck out" in block.marks else _words(block)
    return (
        f'<article id="b{place}" class="block {kind}"{here}>'
        f'<p class="where"><a href="{link}">{escape(_place(block))}</a>{_tags(block)}</p>'
        f'{_lead_in(paper.blocks, place)}<div class="words">{words}</div></article>'
    )


def _place(block: Block) -> str:
    """Number and kind, which is the name of the link: "3.5, paragraph", "row 7, table row"."""
    return ", ".join(part for part in (number_words(block), block.kind) if part)


def _tags(block: Block) -> str:
    pages = pages_of(block)
    runs = f"pages {pages[0]} to {pages[-1]}" if len(pages) > 1 else ""
    shown = [runs, *(f"! {MARKS[mark]}" for mark in block.marks)]
    return "".join(f' <span class="tag">{escape(tag)}</span>' for tag in shown if tag)


def _lead_in(blocks: Sequence[Block], place: int) -> str:
    """The line that opens the list, over the list's first item."""
    lead = blocks[place].lead_in
    if not lead or (place and blocks[place - 1].lead_in == lead):
        return ""
    return f'<p class="lead">List under: {escape(lead)}</p>'


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
