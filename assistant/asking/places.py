"""The places a question names, by the papers' own list of councils.

A name as printed comes first. Only where there is none is a word taken for a council's name typed
wrong, and only for the slips of a hand: two neighbours exchanged, a letter doubled or a double one
single, one of a long name's left out. A letter that is another ("Harrow" where the papers are
Harlow's) makes another place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import groupby

from rapidfuzz.distance import DamerauLevenshtein

from index.attribution import place_of
from index.catalogue import PaperRecord

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"\b(?:in|at|by|from|did|do|does|had|has|have)\s+$", re.I)
_AFTER = re.compile(r"['’]s?\b|\s+(?:\w+\s+)?(?:council|borough|city|county|district)\b", re.I)
"""What tells a place from a word that it also is: "in reading", "reading's", "reading council"."""
LEAST = 6
"""Letters: a shorter name with a slip in it is too often another word."""
LONG = 8
"""Letters: a name of so many without one of them is seldom another word."""
LIKE = 0.8
"""Likeness of a word to a name, of 1, at which it may be meant for it: one letter in five."""


def places_of(papers: Iterable[PaperRecord]) -> dict[str, tuple[str, ...]]:
    """The places whose councils' papers these are, each with its council's names as printed."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for paper in papers:
        if paper.council:
            names[place_of(paper.council)].add(paper.council)
    return {place: tuple(sorted(n)) for place, n in sorted(names.items())}


def named_places(
    text: str, places: Collection[str], small: Collection[str] = ()
) -> dict[str, str]:  # fmt: skip
    """The places a question names, as printed or else mistyped, each with the words that name it.

    `small` are the words that the papers print in small letters: one that is also a place is not
    taken for it ("progress in reading and writing") without a sign.
    """
    return (
        _found(text, places, small, str.__eq__)
        or _found(text, places, small, _is_slip)
        or _found(text, places, None, _lacks_a_letter)
    )


def mistyped(named: Mapping[str, str]) -> dict[str, str]:
    """The words that name a place otherwise than it is spelt, each with the place."""
    return {
        words: place for place, words in named.items() if _letters(words) != _letters(place)
    }  # fmt: skip


def like_a_place(text: str, places: Collection[str]) -> tuple[str, ...]:
    """Words of a question in which no place is named that are like a place's name: they may be
    another's. Of a question with capitals, those that have one."""
    words = [(m[0], m.start()) for m in _WORD.finditer(text)]
    asked = [w for w, _ in words if w[:1].isupper() or not _has_capitals(text)]
    return tuple(w for w in dict.fromkeys(asked) if nearest(w, places))


def nearest(word: str, places: Iterable[str]) -> str:
    """The place of one word whose name a word is most like, if it is much like it; else ""."""
    return max(
        (p for p in places if _is_like(word.lower(), p.lower())),
        key=lambda p: _likeness(word.lower(), p.lower()),
        default="",
    )


def _found(
    text: str, places: Collection[str], small: Collection[str] | None,
    same: Callable[[str, str], bool],
) -> dict[str, str]:  # fmt: skip
    words = [(m[0], m.start()) for m in _WORD.finditer(text)]
    found: dict[str, str] = {}
    for place in places:
        parts = [w for w in re.split(r"[\s-]+", place.lower()) if len(w) > 2]
        for i in range(len(words) - len(parts) + 1):
            run = words[i : i + len(parts)]
            if not parts or not all(
                same(w.lower(), p) for (w, _), p in zip(run, parts, strict=True)
            ):
                continue
            start, end = run[0][1], run[-1][1] + len(run[-1][0])
            if len(parts) > 1 or _is_place(text, start, end, small):
                found.setdefault(place, text[start:end])
    return found


def _is_place(text: str, start: int, end: int, small: Collection[str] | None) -> bool:
    """Whether a word that may be a place is meant as one: by its capital, unless any word there has
    one; else if it is no common word (where `small` is None it may be), or what stands beside it
    says so."""
    word, is_first = text[start:end], not _WORD.search(text[:start])
    capital = word[:1].isupper() and not text.isupper()
    if capital and not is_first:
        return True
    plain = small is not None and word.lower() not in small
    if not capital and _has_capitals(text):
        return plain and bool(small)
    return plain or bool(_BEFORE.search(text[:start]) or _AFTER.match(text, end))


def _has_capitals(text: str) -> bool:
    """Whether its writer begins names with capitals."""
    _, *rest = [m[0] for m in _WORD.finditer(text)] or [""]
    return any(word[:1].isupper() and not word.isupper() for word in rest)


def _is_slip(asked: str, name: str) -> bool:
    """Whether a word is a name typed wrong.

    >>> _is_slip("thurock", "thurrock"), _is_slip("harrow", "harlow")
    (True, False)
    """
    if asked == name:
        return True
    exchanged = sorted(asked) == sorted(name) and DamerauLevenshtein.distance(asked, name) == 1
    return len(name) >= LEAST and (exchanged or _single(asked) == _single(name))


def _lacks_a_letter(asked: str, name: str) -> bool:
    """Whether a word is a long name without one of its letters."""
    left_out = len(asked) == len(name) - 1 and DamerauLevenshtein.distance(asked, name) == 1
    return asked == name or (len(name) >= LONG and left_out)


def _single(word: str) -> str:
    """A word with its double letters single."""
    return "".join(letter for letter, _ in groupby(word))


def _is_like(asked: str, name: str) -> bool:
    """Whether a word, not the name itself, is one that a name is easily taken for."""
    return (
        asked != name
        and len(name) >= LEAST
        and asked[:1] == name[:1]
        and _likeness(asked, name) >= LIKE
    )


def _likeness(asked: str, name: str) -> float:
    return DamerauLevenshtein.normalized_similarity(asked, name)


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))
