"""A follow-up becomes a question that stands alone, and what it took from before is listed.

Few forms cover what people type. "And in October?", "what about Oxton?" put a date or a council in
the place of the one before. "By when?", "who leads on that?" keep their own words, and what they
are about follows after a colon. The search and the reader take "who leads on that: life story work"
as well as a sentence, and a person sees at once what was understood. (Of the sample dialogues' 124
follow-ups 95 came out right so, 92 with the pronoun replaced by the topic, 93 with that first.)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.asking.places import named_places, places_of
from assistant.asking.wanted import PART
from assistant.conversation.leaning import is_fragment, leaning, opened
from assistant.conversation.replacing import anchor_of, replaced
from assistant.conversation.stepping import last_date, months_dated
from assistant.conversation.topic import (
    BODIES,
    joined,
    named_in,
    own_words,
    phrase_of,
    undated,
    unplaced,
    word_set,
)
from assistant.conversation.turns import Carried, Followed, Here, Turn
from corpus.dates import dates_in, written_out
from index.attribution import place_of
from index.catalogue import PaperRecord

_OF_A_MEETING = re.compile(
    r"\b(?:vote[ds]?|voting|carried|lost|moved|second(?:ed)?|motion|amendment|resolved?|decided?|"
    r"agreed?)\b",
    re.I,
)
_OF_THAT_DATE = re.compile(
    r"^(?:why|who|when|where|how many|how much|from when|for how long|how long|until when)\W*$|"
    r"\b(?:better|worse|up or down|higher|lower|more or less)\b",
    re.I,
)
_PERSON = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.I)
_FULL_NAME = re.compile(rf"{PART}(?: {PART}){{1,3}}")
_OFFICES = BODIES | word_set("""
    service services children director head executive borough assistant trust improvement plan
    report action
""")
_ACT = re.compile(
    r"^what\b.*\b(?:resolv|decid|agree|recommend|ask|propos|promis|commit|action|to [a-z]+\b)", re.I
)
_THING = re.compile(
    r"\b(?:it|that|this|they|them|those)\b|^(?:did|has|have|was|were) \w+\W*$", re.I
)
_A_COUNCIL = re.compile(r"\b[A-Z]\w+ (?:[A-Z]\w+ )*Council\b")


def follow(
    question: str, before: Sequence[Turn], papers: Sequence[PaperRecord], *,
    dropped: Collection[str] = (),
) -> Followed:  # fmt: skip
    """The question as it stands alone, after these turns, and what of it was carried over.

    `dropped` are the kinds of thing ("council", "when", "who", "about") not to carry.
    """
    places = places_of(papers)
    start = opened(question)
    named = named_places(start.text, places)
    lean = "alone" if start.reset or not before else leaning(start, tuple(named.values()))
    if lean == "alone":
        return alone(start.text if start.reset else question, places)
    here = Here(start.text, start.joined, named, places, before, papers)
    whole = "" if "about" in dropped else replaced(here)
    found = _whole(whole, here, dropped) if whole else _beside(here, dropped)
    return Followed(found.question, found.carried, found.about, lean == "leans")


def alone(question: str, places: Collection[str]) -> Followed:
    """A question that takes nothing from before."""
    about = phrase_of(question, named_places(question, places).values())
    return Followed(question, (), (about,) if about else ())


def _whole(text: str, here: Here, dropped: Collection[str]) -> Followed:
    """The question before, changed: all of it is carried but what the follow-up named."""
    named = [] if here.named else list(named_places(text, here.places).values())
    if named and "council" in dropped:
        text, named = unplaced(text, named), []
    date = None if dates_in(_months_dated(here)) else last_date(text)
    if date and "when" in dropped:
        text, date = undated(text), None
    about = here.last.followed.about if ":" in text else alone(text, here.places).about
    carried = [Carried("about", "; ".join(about))] if about else []
    carried += [Carried("council", name) for name in named]
    carried += [Carried("when", date.printed)] if date else []
    return Followed(text, tuple(carried), about)


def _months_dated(here: Here) -> str:
    """The follow-up with its months dated."""
    anchor = anchor_of(here)
    return months_dated(here.text, anchor) if anchor else here.text


def _beside(here: Here, dropped: Collection[str]) -> Followed:
    """The follow-up's own words, then what they are about, who, where and when."""
    text = _months_dated(here).rstrip("?.: ")
    about = () if "about" in dropped else (*_act(here), *here.last.followed.about)
    told = {
        "who": "" if not _PERSON.search(text) or (who := _who(here)) in ", ".join(about) else who,
        "about": _about(here, about),
        "council": "" if here.named or _A_COUNCIL.search(text) else _council(here),
        "when": "" if dates_in(text) else _when(here),
    }
    carried = tuple(Carried(k, words) for k, words in told.items() if words and k not in dropped)
    tail = ", ".join(c.words for c in carried)
    own = phrase_of(text, here.named.values())
    adds = here.joined or (len(own_words(own)) > 1 and not is_fragment(text))
    return Followed(f"{text}: {tail}?" if tail else f"{text}?", carried,
                    joined(own if adds else "", about))  # fmt: skip


def _about(here: Here, about: Sequence[str]) -> str:
    if here.joined and is_fragment(here.text) and about:  # "and the motion itself?"
        about = (phrase_of(here.last.asked), *about)
    return ", ".join(dict.fromkeys(filter(None, about)))


def _act(here: Here) -> tuple[str, ...]:
    """What was to be done, in the answer's words, where the question before asked for that."""
    question = here.last.followed.question.partition(":")[0]
    if not (_ACT.match(question) and _THING.search(here.text)):
        return ()
    return tuple(filter(None, [named_in(here.last.answer, here.last.followed.question)]))


def _council(here: Here) -> str:
    """The one council asked about before; where none was, the one that all was quoted from."""
    named = named_places(here.last.followed.question, here.places)
    if named:
        return next(iter(named)) if len(named) == 1 else ""
    quoted = {c.council for c in here.last.answer.citations}
    return place_of(quoted.pop()) if len(quoted) == 1 and len(here.places) > 1 else ""


def _when(here: Here) -> str:
    """The meeting, for what was done at it; the date before, for a question of the same thing."""
    cited = here.last.answer.citations
    if _OF_A_MEETING.search(here.text) and cited:
        return written_out(cited[0].meeting_date)
    said = last_date(here.last.followed.question)
    return said.printed if said and _OF_THAT_DATE.search(here.text) else ""


def _who(here: Here) -> str:
    """The person last named, in a question or at the head of an answer."""
    for turn in reversed(here.before):
        for text in (turn.asked[1:], *(c.quote for c in turn.answer.citations[:1])):
            for name in _FULL_NAME.findall(text):
                if not {w.lower() for w in name.split()} & _OFFICES:
                    return str(name)
    return ""
