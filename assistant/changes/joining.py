"""Texts that stand alone in one paper and within a sentence of the other have neither come nor
gone: papers differ in where a field, a heading or a line ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.changes.change import Side
from assistant.changes.pairing import Pair
from assistant.rewording.tokens import Span, tokens_of
from assistant.rewording.wording import Wording, compared

NEAR = 8
"""Sentences off, at most, where a text is looked for."""
FEWEST, FEWEST_OF_NEW = 2, 5
"""Words of such a text, in a sentence that both papers have and in one that only the other has:
fewer stand there by chance."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A pair and what changed in it.

    `old` and `new` are its texts with those that were found to belong to them; `old_at` and
    `new_at` say where its own begin.
    """

    pair: Pair
    old: str
    new: str
    wording: Wording
    old_at: int = 0
    new_at: int = 0

    @classmethod
    def of(cls, pair: Pair) -> Draft:
        """A pair compared. The same words struck out in one paper alone are another matter."""
        wording = compared(pair.was, pair.now)
        if wording.same and pair.old and pair.new and _struck(pair.old) != _struck(pair.new):
            wording = Wording(((0, len(pair.was)),), ((0, len(pair.now)),), ())
        return cls(pair, pair.was, pair.now, wording)

    @property
    def beside(self) -> bool:
        """Whether some of its words stand alone in the other paper."""
        return len(self.old) > len(self.pair.was) or len(self.new) > len(self.pair.now)

    @property
    def sides(self) -> tuple[Side | None, Side | None]:
        """Its own words, with what changed of them."""
        return (
            _marked(self.pair.old, self.wording.was, self.old_at),
            _marked(self.pair.new, self.wording.now, self.new_at),
        )


def _struck(side: Side) -> bool:
    return "struck out" in side.block.marks


def _marked(side: Side | None, spans: Sequence[Span], at: int) -> Side | None:
    if side is None:
        return None
    length = len(side.quote)
    own = [(start - at, end - at) for start, end in spans]
    return replace(side, changed=tuple((a, b) for a, b in own if a >= 0 and b <= length))


def joined(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without such texts, whose words no longer count as changed where they stand."""
    found: list[Draft | None] = list(drafts)
    for place, draft in enumerate(drafts):
        if not _stands_alone(draft.pair):
            continue
        for near in _around(place, len(found)):
            other = found[near]
            wider = _with(other, draft.pair, first=place < near) if other else None
            if wider:
                found[near], found[place] = wider, None
                break
    return [draft for draft in found if draft]


def _stands_alone(pair: Pair) -> bool:
    """Whether a pair is one text without its like; a numbered heading is never half a sentence, nor
    is a table's row."""
    side = pair.old or pair.new
    if side is None or (pair.old and pair.new) or (pair.piece and pair.piece.is_row):
        return False
    return not (side.block.kind == "heading" and side.block.paragraph)


def _around(place: int, count: int) -> Iterator[int]:
    """The places near a place, the nearest first."""
    for off in range(1, NEAR + 1):
        yield from (near for near in (place - off, place + off) if 0 <= near < count)


def _with(draft: Draft, alone: Pair, *, first: bool) -> Draft | None:
    """A draft with a text that stands alone taken as part of its pair; None if the other paper's
    words do not hold it where they changed."""
    text, whole = alone.was or alone.now, draft.new if alone.old else draft.old
    if draft.pair.piece and draft.pair.piece.is_row:
        return None
    known = draft.pair.old and draft.pair.new
    if len(tokens_of(text)) < (FEWEST if known else FEWEST_OF_NEW):
        return None
    spans = draft.wording.now if alone.old else draft.wording.was
    if not any(_holds(whole[a:b], text) for a, b in spans):
        return None
    return _wider(draft, text, old=bool(alone.old), first=first)


def _wider(draft: Draft, text: str, *, old: bool, first: bool) -> Draft | None:
    """The draft with the text before or after its old or new words; None if the text changed."""
    own = draft.old if old else draft.new
    longer = f"{text}\n{own}" if first else f"{own}\n{text}"  # a name ends with its line
    start, moved = (0, len(text) + 1) if first else (len(own) + 1, 0)
    if old:
        wording = compared(longer, draft.new)
        wider = replace(draft, old=longer, old_at=draft.old_at + moved, wording=wording)
    else:
        wording = compared(draft.old, longer)
        wider = replace(draft, new=longer, new_at=draft.new_at + moved, wording=wording)
    spans = wording.was if old else wording.now
    changed = any(a < start + len(text) and start < b for a, b in spans)
    return None if changed else wider


def _holds(stretch: str, text: str) -> bool:
    """Whether a stretch has the words of a text, one after the other."""
    within, sought = ([t.value for t in tokens_of(part)] for part in (stretch, text))
    return any(
        within[at : at + len(sought)] == sought for at in range(len(within) - len(sought) + 1)
    )
