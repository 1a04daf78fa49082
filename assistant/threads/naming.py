"""Where a text names an action or recommendation by its number: "actions 4B and 6B"."""

from __future__ import annotations

import re
from functools import lru_cache

_KINDS = r"(?:actions?|recommendations?|recs?|priorit(?:y|ies)|points?|refs?)"
_ELSE = (
    r"(?:appendix|annex|section|paragraphs?|paras?|tables?|items?|minutes?|schedule|room|form|"
    r"figure|page|part|phase|band|class|year|grade)"
)
"""What a number is more often of than of an action."""
_OF_ELSE = re.compile(rf"\b{_ELSE}\s+(?:no\.?\s*)?$", re.I)
_ONE = r"(?:[A-Z]{0,2}\d{1,3}(?:\.\d{1,2})?[A-Za-z]?)"
_ASKED = re.compile(
    rf"\b{_KINDS}\s+(?:no\.?\s*|number\s*)?(?P<named>{_ONE})\b|"
    r"\b(?P<bare>\d{1,3}[A-Z]|[A-Z]\d{1,3})\b",
    re.I,
)


def is_telling(number: str) -> bool:
    """Whether a number is known for one without the word "action" before it: it has a letter too.

    >>> is_telling("6B"), is_telling("6")
    (True, False)
    """
    return bool(re.search(r"\d", number) and re.search(r"[A-Za-z]", number))


def numbers_in(text: str) -> list[str]:
    """The numbers that a question names, in small letters.

    >>> numbers_in("What became of action 6b and 4B?")
    ['6b', '4b']
    """
    found = ((m["named"] or m["bare"]).casefold() for m in _ASKED.finditer(text))
    return list(dict.fromkeys(found))


def without_numbers(text: str) -> str:
    """The question without the numbers it names and the words before them."""
    return _ASKED.sub(" ", text)


def names(text: str, number: str) -> bool:
    """Whether a text names this number as an action's or recommendation's; "497A(4B)" is law.

    >>> names("actions 4B, 6B and 7B", "6B"), names("Appendix 6B", "6B"), names("6 March", "6")
    (True, False, False)
    """
    alone, listed = _patterns(number)
    if listed.search(text):
        return True
    found = alone.finditer(text) if is_telling(number) else ()
    return any(not _OF_ELSE.search(text[max(0, m.start() - 30) : m.start()]) for m in found)


@lru_cache(maxsize=1_000)
def _patterns(number: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    one = re.escape(number)
    alone = re.compile(rf"(?<![\w.])(?<!\w\(){one}(?!\w)(?!\.\d)")
    listed = re.compile(
        rf"\b{_KINDS}\s+(?:no\.?\s*|number\s*)?(?:{_ONE}(?:\s*\([^)]*\))?\s*(?:,|and|&|to|or)*\s*)*?"
        rf"(?<!\w){one}(?!\w)(?!\.\d)",
        re.I,
    )
    return alone, listed
