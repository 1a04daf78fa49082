"""What a printing of an action or recommendation says otherwise than the one before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from assistant.printings.keys import by_key
from assistant.printings.likeness import number_of, same_people
from assistant.printings.printing import Change
from assistant.printings.state import State, state_of
from corpus.dates import MONTH_NAMES, dates_in, without_days
from corpus.register.entries import Action, Decision, Entry, Recommendation
from index.register import Registered

_FIGURE = re.compile(r"£\d[\d.,]*\d?(?:\s?(?:m|k|bn|million)\b)?|\d[\d.,]*(?:%|\s?per cent)?")
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{'|'.join(MONTH_NAMES)})\b", re.I)
"""A day of a year that goes without saying."""
_ENDS = ".,;: "


def changes(before: Entry, after: Entry) -> tuple[Change, ...]:
    """What changed from one printing to the next, each as both print it; not its state, which may
    be read by another paper's key."""
    return tuple(_changes(before, after))


def _changes(before: Entry, after: Entry) -> Iterator[Change]:
    if number_of(before).casefold() != number_of(after).casefold():
        yield Change("number", number_of(before), number_of(after))
    if isinstance(before, Action) and isinstance(after, Action):
        yield from _of_action(before, after)
    text, again = _text(before), _text(after)
    if _plain(text) != _plain(again):
        yield Change("wording", text, again)


def _of_action(before: Action, after: Action) -> Iterator[Change]:
    if _score(before).casefold() != _score(after).casefold():
        yield Change("rating", _score(before), _score(after))
    if (before.due_date, _plain(before.due) if not before.due_date else "") != (
        after.due_date, _plain(after.due) if not after.due_date else "",
    ):  # fmt: skip
        yield Change("due", before.due, after.due)
    for what, was, now in (("lead", before.lead, after.lead), ("owner", before.owner, after.owner)):
        if was != now and not same_people(was, now):
            yield Change("lead" if what == "lead" else "owner", was, now)
    if _plain(before.direction) != _plain(after.direction):
        yield Change("direction", before.direction, after.direction)
    if before.status and after.status and (moved := moved_figures(before.status, after.status)):
        yield moved


def moved_figures(text: str, other: str) -> Change | None:
    """The figures of two texts, dates apart, that are not in both; None unless each has some."""
    was, now = Counter(figures_in(text)), Counter(figures_in(other))
    gone, come = was - now, now - was
    if not gone or not come:
        return None
    return Change("figures", ", ".join(gone.elements()), ", ".join(come.elements()))


def figures_in(text: str) -> list[str]:
    """The figures in a text as printed, without those of dates.

    >>> figures_in("52% in September 2023, for £1.2m since 1 March.")
    ['52%', '£1.2m']
    """
    text = without_days(text, dates_in(text), by="#")
    return [found[0].rstrip(_ENDS) for found in _FIGURE.finditer(_DAY.sub("#", text))]


def states(
    printings: Sequence[Registered], keys: Mapping[str, Mapping[str, str]]
) -> list[tuple[State | None, str]]:
    """How far an action is at each printing, and the day of the earlier paper whose key says so
    otherwise than the words. `keys` are the papers' own keys to ratings, by paper."""
    read = zip(printings, by_key(printings, keys), strict=True)
    return [_state(one.entry, meant.entry, day) for one, (meant, day) in read]


def _state(printed: Entry, meant: Entry, day: str) -> tuple[State | None, str]:
    if not isinstance(printed, Action) or not isinstance(meant, Action):
        return None, ""
    state = state_of(meant)
    return state, day if state != state_of(printed) else ""


def rating_of(entry: Entry) -> str:
    """The last rating an action is printed with, "" for none."""
    return _score(entry) if isinstance(entry, Action) else ""


def _score(action: Action) -> str:
    return action.scores[-1] if action.scores else ""


def _text(entry: Entry) -> str:
    return entry.text if isinstance(entry, Action | Recommendation | Decision) else ""


def _plain(text: str) -> str:
    """Its words in small letters: quotation marks and hyphens change between papers."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’]", "", text.casefold())))
