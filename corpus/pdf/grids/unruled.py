"""Tables of figures without rulings, found among the lines of a page by the columns they make.

A table begins with its column headers, the lines over the figures, and ends with its last line of
figures. A label that runs over two lines is one label, of the row whose figures stand beside
either. Tables of text without rulings are not found: their words stay lines, as a reader sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.paper import Mark
from corpus.pdf.grids.cell_text import is_tail
from corpus.pdf.grids.figures import (
    TWO_FIGURES,
    Column,
    Divider,
    Line,
    cells_of,
    columns_of,
    heads_of,
    is_figure,
    is_over,
    is_row,
    lines_of,
)
from corpus.pdf.grids.wrapped import Cells, Row, rows_of
from corpus.pdf.pdfium import Glyph
from corpus.pdf.printed import Table
from corpus.pdf.strips import Strip, strips_of

BETWEEN = 3
"""Lines without figures between two rows of one table at most: a total, a section's title."""
FAR = 6.0
"""Heights of a line between two rows of one table at most."""
HEADERS_MOST = 8
"""Lines of column headers over one another: years, "Forecast" perhaps broken in two, "£000s"."""
NOTES_MOST = 12
"""Lines looked at above the first row; notes may stand among the labels under the headers."""
NEAR = 2.5
"""Heights of a line from one line of headers to the next, top to top."""
TOUCHING = 0.25
"""Heights of a line by which it reaches into the next one; tight lines do by 0.1."""
_ENOUGH = 6
"""Figures in a table, at least, and rows times columns of them."""
_WORDS = re.compile(r"[A-Za-z]{2}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def items_of(glyphs: Sequence[Glyph], dividers: Sequence[Divider] = ()) -> list[Strip | Table]:
    """The lines and the tables without rulings that characters in drawing order make; `dividers`
    are what rulings there are."""
    strips = strips_of(glyphs)
    items: list[Strip | Table] = [*strips]
    if any(TWO_FIGURES.search(s.text) for s in strips):
        for table in _tables(lines_of(glyphs, dividers), dividers):
            items = _replaced(items, table)
    return items


def _replaced(items: Sequence[Strip | Table], table: Table) -> list[Strip | Table]:
    """The items, the table in place of the lines that stand within it."""
    kept: list[Strip | Table] = []
    place: int | None = None
    for item in items:
        if isinstance(item, Strip) and _within(item, table):
            place = len(kept) if place is None else place
        else:
            kept.append(item)
    kept.insert(len(kept) if place is None else place, table)
    return kept


def _within(strip: Strip, table: Table) -> bool:
    """It stands in the table's box, and the table says every word of it."""
    x, y = (strip.left + strip.right) / 2, (strip.top + strip.bottom) / 2
    if not (table.left <= x <= table.right and table.top <= y <= table.bottom):
        return False
    words = "".join(cell for row in table.rows for cell in row)
    return all(word in words for word in strip.text.split())


def _tables(lines: Sequence[Line], dividers: Sequence[Divider]) -> Iterator[Table]:
    done = 0  # the lines before it stand in a table already
    for first, last in _groups(lines):
        for start, end in _parts(lines, first, last):
            columns = columns_of(lines[start:end])
            if not columns or not _is_table(lines[start:end], columns):
                continue
            top = _first_header(lines, start, columns, done)
            alone = top == start and end == start + 1
            top, done = _with_touching(lines, top, end, done)
            if not alone:
                yield _table(lines[top:done], columns, start - top, dividers)


def _with_touching(lines: Sequence[Line], top: int, end: int, done: int) -> tuple[int, int]:
    """The lines of a table and those that reach into its box: halves of a label set beside the
    middle of its figures. No text within the box is left out of the table."""
    while top > done and _touches(lines[top - 1], lines[top]):
        top -= 1
    while end < len(lines) and _touches(lines[end - 1], lines[end]):
        end += 1
    return top, end


def _touches(above: Line, below: Line) -> bool:
    return max(p.bottom for p in above) - min(p.top for p in below) > TOUCHING * below[0].height


def _groups(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """(first, after the last) line of rows that may make a table."""
    rows = [n for n, line in enumerate(lines) if is_row(line)]
    start = 0
    for index in range(1, len(rows) + 1):
        if index < len(rows):
            before, after = rows[index - 1], rows[index]
            apart = lines[after][0].top - lines[before][0].bottom
            if after - before <= BETWEEN + 1 and apart <= FAR * lines[after][0].height:
                continue
        if rows:
            yield rows[start], rows[index - 1] + 1
        start = index


def _parts(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A group parted where a line of prose runs across its columns."""
    columns = columns_of(lines[first:last])
    start = first
    for index in range(first, last):
        if columns and _runs_across(lines[index], columns):
            if start < index:
                yield start, index
            start = index + 1
    if start < last:
        yield start, last


def _runs_across(line: Line, columns: Sequence[Column]) -> bool:
    """A text that is no figure begins with the labels and covers two columns of figures."""
    return any(
        sum(p.left < c.left and p.right > c.right for c in columns if c.figures) >= 2
        for p in line
        if not is_figure(p)
    )


def _is_table(lines: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Enough figures stand in columns, and most rows of them say what they are."""
    rows = [line for line in lines if is_row(line)]
    wide = sum(c.figures for c in columns)
    held = sum(is_figure(p) for row in rows for p in row)
    labelled = sum(any(_WORDS.search(p.text) for p in row) for row in rows)
    enough = held >= _ENOUGH or (len(rows) == 1 and held >= _ENOUGH - 2)
    return wide >= 2 and enough and labelled * 2 >= len(rows)


def _first_header(lines: Sequence[Line], start: int, columns: Sequence[Column], done: int) -> int:
    """The first of the lines above `start` that are column headers."""
    first, heads = start, 0
    for index in range(start - 1, max(done, start - NOTES_MOST) - 1, -1):
        line, below = lines[index], lines[index + 1]
        if below[0].top - line[0].top > NEAR * max(below[0].height, line[0].height):
            break
        if _heads(line, columns) and heads < HEADERS_MOST:
            first, heads = index, heads + 1
        elif heads or not _is_label(line, columns):
            break
    return first


def _heads(line: Line, columns: Sequence[Column]) -> bool:
    """Its texts stand over columns of figures, and none comes from the labels' side."""
    over = [p for p in line if any(is_over(p, c) for c in columns if c.figures)]
    texts = [c for c in columns if not c.figures]
    wide = 0.6 * (columns[-1].right - columns[0].left)
    return bool(over) and all(
        p.right - p.left < wide and not any(is_over(p, c) for c in texts) for p in over
    )


def _is_label(line: Line, columns: Sequence[Column]) -> bool:
    return len(line) == 1 and not any(is_over(line[0], c) for c in columns if c.figures)


def _table(
    lines: Sequence[Line], columns: Sequence[Column], above: int, dividers: Sequence[Divider]
) -> Table:
    """The table of the lines, of which `above` stand over the first row of figures."""
    years = [n for n, line in enumerate(lines) if all(_YEAR.fullmatch(p.text) for p in line)]
    heads = [n for n in range(above) if _heads(lines[n], columns)]
    last = max((n for n in (*heads, *years) if n <= above), default=-1) + 1
    headers: list[Cells] = []
    below: Cells = {}
    for line in reversed(lines[:last]):
        headers.insert(0, heads_of(line, columns, below, dividers))
        below = {**headers[0], **below}
    headers = with_whole_words(headers)
    body = rows_of([Row(cells_of(line, columns), line[0]) for line in lines[last:]])
    rows = tuple(tuple(row.get(n, "") for n in range(len(columns))) for row in (*headers, *body))
    pieces = [p for line in lines for p in line]
    return Table(
        rows,
        # Figures are set to the right: there a column stands at one place on every page.
        tuple(c.right if c.figures else c.left for c in columns),
        min(p.left for p in pieces),
        min(p.top for p in pieces),
        max(p.right for p in pieces),
        max(p.bottom for p in pieces),
        headers=len(headers),
        marks=_marks(pieces, rows),
    )


def with_whole_words(headers: Sequence[Cells]) -> list[Cells]:
    """Lines of headers, words that a narrow column broke in two whole on the line they begin."""
    result: list[Cells] = []
    for line in headers:
        kept: Cells = {}
        for n, text in line.items():
            above = next((row for row in reversed(result) if n in row), None)
            if above is not None and is_tail(above[n], text):
                above[n] += text
            else:
                kept[n] = text
        if kept:
            result.append(kept)
    return result


def _marks(pieces: Sequence[Strip], rows: Sequence[Sequence[str]]) -> tuple[tuple[Mark, ...], ...]:
    """What a text is marked with, the rows are that say it."""
    marked = [(p.text.split(), p.marks) for p in pieces if p.marks]
    told = [
        next((marks for words, marks in marked if any(_says(cell, words) for cell in row)), ())
        for row in rows
    ]
    return tuple(told) if marked else ()


def _says(cell: str, words: Sequence[str]) -> bool:
    return set(words) <= set(cell.split())
