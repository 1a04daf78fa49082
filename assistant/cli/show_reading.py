"""A reading on a terminal or in a pipe: paper by paper, each block beside its page and number."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.cli.terminal import plain, width, wrapped
from assistant.reading.view import (
    MARKS,
    PLAIN,
    named_cells,
    number_words,
    on_pages,
    page_words,
    paper_facts,
    parts_of,
    told_of,
)
from assistant.wire import counted
from corpus.paper import Block, Paper, Reading

MARGIN = 14  # characters: "row 2.1" and "3.8.4" fit; a longer number has a line of its own
CELL_LABEL = 44  # characters of a column's header shown before each cell


def reading_lines(reading: Reading, *, pages: range | None = None) -> Iterator[str]:
    """Every paper with its blocks (those on `pages`, if given), then the report."""
    kept = [(paper, on_pages(paper.blocks, pages)) for paper in reading.papers]
    shown = [(paper, blocks) for paper, blocks in kept if blocks or pages is None]
    for number, (paper, blocks) in enumerate(shown, 1):
        yield from _paper_lines(paper, f"Paper {number} of {len(shown)}: {paper.id}")
        yield from _block_lines(blocks)
        yield ""
    yield from report_lines(reading)


def report_lines(reading: Reading) -> Iterator[str]:
    """How the reading ended: outcome, reason, what was left out, notes, seconds."""
    name = reading.path.replace("\\", "/").rpartition("/")[2]
    held = [counted(len(reading.papers), "paper")]
    held += [counted(reading.pages, "page")] if reading.pages else []
    held += [counted(sum(len(paper.blocks) for paper in reading.papers), "block")]
    yield _ruled("Report")
    yield from wrapped(f"{name}: {reading.outcome} ({', '.join(held)}, {reading.seconds:.1f} s)")
    for sentence in told_of(reading):
        yield from wrapped(sentence, "  ", "    ")


def _paper_lines(paper: Paper, heading: str) -> Iterator[str]:
    yield _ruled(heading)
    for fact in paper_facts(paper):
        if fact.value:
            told = f"   [from {fact.read_from}]" if fact.read_from else ""
            yield from wrapped(f"{fact.value}{told}", f"{fact.name:<{MARGIN}}", " " * MARGIN)


def _block_lines(blocks: list[Block]) -> Iterator[str]:
    page = lead_in = ""
    for block in blocks:
        yield ""
        if page_words(block) != page:
            page = page_words(block)
            yield _ruled(f"page {page}", "-")
            yield ""
        if block.lead_in and block.lead_in != lead_in:
            yield from wrapped(f"(list under: {block.lead_in})", " " * MARGIN, " " * MARGIN)
        lead_in = block.lead_in
        yield from _one_block(block)


def _one_block(block: Block) -> Iterator[str]:
    number = plain(number_words(block))
    if len(number) >= MARGIN:
        yield number
        number = ""
    first, rest = f"{number:<{MARGIN}}", " " * MARGIN
    for text in _texts(block):
        yield from wrapped(text, first, rest)
        first = rest
    for mark in block.marks:
        yield from wrapped(f"! {MARKS[mark]}", rest, rest)


def _texts(block: Block) -> Iterator[str]:
    """What stands beside the margin: a heading as one, a row cell by cell, the rest as printed."""
    cells = named_cells(block)
    if cells:
        for header, cell in cells:
            yield f"{_short(header)}: {cell}" if header else cell
        return
    label = "" if block.kind in PLAIN else f"[{block.kind}] "
    sign = {"heading": "# ", "table row": "| "}.get(block.kind, "")
    for page, text in parts_of(block):
        turned = f"(page {page}) " if page != block.page else ""
        yield f"{label}{sign}{turned}{' | '.join(text.split(chr(9)))}"
        label = sign = ""


def _short(header: str) -> str:
    words = " ".join(header.split())
    return words if len(words) <= CELL_LABEL else f"{words[: CELL_LABEL - 1]}…"


def _ruled(title: str, stroke: str = "=") -> str:
    line = f"{stroke * 2} {plain(title)} "
    return line.ljust(width(), stroke)
