"""How far an action is, in one vocabulary, from what its paper prints: words of progress, a rating
whose meaning the paper's own key gives, the date it is due.

Nothing is taken from a colour alone: green is finished in one council and on target in another. A
word tells a state only where it is said of the action, not of what the action is about: it opens a
clause or follows "is", and ends its clause. A wrong state is worse than none.
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

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|\d{{1,2}}[/.]\d{{1,2}}[/.]|{_MONTH}|20\d\d\b|Q[1-4]\b)"
)
_ENDS = (
    r"(?:(?=\s*(?:$|[.;,:)(/]|[-–—]\s)|\s+(?-i:[A-Z]))"
    rf"|(?=\s+(?:(?:and|but|since|as|at|following|due to|because)\b|(?:(?:in|on) )?{_DAY})))"
)
"""What a clause that says a state ends with, or goes on with to say since when or why."""
_BEING = r"(?:(?:is|are|has been|have been|remains?|now|still|currently|fully) )*"
_ALL = (
    r"(?:(?:(?:all|both) (?:of )?)?(?:the |these |this )?"
    r"(?:actions?|points?|works?|parts|part(?= \w\b))"
    r"(?:[\s,&/–-]+(?:\d[\w.]*|[a-z]|and|to)\b)* |it )?"
)
"""The action or all its parts, by their letters: "Actions A, B & C"."""
_SAID = rf"(?:^\W*|(?<=[.;:,(–—])\s*|\b(?:is|now|still|currently|remains?) ){_ALL}{_BEING}"
_DONE = r"(?:complet(?:e|ed)|done|achieved|finished|implemented|delivered|closed|actioned)"
_COMPLETE = re.compile(
    rf"\W*{_ALL}(?:was |were )?{_BEING}(?:{_DONE}(?:{_ENDS}|(?= in full\b|"
    r" (?:to|in|for|by) (?:all|both|every)\b))|in place\b(?! of\b)|business as usual\b)",
    re.I,
)
"""It is complete where what is said begins with that, of itself or of all the actions."""
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_LEFT = re.compile(
    rf"\b{_NUMBER} (?:out )?of (?:the |our )?{_NUMBER}\b|\b(?:remain|outstanding|subject to|except|"
    r"apart from|other than|to follow|still to|pending|awaiting)"
    r"|\bto be (?!monitored|reviewed|maintained|sustained|evaluated)",
    re.I,
)
"""What is left to do of what a sentence calls complete; to watch it is not."""
_WORDS: tuple[tuple[State, str], ...] = (
    ("withdrawn", rf"^\W*{_ALL}(?:was |were )?{_BEING}(?:superseded|withdrawn|cancelled|abandoned|"
                  rf"no longer (?:needed|required))(?:{_ENDS}|(?= (?:by|on|in|from)\b))"),
    ("not started", r"(?:\b(?:not|yet to)|n['’]t)(?: yet)? (?:start(?:ed)?|beg[iu]n|commenced?)\b"),
    ("off track", rf"{_SAID}(?:off (?:track|target)|"
                  r"not (?:yet )?on (?:track|target|schedule|course)|"
                  rf"(?:running )?(?:overdue|late|missed)(?:{_ENDS}|(?= by\b)))|"
                  r"\bha(?:s|ve) been missed\b|"
                  r"\bbehind (?:schedule|plan|programme|profile|target|timetable)\b|"
                  r"\b(?:is|are|running|fallen|fell|slipped) behind(?=\W*$|[.;,])"),
    ("at risk", rf"{_SAID}at (?:high )?risk\b(?! (?:of|register)\b)|"
                rf"(?:{_SAID}|\b(?:are|been) )delayed(?:{_ENDS}|(?= (?:by|until)\b))"),
    ("on track", rf"(?:{_SAID}|(?<!back )(?<!not )\b(?=on (?:track|schedule)(?:\W*$|[.;])))"
                 rf"on (?:track|(?:target|schedule|course)(?:{_ENDS}|(?= (?:to|for)\b)))"),
    ("under way",
     r"\b(?:under ?way|in progress|on-?going|continu(?:es?|ing)|started|begun|commenced)\b"),
)  # fmt: skip
"""In the order in which they are looked for: "not started" is not "started"."""
_OF_KEYS: tuple[tuple[State, str], ...] = (
    (
        "complete",
        rf"^\W*(?:fully |all |now )?{_DONE}\b(?!.*\b(?:but|except|await\w*|pending|not)\b)",
    ),
    ("off track", r"\b(?:behind|overdue|missed|past (?:its|the|their) (?:due )?dates?)\b"),
    ("at risk", r"\b(?:risks?|delay(?:ed|s)?|slip\w*)\b"),
)
"""Words that a key speaks of nothing else with: "Some delay or risk, with a plan"."""
OPENING = 4
"""Words that open what is said of progress and are a state of their own."""
_PROGRESS = tuple((state, re.compile(words, re.I)) for state, words in _WORDS)
_KEYS = tuple((state, re.compile(words, re.I)) for state, words in _OF_KEYS)
_LATE: frozenset[State] = frozenset({"off track", "at risk", "not started"})
_DENIED = re.compile(r"\b(?:no|none|nothing|not|never|if|unless)\b[^.;:,(–—]*$", re.I)
_RESCHEDULED = re.compile(r"\b(?:was|previously|originally|formerly|revised|extended)\b", re.I)


def state_of(action: Action) -> State:
    """The state that an action's paper prints it in, as far as words and the paper's key tell.

    What a rating of now means is the plan's own judgement and stands above words of progress, but
    no colour says "withdrawn", so the words that do are believed; and "complete" is believed beside
    a rating that tells of nothing late.
    """
    rated, said = _meant(action.meaning), _told(action.status)
    if said == "withdrawn" or (said == "complete" and rated not in _LATE):
        return said
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
    if (done := _COMPLETE.match(text)) and not _LEFT.search(_sentence(text, done.end())):
        return "complete"
    opening, *rest = re.split(r"(?<=\w)[.;:–](?:\s|$)", text, maxsplit=1)
    parts = (opening, text) if rest and len(opening.split()) <= OPENING else (text,)
    said = (state for part in parts for state, words in _PROGRESS if _is_said(words, part))
    return next(said, "unknown")


def _meant(meaning: str) -> State:
    """What a key says of a rating."""
    said = (state for state, words in _KEYS if words.search(meaning))
    told = _told(meaning)
    return next(said, "unknown") if told == "unknown" else told


def _is_said(words: re.Pattern[str], text: str) -> bool:
    """Whether a text says them, and not that nothing is so."""
    return any(not _DENIED.search(text[: found.start()]) for found in words.finditer(text))


def _sentence(text: str, at: int) -> str:
    """The rest of a sentence from there on."""
    return re.split(r"[.!?](?:\s|$)", text[at:], maxsplit=1)[0]
