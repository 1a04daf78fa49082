"""The limits a person sets on which papers may answer, as typed at any of the three doors."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.errors import QuestionError
from corpus.dates import Days, dates_in
from index.search import Scope


def scope_of(
    councils: Sequence[str] = (), committees: Sequence[str] = (),
    *, since: str | None = None, until: str | None = None,
) -> Scope:  # fmt: skip
    """A scope of these councils, committees and meetings; empty means no limit.

    Dates are as people write them ("11 July 2017", "July 2017", "2016/17"); `since` counts from the
    first day named, `until` to the last. Raises QuestionError for no date, or dates backwards.
    """
    first = _named(since).since if since and since.strip() else None
    last = _named(until).until if until and until.strip() else None
    if first and last and first > last:
        raise QuestionError(f"No meeting is after {since} and before {until}; swap the two dates.")
    return Scope(
        councils=tuple(filter(None, councils)),
        committees=tuple(filter(None, committees)),
        since=first,
        until=last,
    )


def meeting_day(text: str) -> str:
    """The one day a text names, ISO. Raises QuestionError if it names none, or more than one."""
    days = _named(text)
    if not days.is_day:
        raise QuestionError(f'"{text}" is not one day; write it as 2017-07-11 or 11 July 2017.')
    return days.since


def _named(text: str) -> Days:
    found = dates_in(text.strip())
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text.strip())):
        raise QuestionError(f'"{text}" is not a date; write it as 2017-07-11 or 11 July 2017.')
    return found[0]
