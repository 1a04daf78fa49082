"""Entries of the register as an HTML table, a row an entry, which the reader sorts by any column.
On a narrow screen each row is a card (look.css).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from assistant.pages.register_columns import COLUMNS, Column
from assistant.phrases import counted
from assistant.register.query import Filters, Kind
from assistant.register.sheet import sheet_url
from assistant.wire import Json
from corpus.dates import written_out
from index.corrections.entries import STANDING

MOST = 500  # rows of a table: a browser lays them out within a second, nobody reads more
NO_PAPERS = "The library holds no papers yet. Add some on the Papers tab."


@dataclass(frozen=True, slots=True)
class Order:
    """The column that a table is sorted by; -1 is the register's own order, newest first."""

    column: int = -1
    falling: bool = False

    def asked(self, column: int) -> Order:
        """The order once a column's heading is pressed: rising first, then the other way."""
        return Order(column, column == self.column and not self.falling)


def table_html(kind: Kind, entries: Sequence[Json], order: Order) -> str:
    """The table; nothing where there are no entries."""
    if not entries:
        return ""
    columns = COLUMNS[kind]
    rows = "".join(_row(entry, columns) for entry in _sorted(entries, columns, order)[:MOST])
    headings = "".join(_heading(n, column, order) for n, column in enumerate(columns))
    return (
        f'<div class="scroll"><table class="papers register {kind}" role="table" '
        f'aria-label="{kind.capitalize()}"><thead role="rowgroup"><tr role="row">{headings}</tr>'
        f'</thead><tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def count_html(entries: Sequence[Json], asked: Filters, *, waiting: int = 0) -> str:
    """How many entries there are, in words, and the ways to take them away as a file."""
    told = [_counted(len(entries), asked)]
    if len(entries) > MOST:
        told.append(f"The first {MOST} are shown: narrow the list, or take all of it away.")
    if waiting:
        have = "paper has" if waiting == 1 else "papers have"
        told.append(f"{waiting} {have} yet to be read for the register: run matters verify.")
    files = "".join(
        f' <a href="{escape(sheet_url(asked, form))}" download>{form.upper()}</a>'
        for form in ("csv", "xlsx")
    )
    export = f"<p>Take the list away as a file:{files}</p>" if entries else ""
    return f"<p><strong>{escape(' '.join(told))}</strong></p>{export}"


def _counted(many: int, asked: Filters) -> str:
    kind = asked.kind.removesuffix("s")
    late = f" overdue at {written_out(asked.overdue_at)}" if asked.overdue_at else ""
    if not many:
        return f"No {kind}{late} is as you ask: ask for less, or for another kind."
    return f"{counted(many, kind)}{late}."


def _sorted(entries: Sequence[Json], columns: Sequence[Column], order: Order) -> list[Json]:
    """The entries in order; those that have nothing in the column come last, either way."""
    if not 0 <= order.column < len(columns):
        return list(entries)
    key = columns[order.column].key
    told = [entry for entry in entries if key(entry)]
    rest = [entry for entry in entries if not key(entry)]
    return sorted(told, key=lambda entry: _natural(key(entry)), reverse=order.falling) + rest


def _natural(value: object) -> list[tuple[int, int, str]]:
    """Numbers within words as numbers: 2A comes before 10B."""
    parts = re.split(r"(\d+)", str(value).casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]


def _heading(number: int, column: Column, order: Order) -> str:
    """A heading that is a button; which way the table is sorted by it is told, not only shown."""
    chosen = number == order.column
    way = ("descending" if order.falling else "ascending") if chosen else "none"
    sign = ("▼" if order.falling else "▲") if chosen else "↕"
    return (
        f'<th scope="col" role="columnheader" aria-sort="{way}">'
        f'<button type="button" data-sort="{number}">{column.heading} '
        f'<span aria-hidden="true">{sign}</span></button></th>'
    )


def _row(entry: Json, columns: Sequence[Column]) -> str:
    cells = "".join(
        f'<td role="cell" data-label="{column.heading}"><div>{column.cell(entry)}</div></td>'
        for column in columns
    )
    return f'<tr role="row"{" class=aside" * (STANDING in entry)}>{cells}</tr>'
