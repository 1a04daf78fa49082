"""What changed in a plan becomes an answer: a line for each action that moved, cited to both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.register.placed import unit_of
from assistant.telling.choosing import WORDS
from assistant.telling.quoting import MARK
from assistant.threads.moved import PlanMoved, told
from corpus.dates import written_out

if TYPE_CHECKING:
    from assistant.telling.compose import Draft
    from corpus.paper import Access
    from index.library import Library


def add_moves(draft: Draft, plan: PlanMoved, library: Library, shelves: Sequence[Access]) -> None:
    """Say how many actions changed between two plans and each of them, as many as there is room
    for."""
    passages = {
        paper.id: library.passages_in(paper.id, tuple(shelves))
        for paper in (plan.before, plan.after)
    }  # fmt: skip
    first, last = written_out(plan.before.date), written_out(plan.after.date)
    where = ", ".join(filter(None, (plan.after.council, plan.after.committee)))
    number = len(plan.moved)
    draft.say_of(
        f"{where}, from {first} to {last}: {number} action{'s' * (number != 1)} changed in rating, "
        f"due date or lead, came or went; the later plan has {plan.actions}.", (),
    )  # fmt: skip
    used = len(draft.text.split())
    for place, moved in enumerate(plan.moved):
        line = told(moved)
        used += len(line.split()) + 2 * MARK
        if used > WORDS:
            draft.say_of(f"And {number - place} more.", ())
            break
        printed = [one for one in (moved.before, moved.after) if one]
        units = [unit_of(one, passages[one.paper.id]) for one in printed]
        draft.say_of(line, [unit for unit in units if unit])
