"""The header block of a paper: its first lines joined into entries, some of them named fields.

"Report to: Cabinet", a table row "Date | 4 July 2023" and a bold "Title of Decision" with its value
below are fields; a council's or committee's name, a date, a title stand without a name. The header
ends where the paper begins to speak: at its summary, its first numbered paragraph, who was present.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.dates import dates_in
from corpus.front.committees import committee_of, is_meeting
from corpus.paper import Line

TOP = 45
"""Lines looked at: the longest header block seen (three meetings, two tables) has 30."""
LONGEST = 300
"""Characters of a field that may still go on in the next line."""
COLUMNS = 3
"""Filled cells of a header table's row; more make a table of figures."""
WIDE = 40
"""Characters: a line of a title this long may run on in the next line, a shorter one only after a
comma or a small word."""

FIELDS = {
    "committee": r"(?:report )?(?:for )?(?:submitted |submission )?to|committee|meeting|body"
    r"|decision[- ]?(?:maker|body)|(?:committee|meeting) (?:and|&|/) date"
    r"|decision to be (?:taken|made) by|(?:name|title) of (?:the )?(?:meeting|committee|body)"
    r"|(?:report )?for|committee name|forum",
    "date": r"date(?: of (?:the )?(?:meeting|decision|committee))?"
    r"|(?:meeting|decision|committee) date|date (?:and|&) time",
    "title": r"(?:report |eqia |decision |item )?(?:title|subject)(?: matter)?"
    r"(?: of (?:the )?(?:report|decision|paper|item))?"
    r"|(?:subject )?matter ?/ ?title of decision",
    "access": r"classification|status|access|public ?(?:or|/) ?(?:exempt|private)"
    r"|exempt information|publication|exempt|confidential|part",
    "author": r"report (?:of|by|author)|from|by|author|(?:report )?contact(?: officer)?s?"
    r"(?:\(s\))?|lead (?:officer|member)|chief officer|cabinet member|portfolio holder",
    "business": r"(?:electoral )?(?:ward|division)(?:s|\(s\))?(?:(?: and communities)? affected)?"
    r"|key decision|decision (?:type|no|number)|agenda item(?: no| number)?|item(?: no)?"
    r"|(?:past|future) pathway(?: of (?:report|paper))?|ask for|tel(?:ephone)?|e-?mail|venue"
    r"|direct dial.*",
    "presence": r"(?:(?:members|also|councillors) )?present|(?:in )?attendance|attendees|attending"
    r"|sederunt",
    "body": r"(?:executive )?summary|recommendations?(?:\(s\))?|decision|membership|apologies"
    r"|purpose",
}  # fmt: skip
_NAMED = {kind: re.compile(rf"(?:{names})\s*", re.I) for kind, names in FIELDS.items()}
_FIELD = re.compile(r"([A-Za-z][\w /()&-]{1,40}?)\s*:\s*(.*)", re.S)
_BODY = re.compile(
    r"(?:\d{1,3}\.(?:\d{1,2}\.?)?\s+\S|(?:executive )?summary\b|purpose\b|introduction\b|"
    r"background\b|"
    r"recommendation|reasons? for\b|present\b|attendance$|membership\b|contents$)",
    re.I,
)
_STAMP = r"(?:strictly |private and )?(?:not for publication|exempt|confidential|restricted)\b"
_STAMPED = re.compile(_STAMP, re.I)
_ANEW = re.compile(
    r"(?:this|the) (?:report|appendix|paper|annex|document|item) (?:is|are|contains?)\b"
    rf"|part (?:[ab12]|ii?)\b|{_STAMP}",
    re.I,
)
"""A stamp is never the end of the line above it, nor, however long, of the header."""
_GOES_ON = re.compile(
    r"(?:,|\b(?:and|of|the|for|to|in|on|an?|at|by|with|\d{1,2}(?:st|nd|rd|th)?))$", re.I
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the header says. `field` is a key of FIELDS, "other" for a name that is none of
    them, "" for an entry without a name; `in_header` is False for what comes after the header.
    """

    text: str
    field: str = ""
    bold: bool = False
    level: int = 0
    in_header: bool = True


def header_of(lines: Sequence[Line]) -> list[Entry]:
    """The entries of a paper's first lines, in order."""
    entries: list[Entry] = []
    inside, last = True, None
    for line in lines[:TOP]:
        filled = sum(map(bool, line.cells))
        inside = inside and (filled <= COLUMNS or bool(_pair(line)))
        for entry in _entries(line):
            inside = inside and not _ends_header(entry, entries)
            if last is not None and _continues(entries[-1], last, entry, line):
                text = f"{entries[-1].text} {entry.text}".strip()
                entries[-1] = replace(entries[-1], text=text, bold=line.bold)
            else:
                entries.append(replace(entry, in_header=inside))
        last = line
    return entries


def _ends_header(entry: Entry, before: Sequence[Entry]) -> bool:
    """Whether the paper begins to speak; the word "Agenda" may as well open a header as end it."""
    if entry.field:
        return entry.field in ("body", "presence")
    if re.fullmatch(r"agenda", entry.text, re.I):
        return any(dates_in(e.text) for e in before)
    long = len(entry.text.split()) > 25 and not _STAMPED.match(entry.text)
    return bool(_BODY.match(entry.text)) or long


def _entries(line: Line) -> list[Entry]:
    cells = [c for c in line.cells if c]
    if pair := _pair(line):
        return pair
    if len(cells) > 1:
        kind = field_named(cells[0].rstrip(": "))
        if kind:
            return [Entry(committee_of(cells[0], cells[1]), kind, line.bold)]
    if cells:
        return [_entry(cell, line) for cell in cells]
    return [_entry(line.text.strip(), line)]


def _pair(line: Line) -> list[Entry]:
    """Two fields side by side: "Committee | Cabinet | Date | 4 July 2023"."""
    cells = [cell for cell in line.cells if cell]
    kinds = [field_named(name.rstrip(": ")) for name in cells[::2]]
    if len(cells) != 4 or not all(kinds):
        return []
    texts = map(committee_of, cells[::2], cells[1::2])
    return [Entry(text, kind, line.bold) for text, kind in zip(texts, kinds, strict=True)]


def _entry(text: str, line: Line) -> Entry:
    level = line.level if line.role == "heading" else 0
    if match := _FIELD.fullmatch(text):
        kind = field_named(match[1])
        if kind:
            return Entry(committee_of(match[1], match[2].strip()), kind, line.bold, level)
        if len(match[1].split()) <= 3 and not match[2]:
            return Entry("", "other", line.bold, level)
    bare = field_named(text) if line.bold or (text.isupper() and not line.cells) else ""
    if bare in ("title", "committee", "date"):
        return Entry("", bare, line.bold, level)
    return Entry(text, "", line.bold, level)


def field_named(name: str) -> str:
    """The key of FIELDS that a name belongs to, "" if to none."""
    return next((kind for kind, named in _NAMED.items() if named.fullmatch(name)), "")


def _continues(before: Entry, last: Line, entry: Entry, line: Line) -> bool:
    if entry.field or "row" in (last.role, line.role):
        return False
    if before.field and not before.text:
        return True
    apart = line.gap or line.role == "heading" or line.page != last.page
    if apart or before.bold != line.bold or field_named(entry.text) or _ANEW.match(entry.text):
        return False
    if before.field:
        named = before.field != "title" and _FIELD.fullmatch(entry.text)
        return not named and len(before.text) < LONGEST
    starts = _BODY.match(entry.text) or is_meeting(entry.text)
    return not starts and _runs_on(before.text, entry.text)


def _runs_on(before: str, text: str) -> bool:
    """Whether a line that names no field goes on in the next."""
    if _GOES_ON.search(before) or text[:1].islower():
        return True
    if is_meeting(before):
        return "held" in before and not dates_in(before)
    starts = re.match(r"reports? (?:of|by)\b", text, re.I)
    return len(text.split()) <= 3 or (len(before) >= WIDE and not starts)
