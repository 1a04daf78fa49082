"""Which words of one paper stand for which of another: blocks first, then sentences and cells.

Blocks are aligned as a whole, in the order of both papers; what is left over and much alike has
moved. Within two blocks sentences are aligned, rows of tables by their columns. A sentence that is
left over may stand in another block of the other paper: papers split and join their paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.changes.change import Side, What
from assistant.changes.columns import paired_columns
from assistant.changes.likeness import moved_gains, piece_gains, sentence_gains
from assistant.changes.pieces import Piece, cell_sides, cell_spans, field_of
from assistant.rewording.aligning import Pairs, aligned, nearest

MOVED = 0.6
"""Likeness from which a block that stands elsewhere is the same one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence, cell or field of each paper, None where one of them has no such; `piece` is what
    it belongs to where the whole of that may have come or gone."""

    old: Side | None
    new: Side | None
    what: What = "sentence"
    name: str = ""
    piece: Piece | None = None

    @property
    def was(self) -> str:
        """The old words."""
        return self.old.quote if self.old else ""

    @property
    def now(self) -> str:
        """The new words."""
        return self.new.quote if self.new else ""


def pairs_of(old: Sequence[Piece], new: Sequence[Piece]) -> list[Pair]:
    """Every sentence and cell of both papers, paired or alone, in the new paper's order."""
    found: list[Pair] = []
    for before, after in _in_order(_paired(old, new), len(old), len(new)):
        if before is not None and after is not None:
            found += _within(old[before], new[after])
        elif before is not None:
            found += [Pair(side, None, piece=old[before]) for side in _sides(old[before])]
        elif after is not None:
            found += [Pair(None, side, piece=new[after]) for side in _sides(new[after])]
    return _reunited(found)


def _paired(old: Sequence[Piece], new: Sequence[Piece]) -> Pairs:
    """Pieces aligned, then those that moved."""
    gains = piece_gains(old, new)
    pairs = aligned(gains)
    left = piece_gains(old, new, least=MOVED)
    left[[i for i, _ in pairs], :] = 0
    left[:, [j for _, j in pairs]] = 0
    return sorted(pairs + nearest(left), key=lambda pair: pair[1])


def _in_order(pairs: Pairs, old: int, new: int) -> Iterator[tuple[int | None, int | None]]:
    """Each old and new place once: by the new order, what is gone right after what it followed."""
    partner = {j: i for i, j in pairs}
    gone = set(range(old)) - set(partner.values())

    def after(place: int) -> Iterator[tuple[int, None]]:
        while place in gone:
            yield place, None
            place += 1

    yield from after(0)
    for j in range(new):
        i = partner.get(j)
        yield i, j
        if i is not None:
            yield from after(i + 1)


def _sides(piece: Piece) -> list[Side]:
    """The sentences of a piece that stands alone; a row is not taken apart."""
    return [Side(piece.block, piece.start, piece.end)] if piece.is_row else piece.sides()


def _within(old: Piece, new: Piece) -> list[Pair]:
    if old.is_row and new.is_row and "header" not in (old.block.row, new.block.row):
        return _cells(old, new)
    if not old.key or old.key != new.key or old.is_row:
        return _sentences(_sides(old), _sides(new))
    before, after = _sides(old.value()), _sides(new.value())
    if len(before) == len(after) == 1:  # a field has one value, however little of it stays
        return [Pair(before[0], after[0], "field", new.label)]
    return [replace(p, what="field", name=new.label) for p in _sentences(before, after)]


def _cells(old: Piece, new: Piece) -> list[Pair]:
    """The cells of two rows, by their columns; empty ones are none. Rows that share no column but
    the first are of two tables, whatever they are called."""
    here, there = cell_spans(old.block), cell_spans(new.block)
    columns = paired_columns(old.block, new.block)
    if not (here and there) or not any(i and j for i, j, _ in columns):
        alone = [Pair(side, None, piece=old) for side in _sides(old)]
        return alone + [Pair(None, side, piece=new) for side in _sides(new)]
    pairs: list[Pair] = []
    for i, j, name in columns:
        before = cell_sides(old.block, here[i]) if i is not None and old.block.cells[i] else []
        after = cell_sides(new.block, there[j]) if j is not None and new.block.cells[j] else []
        if len(before) == len(after) == 1:
            pairs.append(Pair(before[0], after[0], "cell", name))
        else:
            found = _sentences(before, after)
            pairs += [replace(pair, what="cell", name=name) for pair in found]
    return pairs


def _sentences(old: Sequence[Side], new: Sequence[Side]) -> list[Pair]:
    """The sentences of two blocks, aligned."""
    gains = sentence_gains([s.quote for s in old], [s.quote for s in new])
    return [
        Pair(None if i is None else old[i], None if j is None else new[j])
        for i, j in _in_order(aligned(gains), len(old), len(new))
    ]


def _reunited(pairs: Sequence[Pair]) -> list[Pair]:
    """With sentences that stand alone paired across blocks: nearly the same ones, and fields of one
    name in one section."""
    gone = [p for p, pair in enumerate(pairs) if pair.new is None]
    come = [p for p, pair in enumerate(pairs) if pair.old is None]
    gains = moved_gains([pairs[p].was for p in gone], [pairs[p].now for p in come])
    fields = [_field(pairs[p].new) for p in come]
    for i, place in enumerate(gone):
        field = _field(pairs[place].old)
        if field and field in fields:
            gains[i, fields.index(field)] += 1
    found: list[Pair | None] = list(pairs)
    for i, j in nearest(gains):
        found[come[j]] = replace(pairs[come[j]], old=pairs[gone[i]].old, piece=None)
        found[gone[i]] = None
    return [pair for pair in found if pair]


def _field(side: Side | None) -> tuple[str, str] | None:
    """The name of the field that a sentence is and the heading above it, without its number."""
    name = field_of(side.quote) if side else ""
    if side is None or not name:
        return None
    heading = side.block.section[-1] if side.block.section else ""
    return name.casefold(), heading.casefold().lstrip("0123456789. ")
