"""The columns of each kind of register entry on the Register tab: headings, cells as HTML, and what
they are sorted by. Every word of a paper's is escaped here, once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from assistant.address import entry_url
from assistant.phrases import shortened
from assistant.register.query import Kind
from assistant.register.wording import label
from assistant.wire import Json
from corpus.dates import written_out
from index.corrections.entries import SET_ASIDE, STANDING

WORDS = 260  # characters of an entry's words in its row: three lines of the column
NUMBER = 8  # a row's label longer than this is the cell's words, not a number


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the HTML of its cell, and what it is sorted by."""

    heading: str
    cell: Callable[[Json], str]
    key: Callable[[Json], object]


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
