"""What one text lists by letters or bullets inside itself: "A) Review … B) Train … C) Report …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"(?<![\w(])(\(?)([A-Za-z]|[ivx]{1,4}|\d{1,2})([).])(?=\s*\S)")
_BULLET = re.compile(r"(?:^|\s)[•▪●➢✓]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things listed: `text[start:end]` without its mark ("A", "" for a bullet)."""

    mark: str
    start: int
    end: int


def parts_of(text: str, begin: int = 0, *, headless: bool = False) -> list[Part]:
    """The parts a text lists, from `begin` on; [] where it lists nothing, or a single thing.

    A first part may have lost its mark where `headless`: "It was late. B) It is done."

    >>> [p.mark for p in parts_of("A) Review the plan. B) Train staff. C)Report (see 3).")]
    ['A', 'B', 'C']
    """
    marks = _lettered(text, begin, headless=headless) or _bulleted(text, begin)
    if len(marks) < 2:
        return []
    ends = [at for _, at, _ in marks[1:]] + [len(text)]
    parts = [
        _trimmed(text, mark, start, end) for (mark, _, start), end in zip(marks, ends, strict=True)
    ]
    return parts if all(p.start < p.end for p in parts) else []


def _lettered(text: str, begin: int, *, headless: bool) -> list[tuple[str, int, int]]:
    """(mark, where it stands, where its part begins), while each is the next after the one before
    and printed like it."""
    found: list[tuple[str, int, int]] = []
    form = ""
    for mark in _MARK.finditer(text, begin):
        name, shape = mark[2], mark[1] + mark[3]
        first = not text[begin : mark.start()].strip(" :\t\n–-")
        if not found:
            if first and _ordinal(name) == 1:
                found, form = [(name, mark.start(), mark.end())], shape
            elif headless and _ordinal(name) == 2 and ")" in shape:
                head = "A" if name.isupper() else "a" if name.isalpha() else "1"
                found = [(head, begin, begin), (name, mark.start(), mark.end())]
                form = shape
        elif shape == form and _is_next(found, name):
            found.append((name, mark.start(), mark.end()))
    return found


def _is_next(found: list[tuple[str, int, int]], name: str) -> bool:
    last = found[-1][0]
    roman = found[0][0] == "i"
    kind = name.isdigit() == last.isdigit() and (roman or name.isupper() == last.isupper())
    return kind and _ordinal(name, roman=roman) == len(found) + 1


def _ordinal(name: str, *, roman: bool = False) -> int:
    if name.isdigit():
        return int(name)
    numerals = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    if roman or name == "i":
        return numerals.index(name.lower()) + 1 if name.lower() in numerals else 0
    return ord(name.lower()) - ord("a") + 1 if len(name) == 1 else 0


def _bulleted(text: str, begin: int) -> list[tuple[str, int, int]]:
    marks = list(_BULLET.finditer(text, begin))
    if not marks or text[begin : marks[0].start()].strip():
        return []
    return [("", mark.start(), mark.end()) for mark in marks]


def _trimmed(text: str, mark: str, start: int, end: int) -> Part:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Part(mark, start, start + len(part.strip()))
