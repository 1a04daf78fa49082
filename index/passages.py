"""Papers are cut into passages: the units that are found, read and cited.

One passage is a numbered paragraph with the heading above it, a list with its lead-in, a minute's
resolution whole, a small table, or a row of a large one: a run of whole blocks, never across agenda
items, of about 40 to 200 words. A paragraph longer than that is cut between sentences. A passage is
always one slice of its paper's text, and together they hold all of it, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.dates import written_out
from corpus.paper import Block, Mark, Paper

MOST = 200
"""Words: longer than this a list is cut between its items, a table into its rows."""
WHOLE = 250
"""Words: a resolution or motion is kept whole up to here, and a paragraph."""
FEW = 40
"""Words: shorter neighbours of one section are read together up to here."""
SMALL_TABLE = 120
"""Words: a table this small is read whole, which answers "break down" and "what grades"."""
FOLLOWS = {("question", "answer"), ("motion", "vote")}
"""Kinds of which the second says little without the first."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a paper's text, `paper.text[start:end]`, with everything a citation needs.

    `breadcrumb` (council, committee, date, title, headings, lead-in) is searched with the text but
    is no part of the quotation; nor are `headers`, the column headers over a table row's
    tab-separated cells, one to a line. `breaks` are (offset in text, page) where the text runs on
    after something left out (a page's end), so that quotations can be cut there.
    """

    paper: str
    document: str
    text: str
    start: int
    end: int
    breadcrumb: str = ""
    kind: str = "paragraph"
    section: str = ""
    item: str = ""
    paragraph: str = ""
    row: str = ""
    page: int | None = None
    page_label: str = ""
    breaks: tuple[tuple[int, int | None], ...] = ()
    headers: str = ""
    marks: tuple[Mark, ...] = ()
    id: int = 0
    """The catalogue's number, given when stored; never used twice."""


def passages_of(paper: Paper) -> list[Passage]:
    """The passages of a paper, in order."""
    return [
        _passage(paper, run, start, end)
        for run in _runs(paper.blocks)
        for start, end in _spans(paper.text, run)
    ]


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    headings: list[Block] = []
    for unit in _units(blocks):
        if unit[0].kind == "heading":
            headings += unit
            continue
        yield from _sized(headings, unit)
        headings = []
    if headings:
        yield headings


def _units(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that are read together: a heading, a table, a list with its lead-in, a section's
    prose."""
    unit: list[Block] = []
    for block in blocks:
        if unit and not _together(unit, block):
            yield unit
            unit = []
        unit.append(block)
    if unit:
        yield unit


def _together(unit: list[Block], block: Block) -> bool:
    last = unit[-1]
    if block.kind == "heading" or last.kind == "heading":
        return False
    if block.table is not None or last.table is not None:
        return block.table == last.table
    if (last.kind, block.kind) in FOLLOWS:
        return True
    if block.kind != last.kind and "boilerplate" in (block.kind, last.kind):
        return False
    if block.lead_in or block.kind == last.kind != "paragraph":
        return True
    return "resolution" not in (block.kind, last.kind) and _are_few(unit, block)


def _are_few(unit: list[Block], block: Block) -> bool:
    last = unit[-1]
    few = sum(_words(b) for b in unit) < FEW or _words(block) < FEW // 2
    same = block.section == last.section and block.paragraph == last.paragraph
    return few and (same or _words(block) + _words(last) < FEW)


def _sized(headings: list[Block], unit: list[Block]) -> Iterator[list[Block]]:
    """A unit cut to size between its blocks; its headings go with the first piece."""
    words = sum(map(_words, unit))
    if unit[0].table is not None and words > SMALL_TABLE:
        yield from _by_row(headings, unit)
        return
    most = WHOLE if unit[0].kind in ("resolution", "motion") else MOST
    piece, size = list(headings), 0
    for block in unit:
        if size and size + _words(block) > most:
            yield piece
            piece, size = [], 0
        piece.append(block)
        size += _words(block)
    if piece:
        yield piece


def _by_row(headings: list[Block], unit: list[Block]) -> Iterator[list[Block]]:
    """A large table row by row: header rows open the first, continuation rows stay with theirs."""
    piece, size = list(headings), 0
    for block in unit:
        opens = block.row != "header" and not _continues(block)
        if size and ((opens and size >= FEW // 4) or size + _words(block) > MOST):
            yield piece
            piece, size = [], 0
        piece.append(block)
        size += _words(block) if block.row != "header" else 0
    if piece:
        yield piece


def _continues(block: Block) -> bool:
    return bool(block.headers) and not block.cells[0] and len(block.cells) > 2


_SENTENCE = re.compile(r"(?<=[.!?;:])\s+(?=[\"'“‘(•£]?[A-Z0-9])")


def _spans(text: str, run: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where a run is cut: nowhere, unless it is one paragraph longer than a passage may be.

    It is cut between sentences; one that has none of reasonable length (a table drawn as text) is
    cut between words.
    """
    start, end = run[0].start, run[-1].end
    if sum(map(_words, run)) <= WHOLE:
        yield start, end
        return
    before = start
    for stop in [*(start + m.start() for m in _SENTENCE.finditer(text[start:end])), end]:
        if before > start and len(text[start:stop].split()) > MOST:
            yield start, before
            start = _next_word(text, before)
        while len(text[start:stop].split()) > WHOLE:
            cut = start + [m.end() for m in re.finditer(r"\S+", text[start:stop])][MOST - 1]
            yield start, cut
            start = _next_word(text, cut)
        before = stop
    yield start, end


def _next_word(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _passage(paper: Paper, run: Sequence[Block], start: int, end: int) -> Passage:
    named = next((b for b in run if b.kind != "heading" and b.row != "header"), run[0])
    pages = list(_pages(run))
    page, label = next((p, b) for at, p, b in reversed(pages) if at <= start)
    headers = next((b.headers for b in run if b.headers), ())
    return Passage(
        paper=paper.id,
        document=paper.document,
        text=paper.text[start:end],
        start=start,
        end=end,
        breadcrumb=_breadcrumb(paper, named, paper.text[start:end]),
        kind=named.kind,
        section=" > ".join(named.section),
        item=paper.item,
        paragraph=named.paragraph,
        row="" if named.row == "header" else named.row,
        page=page,
        page_label=label,
        breaks=tuple((at - start, p) for at, p, _ in pages if start < at < end),
        headers="\n".join(headers),
        marks=tuple(sorted({mark for b in run for mark in b.marks})),
    )


def rewritten_breadcrumb(breadcrumb: str, text: str, *, before: Paper, after: Paper) -> str:
    """A passage's breadcrumb when its paper's council, committee, date or title has changed."""
    was = _without(text, _facts(before))
    within = breadcrumb.removeprefix(was).removeprefix("\n" if was else "")
    return "\n".join(part for part in (_without(text, _facts(after)), within) if part)


def _breadcrumb(paper: Paper, block: Block, text: str) -> str:
    """Where the passage stands, outermost first, less what its own text already opens with."""
    headers = " | ".join(h for h in block.headers if h)
    return _without(text, [*_facts(paper), *block.section, block.lead_in, headers])


def _facts(paper: Paper) -> list[str]:
    meeting = paper.meeting
    return [meeting.council, meeting.committee, written_out(meeting.date), paper.title]


def _without(text: str, parts: Sequence[str]) -> str:
    return "\n".join(part for part in parts if part and part not in text)


def _pages(run: Sequence[Block]) -> Iterator[tuple[int, int | None, str]]:
    """(offset in the paper's text, page, its label) where the run begins and wherever it is broken.

    A label is known only for the page that a block begins on.
    """
    page: int | None = -1
    labels = {b.page: b.page_label for b in run}
    for block in run:
        if block.page != page:
            yield block.start, block.page, block.page_label
        for offset, page_after in block.breaks:
            yield block.start + offset, page_after, labels.get(page_after, "")
        page = block.breaks[-1][1] if block.breaks else block.page


def _words(block: Block) -> int:
    return len(block.text.split())
