"""What was read of a paper, shaped for people: facts with their sources, blocks with their places.

One shape for the command line, the web page and the HTTP interface, so that an officer sees the
same reading whichever door they come by. Nothing here prints, and nothing here is HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.errors import NoSuchPage, QuestionError
from assistant.phrases import shortened, why
from corpus.dates import written_out
from corpus.paper import Block, Mark, Paper, Place, Reading, Source

PLAIN = ("paragraph", "heading", "list item", "table row")
"""Kinds that show themselves by how they are laid out; the others are named beside the block."""

MARKS: dict[Mark, str] = {
    "cells uncertain": "cells uncertain: they may stand in the wrong columns",
    "read by OCR": "read by OCR: check it against the page",
    "struck out": "struck out, all or a part of it: printed with a line through it",
}

_PLACES: dict[Place, str] = {
    "front matter": "the paper’s first lines",
    "page heading": "the top of a page",
    "text": "the paper’s text",
    "bookmarks": "the file’s bookmarks",
    "document properties": "the file’s properties",
    "file name": "the file’s name",
    "folder": "the folder’s name",
    "pack": "the pack it came in",
    "papers.csv": "papers.csv",
    "option": "what was said when it was added",
    "correction": "a correction",
}
ATTRIBUTED = "told from other papers of its committee"
SHORT_LABEL = 12  # characters of a row's label: "9A", "Phase One"; longer ones are the cell's words
LONGEST_LABEL = 44
_PAGES = re.compile(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of a paper: `field` as in Source, its `name` and `value` in words ("" where
    the paper gives none), and `read_from`: where it stands, with the printed words."""

    field: str
    name: str
    value: str
    read_from: str = ""


def paper_facts(paper: Paper, *, attributed: bool = False) -> list[Fact]:
    """Council, committee, meeting date, item, title, kind and access of a paper.

    `attributed`: the council is not the paper's own, but was told from the papers beside it.
    """
    meeting = paper.meeting
    values = (meeting.council, meeting.committee, written_out(meeting.date), paper.item,
              paper.title, paper.kind, paper.access)  # fmt: skip
    fields = ("council", "committee", "date", "item", "title", "kind", "access")
    names = ("Council", "Committee", "Meeting", "Item", "Title", "Kind", "Access")
    told = {"council": ATTRIBUTED} if attributed else {}
    facts = {field: (name, value) for field, name, value in zip(fields, names, values, strict=True)}
    told |= {s.field: source_words(_unless_same(s, facts[s.field][1])) for s in paper.sources}
    return [Fact(field, name, value, told.get(field, "")) for field, (name, value) in facts.items()]


def _unless_same(source: Source, value: str) -> Source:
    """The source without its words where they are the value again."""
    same = " ".join(source.words.split()).casefold() == value.casefold()
    return replace(source, words="") if same else source


def source_words(source: Source) -> str:
    """Where a fact was read from.

    >>> source_words(Source("council", "front matter", "OXTON BOROUGH"))
    'the paper’s first lines: “OXTON BOROUGH”'
    """
    place = _PLACES[source.place]
    return f"{place}: “{source.words}”" if source.words else place


def page_words(block: Block) -> str:
    """The block's page, and the printed number where it differs: "3 (printed 29)"; "" if none."""
    if not block.page:
        return ""
    page, label = str(block.page), block.page_label
    return f"{page} (printed {label})" if label not in ("", page) else page


def number_words(block: Block) -> str:
    """The number members refer to the block by: its paragraph, and its row where it is one."""
    row = _row_words(block) if block.kind == "table row" and block.row else ""
    return ", ".join(part for part in (block.paragraph, row) if part)


def _row_words(block: Block) -> str:
    """A row by its label, or as a row alone where the label is words that its cells show anyway."""
    label = " ".join(block.row.split())
    if len(label) <= SHORT_LABEL:
        return f"row {label}"
    shown = any(" ".join(cell.split()).startswith(label) for cell in block.cells)
    return "row" if shown else f"row “{shortened(label, LONGEST_LABEL)}”"


def printed_number(block: Block) -> str:
    """How the block's own number stands at the head of its text; "" where it only stands under it.

    >>> printed_number(Block("paragraph", "3.5. Five lamps.", 0, 16, paragraph="3.5"))
    '3.5. '
    """
    last = block.paragraph.rpartition(" ")[2].strip("().[]:")
    found = re.match(rf"\s*[(\[]?{re.escape(last)}[).\]:]{{0,2}}\s+", block.text) if last else None
    return found[0] if found else ""


def lead_in_of(blocks: Sequence[Block], place: int) -> str:
    """The line that opens the list or table a block is in; "" where it stands right above it."""
    lead = blocks[place].lead_in
    above = blocks[place - 1] if place else None
    return "" if above and lead in (above.lead_in, above.text) else lead


def named_cells(block: Block) -> list[tuple[str, str]]:
    """(column header, cell) of a table row that has both; [] where columns have no headers."""
    if not block.cells or len(block.headers) != len(block.cells):
        return []
    return list(zip(block.headers, block.cells, strict=True))


def pages_of(block: Block) -> list[int]:
    """The pages a block stands on, first to last; [] where its format has none."""
    pages = [page for page, _ in parts_of(block) if page]
    return list(dict.fromkeys(pages))


def parts_of(block: Block) -> list[tuple[int | None, str]]:
    """(page, text) of each part of a block that runs on from one page to another."""
    offsets = [0, *(offset for offset, _ in block.breaks), len(block.text)]
    pages = [block.page, *(page or block.page for _, page in block.breaks)]
    return [
        (page, block.text[start:end])
        for page, start, end in zip(pages, offsets, offsets[1:], strict=False)
        if end > start
    ]


def left_out(reading: Reading) -> list[str]:
    """The pages left out and why, a line a reason: "pages 2, 4 to 6 were left out: scanned"."""
    reasons: dict[str, list[int]] = {}
    for page, reason in reading.unread:
        reasons.setdefault(reason, []).append(page)
    return [f"{_run_words(pages)} left out: {reason}" for reason, pages in reasons.items()]


def told_of(reading: Reading) -> list[str]:
    """What is to be told of a file beside its outcome: why, which pages were left out, notes."""
    name = reading.path.replace("\\", "/").rpartition("/")[2]
    reason = why(name, reading.outcome, reading.reason)
    if reading.outcome == "read in part" and reading.unread:
        reason = ""  # it names the same pages, but not each with its reason
    return [*([reason] if reason else []), *left_out(reading), *reading.notes]


def _run_words(pages: Iterable[int]) -> str:
    """Pages as runs: "page 4 was", "pages 2, 4 to 6 were"."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    told = ", ".join(f"{r[0]} to {r[-1]}" if len(r) > 1 else f"{r[0]}" for r in runs)
    return f"page {told} was" if sum(map(len, runs)) == 1 else f"pages {told} were"


def on_pages(blocks: Iterable[Block], pages: range | None) -> list[Block]:
    """The blocks that stand, or run on, on these pages; all of them where `pages` is None."""
    return [b for b in blocks if pages is None or any(page in pages for page in pages_of(b))]


def pages_asked(asked: str | None, *, of: Reading | None = None) -> range | None:
    """The pages of "3-5" or "3". Raises QuestionError for anything else, or NoSuchPage where the
    file `of` has no page of that number.

    >>> pages_asked("3-5")
    range(3, 6)
    """
    if asked is None:
        return None
    found = _PAGES.fullmatch(asked)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 1 <= first <= last:
        raise QuestionError(f"“{asked}” is no range of pages: write it like 3-5, or 3.")
    if of is not None and of.papers and first > (of.pages or 0):
        held = f"it has {of.pages}" if of.pages else "a file of its kind has no pages"
        raise NoSuchPage(f"There is no page {first} to show: {held}.")
    return range(first, last + 1)
