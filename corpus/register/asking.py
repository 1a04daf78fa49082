"""The words with which a paper asks something of a body.

"The Committee is asked to:", "It is recommended that …", "That the Board notes …". What only says
who is asked is an address; what is asked follows it.
"""

from __future__ import annotations

import re

from corpus.prose.numbering import label_of

_HOW = r"(?:(?:therefore|also|further|hereby|respectfully|now|additionally|accordingly) )*"
_BODY = r"(?P<body>(?:(?!\b(?:is|are|be|was|were|it)\b)[\w’'&,/() -]){2,90}?)"
_IS_ASKED = re.compile(
    rf"(?:that )?(?:the |this )?{_BODY} (?:is|are|be) {_HOW}"
    r"(?:asked|invited|requested|recommended|advised)(?: (?:to|that|for)\b)?",
    re.I,
)
_RECOMMENDED = re.compile(
    rf"(?:it is |we |i |officers |members are |the panel ){_HOW}"
    r"(?:recommends?|recommended|proposed)\b(?: to (?P<body>[^,.;:]{2,60}?))?(?: that\b|:|$)"
    r"|recommend(?:ed|s)?(?: to (?P<to>[^,.;:]{2,60}?))?(?: that\b|:|$)"
    r"|(?:the )?recommendations? (?:is|are)(?: as follows| that)?\s*:?",
    re.I,
)
_NAME = r"[A-Z][\w’'&-]*"
_THAT = re.compile(
    rf"(?i:that )?(?:the |this )?(?P<body>(?:(?!That\b){_NAME}|members|councillors|committee|board)"
    rf"(?:(?:,? | ?/ ?)(?:of|and|for|the|&|{_NAME}))*)(?: to| should)?\s*:"
)
_MEETS = re.compile(
    r"\b(?:committees?|cabinet|council|board|members|councillors|panel|executive|scrutiny|forum"
    r"|commission|governors|trustees|pds)\b",
    re.I,
)
_DECISION = re.compile(
    r"(?:(?:proposed |recommended )?decision|action required|recommended)\s*:\s*", re.I
)
_WHOM = re.compile(r"(?P<body>\s*(?:that )?(?:the |this )?[A-Z][\w’'& ]{2,60}?)?[\s:;,.–—-]*")
_TAIL = re.compile(r"[\s:;,.–—-]*")
_SENTENCE = re.compile(
    rf"(?:it is|we|officers|the (?:panel|review|task group|working group|report|director)) "
    rf"{_HOW}(?:strongly )?recommend(?:s|ed)?(?: to [^.;:]{{2,60}}?)?,? that\b",
    re.I,
)
_STOP = re.compile(r"[.!?](?=\s+[A-Z(]|\s*$)")
_VERBS = frozenset(
    re.findall(
        r"\w+",
        "accept acknowledge adopt advise agree allocate amend appoint approve ask authorise "
        "award be cease challenge comment commend confirm consider continue create decide defer "
        "delegate determine develop direct discuss encourage endorse ensure establish examine "
        "explore extend give grant identify implement increase inform instruct invite keep make "
        "monitor nominate note offer oversee proceed produce promote provide publish ratify "
        "receive recommend refer reject release request require resolve review say scrutinise "
        "seek set sign strengthen submit subject support suspend take thank transfer undertake "
        "update urge use welcome withdraw work write",
    )
)
"""What a body may be asked to do, which is how an item that asks begins."""


def address_in(text: str) -> tuple[str, int] | None:
    """The body that a text addresses ("" where it only says that something is recommended), and
    where what it is asked begins; None if the text addresses nobody.

    >>> address_in("The Committee is asked to note the report.")
    ('Committee', 25)
    """
    begin = _begin(text)
    for pattern in (_IS_ASKED, _RECOMMENDED, _THAT):
        if found := pattern.match(text, begin):
            named = found.groupdict()
            return (named.get("body") or named.get("to") or "").strip(), found.end()
    return None


def addressed(text: str) -> str | None:
    """The body that an address names ("" if none); None for a text that is no address.

    An address says who is asked and no more, so that what is asked must follow.

    >>> addressed("2.1 The Committee is asked to:"), addressed("That the Cabinet:")
    ('Committee', 'Cabinet')
    >>> addressed("The Committee is asked to note the report.")
    """
    found = address_in(text)
    if found is None:
        return None
    body, end = found
    if _TAIL.fullmatch(text, end):
        return body
    whom = _WHOM.fullmatch(text, end) if text[:end].endswith("that") and not body else None
    return re.sub(r"^(?:the|this) ", "", whom["body"].strip()) if whom and whom["body"] else None


def addresses_meeting(text: str) -> bool:
    """Whether a text asks something of a body that meets, not of anybody ("Councils are asked to
    send a return")."""
    found = _IS_ASKED.match(text, _begin(text))
    return found is not None and bool(_MEETS.search(found["body"]))


def asks(text: str) -> bool:
    """Whether a paragraph under a heading for recommendations asks for something.

    >>> asks("To support the work plan"), asks("NOTE the report"), asks("The plan runs to 2026.")
    (True, True, False)
    """
    words = unlabelled(text).split(maxsplit=3)
    first = re.sub(r"\W+$", "", words[0]).casefold() if words else ""
    if first in ("that", "to") and len(words) > 2:
        return True
    return bool({first, first[:-1]} & _VERBS) or address_in(text) is not None


def sentence_asking(text: str) -> tuple[int, int] | None:
    """Where a sentence that recommends stands within a paragraph: "It is recommended that …"."""
    found = next((f for f in _SENTENCE.finditer(text) if _begins_sentence(text, f.start())), None)
    return (found.start(), sentence_end(text, found.end())) if found else None


def sentence_end(text: str, at: int = 0) -> int:
    """Where the sentence that `at` stands in ends."""
    stop = _STOP.search(text, at)
    return stop.end() if stop else len(text)


def unlabelled(text: str) -> str:
    """A text without the number it is printed with."""
    label = label_of(text)
    return label.rest if label else text


def _begin(text: str) -> int:
    """Where a text begins to speak, after its number and "Decision:"."""
    begin = len(text) - len(unlabelled(text))
    opened = _DECISION.match(text, begin)
    return opened.end() if opened else begin


def _begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not unlabelled(before + " ").strip() or before[-1:] in ".!?:;”’)"
