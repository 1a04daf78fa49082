"""The lines and tables of a PDF's pages, one page after another, as one run of Lines.

Here it shows what only the whole paper can tell: how much white space is usual between lines, which
size is usual, and which tables are one table cut by a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median, quantiles

from corpus.paper import Line
from corpus.pdf.items import Item
from corpus.pdf.printed import Table, continues, fitted, settled, without_header
from corpus.pdf.strips import Strip

LARGE = 1.2
"""A line this much larger than the paper's usual one is set off like bold: it is a heading's
size."""
WIDER = 0.3
"""White space before a line, beyond the usual, that ends a paragraph; as a share of its height."""


def lines_of(pages: Sequence[Sequence[Item]]) -> Iterator[Line]:
    """The lines of a paper, page after page."""
    pages = settled(pages)
    strips = [i for page in pages for i in page if isinstance(i, Strip)]
    usual = median(s.height for s in strips) if strips else 0.0
    normal = _normal_space(pages)
    tables = _Tables()
    for number, items in enumerate(pages, start=1):
        left = min((i.left for i in items), default=0.0)
        above: Item | None = None
        for item in items:
            if isinstance(item, Table):
                yield from _rows(
                    tables.next(item, number, first=above is None), number, tables.number
                )
            else:
                gap = above is not None and _is_gap(above, item, normal)
                bold = item.bold or (item.height > LARGE * usual and len(item.text) > 2)
                indent = round(item.left - left, 1)
                yield Line(item.text, number, gap=gap, bold=bold, indent=indent, marks=item.marks)
                tables.open = False
            above = item


@dataclass(slots=True)
class _Shown:
    """A table that has been drawn."""

    table: Table
    page: int
    number: int
    header: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Tables:
    """The tables of a file counted; one cut by a page is one."""

    count: int = 0
    number: int = 0
    open: bool = False
    shown: list[_Shown] = field(default_factory=list)

    def next(self, table: Table, page: int, *, first: bool) -> Table:
        """The table as it is to be drawn: without its header if that was drawn before."""
        if first and self.open and self.shown[-1].page == page - 1:
            table = fitted(table, self.shown[-1].table)
        before = self._before(table, page, first)
        if before is None:
            self.count += 1
            before = _Shown(table, page, self.count, table.rows[: max(table.headers, 1)])
            result = table
        else:
            result = without_header(table, before.header)
        self.number, self.open = before.number, True
        self.shown.append(replace(before, table=table, page=page))
        return result

    def _before(self, table: Table, page: int, first: bool) -> _Shown | None:
        """The table of the page before that this one goes on with: it follows at once over the
        page break, or prints the same header again."""
        above = [s for s in self.shown if s.page == page - 1 and continues(s.table, table)]
        if first and self.open and above and above[-1] is self.shown[-1]:
            return above[-1]
        return next((s for s in above if s.header[0] == table.rows[0]), None)


def _rows(table: Table, page: int, number: int) -> Iterator[Line]:
    for index, cells in enumerate(table.rows):
        yield Line(
            "\t".join(cells),
            page,
            role="row",
            gap=index == 0,
            cells=cells,
            table=number,
            header=index < table.headers,
            marks=table.marks[index] if table.marks else (),
        )


def _normal_space(pages: Sequence[Sequence[Item]]) -> float:
    """The white space between two lines of a paragraph, as a share of their height: the lower
    quarter of all, because papers of one-line paragraphs have more gaps than lines that run on."""
    spaces = [
        (after.top - before.bottom) / after.height
        for items in pages
        for before, after in pairwise(items)
        if isinstance(before, Strip) and isinstance(after, Strip) and before.top < after.top
    ]
    return quantiles(spaces, n=4)[0] if len(spaces) > 1 else 0.0


def _is_gap(above: Item, strip: Strip, normal: float) -> bool:
    if isinstance(above, Table):
        return True
    return (strip.top - above.bottom) / strip.height > normal + WIDER
