"""What a question says of when the actions are due that it asks for: "due before 1 December"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.dates import Days, dates_in
from corpus.register.entries import Action

_DONE = r"(?:completed?|finished|done|delivered)"
_DUE = re.compile(
    rf"\b(?:(?:falls?|fell|falling) )?(?:due|deadlines?|to be {_DONE})\b"
    rf"(?: (?:dates?|for|completion|to be|{_DONE}|is|are|was|were|falls?|fell))* "
    r"(?P<how>before|by|until|after|since|from|in|on|during|between)"
    r"(?P<ends> the end of)?(?: the)?\s*$",
    re.I,
)
"""What stands before the days that actions are due."""


@dataclass(frozen=True, slots=True)
class Due:
    """The days, ISO and inclusive, "" for no limit, that the actions asked for are due; `rest` is
    the question without them."""

    since: str
    until: str
    rest: str

    def __bool__(self) -> bool:
        return bool(self.since or self.until)

    def holds(self, action: Action) -> bool:
        """Whether an action is due then."""
        due = action.due_date
        return bool(due) and (self.since <= (due or "") <= (self.until or "9"))


def due_in(question: str) -> Due:
    """The days that the actions a question asks for are due, if it says so.

    >>> due_in("Which actions were due before 1 December 2023?").until
    '2023-11-30'
    """
    days = dates_in(question)
    for n, day in enumerate(days):
        if said := _DUE.search(question[: day.start]):
            how = said["how"].lower()
            last = days[n + 1] if how == "between" and n + 1 < len(days) else day
            since, until = _span(how, day, last, ends=bool(said["ends"]))
            rest = f"{question[: said.start()]} {question[last.end :]}"
            return Due(since, until, rest)
    return Due("", "", question)


def _span(how: str, first: Days, last: Days, *, ends: bool) -> tuple[str, str]:
    if how in ("by", "until") or (how == "before" and ends):
        return "", first.until
    if how == "before":
        return "", _moved(first.since, -1)
    if how == "after":
        return _moved(first.until, 1), ""
    return first.since, "" if how in ("since", "from") else last.until


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()
