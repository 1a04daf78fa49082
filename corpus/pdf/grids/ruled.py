"""Ruling lines become the grids of tables. Geometry only: no text and no PDF in here.

A table is a set of rulings that touch one another and make at least two columns. The grid has a
column for every distance between vertical rulings and a row for every distance between horizontal
ones; cells with no ruling between them are one merged cell, known by its top-left place. Tables
without vertical rulings are not found here (corpus.pdf.grids.unruled finds those of figures).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]

SNAP = 2.5
"""Points: rulings nearer than this are one (borders are drawn double, or cell by cell)."""
SHORTEST = 4.0
"""Points: a ruling shorter than this is the corner of a border or the tail of an underline."""
SHADED = 8.0
"""Points: a shaded box less wide or high holds no text; gradients are drawn in such strips."""
HIGHEST = 80.0
"""Points of a header row without verticals at most: five lines; of a row of totals half as much."""
RULINGS_MOST = 6_000
"""A page with more is a map or a chart; touching rulings are found pairwise."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line across (`at` is its distance from the top) or down (from the left)."""

    across: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's rulings: `columns` and `rows` are edges in points, `merged[row][column]` a cell's
    home."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    merged: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def box(self) -> Box:
        """(left, top, right, bottom) of the whole table."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """(row, column) of the cell a point lies in, by the cell's top-left place; None outside."""
        column, row = bisect_right(self.columns, x) - 1, bisect_right(self.rows, y) - 1
        if 0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1:
            return self.merged[row][column]
        return None


def with_edges(grid: Grid, edges: Mapping[int, Sequence[float]]) -> Grid:
    """The grid with more columns: `edges` are where they begin, within each column that is parted.
    Cells merged over several columns stay whole."""
    parts = [(at, *edges.get(n, ())) for n, at in enumerate(grid.columns)]
    firsts = [sum(map(len, parts[:n])) for n in range(len(parts))]
    merged = []
    for row in grid.merged:
        homes: list[tuple[int, int]] = []
        for n, (r, k) in enumerate(row):
            alone = row.count((r, k)) == 1
            homes += [(r, firsts[k] + (i if alone else 0)) for i in range(len(parts[n]))]
        merged.append(tuple(homes))
    return Grid(tuple(x for part in parts for x in part), grid.rows, tuple(merged))


def grids_of(rules: Iterable[Box], shades: Iterable[Box] = ()) -> list[Grid]:
    """The tables that thin boxes and lines (`rules`) and the edges of shaded boxes make, top
    first."""
    drawn = _rulings(rules)
    joined = _joined([*drawn, *_edges(shades)])
    rulings = [r for r in joined if r.end - r.start >= SHORTEST]
    if len(rulings) > RULINGS_MOST:
        return []
    groups = _touching(rulings)
    lone = [group[0] for group in groups if len(group) == 1 and group[0].across]
    grids = (_grid([*group, *_beyond(group, lone, drawn)]) for group in groups)
    return sorted((g for g in grids if g), key=lambda g: (g.rows[0], g.columns[0]))


def _rulings(rules: Iterable[Box]) -> list[Ruling]:
    found = []
    for left, top, right, bottom in rules:
        if right - left >= bottom - top and bottom - top <= 3:
            found.append(Ruling(True, (top + bottom) / 2, left, right))
        if bottom - top >= right - left and right - left <= 3:
            found.append(Ruling(False, (left + right) / 2, top, bottom))
    return found


def _edges(shades: Iterable[Box]) -> list[Ruling]:
    found = []
    for left, top, right, bottom in shades:
        if right - left >= SHADED and bottom - top >= SHADED:
            found += [Ruling(True, y, left, right) for y in (top, bottom)]
            found += [Ruling(False, x, top, bottom) for x in (left, right)]
    return found


def _joined(rulings: list[Ruling]) -> list[Ruling]:
    """Rulings at one place that follow each other, as one; the place is the first one's."""
    result: list[Ruling] = []
    for across in (True, False):
        same = sorted((r for r in rulings if r.across is across), key=lambda r: r.at)
        while same:
            at = same[0].at
            count = sum(1 for _ in _take_near(same, at))
            result += _runs(across, at, same[:count])
            same = same[count:]
    return result


def _take_near(rulings: list[Ruling], at: float) -> Iterable[Ruling]:
    for ruling in rulings:
        if ruling.at - at > SNAP:
            return
        yield ruling


def _runs(across: bool, at: float, rulings: list[Ruling]) -> list[Ruling]:
    runs: list[Ruling] = []
    for ruling in sorted(rulings, key=lambda r: r.start):
        if runs and ruling.start <= runs[-1].end + SNAP:
            end = max(runs[-1].end, ruling.end)
            runs[-1] = Ruling(across, at, runs[-1].start, end)
        else:
            runs.append(Ruling(across, at, ruling.start, ruling.end))
    return runs


def _touching(rulings: list[Ruling]) -> list[list[Ruling]]:
    """Groups of rulings that cross or meet."""
    across = [r for r in rulings if r.across]
    parent = {id(r): r for r in rulings}

    def root(ruling: Ruling) -> Ruling:
        while parent[id(ruling)] is not ruling:
            parent[id(ruling)] = parent[id(parent[id(ruling)])]
            ruling = parent[id(ruling)]
        return ruling

    for down in (r for r in rulings if not r.across):
        for other in across:
            if _meet(other, down):
                parent[id(root(other))] = root(down)
    groups: dict[int, list[Ruling]] = {}
    for ruling in rulings:
        groups.setdefault(id(root(ruling)), []).append(ruling)
    return list(groups.values())


def _beyond(group: list[Ruling], lone: list[Ruling], drawn: list[Ruling]) -> list[Ruling]:
    """The rulings above and below a table that make a row without verticals: a header, a total. A
    table that begins with the shade of a whole row begins with its header."""
    across = [r for r in group if r.across]
    if len(across) < 2 or not lone:
        return []
    first, last = min(across, key=lambda r: r.at), max(across, key=lambda r: r.at)
    shaded = not any(r.across and abs(r.at - first.at) < SNAP for r in drawn)
    near = [r for r in lone if 0 < first.at - r.at < HIGHEST and _is_as_long(r, first)]
    above = [] if shaded else near
    below = [r for r in lone if 0 < r.at - last.at < HIGHEST / 2 and _is_as_long(r, last)]
    nearest = [max(above, key=lambda r: r.at)] if above else []
    return nearest + ([min(below, key=lambda r: r.at)] if below else [])


def _is_as_long(ruling: Ruling, other: Ruling) -> bool:
    return abs(ruling.start - other.start) < SNAP and abs(ruling.end - other.end) < SNAP


def _meet(across: Ruling, down: Ruling) -> bool:
    return (
        across.start - SNAP <= down.at <= across.end + SNAP
        and down.start - SNAP <= across.at <= down.end + SNAP
    )


def _grid(rulings: list[Ruling]) -> Grid | None:
    across = [r for r in rulings if r.across]
    down = [r for r in rulings if not r.across]
    if len(across) < 2 or not down:
        return None
    # A table open at its sides has a column between its rulings' ends and its outer verticals.
    columns = _places([r.at for r in down], [r.start for r in across], [r.end for r in across])
    rows = _places([r.at for r in across], [r.start for r in down], [r.end for r in down])
    if len(columns) < 3:
        return None
    return Grid(columns, rows, _merged(columns, rows, across, down))


def _places(at: list[float], starts: list[float], ends: list[float]) -> tuple[float, ...]:
    places = sorted(set(at))
    if min(starts) < places[0] - 10:
        places.insert(0, min(starts))
    if max(ends) > places[-1] + 10:
        places.append(max(ends))
    return tuple(places)


def _merged(
    columns: tuple[float, ...], rows: tuple[float, ...], across: list[Ruling], down: list[Ruling]
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Each cell's home: cells are joined where no ruling stands between them."""
    home: dict[tuple[int, int], tuple[int, int]] = {}
    for r in range(len(rows) - 1):
        for k in range(len(columns) - 1):
            middle_x, middle_y = (columns[k] + columns[k + 1]) / 2, (rows[r] + rows[r + 1]) / 2
            if k and not _stands(down, columns[k], middle_y):
                home[r, k] = home[r, k - 1]
            elif r and not _stands(across, rows[r], middle_x):
                home[r, k] = home[r - 1, k]
            else:
                home[r, k] = (r, k)
    return tuple(tuple(home[r, k] for k in range(len(columns) - 1)) for r in range(len(rows) - 1))


def _stands(rulings: list[Ruling], at: float, along: float) -> bool:
    return any(abs(r.at - at) < 0.1 and r.start <= along <= r.end for r in rulings)
