"""A pack is split into its agenda items, where `corpus.starts` finds that they begin.

A single report has one such mark at its top, which gives its item; a supplement's covering letter
or bookmarks list one. An item keeps its appendices: what follows it before the next item is its.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.paper import Drawing, Line
from corpus.starts import NUMBERED, TOP, listed_items, number_of, starts_of


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one agenda item ("" for a pack's own front pages)."""

    lines: tuple[Line, ...]
    item: str = ""
    title: str = ""


def parts_of(drawing: Drawing) -> list[Part]:
    """The pack's items in order, or the whole drawing as one part."""
    lines = drawing.lines
    starts = starts_of(drawing)
    if len(starts) < 2:
        alone = starts[0][1:] if starts and starts[0][0] <= TOP else _enclosed(drawing)
        return [Part(lines, *alone)]
    front = lines[: starts[0][0]]
    parts = [Part(front)] if front else []
    ends = [s[0] for s in starts[1:]] + [len(lines)]
    parts += [
        Part(lines[start:end], item, title or _listed(front, item))
        for (start, item, title), end in zip(starts, ends, strict=True)
    ]
    return [p for p in parts if p.lines]


def _listed(lines: Sequence[Line], item: str) -> str:
    return next((title for number, title in listed_items(lines) if number == item), "")


def _enclosed(drawing: Drawing) -> tuple[str, str]:
    """The one item that a supplement's bookmarks or covering letter list, ("", "") if it is none.

    Its title is left to the report inside.
    """
    first = [line.text for line in drawing.lines[:TOP]]
    if not any(text.lower().startswith("dear ") for text in first):
        return "", ""
    marked = [m for _, title, _ in drawing.outline if (m := NUMBERED.fullmatch(title.strip()))]
    under = next((i for i, t in enumerate(first) if re.match(r"agenda item", t, re.I)), None)
    listed = [] if under is None else list(listed_items(drawing.lines[under + 1 : under + 3]))
    numbers = [number_of(m[2]) for m in marked[:1]] or [item for item, _ in listed[:1]]
    return (numbers[0], "") if numbers else ("", "")
