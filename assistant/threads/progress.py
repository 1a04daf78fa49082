"""What became of a matter, and the thread of one entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.asking.typed import typed
from assistant.printings.likeness import number_of
from assistant.printings.printing import Line
from assistant.threads.choosing import Choice, chosen
from assistant.threads.gathering import noticed, timeline
from assistant.threads.mentions import Sought
from assistant.threads.others import told_around
from assistant.threads.record import Record
from assistant.threads.thread import Progress, Thread
from assistant.threads.wording import Wording, stems_of, weighed
from index.register import Registered
from index.search import Scope

if TYPE_CHECKING:
    from corpus.paper import Access
    from index.library import Library

OWN = 0.45
"""Share of the weight of an action's whole wording that a passage must have, for few but plans
repeat it all. Fitted by reading: of 22 actions of the sample papers, 0.45 brings the passages on a
dip sample to the action on a policy "tested by dip sample", and 0.4 begins to bring strangers."""
MOST = 6
"""Threads told at once: of more the words describe too little."""


def progress(
    library: Library, matter: str, *,
    scope: Scope = Scope(), shelves: Sequence[Access] = ("public",), at: str | None = None,
) -> Progress:  # fmt: skip
    """What became of a matter, as the papers of a scope tell it; with `at` (ISO), as it stood then.

    Raises QuestionError where there is no word in it.
    """
    matter = typed(
        matter, otherwise="Name the matter: an action’s number, its words, or who leads on it."
    )
    record = Record.of(library, scope, shelves, at=at)
    found = chosen(record, matter)
    threads = tuple(_thread(record, choice, matter) for choice in found[:MOST])
    more = max(0, len(found) - MOST)
    return Progress(matter, at, threads, more, len(record.papers))


def thread_of(
    library: Library, entry: str, *, shelves: Sequence[Access] = ("public",)
) -> Thread | None:
    """The thread of one entry of the register, by its id; None if there is none for this reader."""
    record = Record.of(library, Scope(), shelves)
    one = next((one for one in record.found if one.id == entry), None)
    if one is None:
        return None
    line = next((line for line in record.lines if _prints(line, one)), None)
    if line:
        return _thread(record, Choice(line, record.home(one), None), one.quote)
    return Thread(entry, "", one.quote, one.paper.council, tuple(told_around(record, one)))


def _prints(line: Line, one: Registered) -> bool:
    """Whether the line has the entry, or the same of it in another paper of the meeting."""
    return any(
        p is one or (one.paper.id in also and p.kind == one.kind and p.quote == one.quote)
        for p, also in zip(line.printings, line.also, strict=True)
    )


def _thread(record: Record, choice: Choice, matter: str) -> Thread:
    line = choice.line
    number = number_of(line.printings[-1].entry) if line else ""
    since = (line.printings[0].paper.date or "") if line else ""
    wordings = _wordings(record, choice)
    alone = _is_alone(record, choice)
    sought = Sought(number, alone, since, wordings, asked=choice.asked is not None)
    told = timeline(record, line, sought, choice.place)
    last = line.printings[-1] if line else None
    council = next((p.council for p in record.of_place(choice.place)), "")
    return Thread(
        id=last.id if last else "",
        number=number,
        name=line.printings[0].quote if line else matter,
        council=council,
        tellings=tuple(told),
        notices=tuple(noticed(record, line, told)),
    )


def _wordings(record: Record, choice: Choice) -> tuple[Wording, ...]:
    """The words asked for, or else each wording that the line has had, without its figures, which
    change."""
    if choice.asked:
        return (choice.asked,)
    texts = dict.fromkeys(one.quote for one in choice.line.printings) if choice.line else {}
    said = [
        weighed(
            record.library,
            {stem: word for stem, word in stems_of(text).items() if not stem[0].isdigit()},
            record.shelves,
            least=OWN,
        )
        for text in texts
    ]
    return tuple(wording for wording in said if len(wording.weights) > 1)


def _is_alone(record: Record, choice: Choice) -> bool:
    """Whether no other line of the place has the number."""
    if choice.line is None:
        return False
    number = number_of(choice.line.printings[-1].entry).casefold()
    same = [
        line for line in record.lines
        if record.home(line.printings[0]) == choice.place
        and number_of(line.printings[-1].entry).casefold() == number
        and line.printings[0].kind == choice.line.printings[0].kind
    ]  # fmt: skip
    return len(same) == 1
