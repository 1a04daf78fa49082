"""Whether a question stands alone or leans on what was said before it, and by what."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from assistant.conversation.topic import BODIES, undated, words_of
from corpus.dates import dates_in

Lean = Literal["alone", "unsure", "leans"]

FEW = 2
"""Words of its own, at most, with which a question that names nothing leans ("How many came?")."""
ENOUGH = 5
"""Words of its own with which a question stands alone; between the two it is asked both ways."""

_RESET = re.compile(
    r"^(?:(?:ok(?:ay)?|right|now|so|well|please|let['’]?s|can we|i(?: a|['’])m)\b[\s,]*)*"
    r"(?:start(?:ing)? (?:again|over|afresh)|begin again|forget (?:all )?(?:about )?(?:that|this|it)|"
    r"never ?mind(?: that)?|(?:on )?(?:an?)?(?:new|different|another|unrelated|separate) "
    r"(?:question|subject|topic|matter)|change of (?:subject|topic)|changing (?:the )?subject|"
    r"something else)\b[\s.,:;!–-]*",
    re.I,
)
_FILLER = re.compile(r"^(?:(?:so|ok(?:ay)?|well|right|no|yes|thanks|thank you)\b[\s,:;–-]*)+", re.I)
_JOIN = re.compile(
    r"^(?:(?:and|but|also|plus|what about|how about|what of|same (?:question )?for|"
    r"(?:going )?back to)\b[\s,:;–-]*)+",
    re.I,
)
_BACK = re.compile(r"^(?:going )?back to (.{3,60}?)(?:\s*[-–:,]\s+|\s*$)(.*)$", re.I)
_ONLY_PLACES = re.compile(
    r"\b(?:these|those) (?:two |three )?councils\b|\bthis (?:council|borough|year|county|district)\b",
    re.I,
)
_LEADS = (
    r"^|\b(?:on|about|of|for|with|after|before|from|to|by|than|in|at|like|since|until|over|against|"
    r"is|was|were|are|did|does|do|will|would|has|had|have|can|could|why|when|how|who|and|mean|means|"
    r"do|doing|done|change|want|wanted|give|gave|call|called|replaces?|caused?|approved?|seconded|"
    r"agreed?|paid|pay)\s+"
)
_POINTING = re.compile(rf"(?:{_LEADS})(?:that|this|those|these)\b(?!\s+of\b)", re.I)
_PERSONAL = re.compile(r"\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers)\b", re.I)
_THERE = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbe )\bthere\b"
    r"(?!\s+(?:is|are|was|were|will|would|has|have|any|be)\b)|"
    r"\b(?:by|until|since) then\b|\bthen\s*\??$|\binstead\b|\bthe same\b|"
    r"\b(?:which|the|new|old|other|second|third|last|first|that|this|what) ones?\b|"
    r"\bthe others?\b(?=\s*\??$)|\bof both\b",
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

    A pronoun with nothing before it to stand for leans; so do few words that name nothing. A name,
    or a date with its year, beside what is asked of it stands alone.
    """
    text = question.text
    if points_back(text):
        return "leans"
    dated = bool(dates_in(text))
    without = undated(text)
    for place in places:
        without = without.replace(place, " ")
    content = [w for w in words_of(without) if w.lower() not in BODIES]
    names = names_in(without)
    acting = any(w.lower() in BODIES for w in words_of(without))
    count = len(content) + (acting and dated)
    if question.joined and (count < ENOUGH or not (dated or places or names)):
        return "leans"
    if (dated or names) and count >= FEW or places and count >= 1:
        return "alone"
    return "leans" if count <= FEW else "unsure" if count < ENOUGH else "alone"


def points_back(text: str) -> bool:
    """Whether a pronoun stands for something that the question itself has not named."""
    text = _ONLY_PLACES.sub(" ", text)
    if _POINTING.search(text) or _THERE.search(text):
        return True
    found = _PERSONAL.search(text)
    return bool(found) and len(words_of(text[: found.start()])) <= FEW


def names_in(text: str) -> list[str]:
    """The words written as names, but for those of bodies and the word that opens the text."""
    return [n for n in _NAME.findall(text) if n.lower() not in BODIES and n != "I"]
