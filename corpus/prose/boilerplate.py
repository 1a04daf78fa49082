"""House rules of a meeting (filming, Wi-Fi, evacuation, interests) told from its business.

A paragraph is boilerplate when it tells people in the room or at home what to do; the same words in
business ("a fire alarm contract", "free wi-fi across the town centre") are not: who is in the room,
the meeting or the room itself is named.
"""

from __future__ import annotations

import re

_ALWAYS = re.compile(
    r"flash photography|modern\.gov app|queries regarding th|access to information and meetings|"
    r"members of the public can attend|recorded for (?:transmission|publication)|"
    r"declar\w+ (?:an )?interests? (?:flowchart|at a meeting)|"
    r"\b(?:mobile phones?|devices)\b.{0,60}\b(?:silent|switch|turned? off)|"
    r"(?:switch|turn)\w* (?:off|to silent)\b.{0,40}\bmobile",
    re.I,
)
_FITTED = re.compile(
    r"hearing loop|\b(?:nearest|emergency|fire) (?:exits?|evacuation procedure)|"
    r"continuous(?:ly)? (?:ringing|sounding)|assembly point",
    re.I,
)
_HERE = re.compile(
    r"\b(?:you(?:rs?|rself)?|please|do not|leave (?:by|the)|password|anyone|visitors|attendees|"
    r"(?:those|all|everyone) (?:present|attending)|members of the (?:public|press)|"
    r"(?:public|press) (?:may|must|should|can|are)|(?:members|councillors) (?:must|should|are|may)|"
    r"(?:this|the|council|committee) meetings?|civic (?:centre|hall|offices)|"
    r"(?:the|this|committee|council|meeting) (?:building|premises|rooms?|chamber|gallery))\b",
    re.I,
)
"""Who is in the room, the meeting, or the room itself."""
_ABOUT = re.compile(
    r"disclosable pecuniary|wi-?fi|evacuat(?:e|ion)\b|fire alarm|film(?:ed|ing)\b|webcast|"
    r"register of interests|live[- ]stream",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:must|should|please|you(?:r)?|if the|in the event|are (?:reminded|asked|requested|"
    r"advised|welcome|permitted|entitled|allowed)|(?-i:may)|password|will be|"
    r"is (?:being |to be )?(?:available|"
    r"filmed|recorded|webcast|live)|are being|shall|do not|available (?:to|in|throughout)|"
    r"(?:do|have) you|to (?:receive|declare)|need to|invited)\b",
    re.I,
)
_BUSINESS = re.compile(
    r"^(?:[Pp]resent|PRESENT|[Ii]n attendance|IN ATTENDANCE|Apologies)\b|"
    r"\b(?:Mr|Mrs|Ms|Dr|Councillor|Cllr)\.? [A-Z]\w+ (?:\w+ )?(?:declared|asked|said|noted|"
    r"advised|reported|spoke|participated|stated|introduced)\b|"
    r"(?i:\b(?:contract|procure\w*|tender|budget|replace\w*|cost|capital|invest\w*|£[\d,.]+)\b)"
)


def is_boilerplate(text: str) -> bool:
    """Whether a paragraph is a meeting's house rules, readable but ranked last.

    >>> is_boilerplate("This meeting may be filmed and webcast.")
    True
    >>> is_boilerplate("The fire alarm contract will be retendered in May.")
    False
    """
    if _ALWAYS.search(text):
        return not _BUSINESS.search(text)
    rules = _FITTED.search(text) or (_ABOUT.search(text) and _TELLS.search(text))
    return bool(rules and _HERE.search(text)) and not _BUSINESS.search(text)
