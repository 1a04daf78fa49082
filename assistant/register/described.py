"""What a question says of the entries it asks for: of which kind, by or led by whom, how far they
are, due when, with which grade, of which year; and the words that say what they are about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.register.asked_answers import Answers, answers_asked
from assistant.register.asked_due import Due, due_in
from assistant.register.asked_grades import grade_named, grades_in
from assistant.register.asked_states import NEGATES, States, states_in
from corpus.dates import dates_in
from corpus.register.answers import answer_in
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
        r"\b(?:ofsted|inspection)(?:['’]s)? (?:results?|outcome|verdict)\b|\bassurance\b",
    ),
)
COUNTS = re.compile(r"\bhow many\b", re.I)
_LEADS = re.compile(r"\b(?:leads?|leading|owns?|owner|responsible|in charge)\b", re.I)
_OF_ROWS = re.compile(r"\b(?:what|which|how many) actions?\b", re.I)
_NUMBER = re.compile(r"\brecommendation (?:no\.? ?|number )?(\d{1,2}[a-z]?)\b", re.I)
_REF = re.compile(
    r"\bactions? (?:no\.? ?|number )?(\d{1,2}(?:[a-z]|\.\d{1,2})?)\b(?! \w+ 20\d\d)", re.I
)
_LETTERED = re.compile(r"\b\d{1,2}[a-z]\b", re.I)
_OF_A_ROW = re.compile(
    r"^(?!.*\bchang).*\b(?:who|leads?|owns?|owner|due|when|rat(?:ed|ing)|status|progress|done)\b",
    re.I,
)
"""Asks what a row tells, as it stands."""
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
thing do due still new date
"""
_ASKING = frozenset(tokens(_SAYS_WHICH))
"""Words that say what kind of thing is listed, when and by whom, not what it is about."""
_TITLES = """
cabinet committee director member executive service services board officer lead head manager
children council team chair county city borough strategic corporate assistant deputy
"""
_ROLES = frozenset(tokens(_TITLES))
"""Words in the titles of many, which tell nobody apart."""


@dataclass(frozen=True, slots=True)
class Described:
    """What an entry must be; what is empty is not asked for. `people` are words of names, `refs`
    what its row may be called ("7b"), `at` the day (ISO) on which it was overdue, `about` words
    it, or else its paper, must hold."""

    people: frozenset[str] = frozenset()
    number: str = ""
    refs: frozenset[str] = frozenset()
    states: States | None = None
    due: Due | None = None
    at: str = ""
    answers: Answers | None = None
    grades: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    overall: bool = False
    about: frozenset[str] = frozenset()

    @property
    def stands(self) -> bool:
        """Whether it asks how things stand."""
        return bool(self.refs or self.states or self.due)

    @property
    def says_enough(self) -> bool:
        """Whether it tells entries apart, so that those that fit are what is asked for."""
        stands = (self.stands, self.answers, self.grades, self.overall)
        told = (self.people, self.number, self.years, *stands)
        return any(map(bool, told))

    def names(self, entry: Entry) -> bool:
        """Whether an entry is one of those asked about, however it stands."""
        return (
            self.people <= {name for text in _people(entry) for name in _called(text)}
            and (not self.number or _number_of(entry) == self.number)
            and (not self.refs or entry.place.row.casefold() in self.refs)
            and (not self.years or any(year in _when(entry) for year in self.years))
        )

    def is_due(self, entry: Entry) -> bool:
        """Whether an entry is due when it is asked to be."""
        return not self.due or (isinstance(entry, Action) and self.due.holds(entry))

    def fits(self, one: Registered) -> bool:
        """Whether such an entry stands as is asked, at its meeting if no day is named."""
        entry = one.entry
        if isinstance(entry, Action):
            right = not self.states or self.states.hold(entry, self.at or one.paper.date or "")
            return right and self.is_due(entry)
        if isinstance(entry, Recommendation):
            return not self.answers or answer_in(entry.answer) in self.answers.wanted
        return not self.grades or _grade_of(entry) in self.grades


def kind_in(question: str) -> EntryKind | None:
    """The kind of entry that a question asks for. A plan's recommendations are its rows: who leads
    on one, and how far it is, is said there."""
    kinds = [kind for kind, noun in _NOUNS if re.search(noun, question, re.I)]
    if "recommendation" in kinds and ("action" in kinds or re.search(r"\bplan\b", question, re.I)):
        of_rows = _LEADS.search(question) or states_in(question) or _OF_ROWS.search(question)
        return "action" if of_rows else "recommendation"
    return kinds[0] if kinds else None


def described(question: str, among: Sequence[Registered]) -> Described | None:
    """What a question says of the entries it asks for, all of one kind, `among` which they are;
    None where it says what these rules do not model."""
    graded = any(isinstance(one.entry, Judgement) for one in among)
    acted = any(isinstance(one.entry, Action) for one in among)
    due = due_in(question) if acted else Due("", "", question)
    states = states_in(due.rest)
    grades, rest = grades_in(question, (_grade_of(one.entry) for one in among))
    answers = _answers_in(question, among)
    of_a_row = acted and (states or _OF_A_ROW.search(question))
    refs = _refs_in(question, among) if of_a_row else frozenset()
    if refs is None or (not graded and (states is None or (states and not acted))):
        return None
    if acted and states is not None:
        rest = states.rest
    elif not graded:
        rest = answers.rest if answers else question
    if (acted or graded) and NEGATES.search(rest):
        return None
    asked = content_of(rest)
    people = frozenset() if graded else _people_in(question, among, asked, acted=acted)
    people |= _maker_in(question, among)
    number, days = _NUMBER.search(question), dates_in(due.rest)
    return Described(
        people=people,
        number=number[1].casefold() if number else "",
        refs=refs,
        states=states if acted and states and not refs else None,
        due=due if due and not refs else None,
        at=days[-1].until if days else "",
        answers=answers,
        grades=grades if graded else frozenset(),
        years=frozenset(_YEAR.findall(question)) if graded else frozenset(),
        overall=graded and _is_of_the_whole(question, among),
        about=asked - people,
    )  # fmt: skip


def _people_in(
    question: str, among: Sequence[Registered], asked: frozenset[str], *, acted: bool
) -> frozenset[str]:
    """The words of names among those asked about, but for the titles of many."""
    known = {name for one in among for text in _people(one.entry) for name in _names(text)}
    return (asked & known & _as_names(question, among if acted else ())) - _ROLES


def _is_of_the_whole(question: str, among: Sequence[Registered]) -> bool:
    """Whether the grade of the whole is asked for, in a word or by naming no part of it."""
    return bool(COMPARES.search(question)) or not content_of(question) - _bodies(among)


def _answers_in(question: str, among: Sequence[Registered]) -> Answers | None:
    """How those were answered that are asked for, if the register has any answer."""
    answers = answers_asked(question)
    return answers if answers and any(map(is_answered, among)) else None


def is_answered(one: Registered) -> bool:
    """Whether an entry is a recommendation printed with the answer to it."""
    return isinstance(one.entry, Recommendation) and answer_in(one.entry.answer) is not None


def _refs_in(question: str, among: Sequence[Registered]) -> frozenset[str] | None:
    """What the rows are called that a question names; None where there are none such."""
    rows = {one.entry.place.row.casefold() for one in among}
    called = {str(ref).casefold() for ref in _REF.findall(question)}
    lettered = {str(ref).casefold() for ref in _LETTERED.findall(question)}
    return frozenset((called | lettered) & rows) or (None if called else frozenset())


def _maker_in(question: str, among: Sequence[Registered]) -> frozenset[str]:
    """The words of a maker that goes by no name ("the task group"), if the question names it."""
    if COUNTS.search(question):  # what is said in passing is not all there is
        return frozenset()
    makers = {e.made_by for one in among if isinstance(e := one.entry, Recommendation)}
    asked = question.casefold()
    bare = (maker.casefold().removeprefix("the ") for maker in makers if maker[1:].islower())
    return frozenset(t for maker in bare if maker and maker in asked for t in tokens(maker))


def _bodies(among: Sequence[Registered]) -> frozenset[str]:
    """The words of the names of those who judged, and their initials."""
    bodies = {e.body for one in among if isinstance(e := one.entry, Judgement)}
    return frozenset(t for body in bodies for t in tokens(with_initials(body)))


def with_initials(body: str) -> str:
    """A body's name with what it is called in short.

    >>> with_initials("Care Quality Commission"), with_initials("Ofsted")
    ('Care Quality Commission CQC', 'Ofsted')
    """
    initials = "".join(word[0] for word in body.split() if word[0].isupper())
    return f"{body} {initials}" if len(initials) > 1 else body


def _number_of(entry: Entry) -> str:
    return entry.recommendation_no.casefold() if isinstance(entry, Action) else ""


def _grade_of(entry: Entry) -> str:
    return grade_named(entry.grade) if isinstance(entry, Judgement) else ""


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


@lru_cache(maxsize=20_000)
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
    little = STOP_TERMS | _ASKING
    return frozenset(
        t for t in tokens(question)
        if t not in little and (not t[:1].isdigit() or _MEASURE.fullmatch(t))
    )  # fmt: skip
