"""The kind of thing a question wants (a percentage, a grade, a name) and whether words hold it.

A sentence that holds the question's words and not the thing asked for is why a machine guesses;
this is the first thing a person would check. What the question itself says ("in 2012") does not
count as found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.dates import MONTH_NAMES, dates_in

_CAPITAL = "A-ZÀ-ÖØ-ÞŴŶ"
_REST = rf"[^\W\d_{_CAPITAL}]+"
_MORE = rf"(?:[-'’][{_CAPITAL}]?{_REST}|[{_CAPITAL}]{_REST})*"
PART = rf"(?<![\w'’-])(?:[{_CAPITAL}]['’])?[{_CAPITAL}]{_REST}{_MORE}['’]?"
"""One of a person's names as printed: "Siân", "O'Brien", "Jean-Luc", "McDonald"."""
NAME = re.compile(rf"{PART} (?:[{_CAPITAL}](?:\. ?| )){{0,3}}{PART}")
"""A name of two or more such, with initials between or none ("Dr J. R. Ash")."""
_ROLE = (
    r"director|chair(?:man|woman|person)?|head of|manager|lead|officer|leader|commissioner|"
    r"secretary|cllr|councillor|mr|mrs|ms|miss|dr|board|committee|panel|team|inspector|"
    r"solicitor|member|minister"
)
ROLE = re.compile(rf"\b(?:{_ROLE})\b", re.I)
"""Who may be named by what they do: of a person's office, or of a body."""
_SMALL = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty"
)
_SURELY_MONTHS = "|".join(month for month in MONTH_NAMES if month != "may")
_NUMBER = (
    r"(?<![\w.,/])\d[\d,]*(?:\.\d+)?(?![\w/])|"
    rf"\b(?:one|once|half|twice|doubled?|none|no|{_SMALL})\b"
)
_GRADE = (
    r"\b(?:outstanding|good|requir(?:es?|ing) improvement|inadequate|strong|weak|sound|red|"
    r"amber|green|satisfactory|adequate|effective|poor|graded?|rated)\b"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`name` of the thing, and the test of a text for it (given the question's own words)."""

    name: str
    asks: re.Pattern[str]
    holds: Callable[[str, str], bool]


def _has(pattern: str) -> Callable[[str, str], bool]:
    compiled = re.compile(pattern, re.I)
    return lambda text, asked: any(
        m[0].lower() not in asked.lower() for m in compiled.finditer(text)
    )


def _has_grade(text: str, _asked: str) -> bool:
    return bool(re.search(_GRADE, text, re.I))


def _has_date(text: str, asked: str) -> bool:
    said = {(d.since, d.until) for d in dates_in(asked)}
    new = any((d.since, d.until) not in said for d in dates_in(text))
    periods = (
        r"\b(?:within|by|every|in) (?:the )?(?:\w+ )?(?:\w+ )?(?:days?|weeks?|months?|years?)|"
        r"\bongoing\b"
    )
    months = (
        rf"\b(?:{_SURELY_MONTHS}|"
        r"spring|summer|autumn|winter|quarter \d|q[1-4])\b"
    )
    bare = rf"\b(?:\d+|{_SMALL}) (?:working )?(?:day|week|month|year)s?\b"
    return new or bool(re.search(f"{periods}|{months}|{bare}", text, re.I))


def _has_person(text: str, asked: str) -> bool:
    named = (*NAME.findall(text), *ROLE.findall(text))
    return any(name.lower() not in asked.lower() for name in named)


def _has_company(text: str, asked: str) -> bool:
    """A name marked as a firm's, or that stands where a contract goes ("awarded to Acme")."""
    firm = (
        r"\b(?:[A-Z][\w&’'-]+ )+"
        r"(?:Ltd|Limited|plc|PLC|LLP|Inc|Group|Trust|Partnership|Solutions|Systems)\b"
    )
    given = (
        r"\b(?:awarded to|provided by|supplied by|supplier,?|contract with|appointed|won by) "
        r"(?:the )?[A-Z]\w+"
    )
    return any(m[0].lower() not in asked.lower() for m in re.finditer(f"{firm}|{given}", text))


WANTED = tuple(
    Wanted(name, re.compile(asks, re.I), holds)
    for name, asks, holds in (
        ("percentage", r"\b(?:what|which) (?:percentage|per ?cent|proportion|share|rate)\b|"
                       r"\bpercentage\b|"
                       r"\bper ?cent\b", _has(r"\d\s?(?:%|per ?cent)|\b\w+ in \w+\b(?=.*%)")),
        ("money", r"\bhow much (?:did|does|do|will|would|is|was|has|have|money|"
                  r"more)\b.*\b(?:cost|spen|pa[iy]|save|fund|charge|budget|borrow)|"
                  r"\bwhat (?!.*\b(?:agree|asked|recommend|decide|resolve|happen)).*\b(?:cost|"
                  r"costs|budget|price|fee|fees|salary|saving|savings|bill|grant|spend|spent|spending)\b",
         _has(r"£\s?\d[\d,.]*|\d[\d,.]*\s?(?:m|k|bn|million|billion)\b|\b\d{1,3}(?:,\d{3})+\b|"
              r"(?<=\t)\(?\d[\d,.]*\)?(?=\t|$)")),
        ("count", r"\bhow many\b|\bwhat (?:number|figure|total)\b|\bnumber of\b|"
                  r"\bhow (?:often|long|old|far)\b",
         _has(_NUMBER + r"|\b(?:weekly|fortnightly|monthly|quarterly|annually|daily)\b")),
        ("grade", r"\bgrade[ds]?\b|\brat(?:ed|ing|ings)\b|\bjudge(?:d|ment|ments)\b|\bverdict\b|"
                  r"\bscore[ds]?\b",
         _has_grade),
        ("date", r"^when\b|\b(?:by|and) when\b|\b(?:what|which) (?:date|day|month|year)\b|"
                 r"\bdeadline\b|\bhow soon\b",
         _has_date),
        ("person", r"\bwho(?:m|se)?\b|\bwhich (?:officer|councillor|member|body|committee)\b|"
                   r"\bname of\b",
         _has_person),
        ("outcome", r"\bwhat (?:has |have )?happened (?:to|with|about)\b|"
                    r"\b(?:bec[ao]me|c[ao]me) of\b|\boutcomes? of\b|"
                    r"\bhow did .* (?:turn out|end)\b",
         _has(r"\b(?:(?:un)?successful|approved|refused|rejected|lost|won|agreed|completed?|"
              r"cancelled|withdrawn|opened|closed|published|in place|failed|granted|declined|"
              r"adopted|accepted|dismissed|upheld|delayed|postponed|replaced)\b")),
        ("total", r"\btotals?\b|\baltogether\b|\bin all\b",
         lambda text, _asked: bool(re.search(r"\btotal\b|\bin all\b|\baltogether\b", text, re.I))),
        ("company", r"\b(?:which|what|name of the) (?:company|firm|provider|supplier|contractor|"
                    r"developer|agency)\b",
         _has_company),
        ("meaning", r"\bwhat (?:do|does|did) .*\b(?:mean|stand for)\b|\bmeaning of\b|"
                    r"\bdefin(?:e|ition)\b",
         _has(r"\b(?:means?|meaning|stands? for|defined as|refers? to|indicates?|denotes?)\b| = ")),
    )
)  # fmt: skip


def wanted_in(question: str) -> list[Wanted]:
    """The things a question wants; empty for one that wants words ("what did they say of…").

    >>> [w.name for w in wanted_in("How many carers left, and when?")]
    ['count', 'date']
    """
    return [w for w in WANTED if w.asks.search(question)]
