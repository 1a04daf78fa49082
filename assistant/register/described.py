"""What a question says of the entries it asks for: of which kind, by or led by whom, in which
state, with which grade, of which year; and the words that say what they are about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.register.state import is_open, is_overdue, state_of
from corpus.dates import dates_in
from corpus.register.entries import Action, Decision, Entry, EntryKind, Judgement, Recommendation
from index.register import Registered
from index.search import STOP_TERMS
from index.words import tokens

COMPARES = re.compile(r"\bc[ao]me out\b|\bbetter\b|\bworse\b|\boverall\b", re.I)
"""Asks for the grade of the whole."""
_NOUNS: tuple[tuple[EntryKind, str], ...] = (
    ("action", r"\bactions?\b|\b(?:plan|action plan) items?\b|\bitems? (?:of|in) the .*\bplan\b"),
    (
        "recommendation",
        r"\brecommend(?:ations?|ed|s)?\b|"
        r"\b(?:tell|told|ask(?:ed)?|urged?|advised?|want(?:ed)?)\b.* to (?:put right|"
        r"improve|do|fix|change|sort|work on|address|tackle)\b|"
        r"\bareas? (?:for|of|needing) improvement\b",
    ),
    (
        "judgement",
        r"\b(?:judge(?:d|s|ments?)?|grade[ds]?|gradings?|rate[ds]?|ratings?|c[ao]me out)\b|"
        r"\b(?:ofsted|inspection)(?:['’]s)? (?:results?|outcome|verdict)\b",
    ),
)
_LEADS = re.compile(r"\b(?:leads?|leading|owns?|owner|responsible|in charge)\b", re.I)
_OF_ROWS = re.compile(r"\b(?:what|which|how many) actions?\b", re.I)
_LEVELS = (("outstanding", r"\boutstanding\b"), ("inadequate", r"\binadequate\b"),
           ("requires improvement", r"\brequir(?:es?|ing) improvement"), ("good", r"\bgood\b"),
           ("satisfactory", r"\bsatisfactory\b"), ("adequate", r"\badequate\b"))  # fmt: skip
"""In the order in which they are looked for: "requires improvement to be good" is not good."""
_COLOURS = ("red", "amber", "green", "blue", "black")
_DIRECTIONS = ("maintained", "improving", "improved", "declining", "declined", "worsening",
               "deteriorating", "unchanged")  # fmt: skip
_STATES = (
    ("overdue", r"\boverdue\b|\bpast (?:its|their) due\b"),
    ("open", r"\bnot (?:yet |been |fully )?(?:complete\w*|finished|done|delivered)|"
             r"\b(?:un|in)(?:complete|finished)\b|\bstill (?:open|outstanding|to do|not)\b|"
             r"\boutstanding actions\b"),
    *((colour, rf"\b{colour}\b") for colour in _COLOURS),
    *((way, rf"\b{way}\b") for way in _DIRECTIONS),
    ("late", r"\blate\b|\bmissed\b|\boff track\b|\bbehind\b"),
    ("done", r"\bcompleted?\b|\bfinished\b|\bdone\b|\bclosed\b"),
)  # fmt: skip
_OF_STATES = (
    "finished complete completed incomplete unfinished overdue late done still closed track \
behind missed due"
)
_NUMBER = re.compile(r"\brecommendation (?:no\.? ?|number )?(\d{1,2}[a-z]?)\b", re.I)
_REF = re.compile(r"\bactions? (?:no\.? ?|number )?(\d{1,2}[a-z]|\d{1,2}\.\d{1,2})\b", re.I)
_OF_A_ROW = re.compile(
    r"^(?!.*\bchang).*\b(?:who|leads?|owns?|owner|due|when|rat(?:ed|ing)|status|progress|done)\b",
    re.I,
)
_MEASURE = re.compile(r"\d+(?!st|nd|rd|th|am|pm)[a-z]{2,}")
"""A number that is a word: "20mph"."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SAYS_WHICH = """
action recommend recommendation judgement judge grade rate plan item list many all every give need
name paper papers report council committee main exactly make made lead leader own owner responsible
area part service children overall full whole out one two three four five six seven eight nine ten
number only when other others total each include there that these january february march april june
july august september october november december spring summer autumn winter original first end start
peer review reviewer inspect inspector inspection letter visit find finding found better worse best
worst come came result outcome verdict move change go went answer serve meet respond
tell told ask urge advise want put right improve improvement fix change sort work address tackle
thing do
"""
_ASKING = frozenset(_SAYS_WHICH.split())
"""Words that say what kind of thing is listed, when and by whom, not what it is about."""
_TITLES = """
cabinet committee director member executive service services board officer lead head manager
children council team chair county city borough strategic corporate assistant deputy
"""
_ROLES = frozenset(_TITLES.split())
"""Words in the titles of many, which tell nobody apart."""


@dataclass(frozen=True, slots=True)
class Described:
    """What an entry must be; what is empty is not asked for. `people` are words of names, `state`
    one of a vocabulary that `fits` knows (for "overdue" with the day), `ref` what its row is called
    ("7B"), `about` words it, or else its paper, must hold."""

    people: frozenset[str] = frozenset()
    number: str = ""
    ref: str = ""
    state: str = ""
    at: str = ""
    grade: str = ""
    years: frozenset[str] = frozenset()
    overall: bool = False
    about: frozenset[str] = frozenset()

    @property
    def says_enough(self) -> bool:
        """Whether it tells entries apart, so that those that fit are what is asked for."""
        told = (
            self.people,
            self.number,
            self.ref,
            self.state,
            self.grade,
            self.years,
            self.overall,
        )
        return any(map(bool, told))

    def fits(self, entry: Entry) -> bool:
        """Whether an entry is all that, what it is about left aside."""
        return (
            self.people <= {name for text in _people(entry) for name in _called(text)}
            and (not self.number or _number_of(entry) == self.number)
            and (not self.ref or entry.place.row.casefold() == self.ref)
            and (not self.state or (isinstance(entry, Action) and self._stands(entry)))
            and (not self.grade or _grade_of(entry) == self.grade)
            and (not self.years or any(year in _when(entry) for year in self.years))
        )  # fmt: skip

    def _stands(self, action: Action) -> bool:
        if self.state == "overdue" and self.at:
            return is_overdue(action, self.at)
        if self.state in ("open", "done"):
            return is_open(action) == (self.state == "open")
        if self.state in ("late", "overdue"):
            return state_of(action) in ("off track", "at risk")
        if self.state in _DIRECTIONS:
            return self.state[:6] in action.direction.casefold()
        return bool(action.scores) and self.state in action.scores[-1].casefold()


def kind_in(question: str) -> EntryKind | None:
    """The kind of entry that a question asks for. A plan's recommendations are its rows: who leads
    on one, and how far it is, is said there."""
    kinds = [kind for kind, noun in _NOUNS if re.search(noun, question, re.I)]
    if "recommendation" in kinds and ("action" in kinds or re.search(r"\bplan\b", question, re.I)):
        of_rows = _LEADS.search(question) or state_in(question) or _OF_ROWS.search(question)
        return "action" if of_rows else "recommendation"
    return kinds[0] if kinds else None


def described(question: str, among: Sequence[Registered]) -> Described:
    """What a question says of the entries it asks for, all of one kind, `among` which they are."""
    asked = content_of(question)
    known = {name for one in among for text in _people(one.entry) for name in _names(text)}
    graded = any(isinstance(one.entry, Judgement) for one in among)
    acted = any(isinstance(one.entry, Action) for one in among)
    named = asked & known & _as_names(question, among if acted else ())
    people = frozenset() if graded else named - _stems(_ROLES)
    people |= _maker_in(question, among)
    ref = _REF.search(question) if acted and _OF_A_ROW.search(question) else None
    number, state = _NUMBER.search(question), state_in(question) if acted else ""
    grade = level(question) if graded else ""
    days = dates_in(question)
    of_states = frozenset(
        (*_COLOURS, *_DIRECTIONS, *_OF_STATES.split(), *grade.split(), "requiring")
    )
    return Described(
        people=people,
        number=number[1].casefold() if number else "",
        ref=ref[1].casefold() if ref else "",
        state=state,
        at=days[-1].until if state == "overdue" and days else "",
        grade=grade,
        years=frozenset(_YEAR.findall(question)) if graded else frozenset(),
        overall=graded and (bool(COMPARES.search(question)) or not asked - _bodies(among)),
        about=frozenset(asked - people - _stems(of_states)),
    )


def _maker_in(question: str, among: Sequence[Registered]) -> frozenset[str]:
    """The words of a maker that goes by no name ("the task group"), if the question names it."""
    if re.search(r"\bhow many\b", question, re.I):  # what is said in passing is not all there is
        return frozenset()
    makers = {e.made_by for one in among if isinstance(e := one.entry, Recommendation)}
    asked = question.casefold()
    bare = (maker.casefold().removeprefix("the ") for maker in makers if maker[1:].islower())
    return frozenset(t for maker in bare if maker and maker in asked for t in tokens(maker))


def _bodies(among: Sequence[Registered]) -> frozenset[str]:
    """The words of the names of those who judged."""
    bodies = {e.body for one in among if isinstance(e := one.entry, Judgement)}
    return frozenset(t for body in bodies for t in tokens(body))


def state_in(question: str) -> str:
    """The state of actions that a question asks for; "" if none."""
    return next((name for name, words in _STATES if re.search(words, question, re.I)), "")


def level(text: str) -> str:
    """The grade in a text, one name for its spellings; "" if none."""
    return next((name for name, words in _LEVELS if re.search(words, text, re.I)), "")


def _number_of(entry: Entry) -> str:
    return entry.recommendation_no.casefold() if isinstance(entry, Action) else ""


def _grade_of(entry: Entry) -> str:
    return level(entry.grade) if isinstance(entry, Judgement) else ""


def _when(entry: Entry) -> str:
    return f"{entry.date} {entry.published}" if isinstance(entry, Judgement) else ""


def _people(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Action):
        return entry.lead, entry.owner
    if isinstance(entry, Recommendation):
        return (entry.made_by,)
    if isinstance(entry, Decision):
        return entry.moved_by, entry.seconded_by
    return (entry.body,)


@cache
def _names(text: str) -> frozenset[str]:
    """The words of names in a text: those written with a capital."""
    return frozenset(t for word in re.findall(r"\b[A-Z][\w’'-]+", text) for t in tokens(word))


def _called(text: str) -> frozenset[str]:
    """The words of names in a text, or all the words of one that goes by no name."""
    return frozenset(tokens(text)) if text[1:].islower() else _names(text)


def _as_names(question: str, among: Sequence[Registered]) -> frozenset[str]:
    """The words that a question writes with a capital; of one that writes none so, those that
    stand in no entry's words."""
    if capitals := re.findall(r"(?<!^)\b[A-Z][\w’'-]+", question):
        return frozenset(t for word in capitals for t in tokens(word))
    return frozenset(tokens(question)) - {t for one in among for t in tokens(_said(one.entry))}


def _said(entry: Entry) -> str:
    if isinstance(entry, Judgement):
        return entry.subject
    return f"{entry.text} {entry.recommendation}" if isinstance(entry, Action) else entry.text


def content_of(question: str) -> frozenset[str]:
    """The words that say what a question is about, and whom it names."""
    little = STOP_TERMS | _stems(_ASKING)
    return frozenset(
        t for t in tokens(question)
        if t not in little and (not t[:1].isdigit() or _MEASURE.fullmatch(t))
    )  # fmt: skip


@cache
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(t for word in words for t in tokens(word))
