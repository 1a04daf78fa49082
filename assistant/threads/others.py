"""The threads of entries that are printed once: a decision with the recommendations it answers and
the actions it names, a judgement with the others of its subject."""

from __future__ import annotations

from dataclasses import replace

from assistant.printings.answers import answers
from assistant.printings.likeness import number_of, words_of
from assistant.printings.printing import Link
from assistant.threads.gathering import once, printings
from assistant.threads.naming import is_telling, names
from assistant.threads.record import Record
from assistant.threads.thread import Telling
from corpus.register.entries import Decision, Judgement
from index.register import Registered


def told_around(record: Record, one: Registered) -> list[Telling]:
    """The timeline of a decision or judgement: itself, and what belongs to it."""
    itself = Telling(one.paper, one.entry.place, one.quote, Link("the entry itself"), one, own=True)
    if isinstance(one.entry, Decision):
        return once([itself, *_answered(record, one), *_named(record, one)])
    return once([itself, *_same_subject(record, one)])


def _answered(record: Record, one: Registered) -> list[Telling]:
    """The recommendations that a decision answers."""
    return [
        Telling(
            answer.asked.paper, answer.asked.entry.place, answer.asked.quote,
            replace(answer.link, why="the decision answers it"), answer.asked,
            changes=answer.changes,
        )
        for answer in answers(record.found)
        if answer.decision is one
    ]  # fmt: skip


def _named(record: Record, one: Registered) -> list[Telling]:
    """The printings of the actions that a decision names by number."""
    return [
        replace(telling, own=False, link=Link(f"the decision names {number}"))
        for line in record.lines
        if record.home(line.printings[0]) == record.home(one)
        and is_telling(number := number_of(line.printings[-1].entry))
        and names(one.quote, number)
        for telling in printings(record, line)
    ]


def _same_subject(record: Record, one: Registered) -> list[Telling]:
    """The other judgements of its subject, with the grade where it is another."""
    entry = one.entry
    if not isinstance(entry, Judgement):
        return []
    found = []
    for other in record.found:
        judged = other.entry
        if other is one or not isinstance(judged, Judgement):
            continue
        same = record.home(other) == record.home(one)
        if same and words_of(judged.subject) == words_of(entry.subject):
            when = judged.date or judged.published
            why = Link(f"the same subject, judged {judged.grade}" + (f" in {when}" if when else ""))
            found.append(Telling(other.paper, judged.place, other.quote, why, other))
    return found
