"""Which committee, cabinet, board or council a line names, and nothing else.

"CABINET - 17TH JUNE 2023", "Report to the Audit Committee", "You are summoned to a meeting of the
Council to be held …" name one; a council's own name, a person's post and a sentence do not.
"""

from __future__ import annotations

import re

from corpus.dates import MONTH
from corpus.front.mentions import BESIDE, council_on

_WHEN = re.compile(
    r"[\s,(–-]*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of )?{MONTH}\b|\d{{1,2}}[./]\d|20\d\d-\d\d|"
    r"(?:agenda )?item\b|(?:to be |will be )?held\b).*",
    re.I | re.S,
)
_LEADING = re.compile(
    r"(?:(?:appendix|annex) \w{1,3} (?:to|of) )?"
    r"(?:you are (?:hereby )?(?:summoned|invited|requested) to (?:attend )?)?(?:to )?(?:at )?"
    r"(?:the |an? )?(?:report (?:of .{3,90}? )?(?:to|for) (?:the )?)?"
    r"(?:(?:draft |printed )?(?:minutes?|summons|agenda|notice)(?: of| for)? (?:the |an? )?)?"
    r"(?:meeting (?!of\b)(?=(?-i:[A-Z])))?(?:(?:\w+ )?meeting of )?"
    r"(?:all members of )?(?:the |an? )?(?=\S)",
    re.I,
)
_TRAILING = re.compile(r"[\s–-]+(?:(?:draft )?(?:minutes|agenda)|meeting|(?:to|will) be|on)$", re.I)
_SMALL = r"(?:and|of|for|the|by|on|in|to|&|-|–)"
_GROUPS = r"(?:Working (?:Group|Party)|Task (?:(?:and|&) Finish )?Group|Assembly)"
_BODY_NAME = re.compile(
    rf"(?:pre[- ]decision scrutiny by )?(?P<name>(?:(?:[A-Z][\w’'-]*,?|{_SMALL}) ){{0,11}}"
    rf"(?:Committee|Sub-?Committee|Cabinet|Executive|Panel|Board|Commission|Forum|Council|PDS|{_GROUPS})"
    r"(?: (?:[A-D]|\d|North|South|East|West|Central)\b| \((?-i:[A-Z])[^()]{2,40}\))?)",
    re.I,
)
_ONLY_KIND = re.compile(r"(?:sub-?)?committee|panel|board|commission|forum|assembly", re.I)
"""A kind of body is no name: the line above has that."""
_MADE_BY = re.compile(r"(?:\w+ )?report (?:of|by|from)\b", re.I)
"""Opens the name of who made a report, not of who meets."""
_FIELD_OF = re.compile(
    rf"(?!(?i:all|none|various)$)[A-Z][\w’'-]+,?(?: (?:[A-Z][\w’'-]*,?|{_SMALL})){{0,7}}"
)
_PLACED = re.compile(
    r"(?:london |royal )*borough of\b.*|(?!(?:the |full |extraordinary )*"
    r"(?:county|city|borough|district|town|parish|metropolitan|full)? ?council$).*\bcouncil",
    re.I,
)
"""Begins with the council's name, or is one."""
_PEOPLE = re.compile(
    r"\b(?:director|officer|councillor|leaders?|members?|chief|chair|manager)\b", re.I
)


def meeting_named(text: str) -> str:
    """The committee that a header entry names and nothing else, "" if it names none.

    >>> meeting_named("CABINET - 17TH DECEMBER 2019"), meeting_named("Report to the Board of Trade")
    ('CABINET', '')
    """
    if council := council_on(text):
        partner = re.match(r" and\b", after := text[len(council) :], re.I)
        beside = [*BESIDE.split(text)[1:], "" if partner else after]
        return next((name for part in beside if (name := _named(part))), "")
    return _named(text) or _named(re.split(r"\s[-–—/]\s", text, maxsplit=1)[0])


def _named(text: str) -> str:
    first = re.split(r"\.\s", text.strip(), maxsplit=1)[0]
    named = _WHEN.sub("", first, count=1)
    named = _TRAILING.sub("", _LEADING.sub("", named.strip(" :.,–-"), count=1))
    match = _BODY_NAME.fullmatch(named)
    name = match["name"] if match else ""
    other = (_PLACED.fullmatch, _ONLY_KIND.fullmatch, _PEOPLE.search, _MADE_BY.match)
    return "" if any(is_other(name) for is_other in other) else name


def is_made_by(text: str) -> bool:
    """Whether a line says which body made the report: "Final report of the Drainage Task Group"."""
    return bool(_MADE_BY.match(text) and _BODY_NAME.fullmatch(text))


def committee_of(field: str, text: str) -> str:
    """What a header's field says, the word "Committee" added that only its name has.

    >>> committee_of("Committee", "Performance and Scrutiny"), committee_of("For", "Decision")
    ('Performance and Scrutiny Committee', 'Decision')
    """
    alone = field.strip(" :").casefold() in ("committee", "committee name", "name of committee")
    named = meeting_named(text) or council_on(text) or _PEOPLE.search(text)
    topic = alone and not named and _FIELD_OF.fullmatch(text)
    return f"{text} Committee" if topic else text


def is_meeting(text: str) -> bool:
    """Whether an entry is a council's or committee's name, with or without a date."""
    named = _WHEN.sub("", text, count=1).strip(" :.,–-")
    body = _BODY_NAME.fullmatch(named) and not _ONLY_KIND.fullmatch(named)
    return bool(body) and len(named.split()) <= 8
