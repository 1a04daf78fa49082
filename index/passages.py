"""Papers are cut into passages: the units that are found, read and cited.

One passage is a numbered paragraph with the heading above it, a list with its lead-in, a minute's
resolution whole, a small table, or a row of a large one: a run of whole blocks, never across agenda
items, of about 40 to 200 words. A paragraph longer than that is cut between sentences. A passage is
always one slice of its paper's text, and together they hold all of it, once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.dates import written_out
from corpus.paper import Block, Mark, Paper
from corpus.prose.footnotes import call_of
from index.texts.runs import is_over, runs_of, spans_of

FEW = 3
"""Places that call one footnote; called from more it is a note on the whole page."""
CALLER = 200
"""Characters before the mark that calls a footnote, for its breadcrumb."""


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
        for run in runs_of(paper.blocks)
        for start, end in spans_of(paper.text, run)
    ]


def _passage(paper: Paper, run: Sequence[Block], start: int, end: int) -> Passage:
    named = _named(run)
    pages = list(_pages(run))
    page, label = next((p, b) for at, p, b in reversed(pages) if at <= start)
    headers = next((b.headers for b in run if b.headers), ())
    return Passage(
        paper=paper.id,
        document=paper.document,
        text=paper.text[start:end],
        start=start,
        end=end,
        breadcrumb=_breadcrumb(paper, named, run, paper.text[start:end]),
        kind=named.kind,
        section=" > ".join(named.section),
        item=paper.item,
        paragraph="" if named.kind == "footnote" else named.paragraph,
        row="" if named.row == "header" else named.row,
        page=page,
        page_label=label,
        breaks=tuple((at - start, p) for at, p, _ in pages if start < at < end),
        headers="\n".join(headers),
        marks=tuple(sorted({mark for b in run for mark in b.marks})),
    )


def _named(run: Sequence[Block]) -> Block:
    """The block a passage is cited by: what was resolved, or the first that is no heading."""
    told = [b for b in run if b.kind != "heading" and b.row != "header"] or [run[0]]
    resolved = [b for b in told if b.kind == "resolution"]
    rows = [a for a, b in zip(told, [*told[1:], told[-1]], strict=True) if not is_over(a, b)]
    return (resolved or rows or told)[0]


def rewritten_breadcrumb(breadcrumb: str, text: str, *, before: Paper, after: Paper) -> str:
    """A passage's breadcrumb when its paper's council, committee, date or title has changed."""
    was = _without(text, _facts(before))
    within = breadcrumb.removeprefix(was).removeprefix("\n" if was else "")
    return "\n".join(part for part in (_without(text, _facts(after)), within) if part)


def _breadcrumb(paper: Paper, block: Block, run: Sequence[Block], text: str) -> str:
    """Where the passage stands, outermost first, less what its own text already opens with."""
    headers = " | ".join(h for h in block.headers if h)
    notes = run if block.kind == "footnote" else ()
    called = [caller for note in notes for caller in _callers(paper, note)]
    return _without(text, [*_facts(paper), *block.section, block.lead_in, headers, *called])


def _callers(paper: Paper, note: Block) -> list[str]:
    """The words that call a footnote: above it on its page, or of a note at the paper's end
    anywhere; none where it is called all over."""
    above = [b for b in paper.blocks if b.start < note.start and b.kind != "footnote"]
    calls = [(b, at) for b in above if (at := call_of(note.text, b.text)) is not None]
    found = [(b, at) for b, at in calls if b.page == note.page] or calls
    if len(found) > FEW:
        return []
    return [" ".join(b.text[max(0, at - CALLER) : at].split()) for b, at in found]


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
