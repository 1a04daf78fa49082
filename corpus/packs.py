"""A pack is split into its agenda items by what is printed where one begins.

That is a header table with "ITEM: 7", a stamp "Agenda Item 6" on its first page, the heading of the
last meeting's minutes, or a bookmark of the PDF that opens with an item's number. A single report
has one such mark at its top, which gives its item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.paper import Drawing, Line

_ITEM = re.compile(r"(?:agenda\s+)?item(?:\s+(?:no|number))?\.?\s*:?\s*(\d{1,2}[a-z]?)\.?", re.I)
_MINUTES = re.compile(r"minutes of (?:the |a )?.{0,120}?\b(?:held|meeting)\b.*", re.I)
_BOOKMARK = re.compile(r"(?:item\s+)?(\d{1,2}[a-z]?)[.):]?\s+(\S.*)", re.I)
_PAGES = re.compile(r"\s+\(?(?:pages?\s+)?\d{1,4}(?:\s*[-–]\s*\d{1,4})?\)?$", re.I)
_TOP = 25
"""Lines: an item's mark further down is a mention, unless it stands alone or in a table's cell."""


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one agenda item ("" for a pack's own front pages)."""

    lines: tuple[Line, ...]
    item: str = ""
    title: str = ""


def parts_of(drawing: Drawing) -> list[Part]:
    """The pack's items in order, or the whole drawing as one part."""
    lines = drawing.lines
    starts = _starts(drawing)
    if len(starts) < 2:
        item = starts[0][1] if starts and starts[0][0] <= _TOP else ""
        return [Part(lines, item)]
    front = lines[: starts[0][0]]
    parts = [Part(front)] if front else []
    ends = [s[0] for s in starts[1:]] + [len(lines)]
    parts += [
        Part(lines[start:end], item, title or _listed(front, item))
        for (start, item, title), end in zip(starts, ends, strict=True)
    ]
    return [p for p in parts if p.lines]


def _starts(drawing: Drawing) -> list[tuple[int, str, str]]:
    """(index of the first line, item, title) of each item, each item once, in order."""
    stamps = _stamps(drawing.lines)
    found = stamps or _bookmarks(drawing)
    if len(stamps) >= 2 and (minutes := _minutes(drawing.lines, stamps)):
        found = sorted([*stamps, minutes])
    seen: set[str] = set()
    starts = []
    for start in found:
        if start[1] not in seen:
            seen.add(start[1])
            starts.append(start)
    return starts


def _stamps(lines: tuple[Line, ...]) -> list[tuple[int, str, str]]:
    found = []
    for i, line in enumerate(lines):
        cells = line.cells or (line.text,)
        item = next((m[1] for c in cells if (m := _ITEM.fullmatch(c.strip()))), None)
        if item:
            found.append((_page_top(lines, i), item.lower(), ""))
    return found


def _page_top(lines: tuple[Line, ...], index: int) -> int:
    """A stamp near a page's top opens the item at the page's first line."""
    first = index
    while (
        first > 0
        and index - first < _TOP
        and lines[first - 1].page == lines[index].page is not None
    ):
        first -= 1
    return first if first == 0 or lines[first - 1].page != lines[index].page else index


def _minutes(
    lines: tuple[Line, ...], stamps: list[tuple[int, str, str]]
) -> tuple[int, str, str] | None:
    """The last meeting's minutes, which carry no item mark; the agenda's own list numbers them."""
    for i, line in enumerate(lines[: stamps[0][0]]):
        if (
            line.role != "row"
            and i > 5
            and _MINUTES.match(line.text)
            and "approve" not in line.text
        ):
            return i, _minutes_item(lines[:i]), "Minutes of the last meeting"
    return None


def _minutes_item(front: Sequence[Line]) -> str:
    titled = (number for number, title in _numbered(front) if title.lower().startswith("minutes"))
    return next(titled, "minutes")


def _numbered(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """(item, title) of the lines "7 Ofsted action plan 23 - 36" that an agenda lists."""
    for line in lines:
        listed = _BOOKMARK.fullmatch(" ".join(c for c in line.cells if c) or line.text)
        if listed:
            yield listed[1].lower(), _PAGES.sub("", listed[2])


def _listed(lines: Sequence[Line], item: str) -> str:
    return next((title for number, title in _numbered(lines) if number == item), "")


def _bookmarks(drawing: Drawing) -> list[tuple[int, str, str]]:
    """Bookmarks "7 Ofsted action plan" under one called Agenda (a report's own have none such)."""
    if not any(title.strip().lower().startswith("agenda") for _, title, _ in drawing.outline[:3]):
        return []
    found = []
    for level, title, page in drawing.outline:
        match = _BOOKMARK.fullmatch(title.strip())
        if level <= 1 and match:
            start = next((i for i, n in enumerate(drawing.lines) if (n.page or 0) >= page), None)
            if start is not None:
                found.append((start, match[1].lower(), match[2]))
    numbers = [int(re.match(r"\d+", item)[0]) for _, item, _ in found]  # type: ignore[index]
    pages = {drawing.lines[s].page for s, _, _ in found}
    return found if len(pages) > 1 and numbers == sorted(numbers) else []
