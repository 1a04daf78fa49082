"""Where the agenda items of a pack begin.

That is a header table with "ITEM: 7", a stamp "Agenda Item 6a" on an item's first page, a bookmark
of the PDF that opens with an item's number, the heading of the last meeting's minutes, or the title
that the agenda lists, where it stands under the committee's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.dates import first_day
from corpus.front.committees import meeting_named
from corpus.front.header import field_named
from corpus.paper import Drawing, Line

_NUMBER = r"(\d{1,2}(?:\s?\(?[a-z]\)?)?)"
_ITEM = re.compile(
    r"(agenda\s+)?item(?:\s+(?:no|number))?\.?\s*:?\s*(\d{1,2}(?:\s?\(?[a-z]\)?|\.\d{1,2})?)\.?",
    re.I,
)
_MINUTES = re.compile(r"minutes of (?:the |a )?.{0,120}?\b(?:held|meeting)\b.*", re.I)
NUMBERED = re.compile(
    rf"(?P<said>(?:agenda\s+)?item\s+(?:no\.?\s*)?)?{_NUMBER}(?:[.):]\s*|\s+)(?:[-–—:]\s*)?"
    r"(?P<title>(?=.*[A-Za-z]{2})\S.*)",
    re.I,
)
_PAGES = re.compile(r"\s+\(?(?:pages?\s+)?\d{1,4}(?:\s*[-–]\s*\d{1,4})?\)?$", re.I)
TOP = 25
"""Lines: an item's mark further down is a mention, unless it stands alone or in a table's cell."""
_UNDER = 6
"""Lines of a header that may stand between an item's mark and what shows it to be a header, or
between the committee's name and an item's title."""


Start = tuple[int, str, str]
"""Index of an item's first line, its number, its title ("" where only the agenda gives it)."""


def starts_of(drawing: Drawing) -> list[Start]:
    """Where each item begins, each item once, in order."""
    stamps = _stamps(drawing.lines)
    found = stamps or _bookmarks(drawing)
    if len(stamps) >= 2:
        minutes = _minutes(drawing.lines, stamps)
        found = sorted([*stamps, *minutes])
        found = sorted([*found, *_titled(drawing.lines, found)])
    seen: set[str] = set()
    starts = []
    for start in found:
        if start[1] not in seen:
            seen.add(start[1])
            starts.append(start)
    return starts


def _stamps(lines: tuple[Line, ...]) -> list[Start]:
    found: list[Start] = []
    for i, line in enumerate(lines):
        cells = line.cells or (line.text,)
        stamp = next((m for c in cells if (m := _ITEM.fullmatch(c.strip()))), None)
        if stamp and (stamp[1] or _in_header(lines, i)):
            top = _page_top(lines, i)
            begins = i if any(start == top for start, _, _ in found) else top
            found.append((begins, number_of(stamp[2]), ""))
    return found


def number_of(printed: str) -> str:
    """ "6 (A)" as "6a"."""
    return re.sub(r"[\s()]", "", printed).lower()


def _in_header(lines: Sequence[Line], index: int) -> bool:
    """Whether a bare "Item 7" is a report's: a date, a committee or a field stands with it. (A plan
    of actions has items too.)"""
    own = lines[index].cells
    below = [line.text for line in lines[index + 1 : index + 1 + _UNDER]]
    return (
        index == 0
        or any(first_day(text) or meeting_named(text) for text in own)
        or any(meeting_named(text) or field_named(text.split(":")[0]) for text in below)
    )


def _page_top(lines: tuple[Line, ...], index: int) -> int:
    """A stamp near a page's top opens the item at the page's first line."""
    first = index
    while (
        first > 0 and index - first < TOP and lines[first - 1].page == lines[index].page is not None
    ):
        first -= 1
    return first if first == 0 or lines[first - 1].page != lines[index].page else index


def _minutes(lines: tuple[Line, ...], stamps: Sequence[Start]) -> list[Start]:
    """The last meeting's minutes, which carry no item mark; the agenda's own list numbers them."""
    for i, line in enumerate(lines[: stamps[0][0]]):
        opens = line.role != "row" and i > 5 and _MINUTES.match(line.text)
        if opens and "approve" not in line.text:
            return [(i, _minutes_item(lines[:i]), "Minutes of the last meeting")]
    return []


def _titled(lines: tuple[Line, ...], found: Sequence[Start]) -> list[Start]:
    """Items with pages in the agenda's list but no mark of their own, after the one before them."""
    starts = {item: start for start, item, _ in found}
    begun, titled = found[0][0], []
    for item, title in listed_items(lines[: found[0][0]], with_pages=True):
        begun = starts.get(item, begun)
        end = min((s for s in starts.values() if s > begun), default=len(lines))
        at = _headed(lines, title, range(begun + 1, end)) if item not in starts else None
        if at is not None:
            titled.append((at, item, title))
            begun = starts[item] = at
    return titled


def _headed(lines: Sequence[Line], title: str, within: range) -> int | None:
    """The line that names the committee, with a title alone on one of the next."""
    wanted = re.findall(r"\w+", title.lower())
    for i in within:
        below = lines[i + 1 : min(i + 1 + _UNDER, within.stop)]
        under = any(re.findall(r"\w+", line.text.lower()) == wanted for line in below)
        if under and meeting_named(lines[i].text):
            return i
    return None


def _minutes_item(front: Sequence[Line]) -> str:
    titled = (
        number for number, title in listed_items(front) if title.lower().startswith("minutes")
    )
    return next(titled, "minutes")


def listed_items(lines: Sequence[Line], *, with_pages: bool = False) -> Iterator[tuple[str, str]]:
    """(item, title) of the lines "7 Falls in care 23 - 36" that an agenda lists."""
    for line in lines:
        text = " ".join(c for c in line.cells if c) or line.text
        listed = NUMBERED.fullmatch(text)
        if listed and (_PAGES.search(text) or not with_pages):
            yield number_of(listed[2]), _PAGES.sub("", listed["title"])


def _bookmarks(drawing: Drawing) -> list[Start]:
    """Bookmarks "7 Falls in care" under one called Agenda, or "Item 7 …" (a report's own have
    none such)."""
    marks = [
        (match, level, page)
        for level, title, page in drawing.outline
        if level <= 1 and (match := NUMBERED.fullmatch(title.strip()))
    ]
    if not any(title.strip().lower().startswith("agenda") for _, title, _ in drawing.outline[:3]):
        marks = [mark for mark in marks if mark[0]["said"]]
    top = min((level for _, level, _ in marks), default=0)
    found = []
    for match, level, page in marks:
        start = next((i for i, n in enumerate(drawing.lines) if (n.page or 0) >= page), None)
        if level == top and start is not None:
            found.append((start, number_of(match[2]), match["title"]))
    numbers = [int(re.match(r"\d+", item)[0]) for _, item, _ in found]  # type: ignore[index]
    pages = {drawing.lines[s].page for s, _, _ in found}
    return found if len(pages) > 1 and numbers == sorted(numbers) else []
