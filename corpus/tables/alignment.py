"""Rows with a cell too few put under the right columns, by what the cells hold.

Text files lose blank cells, and two cells run together into one; the header printed over a row may
itself lack a column. What a column holds is learnt from the rows of the same table that are whole:
figures, dates, people, a few words that come again. A row is moved only if one way of placing its
cells is better than every other; else it stays as printed, and that is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.tables.cell_kinds import DATE, is_people, kind_of
from corpus.tables.columns import squeezed

SEEN = 3
"""For a cell printed word for word in the same column of another row."""
USUAL, KNOWN, STRANGE = 2, 1, -2
"""For a cell of the kind at least half of a column's cells are of, of a kind the column has, and of
one it never has."""
MARGIN = 2
"""How much better than the next best way a placing must be: one cell more of the usual kind."""
GAPS = 2
"""Cells that may be missing; with more gone nothing is sure."""
LEARNT = 2
"""Whole rows that a table must have before another is put in order by them."""
ENOUGH = 4
"""Whole rows, before a row as long as they are is doubted."""
OWNED = 4
"""Characters: a shorter text opens too many cells by chance to be split off them."""


@dataclass(frozen=True, slots=True)
class Column:
    """What the whole rows of a table hold in one column: kinds and texts, counted."""

    kinds: Counter[str]
    texts: Counter[str]

    @property
    def rows(self) -> int:
        """How many rows were counted."""
        return self.kinds.total()


@dataclass(frozen=True, slots=True)
class Body:
    """A table's fullest headers, the cells of its `whole` rows, and what these hold by column."""

    names: tuple[str, ...]
    whole: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]

    @classmethod
    def of(cls, names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Body:
        """The body of a table of these rows, long and short."""
        whole = tuple(row for row in rows if len(row) == len(names))
        return cls(names, whole, learnt(whole) if len(whole) >= LEARNT else ())


def placed(
    cells: tuple[str, ...], printed: Sequence[str], body: Body
) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """A row's cells in their columns, the headers over them, and whether that is sure.

    `printed` are the headers that stand over this row, perhaps fewer than the table's fullest.
    """
    names = body.names
    if not names or (len(cells) == len(names) and not _is_shifted(cells, body.columns)):
        return cells, names, True
    if len(cells) == len(names):
        others = learnt([row for row in body.whole if row != cells])
        moved = aligned(_without_last_blanks(cells), others)
        return moved or cells, names, moved is not None
    places = mapped(printed, names) if len(printed) == len(cells) else ()
    held = [body.columns[p] for p in places] if body.columns else []
    if places and (not held or fits(cells, held)):
        return spread(cells, places, len(names)), names, True
    moved = aligned(cells, body.columns)
    if moved is not None:
        return moved, names, True
    return cells, tuple(printed) if len(printed) == len(cells) else names, False


def _is_shifted(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether a row that ends in blanks holds two things or more that no other row has there."""
    if not columns or cells[-1] or sum(map(bool, cells)) < 3 or columns[0].rows < ENOUGH:
        return False
    return sum(bool(c) and _is_odd(c, held) for c, held in zip(cells, columns, strict=True)) > 1


def _is_odd(cell: str, column: Column) -> bool:
    return column.kinds[kind_of(cell)] == 1 and max(column.kinds.values()) >= ENOUGH - 1


def _without_last_blanks(cells: tuple[str, ...]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def learnt(rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns of a table, from rows of equal length that are whole."""
    return tuple(
        Column(Counter(kind_of(c) for c in cells), Counter(c for c in cells if c))
        for cells in zip(*rows, strict=True)
    )


def mapped(names: Sequence[str], onto: Sequence[str]) -> tuple[int, ...]:
    """For each header of a row of headers, the column of a fuller one it stands for, in order; ()
    if one of them has no counterpart.

    >>> mapped(("No", "Lead", "Due"), ("No", "Action", "L e a d", "Due"))
    (0, 2, 3)
    """
    if len(names) == len(onto):
        return tuple(range(len(onto)))
    found: list[int] = []
    for name in names:
        start = found[-1] + 1 if found else 0
        key = "".join(squeezed([name]))
        same = [i for i in range(start, len(onto)) if "".join(squeezed([onto[i]])) == key]
        if not same:
            return ()
        found.append(same[0])
    return tuple(found)


def fits(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether no cell is of a kind that its column never holds, nor blank where none is blank."""
    return all(_score(c, column) > STRANGE for c, column in zip(cells, columns, strict=True))


def spread(cells: Sequence[str], places: Sequence[int], width: int) -> tuple[str, ...]:
    """The cells at their places in a row of `width` columns, the others blank."""
    row = [""] * width
    for cell, place in zip(cells, places, strict=True):
        row[place] = cell
    return tuple(row)


def aligned(cells: Sequence[str], columns: Sequence[Column]) -> tuple[str, ...] | None:
    """The cells of a row that is too short, each in its column; None unless that is sure.

    A column that every whole row fills must be filled, unless the row ends before it.
    """
    missing = len(columns) - len(cells)
    if not 0 < missing <= GAPS:
        return None
    scored: dict[tuple[str, ...], int] = {}
    for parts in (tuple(cells), *_splits(cells, columns)):
        for places in combinations(range(len(columns)), len(parts)):
            row = spread(parts, places, len(columns))
            pairs = zip(_without_last_blanks(row), columns, strict=False)
            scored[row] = sum(_score(c, k) for c, k in pairs)
    best, *others = sorted(scored, key=lambda row: scored[row], reverse=True)
    sure = not others or scored[best] - scored[others[0]] >= MARGIN
    return best if sure and _stands(best, columns) else None


def _stands(row: tuple[str, ...], columns: Sequence[Column]) -> bool:
    """Whether a row fits. Blanks at its end may be missing tabs, if what stands before them is
    what usually stands there."""
    filled = _without_last_blanks(row)
    last = len(filled) - 1
    usual = len(filled) == len(row) or _score(filled[last], columns[last]) >= USUAL
    return usual and fits(filled, columns[: len(filled)])


def _score(cell: str, column: Column) -> int:
    if not cell:
        return 0 if column.kinds["blank"] else STRANGE
    kind = kind_of(cell)
    if column.texts[cell] and kind != "figure":
        return SEEN
    count = column.kinds[kind]
    if 2 * count >= column.rows - column.kinds["blank"] > 0:
        return USUAL
    short = kind == "word" and column.kinds["text"] > 0
    return KNOWN if count or short else STRANGE


def _splits(cells: Sequence[str], columns: Sequence[Column]) -> Iterator[tuple[str, ...]]:
    """The row with one cell cut in two: after a text that a column holds elsewhere, or between
    people and a date."""
    known = {t for column in columns for t in column.texts if len(t) >= OWNED}
    for index, cell in enumerate(cells):
        ends = {len(t) for t in known if cell.startswith(t + " ")}
        date = DATE.search(cell)
        if date and is_people(cell[: date.start()].strip()):
            ends.add(date.start() - 1)
        for end in sorted(e for e in ends if e > 0):
            yield (*cells[:index], cell[:end].strip(), cell[end:].strip(), *cells[index + 1 :])
