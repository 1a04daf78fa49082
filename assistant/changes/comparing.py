"""From two papers to everything that changed between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.changes.change import Change, Comparison, Side, What
from assistant.changes.joining import Draft, joined
from assistant.changes.pairing import pairs_of
from assistant.changes.pieces import Piece, pieces_of
from assistant.rewording.wording import facts_of
from corpus.paper import Paper


def compare(old: Paper, new: Paper) -> Comparison:
    """Everything that changed from the old paper to the new; nothing that only looks otherwise.

    Case, quotation marks, bullets, paragraph numbers and page breaks do not count, nor does the
    order of blocks.
    """
    pairs = pairs_of(pieces_of(old), pieces_of(new))
    drafts = joined([Draft.of(pair) for pair in pairs])
    changes = tuple(_changes([draft for draft in drafts if not draft.wording.same]))
    touched = {id(change.new.block) for change in changes if change.new}
    return Comparison(old, new, changes, sum(id(block) not in touched for block in new.blocks))


def _changes(drafts: Sequence[Draft]) -> Iterator[Change]:
    """A change for each draft; one for all of a block that came or went with every word."""
    for _, group in groupby(drafts, key=lambda draft: id(draft.pair.piece)):
        told = list(group)
        piece = told[0].pair.piece
        if piece and _is_whole(piece, told):
            yield _whole(piece, added=told[0].pair.old is None)
        else:
            yield from (_change(draft) for draft in told)


def _is_whole(piece: Piece, told: Sequence[Draft]) -> bool:
    """Whether these are all the sentences of a piece, and none stands elsewhere; a row is one."""
    all_told = len(told) == len(piece.sides()) and not any(draft.beside for draft in told)
    return piece.is_row or all_told


def _whole(piece: Piece, *, added: bool) -> Change:
    text = piece.text.rstrip()
    side = Side(piece.block, piece.start, piece.start + len(text), ((0, len(text)),))
    what: What = piece.block.kind if piece.whole else "field"
    old, new = (None, side) if added else (side, None)
    parts = [text] if not piece.is_row else [
        cell for cell in text.split("\t") if cell != piece.block.row
    ]  # fmt: skip
    facts = [fact for part in parts for fact in facts_of(part, added=added)]
    return Change(old, new, what, facts=tuple(facts))


def _change(draft: Draft) -> Change:
    old, new = draft.sides
    return Change(old, new, draft.pair.what, draft.pair.name, draft.wording.facts)
