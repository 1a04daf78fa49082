"""A table as it is printed on one page, and how it goes on over a page's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from corpus.paper import Mark
from corpus.pdf.strips import Strip

NEAR = 5.0
"""Points that a table cut by a page may be set off on the next one."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed: `rows` of cells ("" where blank), the first `headers` marked.

    `edges` is where each column begins; the box is in points from the top left of the page.
    `marks` are those of each row, or nothing where no row has any. `rest` is what stands in one
    column beside a blank one: that is a table only where it goes on with one of the page before.
    """

    rows: tuple[tuple[str, ...], ...]
    edges: tuple[float, ...]
    left: float
    top: float
    right: float
    bottom: float
    headers: int = 0
    marks: tuple[tuple[Mark, ...], ...] = ()
    rest: tuple[Strip | Table, ...] = ()


def fitted(table: Table, before: Table) -> Table:
    """The table with the columns of `before`, if its own are some of those: a column that holds
    nothing on one page is not seen there."""
    if len(table.edges) >= len(before.edges) or not _same_box(before, table):
        return table
    homes = [
        next((n for n, at in enumerate(before.edges) if abs(at - edge) < NEAR), None)
        for edge in table.edges
    ]
    if None in homes:
        return table
    places = {home: n for n, home in enumerate(homes)}
    rows = tuple(
        tuple(row[places[n]] if n in places else "" for n in range(len(before.edges)))
        for row in table.rows
    )
    return replace(table, rows=rows, edges=before.edges)


def settled(pages: Sequence[Sequence[Strip | Table]]) -> list[list[Strip | Table]]:
    """The items of each page, what only looks like the rest of a table as the lines it is."""
    result: list[list[Strip | Table]] = []
    for items in pages:
        above = result[-1][-1] if result and result[-1] else None
        page: list[Strip | Table] = []
        for item in items:
            if isinstance(item, Strip) or not item.rest:
                page.append(item)
            elif page or not isinstance(above, Table) or fitted(item, above) is item:
                page += item.rest
            else:
                page.append(fitted(item, above))
        result.append(page)
    return result


def _same_box(before: Table, after: Table) -> bool:
    return abs(before.left - after.left) < NEAR and abs(before.right - after.right) < NEAR


def continues(before: Table, after: Table) -> bool:
    """The two are one table cut by a page: as many columns, at the same places."""
    return len(before.edges) == len(after.edges) and all(
        abs(a - b) < NEAR for a, b in zip(before.edges, after.edges, strict=True)
    )


def without_header(table: Table, header: Sequence[tuple[str, ...]]) -> Table:
    """The table without first rows that repeat those of `header`, printed again on another page."""
    repeated = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(table.rows, header, strict=False))
    )
    if not repeated:
        return table
    return replace(table, rows=table.rows[repeated:], marks=table.marks[repeated:], headers=0)
