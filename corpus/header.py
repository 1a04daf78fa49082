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
from corpus.paper import Line

TOP = 45
"""Lines looked at: the longest header block seen (three meetings, two tables) has 30."""
WIDE = 40
"""Characters: a line of a title this long may run on in the next line, a shorter one only after a
comma or a small word."""

FIELDS = {
    "committee": r"(?:report )?(?:submitted )?to|committee|meeting|body|decision[- ]?maker"
    r"|decision to be taken by",
    "date": r"date(?: of (?:the )?meeting)?|meeting date|date and time",
    "title": r"(?:report |eqia )?(?:title|subject)(?: of (?:the )?(?:report|decision))?"
    r"|(?:subject )?matter ?/ ?title of decision",
    "access": r"classification|status|access|public ?(?:or|/) ?(?:exempt|private)"
    r"|exempt information|publication|exempt|confidential|part",
    "author": r"report (?:of|by|author)|from|by|author|(?:report )?contact(?: officer)?s?"
    r"(?:\(s\))?|lead (?:officer|member)|chief officer|cabinet member|portfolio holder",
    "business": r"(?:electoral )?(?:ward|division)s?(?: affected| and communities affected)?"
    r"|key decision|decision (?:type|no|number)|agenda item(?: no| number)?|item(?: no)?"
    r"|(?:past|future) pathway(?: of (?:report|paper))?|ask for|tel(?:ephone)?|e-?mail|venue"
    r"|direct dial.*",
    "body": r"(?:executive )?summary|recommendations?(?:\(s\))?|decision|present|membership"
    r"|in attendance|apologies|attendance|purpose",
}  # fmt: skip
_NAMED = {kind: re.compile(rf"(?:{names})\s*", re.I) for kind, names in FIELDS.items()}
_FIELD = re.compile(r"([A-Za-z][\w /()&-]{1,40}?)\s*:\s*(.*)", re.S)
_BODY = re.compile(
    r"(?:\d{1,3}\.(?:\d{1,2}\.?)?\s+\S|(?:executive )?summary\b|purpose\b|introduction\b|"
    r"background\b|"
    r"recommendation|reasons? for\b|present\b|attendance$|membership\b|agenda$|contents$)",
    re.I,
)
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
        for entry in _entries(line):
            words = entry.text.split()
            named_body = entry.field == "body"
            inside = inside and not (named_body or (_BODY.match(entry.text) and not entry.field))
            inside = inside and not (not entry.field and len(words) > 25)
            if last is not None and _continues(entries[-1], last, entry, line):
                text = f"{entries[-1].text} {entry.text}".strip()
                entries[-1] = replace(entries[-1], text=text, bold=line.bold)
            else:
                entries.append(replace(entry, in_header=inside))
        last = line
    return entries


def _entries(line: Line) -> list[Entry]:
    cells = [c for c in line.cells if c]
    if len(cells) > 1:
        kind = field_named(cells[0].rstrip(": "))
        if kind:
            return [Entry(cells[1], kind, line.bold)]
    if cells:
        return [_entry(cell, line) for cell in cells]
    return [_entry(line.text.strip(), line)]


def _entry(text: str, line: Line) -> Entry:
    level = line.level if line.role == "heading" else 0
    if match := _FIELD.fullmatch(text):
        kind = field_named(match[1])
        if kind:
            return Entry(match[2].strip(), kind, line.bold, level)
        if len(match[1].split()) <= 3 and not match[2]:
            return Entry("", "other", line.bold, level)
    bare = field_named(text) if line.bold else ""
    if bare == "title":
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
    if line.gap or line.role == "heading" or line.page != last.page or before.bold != line.bold:
        return False
    if before.field:
        return len(before.text) < 300
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


_WHEN = re.compile(
    r"[\s,(–-]*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}(?:st|nd|rd|th)?[\s-]+[A-Z][a-z]+|"
    r"\d{1,2}(?:ST|ND|RD|TH)?\s+[A-Z]{3,}|\d{1,2}[./]\d|(?:agenda )?item\b|held\b).*",
    re.I | re.S,
)
_MINUTES_OF = re.compile(
    r"(?:to )?(?:draft )?(?:(?:minutes|summons|agenda)(?: of| for)? )?"
    r"(?:(?:the |an? )?(?:\w+ )?meeting of )?"
    r"(?:all members of )?(?:the |a )?(?=\S)",
    re.I,
)
_SMALL = r"(?:and|of|for|the|by|on|in|to|&|-|–)"
_BODY_NAME = re.compile(
    rf"(?:pre[- ]decision scrutiny by )?(?P<name>(?:(?:[A-Z][\w’'-]*,?|{_SMALL}) ){{0,11}}"
    r"(?:Committee|Sub-?Committee|Cabinet|Executive|Panel|Board|Commission|Forum|Council|PDS))",
    re.I,
)
_PLACED_COUNCIL = re.compile(
    r"(?!(?:the |full |extraordinary )*"
    r"(?:county|city|borough|district|town|parish|metropolitan|full)? ?council$).*\bcouncil",
    re.I,
)
_PEOPLE = re.compile(
    r"\b(?:director|officer|councillor|leaders?|members?|chief|chair|manager)\b", re.I
)


def meeting_named(text: str) -> str:
    """The committee that a header entry names and nothing else, "" if it names none.

    >>> meeting_named("CABINET - 17TH DECEMBER 2019"), meeting_named("Report to the Board of Trade")
    ('CABINET', '')
    """
    first = re.split(r"\.\s", text.strip(), maxsplit=1)[0]
    named = _WHEN.sub("", first, count=1)
    named = named[_MINUTES_OF.match(named).end() :] if _MINUTES_OF.match(named) else named  # type: ignore[union-attr]
    match = _BODY_NAME.fullmatch(named.strip(" :.,–-"))
    if match is None or _PLACED_COUNCIL.fullmatch(match["name"]) or _PEOPLE.search(match["name"]):
        return ""
    return match["name"]


def is_meeting(text: str) -> bool:
    """Whether an entry is a council's or committee's name, with or without a date."""
    named = _WHEN.sub("", text, count=1).strip(" :.,–-")
    return bool(_BODY_NAME.fullmatch(named)) and len(named.split()) <= 8
