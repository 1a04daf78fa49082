"""Which part of what a plan says of a row's progress is about which of the row's actions.

"Actions A & C completed. Action B is linked to the review.": a sentence that names letters is about
those actions; what names none is about the others, or about all where each is named. Where no
sentence names one, each may repeat the words of one action; else the whole is about all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.register.marked import parts_of

_NAMES = re.compile(
    r"\b(?:actions?|points?|items?|parts?)\s+"
    r"(?P<letters>\(?[a-z]\b[).]?(?:\s?(?:,|&|and|-|–|to|/)\s?\(?[a-z]\b[).]?)*)(?P<goes_on>.{0,12})",
    re.I | re.S,
)
_OF_ONE = re.compile(r"\s*(?:$|[,:;–—-])|\s+(?:is|are|was|were|has|have|had|now|will)\b", re.I)
"""What follows one small letter that names an action: "actions a review was held after" does not.
"""
SHARED = 2
"""Words that a sentence must have in common with an action to be about it."""


def statuses_of(text: str, marks: Sequence[str], actions: Sequence[str]) -> list[str]:
    """What is said of each action; `marks` are the letters they are printed with.

    >>> statuses_of("Actions A & C completed. Action B is late.", "ABC", ["x", "y", "z"])
    ['Actions A & C completed.', 'Action B is late.', 'Actions A & C completed.']
    """
    if len(actions) < 2 or not text:
        return [text] * len(actions)
    if parts := parts_of(text, headless=True):
        by_mark = {part.mark.casefold(): part for part in parts}
        own = [by_mark.get(mark.casefold()) for mark in marks]
        return [text[max(0, _mark_start(text, p.start)) : p.end] if p else "" for p in own]
    sentences = re.split(r"(?<=[.!?])\s+", text.strip())
    named = [_letters(sentence) for sentence in sentences]
    if any(named):
        return _by_letter(text, sentences, named, marks)
    return _by_words(text, sentences, actions)


def _mark_start(text: str, at: int) -> int:
    """Where the letter before a part begins: what is said of B is printed "B) …"."""
    found = re.search(r"\(?\w{1,4}[).]\s*$", text[:at])
    return found.start() if found else at


def _letters(sentence: str) -> frozenset[str]:
    """The letters of the actions that a sentence names, small."""
    found = next((found for found in _NAMES.finditer(sentence) if _are_letters(found)), None)
    if found is None:
        return frozenset()
    text = found["letters"].casefold()
    if span := re.fullmatch(r"\W?([a-z])\W?\s?(?:-|–|to)\s?\W?([a-z])\W?", text):
        return frozenset(map(chr, range(ord(span[1]), ord(span[2]) + 1)))
    return frozenset(re.findall(r"\b[a-z]\b", text))


def _are_letters(found: re.Match[str]) -> bool:
    """Whether it is no word "a": in capitals, several, with a bracket or dot, or "is" after it."""
    text = found["letters"]
    named = re.findall(r"\b[A-Za-z]\b", text)
    plain = len({*map(str.casefold, named)}) < 2 and text.isalpha() and text.islower()
    return not plain or bool(_OF_ONE.match(found["goes_on"]))


def _by_letter(
    text: str, sentences: Sequence[str], named: Sequence[frozenset[str]], marks: Sequence[str]
) -> list[str]:
    every = frozenset[str]().union(*named)
    if all(mark.casefold() in every for mark in marks) and len(set(filter(None, named))) == 1:
        return [text] * len(marks)
    return [
        " ".join(
            sentence
            for sentence, letters in zip(sentences, named, strict=True)
            if (mark.casefold() in letters if mark.casefold() in every else not letters)
        )
        for mark in marks
    ]


def _by_words(text: str, sentences: Sequence[str], actions: Sequence[str]) -> list[str]:
    words = [_words(action) for action in actions]
    about: list[list[str]] = [[] for _ in actions]
    for sentence in sentences:
        shared = [len(_words(sentence) & own) for own in words]
        best = max(shared)
        if best < SHARED or shared.count(best) > 1:
            return [text] * len(actions)
        about[shared.index(best)].append(sentence)
    return [" ".join(own) for own in about] if all(about) else [text] * len(actions)


def _words(text: str) -> frozenset[str]:
    """The words that carry meaning: long ones cut to their stem, and names in capitals."""
    found = re.findall(r"[A-Z]{2,}|[A-Za-z]{4,}", text)
    return frozenset(w if w.isupper() else w.casefold()[:6] for w in found)
