"""'How it was read': a web page of its own, each block beside the page that it was read from.

Plain HTML and a style sheet, no script: pointing at a block, or moving to it by keyboard, outlines
it on the picture, and the picture's outlines lead to the blocks. Everything a paper says is
escaped here, once.
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from importlib.resources import files

from assistant.address import paper_url, reading_url
from assistant.phrases import counted
from assistant.reading.blocks import block_html, shared_marks
from assistant.reading.sheets import Sheet
from assistant.reading.view import MARKS
from assistant.showing.boxes import Box
from assistant.showing.document import document
from assistant.showing.drawing import Outlines
from corpus.paper import Mark, Paper


def reading_document(
    paper: Paper, sheet: Sheet, *, above: str = "", chosen: int | None = None
) -> str:
    """The whole web page: what stands `above` (facts, report, as HTML), then the sheet."""
    title = escape(paper.title or paper.id)
    style = files("assistant.reading").joinpath("reading.css").read_text(encoding="utf-8")
    body = (
        '<a class="skip" href="#read">Skip to the blocks</a>'
        f'<header><p><a href="/">Matters Arising</a> · <a href="{escape(paper_url(paper.id))}">'
        f"The paper as text</a></p><h1><small>How it was read</small> {title}</h1></header>"
        f"<main>{above}{_sheet_html(paper, sheet, chosen)}</main>"
    )
    return document(f"How it was read: {title}", body, style=style + _pairs(sheet))


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
    name = name if sheet.is_page or len(sheet.numbers) > 1 else "The whole paper"
    printed = next((b.page_label for _, b in sheet.blocks if b.page == sheet.number), "")
    told = f" (printed {escape(printed)})" if printed not in ("", str(sheet.number)) else ""
    drawn = _picture(paper, sheet, sheet.outlines, chosen=chosen) if sheet.outlines else ""
    shared = shared_marks(sheet)
    blocks = [block_html(paper, sheet, place, chosen=chosen, shared=shared)
              for place, _ in sheet.blocks]  # fmt: skip
    listed = "".join([_count(sheet, shared), *blocks, _rest(sheet.outlines)])
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
        "on the picture. Page numbers, running titles and hidden text belong there.</p>"
    )


def _count(sheet: Sheet, shared: Collection[Mark]) -> str:
    """What stands above the blocks: how many there are, or why there are none."""
    kind = "on this page" if sheet.is_page else "here"
    if sheet.left_out:
        return f'<p class="problem">This page was left out: {escape(sheet.left_out)}.</p>'
    if not sheet.blocks:
        return f"<p>Nothing was read {kind}.</p>"
    told = "".join(f"<p class='count'>! All {escape(MARKS[mark])}</p>" for mark in sorted(shared))
    return f'<p class="count">{counted(len(sheet.blocks), "block")} {kind}</p>{told}'
