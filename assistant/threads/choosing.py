"""Which threads a person's words describe: by number, by who leads, or by wording.

"action 6B" is a number; "Ann Lee" the lead of each of hers; anything else is wording, and a thread
has it where the printings of one action or recommendation hold seven tenths of its weight. Rows of
one plan are threads of their own; what else holds the words is told within them. Where nothing
registered has them but decisions do, those are the thread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.printings.likeness import names_in, number_of
from assistant.printings.printing import Line
from assistant.threads.gathering import serves
from assistant.threads.naming import numbers_in, without_numbers
from assistant.threads.record import Record
from assistant.threads.wording import Wording, respelt, stems_of, weighed
from corpus.register.entries import Action, Decision, Recommendation
from index.register import Registered
from index.words import tokens

ASKED = 0.7
"""Share of the asked words' weight that a line or a passage must have: all of two words, or all but
the commonest of four."""
_RECOMMENDATION = re.compile(r"\brec(?:ommendation)?s?\b", re.I)
_ASKING = frozenset(
    t for t in tokens(
        "progress progressed happened happen became become action actions recommendation "
        "recommendations matter matters update updates status latest lead leads leader led owner "
        "responsible thread going far tell told show now since "
        "about what promised promise done"
    )
)  # fmt: skip
"""Words that ask what became of something, not what it is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A thread to tell: its line (None for one of decisions), in which place, how it was found."""

    line: Line | None
    place: str
    asked: Wording | None


def chosen(record: Record, matter: str) -> list[Choice]:
    """The threads that the words describe, those of most printings first; of the councils that
    they name, if any."""
    here = set(tokens(matter))
    named = {place for place in record.places if place and set(tokens(place)) <= here}
    places = sorted(named or record.places)
    lines = [line for line in record.lines if _home(record, line) in places]
    numbered = _numbered(lines, matter)
    asked = _asked(record, without_numbers(matter) if numbered else matter)
    if numbered:
        narrowed = [line for line in numbered if asked and _share(line, asked) >= ASKED]
        return _choices(record, narrowed or numbered, None)
    if asked is None:
        return []
    led = _led(lines, asked)
    return _choices(record, led, None) if led else _by_words(record, asked, lines, places)


def _numbered(lines: Sequence[Line], matter: str) -> list[Line]:
    """The lines of the numbers that a question names, of the kind that it says."""
    numbers = numbers_in(matter)
    found = [
        line for line in lines
        if numbers and any(number_of(o.entry).casefold() in numbers for o in line.printings)
    ]  # fmt: skip
    kind = "recommendation" if _RECOMMENDATION.search(matter) else "action"
    return [line for line in found if line.printings[0].kind == kind] or found


def _by_words(
    record: Record, asked: Wording, lines: Sequence[Line], places: Sequence[str]
) -> list[Choice]:
    found: list[Choice] = []
    for place in places:
        fit = [o for o in lines if _home(record, o) == place and _share(o, asked) >= ASKED]
        if main := _main(fit, asked):
            found += _choices(record, main, asked)
        elif any(_decides(one, asked) for one in record.found if record.home(one) == place):
            found.append(Choice(None, place, asked))
    return sorted(found, key=lambda choice: -len(choice.line.printings) if choice.line else 0)


def _choices(record: Record, lines: Iterable[Line], asked: Wording | None) -> list[Choice]:
    """A thread a line; several actions under one number are one, their recommendation's."""
    told: dict[int, Choice] = {}
    for line in _ranked(lines):
        whole = _whole(record, line)
        told.setdefault(id(whole), Choice(whole, _home(record, whole), asked))
    return list(told.values())


def _whole(record: Record, line: Line) -> Line:
    """The recommendation's line, where its plan has other actions under the line's number."""
    one = line.printings[-1]
    action = one.entry
    if not isinstance(action, Action):
        return line
    number = number_of(action)
    beside = [o for o in record.found if o.paper.id == one.paper.id and o.kind == "action"
              and number_of(o.entry) == number]  # fmt: skip
    if len(beside) < 2:
        return line
    asked = (
        other for other in record.lines
        if _home(record, other) == _home(record, line)
        and any(isinstance(o.entry, Recommendation) and serves(action, o.entry)
                for o in other.printings)
    )  # fmt: skip
    return next(asked, line)


def _main(lines: Sequence[Line], asked: Wording) -> list[Line]:
    """The lines to tell by themselves: those that hold the words best and are printed again, if
    any are; what is printed once is told in theirs. Of single ones, the first of the best."""
    if not lines:
        return []
    best = max(_share(line, asked) for line in lines)
    fit = _ranked(line for line in lines if _share(line, asked) >= best - 0.01)
    actions = [line for line in fit if isinstance(line.printings[0].entry, Action)]
    again = [line for line in actions if len(line.printings) > 1]
    return again or actions[:1] or fit[:1]


def _ranked(lines: Iterable[Line]) -> list[Line]:
    """Plans' actions before recommendations, those printed most often first."""
    return sorted(
        lines,
        key=lambda line: (not isinstance(line.printings[0].entry, Action), -len(line.printings)),
    )


def _share(line: Line, asked: Wording) -> float:
    """How much of the asked words' weight one printing of the line holds, at best."""
    return max(asked.share(set(tokens(one.quote))) for one in line.printings)


def _decides(one: Registered, asked: Wording) -> bool:
    entry = one.entry
    if not isinstance(entry, Decision):
        return False
    said = (*entry.items, entry.text, *entry.place.section[-1:])
    return any(asked.speaks(text) for text in said)


def _led(lines: Sequence[Line], asked: Wording) -> list[Line]:
    """The lines led or owned by whom the words name; none where the words say what any is about:
    the head of the workforce is not the workforce."""
    wanted = set(asked.weights)
    led = [line for line in lines if any(wanted <= _people(one) for one in line.printings)]
    about = {
        stem for line in lines for one in line.printings
        for stem in set(tokens(one.quote)) - _people(one)
    }  # fmt: skip
    return led if led and not wanted & about else []


def _people(one: Registered) -> set[str]:
    """The words of the names and posts of who leads on an action or owns it."""
    entry = one.entry
    people = f"{entry.lead} {entry.owner}" if isinstance(entry, Action) else ""
    return {t for name in names_in(people) for t in tokens(name)}


def _asked(record: Record, text: str) -> Wording | None:
    """The words that say what is asked about, less the councils' names; None if there are none."""
    places = {t for place in record.places for t in tokens(place)}
    known = {stem: word for one in record.found for stem, word in stems_of(_text(one)).items()}
    words = {stem: word for stem, word in stems_of(text).items() if stem not in _ASKING | places}
    spelt = respelt(words, known)
    if not spelt:
        return None
    return weighed(record.library, spelt, record.shelves, least=ASKED, loose=True)


def _text(one: Registered) -> str:
    entry = one.entry
    return f"{one.quote} {entry.lead} {entry.owner}" if isinstance(entry, Action) else one.quote


def _home(record: Record, line: Line) -> str:
    return record.home(line.printings[0])
