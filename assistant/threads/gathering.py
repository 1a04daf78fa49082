"""The timeline of one thread: the printings of its line, the entries that serve, answer or name it,
and the passages that speak of it, each thing once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.finding.units import without_mark
from assistant.printings.answers import answers
from assistant.printings.changing import changes, states
from assistant.printings.keys import keys_of
from assistant.printings.likeness import ALIKE, likeness, number_of, words_of
from assistant.printings.printing import Change, Line, Link
from assistant.printings.state import is_overdue
from assistant.threads.mentions import Sought, mentions
from assistant.threads.noticing import notices
from assistant.threads.record import Record
from assistant.threads.thread import Notice, Telling
from corpus.register.entries import Action, Decision, Recommendation
from index.register import Registered

_ROWS = ("action", "recommendation")


def printings(record: Record, line: Line) -> list[Telling]:
    """A line's own printings, each with what changed since the one before and its state."""
    keys = keys_of(record.library, line.printings, record.shelves)
    told: list[Telling] = []
    stood = states(line.printings, keys)
    for place, one in enumerate(line.printings):
        state, keyed = stood[place]
        moved: tuple[Change, ...] = ()
        if place:
            moved = changes(line.printings[place - 1].entry, one.entry)
            before = stood[place - 1][0]
            if before and state and before != state and "unknown" not in (before, state):
                moved = (*moved, Change("state", before, state))
        day = one.paper.date
        told.append(
            Telling(
                one.paper, one.entry.place, one.quote, line.links[place], one,
                own=True, changes=moved, state=state, keyed=keyed,
                late=bool(day and isinstance(one.entry, Action) and is_overdue(one.entry, day)),
                also_in=line.also[place],
            )
        )  # fmt: skip
    return told


def timeline(record: Record, line: Line | None, sought: Sought, place: str) -> list[Telling]:
    """All that is told of a matter in a place, oldest first, each thing once."""
    own = printings(record, line) if line else []
    serving = [t for other in _serving(record, line) for t in printings(record, other)]
    plans = {p.paper.id for p in own} | {p.id for p in line.without} if line else set()
    seen = {id(telling.found) for telling in (*own, *serving)}
    entries = [
        telling
        for one in record.found
        if record.home(one) == place and id(one) not in seen
        for telling in _entry(one, line, sought, siblings=one.paper.id in plans)
    ]
    told = [*own, *_answering(record, line), *(replace(t, own=False) for t in serving), *entries]
    spoken = mentions(record, sought, record.of_place(place))
    beside = [one for one in record.found if one.paper.id in plans and one.kind in _ROWS]
    told += [m for m in spoken if not _stands_in(m, told) and not _is_beside(m, beside)]
    return once(told)


def noticed(record: Record, line: Line | None, told: Sequence[Telling]) -> Iterator[Notice]:
    """The notices on a thread, or on the actions that serve its recommendation, each once."""
    if line is not None:
        yield from dict.fromkeys(_notices(record, line, told))


def _notices(record: Record, line: Line, told: Sequence[Telling]) -> Iterator[Notice]:
    yield from notices(line, told, record.at)
    for other in _serving(record, line):
        number = number_of(other.printings[-1].entry)
        rest = [t for t in told if t.found not in other.printings]
        for notice in notices(other, [*printings(record, other), *rest], record.at):
            yield replace(notice, said=f"{number}: {notice.said}" if number else notice.said)


def _serving(record: Record, line: Line | None) -> list[Line]:
    """The lines of actions that serve the recommendation of a line."""
    asked = line.printings[0].entry if line else None
    if line is None or not isinstance(asked, Recommendation):
        return []
    home = record.home(line.printings[0])
    return [
        other for other in record.lines
        if record.home(other.printings[0]) == home
        and any(isinstance(o.entry, Action) and serves(o.entry, asked) for o in other.printings)
    ]  # fmt: skip


def _entry(
    one: Registered, line: Line | None, sought: Sought, *, siblings: bool
) -> Iterator[Telling]:
    """What another entry tells of the matter. The rows beside the line's own are other matters."""
    entry, day = one.entry, one.paper.date
    first = line.printings[0].entry if line else None
    if isinstance(entry, Decision):
        heading = " ".join(entry.place.section[-1:])
        for item in entry.items or (entry.text,):
            if why := sought.link(item, day) or sought.under(without_mark(heading)):
                yield _of_item(one, item, why)
    elif isinstance(entry, Recommendation) and isinstance(first, Action) and serves(first, entry):
        why = Link(f"the recommendation it serves, by number {entry.number} and wording")
        yield Telling(one.paper, entry.place, one.quote, why, one)
    elif isinstance(entry, Action | Recommendation) and not siblings:
        said = f"{one.quote} {entry.recommendation}" if isinstance(entry, Action) else one.quote
        if named := sought.link(said, day):
            yield Telling(one.paper, entry.place, one.quote, named, one)


def serves(action: Action, asked: Recommendation) -> bool:
    """Whether a plan's action names this recommendation, by number and wording."""
    number = action.recommendation_no.casefold()
    return bool(number) and number == asked.number.casefold() and (
        likeness(action.recommendation, asked.text) >= ALIKE
    )  # fmt: skip


def _of_item(one: Registered, item: str, why: Link) -> Telling:
    """One clause of a decision, quoted alone where it stands in the decision's words as such."""
    at = one.quote.find(item)
    place = one.entry.place
    if at < 0:
        return Telling(one.paper, place, one.quote, why, one)
    begin = place.start + at
    return Telling(one.paper, replace(place, start=begin, end=begin + len(item)), item, why, one)


def _answering(record: Record, line: Line | None) -> list[Telling]:
    """The decisions on a recommendation, at the meetings that it was put to."""
    if line is None or not isinstance(line.printings[0].entry, Recommendation):
        return []
    found = answers(record.found)
    return [
        replace(_of_item(answer.decision, answer.item, answer.link), changes=answer.changes)
        for one in line.printings
        for answer in found
        if answer.asked is one
    ]


def _stands_in(mention: Telling, told: Sequence[Telling]) -> bool:
    """Whether a passage is where an entry stands that is told already, in its paper or in another
    that has the same words."""
    quote = _plain(mention.quote)
    for telling in told:
        if mention.paper.id == telling.paper.id:
            if mention.place.start < telling.place.end and telling.place.start < mention.place.end:
                return True
        elif mention.paper.id in telling.also_in and _plain(telling.quote) in quote:
            return True
    return False


def _is_beside(mention: Telling, rows: Sequence[Registered]) -> bool:
    """Whether a passage is another row of the matter's own paper, told for its words alone."""
    return mention.link.sureness == "likely" and any(
        row.paper.id == mention.paper.id
        and mention.place.start < row.entry.place.end
        and row.entry.place.start < mention.place.end
        for row in rows
    )


def once(told: Sequence[Telling]) -> list[Telling]:
    """What is told, oldest first, each thing once: what several papers of one meeting print is told
    of the first and names the others."""
    kept: dict[tuple[str | None, str], Telling] = {}
    for telling in sorted(told, key=_order):
        key = telling.paper.date, _plain(telling.quote)
        first = kept.get(key)
        if first is None:
            kept[key] = telling
        elif telling.paper.id != first.paper.id:
            also = tuple(dict.fromkeys((*first.also_in, telling.paper.id, *telling.also_in)))
            kept[key] = replace(first, also_in=also)
    return list(kept.values())


def _order(telling: Telling) -> tuple[str, bool, bool, str, int]:
    """By meeting; there, the reports before the minutes and papers before packs."""
    paper = telling.paper
    return (
        paper.date or "9", paper.kind == "minutes", "#" in paper.id, paper.id, telling.place.start,
    )  # fmt: skip


def _plain(text: str) -> str:
    return " ".join(sorted(words_of(text)))
