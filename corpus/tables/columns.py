"""Which rows of a table are its headers.

A header is one row or several. Above it there may be a row with one cell, the table's title.
Printed again after a page, a header may have a column more or less, and words split into letters.
What it says of each column is read in `column_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from corpus.front.header import field_named
from corpus.paper import Line
from corpus.tables.cell_kinds import is_figure, is_people, is_period, is_unit, is_value
from corpus.tables.column_names import holds_figures, names_of
from corpus.tables.section_rows import is_total

MOST = 4
"""Rows of one header at most: span, name, unit and one that a line end cut off."""
LONG = 80
"""Characters: a longer cell is text, not the name of a column."""
FIELD, COLUMN = 5, 8
"""Words of a field's name at most, and of a column's."""
_GOES_ON = re.compile(r"(?:[/&]|\w-|\b(?:and|of))$")
_DATA = re.compile(r"[£•-]\s?\d|[•▪●-]\s|.*(?<!\S)[-+]£?\d[\d,]*\.\d")
_NAME = re.compile(r"(?:[A-Z][\w’'-]+|[A-Z]\.?)(?: (?:[A-Z][\w’'-]+|[A-Z]\.?)){1,3}")


@dataclass(frozen=True, slots=True)
class Heads:
    """How a table begins: `above` rows of one cell that name it (`title`), then `height` rows of
    column headers, which together read `names`."""

    above: int = 0
    height: int = 0
    title: str = ""
    names: tuple[str, ...] = ()


def heads_of(lines: Sequence[Line], *, caption: str = "") -> Heads:
    """The headers of a table of these rows; `Heads()` where it has none.

    `caption` is a line over the table, which may name a unit ("All figures in £m").
    """
    above = len(list(takewhile(lambda line: sum(map(bool, line.cells)) == 1, lines[:2])))
    if any(line.header for line in lines[:above]):
        above = 0
    for start in dict.fromkeys((above, 0)):
        height = _height(lines[start:])
        if height:
            title = " ".join(c for line in lines[:start] for c in line.cells if c)
            top, body = lines[start : start + height], lines[start + height :]
            return Heads(start, height, title, names_of(top, body, title=title or caption))
    return Heads()


def is_repeat(line: Line, header: Sequence[Line]) -> bool:
    """Whether a row is one of these header rows printed again, perhaps with a cell more or less or
    with split words ("U p d a t e")."""
    here = squeezed(line.cells)
    for row in header:
        there = squeezed(row.cells)
        if here == there or len(set(here) & set(there)) >= max(3, len(there) // 2):
            return True
        alike = zip(here, there, strict=False)
        if len(here) == len(there) > 1 and set(here) & set(there) and _all_within(alike):
            return True
    return False


def _all_within(pairs: Iterable[tuple[str, str]]) -> bool:
    return all(a in b or b in a for a, b in pairs)


def squeezed(cells: Sequence[str]) -> list[str]:
    """The filled cells in lower case without spaces: "U p d a t e" and "Update" are one."""
    return ["".join(c.split()).casefold() for c in cells if c]


def opens_table(line: Line, below: Sequence[Line], names: Sequence[str]) -> bool:
    """Whether a row after white space is the header of another table than the one headed `names`:
    other columns, each of them named."""
    named = [c for c in line.cells[1:] if c]
    other = len(line.cells) != len(names) and len(named) == len(line.cells) - 1 > 0
    same_below = bool(below) and len(below[0].cells) == len(line.cells)
    return other and same_below and line.gap and _looks_like_header(line, below)


def _height(lines: Sequence[Line]) -> int:
    """How many leading rows are column headers."""
    height = 0
    while height < len(lines) - 1 and lines[height].header:
        height += 1
    if not height and (len(lines) < 2 or not _looks_like_header(lines[0], lines[1:])):
        return 0
    height = max(height, 1)
    while height < min(MOST, len(lines)) and _goes_on(lines[:height], lines[height:]):
        height += 1
    return height


def _goes_on(top: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Whether the row after `top` is header too: it has no figures and leaves the corner blank, or
    ends a name that the row above breaks off, or names columns that the row above spans."""
    line, below = rest[0], rest[1:]
    filled = [c for c in line.cells if c]
    if any((is_figure(c) and not is_period(c)) or len(c) > LONG for c in filled):
        return False
    if any(_GOES_ON.search(a) and b for a, b in zip(top[-1].cells, line.cells, strict=False)):
        return all(len(c) < 30 for c in filled)
    if line.cells[0] or not below:
        return False
    if not top[0].cells[0] or all(is_unit(c) for c in filled) or _is_spanned(top[-1], line):
        return True
    columns = [i for i, c in enumerate(line.cells) if c]
    return all(holds_figures(below, column) for column in columns)


def _is_spanned(upper: Line, lower: Line) -> bool:
    """Whether the lower row names columns that the upper one leaves without a name of their own."""
    pairs = list(zip(upper.cells, lower.cells, strict=False))[1:]
    return any(b and not a for a, b in pairs) and any(a and b for a, b in pairs)


def _looks_like_header(first: Line, rest: Sequence[Line]) -> bool:
    """Whether a row that the format does not mark names the columns of those below it."""
    filled = [c for c in first.cells if c]
    if len(filled) < 2 or any(_is_data(c) for c in filled):
        return False
    if is_total(filled[0]) or _is_form(first, rest):
        return False
    spans = bool(rest) and not rest[0].cells[0] and _is_spanned(first, rest[0])
    too_few = len(filled) == 2 and len(first.cells) > 3 and not spans
    if too_few or (sum(is_value(c) for c in filled) == 1 and len(filled) < 4):
        return False
    rest = [r for r in rest if not is_repeat(r, [first])]
    return not any(
        _is_like(cell, [r.cells[column] for r in rest if column < len(r.cells)])
        for column, cell in enumerate(first.cells)
    )


def _is_like(cell: str, below: Sequence[str]) -> bool:
    """Whether a cell says what one below it says, or is a period over a period."""
    same = bool(cell) and cell.casefold() in {b.casefold() for b in below}
    return same or (is_period(cell) and any(is_period(b) for b in below[:1]))


def _is_data(cell: str) -> bool:
    """Whether a cell holds what stands in a table, not over it."""
    if (is_figure(cell) and not is_period(cell)) or len(cell) > LONG:
        return True
    return bool(_DATA.match(cell)) or bool(re.search(r":(?:\s+\S|$)", cell))


def _is_post(row: Line) -> bool:
    """Whether a row gives a post and who holds it ("Lead Officer", "Ruth Alder")."""
    post, name = row.cells
    return is_people(post) and bool(_NAME.fullmatch(name)) and not is_people(name)


def _says_much(cell: str) -> bool:
    """Whether a cell says more than a column's name does: "14 Strand Street, Haven"."""
    return len(cell.split()) > COLUMN or bool(re.search(r"\d.*,|,.*\d", cell))


def _is_form(first: Line, rest: Sequence[Line]) -> bool:
    """Whether the names of fields stand down the first column, or the first and third: a paper's
    header block; or posts with those who hold them; or what each short name in the first row and
    below it says stands in the second."""
    if len(first.cells) == 2 and all(_is_post(row) for row in (first, *rest[:1])):
        return True
    if len(first.cells) == 2 and len(rest) > 1 and _says_much(first.cells[1]):
        short = all(len(row.cells[0].split()) <= FIELD for row in (first, *rest))
        return short and not holds_figures(rest, 1)
    if len(first.cells) == 4 and rest:
        names = (row.cells[at] for row in (first, rest[0]) for at in (0, 2) if at < len(row.cells))
        return all(map(field_named, names))
    named = sum(bool(field_named(row.cells[0])) for row in (first, *rest[:4]))
    return len(first.cells) <= 3 and bool(field_named(first.cells[0])) and named > 1
