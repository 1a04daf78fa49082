"""Table rows, each with the headers and the context it is read under.

A header is one row or several leading rows; it may be repeated after a page. A row with one filled
cell is a section ("PHASE ONE") over the rows below it. A row whose first cells are blank continues
the row above and inherits those cells as its lead-in. Cells stay as printed: nothing is moved
between columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.header import field_named
from corpus.paper import Line

_FIGURE = re.compile(r"[-–(]?[£$€]?\s?[\d,.]+\s?(?:%|[kmb]n?)?\)?")


@dataclass(frozen=True, slots=True)
class Row:
    """A drawn row understood. `label` names it; `context` are the section rows above it."""

    line: Line
    headers: tuple[str, ...] = ()
    label: str = ""
    context: tuple[str, ...] = ()
    lead_in: str = ""
    is_header: bool = False


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """The rows of one table, in order; every line gives exactly one row."""
    head = _header_height(lines)
    headers = _merged(lines[:head])
    rows = [Row(line, label="header", is_header=True) for line in lines[:head]]
    context: tuple[str, ...] = ()
    above: Row | None = None
    for line in lines[head:]:
        if head and _same_header(line, lines[head - 1]):
            rows.append(Row(line, label="header", is_header=True))
        elif head and _is_section(line):
            context = (line.cells[0],)
            rows.append(Row(line, headers, line.cells[0][:60]))
        else:
            above = _row(line, headers, context, above)
            rows.append(above)
    return rows


def _is_section(line: Line) -> bool:
    filled = [c for c in line.cells if c]
    return len(filled) == 1 and len(line.cells) > 2 and bool(line.cells[0]) and len(filled[0]) < 80


def _row(line: Line, headers: tuple[str, ...], context: tuple[str, ...], above: Row | None) -> Row:
    cells = line.cells
    if above is not None and headers and not cells[0] and len(cells) > 2:
        first = next((i for i, c in enumerate(cells) if c), 0)
        lead = above.lead_in or " ".join(c for c in above.line.cells[:first] if c)
        return Row(line, headers, above.label, context, lead)
    label = next((c for c in cells if c), "")[:60]
    return Row(line, headers, label, context)


def _header_height(lines: Sequence[Line]) -> int:
    """How many leading rows are column headers."""
    marked = 0
    while marked < len(lines) - 1 and lines[marked].header:
        marked += 1
    if marked or len(lines) < 2 or not _looks_like_header(lines[0], lines[1:]):
        return marked
    height = 1
    while height < min(3, len(lines) - 1) and _goes_on(lines[height], lines[0]):
        height += 1
    return height


def _goes_on(line: Line, first: Line) -> bool:
    """A second header row (units, broken words) leaves blank the corner the first left blank."""
    figures = any(_FIGURE.fullmatch(c) for c in line.cells if c)
    return not line.cells[0] and not first.cells[0] and not figures


def _looks_like_header(first: Line, rest: Sequence[Line]) -> bool:
    filled = [c for c in first.cells if c]
    if len(filled) < 2 or any(_FIGURE.fullmatch(c) or len(c) > 80 for c in filled):
        return False
    if any(re.search(r":(?:\s+\S|$)", c) for c in filled) or _is_form(first, rest):
        return False
    rest = [r for r in rest if not _same_header(r, first)]
    for column, cell in enumerate(first.cells):
        below = {r.cells[column].casefold() for r in rest if column < len(r.cells)}
        if cell and cell.casefold() in below:
            return False
    return True


def _is_form(first: Line, rest: Sequence[Line]) -> bool:
    """Whether it is a paper's header block: the names of its fields stand down the first column."""
    named = sum(bool(field_named(row.cells[0])) for row in (first, *rest[:4]))
    return len(first.cells) <= 3 and bool(field_named(first.cells[0])) and named > 1


def _same_header(line: Line, header: Line) -> bool:
    """A header printed again, perhaps with a cell more or split words ("U p d a t e")."""
    here, there = _squeezed(line.cells), _squeezed(header.cells)
    return "".join(here) == "".join(there) or len(set(here) & set(there)) >= max(3, len(there) // 2)


def _squeezed(cells: Sequence[str]) -> list[str]:
    return ["".join(c.split()).casefold() for c in cells if c]


def _merged(lines: Sequence[Line]) -> tuple[str, ...]:
    width = max((len(line.cells) for line in lines), default=0)
    columns = ([r.cells[i] for r in lines if i < len(r.cells) and r.cells[i]] for i in range(width))
    return tuple(" ".join(c) for c in columns)
