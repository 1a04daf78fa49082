"""Rows that give a grade: "Care leavers | Good", and tables of one grade a column.

A column named by a date gives the grade of that date; a column named by an area, the area's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.paper import Block
from corpus.register.grades import grade_in
from corpus.register.spans import Dates, spans_in

_GENERIC = re.compile(
    r"\W*(?:(?:the|current|latest|new|previous|last|overall|ofsted|cqc|inspection|final|audit|"
    r"assurance|quality|level|of|judge?ments?|grad(?:e|ing)s?|ratings?|outcomes?|results?|opinions?|"
    r"finding|effectiveness|conclusion|report|year|date|or|and|\d{1,2})\W*)*",
    re.I,
)
"""The name of a column that says only that a grade stands below."""
_ASSURED = re.compile(r"\bassurance\b|\bopinion\b", re.I)
_KEY = re.compile(r"(?:grade |level |rating |score )?\d{1,2}|[a-d]", re.I)
"""The first cell of a row of a scale being explained."""


@dataclass(frozen=True, slots=True)
class RowGrade:
    """A grade in a row's cell; `dates` are those of its column's name or the row's date cell."""

    subject: str
    grade: str
    dates: Dates | None = None


def grades_in_row(row: Block) -> Iterator[RowGrade]:
    """The grades a table row gives: each of a cell of its own, after the cell of what is graded."""
    if row.row == "header" or len(row.cells) < 2:
        return
    names = [row.headers[n] if n < len(row.headers) else "" for n in range(len(row.cells))]
    label = _label(row)
    if not label:
        return
    graded = [
        (name, grade)
        for name, cell in zip(names[1:], row.cells[1:], strict=True)
        if (grade := grade_in(cell, assurance=bool(_ASSURED.search(name))))
    ]
    dated = _dates_in_cells(row) if len(graded) == 1 else None
    for name, grade in graded:
        named = next(iter(spans_in(name)), None)
        plain = named is not None or bool(_GENERIC.fullmatch(name)) or len(graded) == 1
        if _GENERIC.fullmatch(label) and not plain and not spans_in(label):
            yield RowGrade(name.strip(), grade)
        else:
            yield RowGrade(label if plain else f"{label}: {name.strip()}", grade, named or dated)


def _label(row: Block) -> str:
    """What a row grades: its first cell in words, or the second where the first is a number."""
    words = [cell.strip() for cell in row.cells[:2]]
    first = words[0]
    if _KEY.fullmatch(first) and not grade_in(words[1]):
        first = words[1]
    if not first or _KEY.fullmatch(first) or grade_in(first):
        return ""
    return re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", first.strip("* "))


def _dates_in_cells(row: Block) -> Dates | None:
    cells = (cell for cell in row.cells[1:] if len(cell) < 40)
    return next((spans[0] for cell in cells if (spans := spans_in(cell))), None)
