"""How far an action is, in one vocabulary, from what its paper prints: words of progress, a rating
whose meaning the paper's own key gives, the date it is due.

Nothing is taken from a colour alone: green is finished in one council and on target in another.
"""

from __future__ import annotations

import re
from typing import Literal

from corpus.register.entries import Action

State = Literal[
    "complete", "on track", "at risk", "off track", "not started", "under way", "withdrawn",
    "rescheduled", "unknown",
]  # fmt: skip
STATES: tuple[State, ...] = (
    "complete", "on track", "at risk", "off track", "not started", "under way", "withdrawn",
    "rescheduled", "unknown",
)  # fmt: skip
CLOSED: frozenset[State] = frozenset({"complete", "withdrawn"})

_DONE = r"(?:complet(?:e|ed)|done|achieved|finished|implemented|delivered|closed|actioned)"
_COMPLETE = re.compile(
    r"\W*(?:(?:now|fully|phase \w+|(?:all |both )?(?:the )?(?:action|point|part)s?\b[^.;]{0,40}?)"
    rf" (?:is |are |was |were |have been |has been |now )*)?{_DONE}\b(?!\W+by\b)|\W*in place\b",
    re.I,
)
"""It is complete where what is said begins with that, of itself or of all the actions."""
_WORDS: tuple[tuple[State, str], ...] = (
    ("withdrawn", r"\b(?:superseded|withdrawn|cancelled|no longer (?:needed|required))\b"),
    ("not started", r"\b(?:not (?:yet )?(?:started|begun)|has not begun|yet to (?:start|begin))\b"),
    ("off track", r"\b(?:off (?:track|target)|overdue|(?:been|be) missed|missed|behind)\b"),
    ("at risk", r"\b(?:risks?|delay(?:ed|s)?)\b"),
    ("on track", r"\bon (?:track|target|schedule)\b"),
    ("under way", r"\b(?:under ?way|in progress|on-?going|continu(?:es?|ing)|started|begun)\b"),
)
"""In the order in which they are looked for: "not started" is not "started"."""
OPENING = 4
"""Words that open what is said of progress and are a state of their own."""
_SAID = tuple((state, re.compile(words, re.I)) for state, words in _WORDS)
_RESCHEDULED = re.compile(r"\b(?:was|previously|originally|formerly|revised|extended)\b", re.I)


def state_of(action: Action) -> State:
    """The state that an action's paper prints it in, as far as words and the paper's key tell.

    A key that says otherwise stands above the word "complete".
    """
    rated, said = _told(action.meaning), _told(action.status)
    if said == "complete" and rated not in ("off track", "at risk", "not started"):
        return "complete"
    if rated != "unknown":
        return rated
    if said == "unknown" and _RESCHEDULED.search(action.due):
        return "rescheduled"
    return said


def is_open(action: Action) -> bool:
    """Whether the paper does not say that an action is done with."""
    return state_of(action) not in CLOSED


def is_overdue(action: Action, at: str) -> bool:
    """Whether an action was due before a day (ISO) and its paper does not say it is done."""
    return action.due_date is not None and action.due_date < at and is_open(action)


def _told(text: str) -> State:
    """What the words of progress say: those that open them, if they say it, before the others ("At
    risk. The course was cancelled.")."""
    if _COMPLETE.match(text):
        return "complete"
    opening, *rest = re.split(r"(?<=\w)[.;:–](?:\s|$)", text, maxsplit=1)
    parts = (opening, text) if rest and len(opening.split()) <= OPENING else (text,)
    said = (state for part in parts for state, words in _SAID if words.search(part))
    return next(said, "unknown")
