"""Entries of the register as an HTML table, a row an entry, which the reader sorts by any column:
every word of a paper's escaped, once. On a narrow screen each row is a card (look.css).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from assistant.reading.view import shortened
from assistant.register.address import entry_url, sheet_url
from assistant.register.query import Filters, Kind
from assistant.register.wire import Json
from assistant.register.wording import label
from assistant.wire import counted
from corpus.dates import written_out
from index.entry_corrections import SET_ASIDE, STANDING

MOST = 500  # rows of a table: a browser lays them out within a second, nobody reads more
WORDS = 260  # characters of an entry's words in its row: three lines of the column
NUMBER = 8  # a row's label longer than this is the cell's words, not a number
NO_PAPERS = "The library holds no papers yet. Add some on the Papers tab."


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the HTML of its cell, and what it is sorted by."""

    heading: str
    cell: Callable[[Json], str]
    key: Callable[[Json], object]


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


def _plain(field: str) -> Callable[[Json], str]:
    return lambda entry: escape(_said(entry, field)) or "–"


def _by(field: str) -> Callable[[Json], str]:
    return lambda entry: _said(entry, field)


def _said(entry: Json, field: str) -> str:
    value = entry[field]
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _two(first: str, second: str) -> Callable[[Json], str]:
    """A cell of two fields, the second smaller under the first."""

    def cell(entry: Json) -> str:
        above, under = escape(_said(entry, first)), escape(_said(entry, second))
        small = f"<small>{label(second).casefold()}: {under}</small>" if under else ""
        return "<br>".join(part for part in (above, small) if part) or "–"

    return cell


def _number(entry: Json) -> str:
    """The number that members refer to it by."""
    printed = entry.get("number") or entry.get("recommendation_no") or ""
    row = entry["row"] if len(entry["row"]) <= NUMBER else ""
    return row if row.startswith(printed) else printed


def _words(entry: Json) -> str:
    """Its words, which open it, and what is to be known of it before it is relied on."""
    words = escape(shortened(_heading_words(entry), WORDS))
    marks = []
    if STANDING in entry:
        marks.append(f"set aside as {SET_ASIDE}")
    fields = [name for name in entry.get("corrected", {}) if name != STANDING]
    if fields:
        marks.append(f"corrected: {', '.join(label(name).casefold() for name in fields)}")
    if entry["sureness"] != "sure":
        marks.append("read with doubt")
    told = "".join(f'<br><small class="flag">! {escape(mark)}</small>' for mark in marks)
    address = escape(entry_url(entry["id"]))
    return f'<a href="{address}" target="_blank" rel="noopener">{words}</a>{told}'


def _heading_words(entry: Json) -> str:
    return str(entry.get("text") or entry["subject"])


def _meeting(entry: Json) -> str:
    body = ", ".join(part for part in (entry["council"], entry["committee"]) if part)
    day = written_out(entry["meeting_date"]) or "no date given"
    return f"{day}<br><small>{escape(body)}</small>" if body else day


def _page(entry: Json) -> str:
    """A link that opens the page at the words."""
    place = f"page {entry['page']}" if entry["page"] else "the paper"
    told = escape(f"Open {place} of {entry['title']} at: {shortened(_heading_words(entry), 60)}")
    return (
        f'<a href="{escape(entry["url"])}" target="_blank" rel="noopener" aria-label="{told}">'
        f"Open {place}</a>"
    )


def _outcome(entry: Json) -> str:
    vote = f"<small>{escape(entry['vote'])}</small>" if entry["vote"] else ""
    parts = (escape(entry["outcome"] or ""), vote)
    return "<br>".join(part for part in parts if part) or "–"


_NUMBER = Column("No.", lambda entry: escape(_number(entry)) or "–", _number)
_ENDS = (
    Column("Meeting", _meeting, _by("meeting_date")),
    Column("Source", _page, lambda entry: f"{entry['title']} {entry['page'] or ''}"),
)
COLUMNS: dict[Kind, tuple[Column, ...]] = {
    "actions": (
        _NUMBER,
        Column("Action", _words, _heading_words),
        Column("Lead", _two("lead", "owner"), _by("lead")),
        Column("Due", _plain("due"), _by("due_date")),
        Column("State", _two("state", "status"), _by("state")),
        *_ENDS,
    ),
    "recommendations": (
        _NUMBER,
        Column("Recommendation", _words, _heading_words),
        Column("Made by", _plain("made_by"), _by("made_by")),
        Column("To", _plain("addressed_to"), _by("addressed_to")),
        *_ENDS,
    ),
    "decisions": (
        Column("Decision", _words, _heading_words),
        Column("Moved by", _two("moved_by", "seconded_by"), _by("moved_by")),
        Column("Outcome", _outcome, _by("outcome")),
        *_ENDS,
    ),
    "judgements": (
        Column("Subject", _words, _heading_words),
        Column("Grade", _plain("grade"), _by("grade")),
        Column("Made by", _two("body", "date"), _by("body")),
        *_ENDS,
    ),
}
"""What is shown of each kind; everything else stands on the entry's own page."""
