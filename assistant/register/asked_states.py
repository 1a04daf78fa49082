"""What a question says of how far the actions are that it asks for.

"Which red or amber actions are not complete?" names three states, two of them ratings, one denied.
What it says so is cut out, so that the words left say what the actions are about. What the rules do
not model ("all but the red ones") is no guess: no state is told for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.printings.state import is_open, is_overdue, state_of
from corpus.register.entries import Action
from corpus.register.rating_keys import rating_name

_COLOURS = ("red", "amber", "green", "blue", "black")
_WAYS = ("maintained", "improving", "improved", "declining", "declined", "worsening",
         "deteriorating", "unchanged")  # fmt: skip
_DONE = r"(?:completed?|finished|done|closed|implemented|achieved|delivered(?! by))"
_STATES = (
    ("overdue", r"overdue\b|past (?:its|their|the) due(?: dates?)?\b"),
    ("not started", r"(?:not|\w+n['’]t|yet to)(?: yet| been| be)? (?:start(?:ed)?|beg[iu]n)\b"),
    ("open", rf"(?:un|in)(?:complete|completed|finished)\b|(?:open|outstanding) actions?\b|"
             rf"(?:still|left|remain(?:s|ing)?) to (?:do|finish|(?:be )?{_DONE})\b|"
             r"(?:(?:is|are|was|were|still|remain(?:s|ed|ing)?) )+(?:open|outstanding)\b"),
    ("late", r"(?:running )?late\b|missed\b|off (?:track|target)\b|behind(?: schedule)?\b"),
    ("on track", r"on (?:track|target|schedule)\b"),
    ("at risk", r"at risk\b|delayed\b"),
    ("under way", r"under ?way\b|in progress\b"),
    ("withdrawn", r"(?:withdrawn|superseded|cancelled)\b"),
    ("done", rf"(?<!be ){_DONE}\b"),
    *((colour, rf"{colour}\b") for colour in _COLOURS),
    *((way, rf"{way}\b") for way in _WAYS),
)  # fmt: skip
_ANY = re.compile("|".join(rf"\b(?P<s{n}>{rule})" for n, (_, rule) in enumerate(_STATES)), re.I)
_NO = (
    r"(?:\b(?:not|never|neither|nor|cannot|without|excluding|no longer|other than|apart from|"
    r"rather than|all but|yet to be|except(?: for)?|\w+n['’]t)\b)"
)
NEGATES = re.compile(_NO, re.I)
_BESIDE = r"(?:yet|been|being|be|fully|still|now|currently|already|all|either|rated|marked|as|at)"
_DENIED = re.compile(rf"(?:\b{_BESIDE}\s+)*{_NO}(?:\s+{_BESIDE})*\s*$", re.I)
_LED = re.compile(rf"(?:\b{_BESIDE}\s+)+$", re.I)
_JOINED = re.compile(rf"\W*(?:(?:or|and|nor)\b\W*)?(?:{_BESIDE}\s+)*", re.I)
"""All that stands between two states that are denied together: "not red or amber"."""
_BY_TURNS = re.compile(rf"{_JOINED.pattern}(?:how many )?(?:are |were )?(?:{_BESIDE}\s+)*", re.I)
"""All that stands between two ratings that are asked for, one or the other."""
_OF_OTHERS = re.compile(r"\b(?:when|while|whereas|although)\b.*\bothers?\b.*", re.I)
"""What is said of those that are not asked for."""
_MORE = re.compile(r"\bor (?:better|worse|above|below)\b|\bat least\b", re.I)
_OTHERS = frozenset(name for name, _ in _STATES) - {"open", *_COLOURS, *_WAYS}
_ALIKE = (frozenset(_COLOURS), frozenset(_WAYS), frozenset({"open"}), _OTHERS)
"""States of one sort, of which an action has one: "red and amber" are asked for by turns."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    name: str
    denied: bool


@dataclass(frozen=True, slots=True)
class States:
    """The states asked for: of each set one, or none of any where `denied`; `rest` is the question
    without them."""

    sets: tuple[frozenset[str], ...]
    denied: bool
    rest: str

    def __bool__(self) -> bool:
        return bool(self.sets)

    @property
    def said(self) -> str:
        """In words: "red or amber", "not done"."""
        words = " and ".join(" or ".join(sorted(each)) for each in self.sets)
        return f"not {words}" if self.denied else words

    @property
    def of_days(self) -> bool:
        """Whether they are told from the days that actions are due."""
        return any("overdue" in each for each in self.sets)

    def hold(self, action: Action, at: str) -> bool:
        """Whether an action is so on a day (ISO)."""
        held = [any(_is(action, name, at) for name in each) for each in self.sets]
        if self.denied and "on track" in self.sets[0] and not is_open(action):
            return False  # what is done is not what went wrong
        return not any(held) if self.denied else all(held)

    def can_be_told(self, action: Action) -> bool:
        """Whether an action is printed with what these are told from. That one has begun is often
        not said."""
        names = frozenset().union(*self.sets)
        if names & {"not started", "under way", "withdrawn"}:
            return False
        rated, moving = names & set(_COLOURS), names & set(_WAYS)
        return not (rated and not action.scores) and not (moving and not action.direction)


def states_in(question: str) -> States | None:
    """The states of actions that a question asks for; None where it says more of them than these
    rules know.

    >>> states_in("Which actions are not yet complete?").said
    'not done'
    """
    question = _OF_OTHERS.sub("", question)
    marks = list(_marks(question))
    names, signs = {mark.name for mark in marks}, {mark.denied for mark in marks}
    rest = _without(question, marks)
    sets = tuple(filter(None, (kind & names for kind in _ALIKE)))
    said = question[marks[0].start : marks[-1].end] if marks else ""
    mixed = len(sets) > 1 and (True in signs or re.search(r"\bor\b", said, re.I))
    loose = any(not _joined(question, *pair) for pair in pairwise(marks))
    if marks and (
        len(signs) > 1 or mixed or loose or NEGATES.search(rest) or _MORE.search(question)
    ):
        return None
    return States(sets, True in signs, rest)


def _marks(question: str) -> Iterator[_Mark]:
    """Where a question names states, with the words of denial and degree that lead to each."""
    last: _Mark | None = None
    for found in _ANY.finditer(question):
        before = question[: found.start()]
        denies = _DENIED.search(before)
        led = denies or _LED.search(before)
        with_last = last and _JOINED.fullmatch(question[last.end : found.start()])
        denied = bool(denies or (last and with_last and last.denied))
        name = _STATES[int((found.lastgroup or "s0")[1:])][0]
        last = _Mark(led.start() if led else found.start(), found.end(), name, denied)
        yield last


def _joined(question: str, one: _Mark, other: _Mark) -> bool:
    """Whether two states in a row are asked for together, if they are of one sort: "maintained
    when others are improving" asks for one of them."""
    alike = any({one.name, other.name} <= kind for kind in _ALIKE)
    return not alike or bool(_BY_TURNS.fullmatch(question[one.end : other.start]))


def _is(action: Action, name: str, at: str) -> bool:
    if name == "overdue":
        return is_overdue(action, at)
    if name in ("open", "done"):
        return is_open(action) == (name == "open")
    if name in _WAYS:
        return name[:6] in action.direction.casefold()
    if name in _COLOURS:
        rated = re.findall(r"\w+", action.scores[-1]) if action.scores else []
        return name in map(rating_name, rated)
    return state_of(action) == ("off track" if name == "late" else name)


def _without(text: str, marks: Sequence[_Mark]) -> str:
    for mark in reversed(marks):
        text = f"{text[: mark.start]} {text[mark.end :]}"
    return text
