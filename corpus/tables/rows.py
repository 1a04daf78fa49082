"""Table rows, each with the headers and the context it is read under.

A row with one filled cell is a section ("PHASE ONE") over the rows below it. A row whose first
cells are blank continues the row above and inherits those cells as its lead-in. Cells stay as
printed, unless a row is a cell short and what its cells hold shows plainly where they belong; a row
of which that is not sure is marked "cells uncertain".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.paper import Block, Line
from corpus.tables.alignment import Body, placed
from corpus.tables.cell_kinds import is_figure
from corpus.tables.column_names import holds_figures, tidied
from corpus.tables.columns import Heads, heads_of, is_repeat, opens_table
from corpus.tables.continuation import Whole, whole_rows
from corpus.tables.section_rows import Sections, is_form_section, is_section, is_total

LABEL = 60
"""Characters of a row's label: what a member would call the row."""
_SHARE = re.compile(r"(?:of which|o/w)\b", re.I)
"""How a row begins that is a part of the one above it."""
_NUMBER = re.compile(r"\d{1,3}[a-z]?[.)]?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row understood. `line` is what was drawn, its cells whole and in their places; `label`
    names it, `context` are the section rows above it, `breaks` as in Block."""

    line: Line
    headers: tuple[str, ...] = ()
    label: str = ""
    context: tuple[str, ...] = ()
    lead_in: str = ""
    breaks: tuple[tuple[int, int | None], ...] = ()


@dataclass(slots=True)
class Running:
    """What holds at a table's end, for the part of it that stands on the next page or after
    something that cut it: its headers, its sections, the row that others may belong to."""

    headers: tuple[str, ...] = ()
    sections: Sections = field(default_factory=Sections)
    above: Row | None = None

    def holds_for(self, names: Sequence[str], width: int) -> bool:
        """Whether a part with these headers of its own, perhaps none, goes on with the table."""
        if not names:
            return bool(self.headers) and len(self.headers) == width
        return len(names) == len(self.headers) and all(map(_are_alike, names, self.headers))


def rows_of(
    lines: Sequence[Line], *, running: Running | None = None, caption: str = ""
) -> list[Row]:
    """The rows of one table, in order; a line is a row, or the rest of one.

    `running` is what holds at the end of the part before, for a table that something cut in two,
    and is left as it holds at the end of this one; `caption` the line over the table, which may
    name its unit.
    """
    running = running or Running()
    heads = heads_of(lines, caption=caption)
    if not running.holds_for(heads.names, len(lines[0].cells) if lines else 0):
        running.headers, running.sections, running.above = (), Sections(), None
    names = heads.names or running.headers
    first = heads.above + heads.height
    top = lines[heads.above : first]
    for index in range(first + 1, len(lines) if names else 0):
        line = lines[index]
        if opens_table(line, lines[index + 1 :], names) and not is_repeat(line, top):
            before = rows_of(lines[:index], running=running, caption=caption)
            return [*before, *rows_of(lines[index:], running=running)]
    above = [Row(line, label=_label(line.cells)) for line in lines[: heads.above]]
    table = _Table(heads, names, lines[first:], top, running.sections, running.above)
    rows = [*above, *(_header(line) for line in top), *table.rows()]
    running.headers, running.above = table.names, table.above
    return rows


def _are_alike(name: str, other: str) -> bool:
    """Whether two headers are one, perhaps with a word or a unit more or less."""
    here, there = set(name.casefold().split()), set(other.casefold().split())
    return here == there or bool(here & there)


def named_cells(block: Block) -> dict[str, str]:
    """The cells of a table row by their column headers, in order; {} where that is not sure.

    A header printed twice is told apart by a number, a column without one is "".

    >>> named_cells(Block("table row", "1\\tMay", 0, 5, headers=("No", "Due"), cells=("1", "May")))
    {'No': '1', 'Due': 'May'}
    """
    if "cells uncertain" in block.marks or len(block.headers) != len(block.cells):
        return {}
    named: dict[str, str] = {}
    for header, cell in zip(block.headers, block.cells, strict=True):
        name, count = header, 2
        while name in named:
            name, count = f"{header} ({count})".strip(), count + 1
        named[name] = cell
    return named


@dataclass(slots=True)
class _Table:
    """The body of a table while its rows are read."""

    heads: Heads
    names: tuple[str, ...]
    body: Sequence[Line]
    top: Sequence[Line]
    sections: Sections
    above: Row | None
    has_texts: bool = False
    """Whether a column but the first holds words."""

    def rows(self) -> Iterator[Row]:
        """The rows below the first header, those that repeat it among them."""
        header = [*self.top, Line("", cells=self.names)] if self.top else []
        repeats = {id(line) for line in self.body if header and is_repeat(line, header)}
        wholes = whole_rows([line for line in self.body if id(line) not in repeats])
        printed = self.names
        if len(self.top) == 1:
            again = [tuple(map(tidied, line.cells)) for line in self.body if id(line) in repeats]
            self.names = max((self.names, *again), key=len)
        self.names = _cornered(self.names, wholes)
        named = [i for i, name in enumerate(self.names) if i and name]
        self.has_texts = not all(holds_figures(self.body, i) for i in named)
        body = Body.of(self.names, (w.cells for w in wholes))
        begins = {id(w.lines[0]): w for w in wholes}
        for line in self.body:
            if id(line) in repeats:
                printed = tuple(map(tidied, line.cells)) if len(self.top) == 1 else printed
                yield _header(line)
            elif id(line) in begins:
                yield self._row(begins[id(line)], printed, body)

    def _row(self, whole: Whole, printed: tuple[str, ...], body: Body) -> Row:
        cells, headers, sure = placed(whole.cells, printed, body)
        marks = [m for line in whole.lines for m in line.marks]
        if not sure:
            marks.append("cells uncertain")
        line = replace(whole.lines[0], cells=cells, marks=tuple(dict.fromkeys(marks)))
        row = Row(line, headers, _label(cells), breaks=whole.breaks if cells == whole.cells else ())
        return self._under(row)

    def _is_section(self, line: Line) -> bool:
        if not self.names:
            return is_form_section(line.cells)
        return is_section(line.cells, bold=line.bold, long=self.has_texts)

    def _under(self, row: Row) -> Row:
        """The row with what it stands under: its sections, the row it belongs to."""
        cells, title = row.line.cells, (self.heads.title,) if self.heads.title else ()
        name = next((c for c in cells if any(x.isalpha() for x in c)), "")
        above, self.above = self.above, None
        if self._is_section(row.line):
            self.sections.enter(cells[0])
            return replace(row, context=title + self.sections.context[:-1])
        self.sections.fresh = False
        if is_total(name):
            return replace(row, context=title + self.sections.total(name))
        row = replace(row, context=title + self.sections.context)
        if above is not None and _SHARE.match(cells[0]):
            self.above = above
            return replace(row, lead_in=above.label)
        if above is None or not row.headers or cells[0]:
            self.above = row
            return row
        self.above = above
        first = next((i for i, c in enumerate(cells) if c), 0)
        lead = " ".join(c for c in above.line.cells[:first] if c)
        return replace(row, label=above.label, lead_in=lead)


def _header(line: Line) -> Row:
    return Row(line, label="header")


def _cornered(names: tuple[str, ...], wholes: Sequence[Whole]) -> tuple[str, ...]:
    """The headers, with the blank corner they lost where every row has a name and then figures."""
    lines = [Line("", cells=w.cells) for w in wholes]
    if not names or not lines or any(len(line.cells) != len(names) + 1 for line in lines):
        return names
    figures = all(holds_figures(lines, column) for column in range(1, len(names) + 1))
    return ("", *names) if figures and not holds_figures(lines, 0) else names


def _label(cells: Sequence[str]) -> str:
    """The row's number or first words; a sum that stands before them is no name."""
    filled = [c for c in cells if c]
    label = next(iter(filled), "")
    if is_figure(label) and not _NUMBER.fullmatch(label):
        label = next((c for c in filled if any(x.isalpha() for x in c)), label)
    if len(label) <= LABEL:
        return label
    cut = label[: LABEL + 1].rfind(" ")
    return label[: cut if cut > 0 else LABEL]
