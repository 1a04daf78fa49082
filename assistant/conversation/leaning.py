"""Whether a question stands alone or leans on what was said before it, and by what."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from assistant.conversation.topic import BODIES, own_words, undated, unplaced, words_of
from corpus.dates import dates_in

Lean = Literal["alone", "unsure", "leans"]

FEW = 2
"""Words of its own with which a question that names something stands alone."""
ENOUGH = 5
"""Words of its own with which a question stands alone that names nothing. With fewer it is asked
both ways: "how many people came?" takes its topic from before, "how much is council tax?" may not,
and the surer of the two answers is shown (`talking.SURER`)."""

_RESET = re.compile(
    r"^(?:(?:ok(?:ay)?|right|now|so|well|please|let['’]?s)\b[\s,]*)*"
    r"(?:start(?:ing)? (?:again|over|afresh)|begin again|"
    r"forget (?:all )?(?:about )?(?:that|this|it)|never ?mind(?: that)?|"
    r"(?:(?:on )?(?:an? )?(?:new|different|another|unrelated|separate) "
    r"(?:question|subject|topic|matter)|chang(?:e|ing) (?:of |the )?(?:subject|topic)|"
    r"something else)(?=\s*(?:[.,:;!–-]|$)))\b[\s.,:;!–-]*",
    re.I,
)
_FILLER = re.compile(
    r"^(?:so\b[\s,]*|(?:ok(?:ay)?|well|right|no|yes|thanks|thank you)(?:\s*[,.:;!–-]+\s*|$))+", re.I
)
_JOIN = re.compile(
    r"^(?:(?:and|but|also|plus|what about|how about|what of|same (?:question )?for)\b[\s,:;–-]*)+",
    re.I,
)
_BACK = re.compile(r"^(?:going )?back to (.{3,60}?)(?:\s*[-–:,]\s+|\s*$)(.*)$", re.I)
_WITHIN = re.compile(
    r"\b(?:these|those) (?:two |three )?councils\b|"
    r"\bthis (?:council|borough|year|county|district|morning|week|month)\b|"
    r"\bit (?:that|who|whose|which)\b|\bit (?=(?:agreed|decided|resolved|true|said)\b.*\bthat\b)|"
    r"\bit (?:have )?(?=(?:costs?|takes?|taken|against|legal|possible)\b.*\bto\b)|"
    r"\bit (?=(?:rain|snow)\b)",
    re.I,
)
"""Pronouns that point at nothing said before: "was it agreed that", "what does it cost to"."""
_POINTING = re.compile(
    r"(?:^|\b(?:on|about|of|for|with|after|before|from|to|by|than|in|at|like|since|until|over|"
    r"against|is|was|were|are|did|does|do|will|would|has|had|have|can|could|why|when|how|who|and)\s+)"
    r"(?:that|this|those|these)\b(?!\s+of\b)",
    re.I,
)
"""Not after a noun or a verb of saying, where "that" only joins: "the team that", "agreed that"."""
_PERSONAL = re.compile(r"\b(?:it|they|them|theirs|he|him|she|hers)\b", re.I)
_POSSESSIVE = re.compile(r"\b(?:its|their|his|her)\b", re.I)
_THERE = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbe )\bthere\b"
    r"(?!\s+(?:is|are|was|were|will|would|has|have|any|be)\b)|"
    r"\b(?:by|until|since) then\b|\binstead\b(?! of\b)|\bthe same\b|"
    r"\b(?:which|the|new|old|other|second|third|last|first|that|this|what) ones?\b|"
    r"\bthe others?\b(?=\s*\??$)|\bof both\b",
    re.I,
)
_AT_THE_END = re.compile(r"\b(?:that|this|those|these|there|then|instead)\W*$", re.I)
_CODE = re.compile(r"\b(?=\w*\d)(?:[A-Z]{1,2}\d+[A-Z]?|\d+[A-Z]|\d+\.\d+)\b")
_VERB = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|is|was|were|are|did|does|do|has|had|have|"
    r"can|could|will|would|should)\b",
    re.I,
)
_NAME = re.compile(r"(?<![.?!:] )(?<!^)\b[A-Z][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Opened:
    """A question without the words that only open it. `reset`: it starts again; `joined`: it opens
    as a question does that goes on ("and…", "what about…")."""

    text: str
    reset: bool = False
    joined: bool = False


def opened(question: str) -> Opened:
    """The question as it is without "start again", "and", "what about", "back to".

    >>> opened("OK, start again: who chairs it?")
    Opened(text='who chairs it?', reset=True, joined=False)
    """
    text = " ".join(question.split())
    reset = _RESET.match(text)
    if reset:
        return Opened(text[reset.end() :], reset=True)
    text = _FILLER.sub("", text) or text
    back = _BACK.match(text)
    if back:
        rest = back[2].rstrip("?. ")
        return Opened(f"{rest} in {back[1]}?" if rest else back[1], joined=True)
    rest = _JOIN.sub("", text)
    return Opened(rest or text, joined=rest != text)


def leaning(question: Opened, places: Collection[str]) -> Lean:
    """Whether a question leans on what was said before; `places` are the words that name councils.

    A pronoun with nothing before it to stand for leans; so does one without a verb. A name, or a
    date with its year, beside what is asked of it stands alone.
    """
    text = question.text
    rest = unplaced(undated(text), places)
    dated = bool(dates_in(text))
    acting = len(words_of(rest)) > len(own_words(rest))
    named = dated or bool(names_in(rest) or codes_in(rest))
    count = len(own_words(rest)) + (acting and dated)
    if points_back(text):
        return "leans" if count < ENOUGH else "unsure"
    if question.joined and not (count >= ENOUGH and (named or places)):
        return "leans" if count < ENOUGH else "unsure"
    if (named and count >= FEW) or (places and count) or count >= ENOUGH:
        return "alone"
    return "leans" if not count or (is_fragment(text) and count <= FEW) else "unsure"


def points_back(text: str) -> bool:
    """Whether a pronoun stands for something that the question itself has not named.

    >>> points_back("Was it done?"), points_back("What did the carers say of their training?")
    (True, False)
    """
    text = _WITHIN.sub(" ", text)
    whose = _POSSESSIVE.search(text)
    if whose and not words_of(text[: whose.start()]):
        return True
    if _AT_THE_END.search(text):
        return True
    pointing = (pattern.search(text) for pattern in (_POINTING, _THERE, _PERSONAL))
    return any(len(own_words(text[: found.start()])) <= FEW for found in pointing if found)


def names_in(text: str) -> list[str]:
    """The words written as names, but for those of bodies and the word that opens the text."""
    return [n for n in _NAME.findall(text) if n.lower() not in BODIES and n != "I"]


def codes_in(text: str) -> list[str]:
    """The numbers by which papers call an action or a paragraph.

    >>> codes_in("Why is 6B late, and R2?")
    ['6B', 'R2']
    """
    return _CODE.findall(text)


def is_fragment(text: str) -> bool:
    """Whether a question has no verb: "by March", "lead officer", "for care leavers"."""
    return not _VERB.search(text)
