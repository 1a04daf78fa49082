"""Word's automatic list numbers, counted as Word counts them when it prints.

A paragraph, or its style, names a list (`numId`) and a level in it. The list's definition gives
each level a format ("decimal", "lowerLetter", "bullet") and a pattern ("%1.%2"). A number goes up
at its level and starts again below it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from corpus.counting import letters, roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
"""Word has nine."""

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
}


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a paragraph: "•" or a number with its brackets, "" where Word prints
    none."""

    text: str
    level: int
    bullet: bool


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of one file and how far each has counted."""

    lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    """numId -> (definition, levels that start anew with this numId)."""
    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, int | None, str]] = field(default_factory=dict)
    """style -> (numId, level, the style it is based on)."""
    _counts: dict[str, list[int]] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, document: Any) -> Self:
        """The lists that a python-docx document defines."""
        numbering = cls()
        for style in document.styles.element.iter(f"{W}style"):
            number, level = _reference(style.find(f"{W}pPr"))
            based = _value(style.find(f"{W}basedOn")) or ""
            numbering.styles[style.get(f"{W}styleId", "")] = (number, level, based)
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return numbering
        for definition in root.iter(f"{W}abstractNum"):
            levels = {int(v.get(f"{W}ilvl", "0")): _level(v) for v in definition.iter(f"{W}lvl")}
            numbering.levels[definition.get(f"{W}abstractNumId", "")] = levels
        for number in root.iter(f"{W}num"):
            starts = {
                int(o.get(f"{W}ilvl", "0")): int(value)
                for o in number.iter(f"{W}lvlOverride")
                if (value := _value(o.find(f"{W}startOverride"))) is not None
            }
            definition = _value(number.find(f"{W}abstractNumId")) or ""
            numbering.lists[number.get(f"{W}numId", "")] = (definition, starts)
        return numbering

    def marker(self, paragraph: Any, style: str) -> Marker | None:
        """The marker of the next paragraph of its list; None where it belongs to none."""
        number, level = _reference(paragraph.find(f"{W}pPr"))
        styled_number, styled_level = self._styled(style)
        number = styled_number if number is None else number
        level = min(next((v for v in (level, styled_level) if v is not None), 0), LEVELS - 1)
        if number is None or number not in self.lists:
            return None
        definition, starts = self.lists[number]
        shape = self.levels.get(definition, {}).get(level)
        if shape is None:
            return None
        if shape.format == "bullet":
            return Marker("•", level, bullet=True)
        counts = self._count(number, definition, level, starts)
        return Marker(self._printed(shape, definition, counts), level, bullet=False)

    def _styled(self, style: str) -> tuple[str | None, int | None]:
        level: int | None = None
        for _ in range(LEVELS):
            number, own, style = self.styles.get(style, (None, None, ""))
            level = own if level is None else level
            if number is not None or not style:
                return number, level
        return None, level

    def _count(self, number: str, definition: str, level: int, starts: dict[int, int]) -> list[int]:
        shapes = self.levels[definition]
        counts = self._counts.setdefault(definition, [0] * LEVELS)
        if number not in self._used:
            self._used.add(number)
            for at, start in starts.items():
                if at < LEVELS:
                    counts[at] = start - 1
        for at in range(level + 1):
            start = shapes[at].start if at in shapes else 1
            if at == level:
                counts[at] = counts[at] + 1 if counts[at] or start == 1 else start
            elif counts[at] == 0:
                counts[at] = start
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        return counts

    def _printed(self, shape: _Level, definition: str, counts: list[int]) -> str:
        if shape.format == "none":
            return ""
        shapes = self.levels[definition]

        def figure(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            name = shapes[at].format if at in shapes else "decimal"
            return _FORMATS.get(name, str)(counts[at])

        return re.sub(r"%([1-9])", figure, shape.pattern)


def _level(element: Any) -> _Level:
    return _Level(
        _value(element.find(f"{W}numFmt")) or "decimal",
        _value(element.find(f"{W}lvlText")) or "",
        int(_value(element.find(f"{W}start")) or "1"),
    )


def _reference(properties: Any) -> tuple[str | None, int | None]:
    """(list, level) that paragraph properties name."""
    found = None if properties is None else properties.find(f"{W}numPr")
    if found is None:
        return None, None
    level = _value(found.find(f"{W}ilvl"))
    return _value(found.find(f"{W}numId")), int(level) if level is not None else None


def _value(element: Any) -> str | None:
    return None if element is None else element.get(f"{W}val")
