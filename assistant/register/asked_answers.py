"""What a question says of how the recommendations were answered that it asks for: accepted, in
part, rejected, noted; in a clerk's words or anybody's ("turned down", "said no to").

What it says so is cut out, so that the words left say what the recommendations are about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.register.answers import Answer

_AGREES = r"(?:accept(?:ed|s|ing)?|agree[ds]?(?: to| with)?|back(?:ed|s)?)"
_PART = r"(?:(?:only|just|but) )?(?:in part|partly|partially|half[- ]?way)"
_NOT = r"(?:not|never|\w+n['’]t)"
_WORDS: tuple[tuple[frozenset[Answer], str], ...] = (
    (
        frozenset({"accepted", "accepted in part"}),
        rf"{_AGREES} (?:in )?(?:whole|full)\w* (?:or|and) (?:in )?part\w*|"
        rf"{_AGREES} (?:at least )?(?:in part|partly) or (?:in )?(?:whole|full)\w*",
    ),
    (
        frozenset({"accepted in part"}),
        rf"{_PART}[ -]{_AGREES}|{_AGREES} {_PART}|(?:only|just) part[ -]accepted",
    ),
    (
        frozenset({"rejected"}),
        rf"{_NOT} (?:\w+ ){{0,3}}?(?:{_AGREES}|tak(?:e|en) up|sign(?:ed)? up to)|reject(?:ed|s)?|"
        r"declin(?:ed?|es)|refus(?:ed?|es)|turn(?:ed|s)? down|knock(?:ed|s)? back|"
        r"(?:said|say|says|saying) no to|dismiss(?:ed)?|thrown out|threw out",
    ),
    (
        frozenset({"accepted"}),
        rf"{_AGREES}(?: in full)?|sign(?:ed|s)? up to|tak(?:e|en) up|took up|"
        r"(?:said|say|says) yes to",
    ),
    (frozenset({"noted"}), r"(?:(?:only|merely|just|simply) )?noted"),
)
_TOLD = tuple((answers, re.compile(rf"\b(?:{words})\b", re.I)) for answers, words in _WORDS)
_LOOSE = re.compile(r"(?:agree|back|noted|only|merely|just|simply)\w*(?: to| with| noted)?", re.I)
"""What is asked of what a meeting did, as well: "which recommendations were agreed?"."""
_BODY = re.compile(
    r"\b(?:cabinet|executive|board|government)(?:['’]s)?\b(?! \w*(?:member|director))", re.I
)
"""Who answered: not what the recommendations are about."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers asked for, none where it asks for none; `rest` is the question without them.
    `sure` where its words are of nothing but answers."""

    wanted: frozenset[Answer]
    rest: str
    sure: bool = False

    def __bool__(self) -> bool:
        return bool(self.wanted)


def answers_asked(question: str) -> Answers:
    """How the recommendations were answered that a question asks for.

    >>> sorted(answers_asked("Which recommendations were rejected or only partly accepted?").wanted)
    ['accepted in part', 'rejected']
    """
    wanted: frozenset[Answer] = frozenset()
    rest, sure = question, False
    for answers, words in _TOLD:
        if said := [found[0] for found in words.finditer(rest)]:
            wanted |= answers
            sure = sure or not all(map(_LOOSE.fullmatch, said))
            rest = words.sub(" ", rest)
    return Answers(wanted, _BODY.sub(" ", rest) if wanted else question, sure)
