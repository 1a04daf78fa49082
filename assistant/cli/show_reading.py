"""A reading on a terminal or in a pipe: paper by paper, each block beside its page and number."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.cli.terminal import plain, width, wrapped
from assistant.phrases import counted, shortened
from assistant.reading.view import (
    MARKS,
    PLAIN,
    lead_in_of,
    named_cells,
    number_words,
    on_pages,
    page_words,
    paper_facts,
    parts_of,
    printed_number,
    told_of,
)
from corpus.paper import Block, Paper, Reading

MARGIN = 14  # characters: "row 2.1" and "3.8.4" fit; a longer number has a line of its own
REST = " " * MARGIN
RUN_ON = 3  # lines of a row whose cells follow one another; more is easier to read cell by cell
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
            yield from wrapped(f"{fact.value}{told}", f"{fact.name:<{MARGIN}}", REST)


def _block_lines(blocks: list[Block]) -> Iterator[str]:
    page = ""
    for place, block in enumerate(blocks):
        turned = page_words(block) != page
        if turned or not _next_row(blocks, place):
            yield ""
        if turned:
            page = page_words(block)
            yield _ruled(f"page {page}", "-")
            yield ""
        if lead_in := lead_in_of(blocks, place):
            yield from wrapped(f"(under: {shortened(lead_in, 2 * width())})", REST, REST)
        yield from _one_block(block)


def _next_row(blocks: list[Block], place: int) -> bool:
    """Whether a block is the next row of a table, which belongs right under the one above."""
    table = blocks[place].table
    return place > 0 and table is not None and table == blocks[place - 1].table


def _one_block(block: Block) -> Iterator[str]:
    number = plain(_number(block))
    if len(number) >= MARGIN:
        yield number
        number = ""
    first = f"{number:<{MARGIN}}"
    for text in _texts(block):
        lines = list(wrapped(text, first, REST))
        yield from lines
        if block.kind == "heading":
            yield REST + "-" * (len(lines[-1]) - MARGIN)
        first = REST
    for mark in block.marks:
        yield from wrapped(f"! {MARKS[mark]}", REST, REST)


def _number(block: Block) -> str:
    """What stands in the margin; in brackets where the block only stands under that number."""
    number = number_words(block)
    own = not number or block.kind in ("list item", "table row") or printed_number(block)
    return number if own else f"({number})"


def _texts(block: Block) -> Iterator[str]:
    """What stands beside the margin: a row with its headers, the rest without its number."""
    if block.kind == "table row":
        yield from _row(block)
        return
    label = "" if block.kind in PLAIN else f"[{block.kind}] "
    taken = len(printed_number(block))
    for page, text in parts_of(block):
        turned = f"(page {page}) " if page != block.page else ""
        words = text[taken:].replace("\t", " | ")
        yield label + turned + " ".join(words.split("\n"))
        label, taken = "", 0


def _row(block: Block) -> Iterator[str]:
    """A row's filled cells with their headers: run on, or one a line where they are long."""
    named = [(shortened(header, CELL_LABEL), " ".join(cell.split()))
             for header, cell in named_cells(block) if cell.strip()]  # fmt: skip
    if not named:
        yield "| " + " ".join(block.text.replace("\t", " | ").split("\n"))
        return
    cells = [f"{header}: {cell}" if header else cell for header, cell in named]
    line = " | ".join(cells)
    yield from [line] if len(line) <= RUN_ON * (width() - MARGIN) else cells


def _ruled(title: str, stroke: str = "=") -> str:
    line = f"{stroke * 2} {plain(title)} "
    return line.ljust(width(), stroke)
