"""Front matter: which committee, meeting, title and kind a paper says it has, and where.

Read from its header, then from what the file says of itself, its name and its folders. What stands
below the header counts for nothing: a report names many committees and dates that are not its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.dates import first_day
from corpus.front.committees import meeting_named
from corpus.front.exempt import access_of
from corpus.front.facts import Fact
from corpus.front.header import Entry, header_of
from corpus.front.sorts import kind_of
from corpus.front.titles import cased, title_of
from corpus.paper import Line, Place

_HELD = re.compile(r"\b(?:minutes|meeting|summons)\b", re.I)
_ISSUED = re.compile(r"\b(?:publish|updated|issued|version|dated)", re.I)
_PACK_TITLE = re.compile(r".*\bagenda (?:supplement|document)s? (?:for|of) (?:the )?(.+)", re.I)
_FILED = re.compile(r".*\d{4} \d{1,2}[.:]\d\d(?: ?[ap]m)? (?P<name>\D+)")
"""How modern.gov names a meeting's files: "Agenda frontsheet 04th-Jul-2023 10.00 Cabinet"."""
_LISTS = ("work programme",)
"""Kinds that list other meetings, so that a date on its own is not theirs."""
_A_DATE = re.compile(r"[\d\W]+|[\d\W]*[A-Za-z]{3,9}[\d\W]+")


def front_matter(
    lines: Sequence[Line], *, document: str, folders: Sequence[str] = (), file_title: str = "",
    in_pack: bool = False,
) -> dict[str, Fact]:  # fmt: skip
    """What the first lines, the file's name and its folders (nearest first) say of a paper.

    Fields of which nothing is said are absent; the council is told by
    `corpus.front.councils`. An item of a pack (`in_pack`) has its file's name and folders in common
    with the others, so only its own header is asked.
    """
    entries = header_of(lines)
    header = [e for e in entries if e.in_header]
    names = () if in_pack else (document, *folders)
    kind = kind_of(entries, document, lines)
    title = title_of(entries, lines, file_title=file_title)
    if kind and kind.value == "agenda" and not in_pack:
        title = Fact("Agenda", kind.place, kind.words)
    found = {
        "committee": _committee(header) or _filed_committee(names, file_title),
        "date": _date(header, names, file_title, lists=bool(kind and kind.value in _LISTS)),
        "title": title,
        "kind": kind,
        "access": access_of(
            entries, lines, document="" if in_pack else document, file_title=file_title
        ),
    }
    return {name: fact for name, fact in found.items() if fact}


def _committee(header: Sequence[Entry]) -> Fact | None:
    """The body the paper is for: as a field says, where it was held, or a line that names one."""
    fields = [e for e in header if e.field == "committee"]
    held = [e for e in header if not e.field and _HELD.search(e.text)]
    bare = [e for e in header if not e.field]
    for entry in (*fields, *held, *bare):
        if name := meeting_named(entry.text):
            return Fact(_tidy(name), "front matter", entry.text)
    return None


def _tidy(name: str) -> str:
    short = re.sub(r"^pre[- ]decision scrutiny by (?:the )?", "", name, flags=re.I)
    return cased(short).replace("’", "'")


def _filed_committee(names: Sequence[str], file_title: str) -> Fact | None:
    """The committee as the pack's title, the file's name or a folder gives it."""
    asked: list[tuple[str, Place, str]] = []
    if pack := _PACK_TITLE.match(file_title):
        asked.append((pack[1], "document properties", file_title))
    if names and (filed := _FILED.fullmatch(_spaced(names[0]))):
        asked.append((filed["name"], "file name", names[0]))
    asked += [(_spaced(folder).title(), "folder", folder) for folder in names[1:]]
    found = (Fact(_tidy(n), place, words) for t, place, words in asked if (n := meeting_named(t)))
    return next(found, None)


def _date(
    header: Sequence[Entry], names: Sequence[str], file_title: str, *, lists: bool
) -> Fact | None:
    """The first whole day among the texts that may give the meeting's."""
    asked = _dated(header, names, file_title, lists=lists)
    return next((Fact(day, place, t) for t, place in asked if (day := first_day(t))), None)


def _dated(
    header: Sequence[Entry], names: Sequence[str], file_title: str, *, lists: bool
) -> Iterator[tuple[str, Place]]:
    """Beside the committee's name, where it was held, the field, the pack's title, a file named by
    its date, a folder, the header, the rest of the file's name and folders."""
    unnamed = [e.text for e in header if not e.field]
    short = (t for t in unnamed if len(t.split()) <= 9 and not _ISSUED.search(t))
    beside = (e.text for e in header if e.field in ("committee", "") and meeting_named(e.text))
    fields = (e.text for e in header if e.field in ("date", "committee"))
    yield from _all(beside, "front matter")
    yield from _all(filter(_HELD.search, unnamed), "front matter")
    yield from _all(fields, "front matter")
    if pack := _PACK_TITLE.match(file_title):
        yield pack[1], "document properties"
    file, folders = names[:1], names[1:]
    yield from _all((n for n in file if re.match(r"\d{4}-\d\d-\d\d", n)), "file name")
    yield from _all((s for f in folders if _A_DATE.fullmatch(s := _spaced(f))), "folder")
    if not lists:
        yield from _all(short, "front matter")
    yield from _all((_dotted(_spaced(name)) for name in file), "file name")
    yield from _all(map(_spaced, folders), "folder")


def _all(texts: Iterable[str], place: Place) -> Iterator[tuple[str, Place]]:
    return ((text, place) for text in texts)


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _dotted(name: str) -> str:
    """A file's name with a date of figures alone parted: "Item 8 041225" as "Item 8 04.12.25"."""
    return re.sub(r"(?<!\d)([0-3]\d)([01]\d)((?:20)?\d\d)(?!\d)", r"\1.\2.\3", name)
