"""A sentence as what can change in it: words, dates, and figures with their units.

Two tokens are the same where they mean the same: case, quotation marks and punctuation do not
count, "2016/17" is "2016/2017" and "1,471" is "1471". A weak figure ("first", "one", "item 7")
counts as a figure only where another figure takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus.dates import MONTH_NAMES, dates_in

Span = tuple[int, int]
"""Start and end in a text, as a slice."""
TokenKind = Literal["word", "date", "figure"]

_MONTHS = [name.title() for name in MONTH_NAMES]
_MONTH = rf"(?:{'|'.join(_MONTHS)}|Sept|{'|'.join(name[:3] for name in _MONTHS)})\b"
_SURE = rf"(?:{'|'.join(m for m in _MONTHS if m not in ('March', 'May', 'August'))})\b"
"""Those that begin a sentence as nothing but a month."""
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th)\b)?"
_UNDATED = re.compile(
    rf"\b(?:{_DAY}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_DAY}(?!\d|\s?%|[.,]\d)"
    r"|\b(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)\b(?![-–/]\d)"
    rf"|{_MONTH}['’]?\s?['’]?\d\d(?!\d|\s?%|[.,]\d)"
    rf"|(?<![.!?]\s)(?<!^){_MONTH}|{_SURE}|(?:Q[1-4]|Quarter \d)\b)"
)
"""Dates that name no days: "12 October", "Sept 16", "July", "2025-28"."""
_FROM_DAY = re.compile(rf"(?<![\w./–-]){_DAY}\s*(?:and|to|-|–|&|/)\s*$")
"""The first of two days that share a month: "19 and 20 September"."""
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million dozen half twice"
)
_ORDINAL = "first second third fourth fifth sixth seventh eighth ninth tenth"
_UNIT = (
    r"%|per ?cent\b|percentage points?\b|(?:m|k|bn|million|billion|thousand)\b|"
    r"(?:working |calendar )?(?:years?|months?|weeks?|days?|hours?|minutes?|miles?)\b"
)
_FIGURE = re.compile(
    rf"(?<![\w.,£'’])(?P<number>[-–−]?£?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|\b(?:{'|'.join(_WORDS.split())})\b)"
    rf"(?:[\s-]?(?P<unit>{_UNIT}))?(?![\w/]|\.\d)"
    rf"|\b(?:(?P<once>one|once)|(?P<ordinal>{'|'.join(_ORDINAL.split())}|\d+(?:st|nd|rd|th)))\b",
    re.I,
)
_REFERENCE = re.compile(
    r"\b(?:items?|appendix|appendices|annex|paragraphs?|paras?|pages?|sections?|tables?|figures?|"
    r"recommendations?|actions?|phases?|no|nos|number|version|part|schedule|minutes?|chapter|"
    r"objective|priority|option|stage|step|key decision)\.?:?\s*(?:no\.?:?\s*)?$",
    re.I,
)
_FORMER = re.compile(
    r"[(\[](?:was|were|is|from|formerly|previously|originally|prev(?:\.|iously)?|revised from|"
    r"moved from|(?:originally|previously) (?:due|set))\s*:?\s*(?:by\s+)?$",
    re.I,
)
"""Before a value in brackets that the one outside them took the place of: "(was 31 July 2023)"."""
FORMER = "former"
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
STOPS = frozenset(re.findall(
    r"\w+",
    "a an and are as at be been by for from had has have in is it its not of on or that the their "
    "there these this to was were which will with would",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """`text[start:end]` of a sentence; `value` is what is compared, `unit` a figure's, or FORMER
    for a value that the paper itself says is no longer so."""

    kind: TokenKind
    value: str
    start: int
    end: int
    unit: str = ""
    weak: bool = False

    @property
    def is_value(self) -> bool:
        """Whether it is a figure or date in its own right."""
        return self.kind != "word" and not self.weak

    def means(self, other: Token) -> bool:
        """Whether two tokens say the same."""
        former = FORMER in (self.unit, other.unit) and self.unit != other.unit
        return self.kind == other.kind and self.value == other.value and not former

    def like(self, other: Token) -> bool:
        """Whether one may stand in the other's place: two dates, two figures of one unit."""
        return self.kind == other.kind != "word" and self.unit == other.unit


@lru_cache(maxsize=4096)  # a sentence is looked at from many sides
def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order.

    >>> [(t.kind, t.value) for t in tokens_of("Cost £5.0m by May 2017")]
    [('word', 'cost'), ('figure', '£5.0m'), ('word', 'by'), ('date', '2017-05-01 2017-05-31')]
    """
    found = list(_dates(text))
    found += _figures(text, found)
    found += _words(text, found)
    return tuple(sorted(found, key=lambda token: token.start))


def _dates(text: str) -> Iterator[Token]:
    taken = [(d.start, d.end, f"{d.since} {d.until}") for d in dates_in(text)]
    for match in _UNDATED.finditer(text):
        if not _within(match.span(), [(a, b) for a, b, _ in taken]):
            taken.append((*match.span(), _plain(match[0])))
    for start, end, value in taken:
        begins_with_day = re.match(r"\d{1,2}\D", text[start:end])
        before = _FROM_DAY.search(text[:start]) if begins_with_day else None
        first = f"{before[0]} " if before else ""
        begin = before.start() if before else start
        unit = FORMER if _FORMER.search(text[:begin]) else ""
        yield Token("date", _plain(first) + value, begin, end, unit=unit)


def _figures(text: str, taken: list[Token]) -> Iterator[Token]:
    spans = [(token.start, token.end) for token in taken]
    for match in _FIGURE.finditer(text):
        if _within(match.span(), spans):
            continue
        unit = (match["unit"] or "").casefold().rstrip("s")
        unit = "£" if "£" in match[0] else "%" if unit.startswith("per") else unit
        unit = "th" if match["ordinal"] else unit
        unit = FORMER if _FORMER.search(text[: match.start()]) else unit
        refers = not unit and bool(_REFERENCE.search(text[: match.start()]))
        negative = "-" * (text.strip() == f"({match[0]})")  # as accounts print it
        value = negative + _number(match[0])
        weak = refers or bool(match["once"] or match["ordinal"])
        yield Token("figure", value, *match.span(), unit=unit, weak=weak)


def _words(text: str, taken: list[Token]) -> Iterator[Token]:
    spans = [(token.start, token.end) for token in taken]
    for match in _WORD.finditer(text):
        if not _within(match.span(), spans):
            yield Token("word", _plain(match[0]), *match.span())


def _number(text: str) -> str:
    """A figure without what may be printed differently; a minus sign stays.

    >>> _number("1,471"), _number("–5 per cent"), _number("three-year")
    ('1471', '-5%', 'threeyear')
    """
    sign = "-" if text[0] in "-–−" else ""
    plain = re.sub(r"per ?cent\b", "%", text.casefold())
    return sign + re.sub(r"[\s,()–−-]", "", plain)


def _plain(text: str) -> str:
    return re.sub(r"['’]s?$|[.'’]", "", text.casefold()).strip()


def _within(span: Span, taken: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)
