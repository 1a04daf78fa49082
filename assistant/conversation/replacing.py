"""A follow-up that only puts one thing in the place of another: "and in October?", "what about 6B?"

The question before is asked again with the new date, council, number or phrase in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.asking.places import named_places
from assistant.conversation.leaning import codes_in, is_fragment, opened
from assistant.conversation.stepping import Anchor, last_date, stepped
from assistant.conversation.topic import own_words, undated, unplaced
from assistant.conversation.turns import Here
from corpus.dates import Days, dates_in

_PREPOSITION = re.compile(
    r"^(in|by|for|at|on|with|within|from|under|outside|inside|over|among) ", re.I
)
_WHICH = re.compile(r"^(?:which|what)(?: ones?| were they| are they)?\W*$", re.I)
_HOW_MANY = re.compile(r"^how (?:many|much) (?=\w)", re.I)


def replaced(here: Here) -> str:
    """The question before with what the follow-up puts into it; "" where it does not do that."""
    base = here.last.followed.question
    if _WHICH.match(here.text) and _HOW_MANY.match(base):
        return _HOW_MANY.sub("Which ", base)
    if not is_fragment(here.text):
        return ""
    anchor = anchor_of(here)
    text = stepped(here.text, anchor, _meetings(here)) if anchor else here.text
    own = own_words(unplaced(undated(text), here.named.values()))
    if own:
        return _with_code(here, own) or _with_phrase(base, text)
    if here.named or dates_in(text):
        return _with_date(_with_place(base, here, dated=bool(dates_in(text))), text)
    return f"{_bare(undated(base))}, {_bare(text)}?"  # "the time before", which no date tells


def anchor_of(here: Here) -> Anchor | None:
    """The date that a follow-up counts from: printed in the question before, else the meeting's."""
    said = last_date(here.last.followed.question)
    cited = here.last.answer.citations
    day = cited[0].meeting_date if cited else None
    return said or (Anchor(Days(day, day, 0, 0)) if day else None)


def _meetings(here: Here) -> list[str]:
    """The days on which the committee cited met."""
    bodies = {(c.council, c.committee) for c in here.last.answer.citations[:1]}
    return sorted({p.date for p in here.papers if p.date and (p.council, p.committee) in bodies})


def _with_code(here: Here, own: Iterable[str]) -> str:
    """The latest question that speaks of an action 4B, with 6B in its place."""
    code = codes_in(" ".join(own))
    if len(code) != 1 or len(list(own)) > 2:
        return ""
    for turn in reversed(here.before):
        old = [c for c in codes_in(opened(turn.asked).text) if _shape(c) == _shape(code[0])]
        if old:
            return re.sub(rf"\b{re.escape(old[-1])}\b", code[0], turn.followed.question)
    return ""


def _shape(code: str) -> str:
    return re.sub(r"[A-Z]", "A", re.sub(r"\d+", "9", code))


def _with_phrase(base: str, text: str) -> str:
    """ "…were accepted in full?" with "in part", or with "for care leavers" after it."""
    preposition = _PREPOSITION.match(text)
    if not preposition or ":" in base:
        return ""
    end = re.search(rf"\s{preposition[1]}(?: [^\s?]+){{1,3}}\?*$", base, re.I)
    stem = base[: end.start()] if end and not dates_in(end[0]) else _bare(base)
    return f"{stem} {_bare(text)}?"


def _with_place(base: str, here: Here, *, dated: bool) -> str:
    if not here.named:
        return base
    place = next(iter(here.named))
    old = list(named_places(base, here.places).values())
    whole = base
    for words in old:
        whole = whole.replace(words, place)
    if not old:
        whole = _with_words(base, f"in {place}")
    return whole if dated or _met(whole, place, here) else undated(whole)


def _met(text: str, place: str, here: Here) -> bool:
    """Whether a place's council has papers of the days named: else they are another's."""
    dates = [p.date for p in here.papers if p.date and p.council in here.places[place]]
    return all(any(d.since <= day <= d.until for day in dates) for d in dates_in(text))


def _with_date(base: str, text: str) -> str:
    new, old = dates_in(text), dates_in(base)
    if not new:
        return base
    put = text[new[-1].start : new[-1].end]
    if old:
        return base[: old[-1].start] + put + base[old[-1].end :]
    return _with_words(base, f"in {put}")


def _with_words(base: str, words: str) -> str:
    """The question with these words at its end, or before the colon of its topic."""
    own, colon, topic = base.partition(":")
    return f"{own} {words}:{topic}" if colon else f"{_bare(base)} {words}?"


def _bare(text: str) -> str:
    return text.rstrip("?.: ")
