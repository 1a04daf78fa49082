"""What was resolved, told by the words that open it: RESOLVED, AGREED, "R E S O L V E D", and in
minutes put on the web without the word, "That the report be noted"."""

from __future__ import annotations

import re

_BODY = (
    r"(?:it|members|(?:the )?(?:committee|cabinet|council|board|panel|executive|sub-?committee|"
    r"commission|forum|authority))"
)
_ADVERB = r"(?:(?:unanimously|therefore|then|accordingly|further|also|duly|subsequently) )*"
_THEN = (
    r"(?=\s*[,:–—]|\s+-|-\s|\W+\(?(?:\d{1,2}|[ai])[.)]\W|\s(?i:that|unanimously|as follows|nem"
    r"|the following|accordingly|in principle|(?:not )?to(?! (?:date|be|an?|the)\b)"
    r"|by [\w ]{1,20}(?:votes?|majority)"
    r"|(?:the|an?) (?:(?!\b(?:to|can|could|may|must|should|will|would)\b)[^.;:]){3,80} be)\b)"
)
"""What follows the word where something is resolved. Complaints are "resolved within 28 days", and
plans "agreed to date"."""
_LOUD = (
    r"(?:RESOLVED|AGREED|ORDERED|R E S O L V E D|A G R E E D)\b"
    r"(?!\s(?!(?:THAT|TO(?! DATE)|UNANIMOUSLY|BY|AS|NEM)\b)[A-Z]{2})"
)
"""In capitals the word needs nothing more, unless it opens a heading: "AGREED ACTIONS"."""
RESOLVES = rf"(?:{_LOUD}|[Rr]esolved\b(?:(?=\W*$)|{_THEN})|Agreed\b(?!,){_THEN})"
"""The word, where it opens what was resolved."""
_OPENS = re.compile(
    rf"(?:\(?\d{{1,3}}[.)]+\s*)?(?:(?i:{_BODY} (?:was |were |has )?){_ADVERB})?{RESOLVES}"
)
_WAS_AGREED = re.compile(rf"(?:\(?\d{{1,3}}[.)]+\s*)?(?i:it was) {_ADVERB}agreed(?: that| to)?\b")
_AFTER = re.compile(
    r"(?i:(?:upon|on|having been|after|following)\b[^.;]{0,90}, ?)"
    rf"(?i:{_BODY}) (?i:was )?{_ADVERB}{RESOLVES}"
)
_AT_END = re.compile(r"[^.;]{0,200}\b(?:it was|and) (?:RESOLVED|AGREED)(?i: that)?\s*[:–-]{0,2}")
"""A paragraph that ends with the word: "The minutes were agreed and it was RESOLVED:"."""
_WITHIN = re.compile(
    r"[^\n]{3,1500}?[.;)”?] "
    r"(?=(?:RESOLVED|Resolved|AGREED|Agreed)"
    r"(?:\s*[:–-]\s|,? (?:unanimously )?(?:that|to(?! date))\b))"
)
"""A paragraph that names the matter and goes on to what was resolved, as small councils print it:
"Land off Mill Road, outline. Resolved: Object."."""
_MATTER = 150
"""Characters that name a matter and do not yet tell of it."""
_ALONE = re.compile(
    r"[^.;]{0,200}\b(?:RESOLVED|AGREED|[Rr]esolved|agreed)(?i: that| to)?\s*[:–-]{0,2}"
)
_SUBJUNCTIVE = re.compile(
    r"(?:\(?\w{1,3}[.)]\s*)?T ?H ?A ?T[:,]? (?:[^.;]{3,120}, )?"
    r"(?:the|a|an|it|this|these|those|any|subject|approval|"
    r"authority|Cabinet|Council|Members?|officers)\b"
    r"(?:(?!\b(?:is|are|was|were|has|had|will)\b).)*\bbe\b",
    re.I | re.S,
)
_BARE = re.compile(r"(?:\(?\w{1,3}[.)]\s*)?T ?H ?A ?T ?[:–-]", re.I)
"""The line that numbered parts hang on, where the word before it was dropped."""
DECISION = re.compile(r"DECISION\b\W*")
"""The word that Scottish minutes print over what was decided."""
_DECIDED = re.compile(
    r"(?:\(?\d{1,3}[.)]+\s*)?(?:RECOMMENDED|DECIDED|DECISION)\b(?! (?!TO\b)[A-Z]{2})"
)
"""Other words for it, which papers that are no minutes use of what they ask for."""


def is_resolution(text: str, *, minutes: bool = False) -> bool:
    """Whether a paragraph opens with what was resolved; in `minutes` a bare "That … be …" does.

    >>> is_resolution("RESOLVED: That the plan be supported.")
    True
    >>> is_resolution("Members agreed that it was late.")
    False
    """
    if (
        _AT_END.fullmatch(text)
        or _OPENS.match(text)
        or _WAS_AGREED.match(text)
        or _AFTER.match(text)
        or _WITHIN.match(text)
    ):
        return True
    hung = _BARE.fullmatch(text.strip())
    return minutes and bool(hung or _SUBJUNCTIVE.match(text) or _DECIDED.match(text))


def resolved_at(text: str) -> int:
    """Where what was resolved begins, in a paragraph that tells at length of the matter before it;
    0 where it begins so, or names the matter in a few words."""
    found = _WITHIN.match(text)
    return found.end() if found and found.end() > _MATTER else 0


def goes_on_resolving(text: str, *, after: str = "") -> bool:
    """Whether an unnumbered paragraph after RESOLVED is still part of it: it begins with "that", or
    comes `after` the word alone."""
    alone = _ALONE.fullmatch(after) or DECISION.fullmatch(after)
    return bool(re.match(r"(?:that|t h a t)\b", text, re.I) or alone)
