"""Votes as minutes print them: the sides with their counts and names, and how the vote ended.

"For (13)", the names below it, "Against (45)", more names, "Abstain (4)", "Amendment lost." are one
vote however many lines and pages they fill. A hand count stands in a sentence: "carried by 12 votes
to 5". What is left out: who the names belong to, and whether a count equals them.
"""

from __future__ import annotations

import re

from corpus.paper import MotionOutcome

_TITLE = (
    r"(?:(?:the )?(?:(?:deputy |lord |lady )*mayor|councillors?|cllrs?|mr|mrs|ms|miss|mx|dr|sir|"
    r"dame|lord|lady|rev|prof|professor|baroness|alderman)\b|none\b|nil\b)"
)
_SIDE = re.compile(
    r"(?:(?:voting|voted|votes|members voting) )?"
    r"(?P<side>for|against|in favou?r|abst(?:ain(?:ed|ing)?|entions?))\b"
    r"(?: (?:of )?the (?:\w+ )?(?:motion|amendment|proposal|recommendations?))?"
    r"\W{0,3}(?P<count>\d{1,3})?(?: votes?)?[\W_]*(?P<rest>.*)",
    re.I | re.S,
)
_NAMED = re.compile(rf"{_TITLE}", re.I)
_ENDS = r"(?:carried|lost|defeated|agreed|withdrawn|not carried|rejected|fell)"
_OUTCOME = re.compile(
    r"(?:and )?(?:(?:the|this) )?(?:(?:substantive|original|amended|composite|first|second) )*"
    r"(?:motion|amendment|proposal)(?: \w{1,3})?(?:, as amended,?| as amended)?"
    r"(?: (?:was|is|were))?(?: (?:then|therefore|duly|declared|was|"
    rf"put (?:to the (?:meeting|vote|council) )?and))* {_ENDS}\b[^.]{{0,60}}\.?"
    r"|(?-i:CARRIED|LOST)(?: unanimously)?\.?|carried unanimously\.?",
    re.I,
)
_COUNTED = re.compile(
    r"\bby (?:\w+ )?\(?\w+\)? votes?,? to \(?\w+\)?"
    r"|\b\d+ (?:votes? |members? )?(?:voted |voting )?(?:for|in favour)\b.{0,60}\b\d+ "
    r"(?:votes? |members? )?(?:voted |voting )?against\b"
    r"|\b(?:for|in favour)\W{1,3}\d+\W.{0,40}\bagainst\W{1,3}\d+",
    re.I,
)
_PUT = re.compile(
    r"\b(?:put|putting|put it) .{0,160}\bvote\b.{0,60}\b"
    rf"(?:was|were|it was) (?:\w+ )?{_ENDS}\b",
    re.I,
)
_WORD = r"(for|against|in favou?r|abst\w+)\b"
_BEFORE = re.compile(
    rf"\b(\d{{1,3}}) (?:votes? |(?:\w+ )?members? )?(?:voted |voting )?(?:were )?{_WORD}", re.I
)
"""A count stands before its side ("12 for, 5 against"), after it, or after the names."""
_AFTER = re.compile(rf"\b{_WORD}(?: the \w+)?\W{{1,3}}(\d{{1,3}})\b", re.I)
_AT_END = re.compile(rf"\b{_WORD}[^()]{{3,2000}}?(?:\(|\.{{3,}} ?)(\d{{1,3}})\b", re.I)
_THERE = re.compile(
    r"(?:there|those|(?:the )?following (?:members|councillors)|(?:members|councillors)) "
    r"(?:who )?(?:voted|voting|abstain(?:ed|ing))\b[^.]{0,80}:",
    re.I,
)
"""Names follow: "There voted for the motion:"."""


def opens_side(text: str) -> bool:
    """Whether a line opens one side of a vote: "For (13)", "Against: Councillors Ash and Birch".

    "For further information" and "For: the record" are none: a count, a name or nothing follows.
    """
    found = _SIDE.fullmatch(text.strip())
    if found is None:
        return bool(_THERE.match(text))
    if found["rest"]:
        return bool(_NAMED.match(found["rest"]))
    return found["count"] is not None or text.rstrip().endswith(":")


def is_outcome(text: str) -> bool:
    """Whether a line is only how a vote ended: "Amendment lost.", "The motion was carried."."""
    return bool(_OUTCOME.fullmatch(text.strip()))


def closes(text: str) -> bool:
    """Whether a vote's text already holds how it ended."""
    tail = text[-90:]
    return any(is_outcome(tail[m.start() :]) for m in re.finditer(r"\b(?=[A-Z])", tail))


def goes_on_with(vote: str, line: str) -> bool:
    """Whether a line goes on with a vote already begun: another side, names, or its outcome."""
    if opens_side(line) or is_outcome(line):
        return True
    if re.search(r"(?:,|\band|\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillors?))$", vote):
        return True
    if _NAMED.match(line):
        return not re.search(r"[a-z]{3,}\.$", line) and _mostly_names(line)
    return bool(re.search(r"\(\d+\)$|:$", vote)) and _mostly_names(line)


def _mostly_names(line: str) -> bool:
    words = re.findall(r"[A-Za-z][\w’'-]*", line)
    capitals = sum(w[0].isupper() or w == "and" for w in words)
    return bool(words) and capitals >= 0.8 * len(words)


def is_counted(text: str) -> bool:
    """Whether a sentence tells a vote: its counts, or that it was put and how it ended."""
    if not re.search(r"vote|against", text, re.I):  # what follows is slow on long paragraphs
        return False
    return bool(_COUNTED.search(text) or _PUT.search(text))


def outcome_in(text: str) -> MotionOutcome:
    """How the vote a text tells of ended, "" if it does not say."""
    ends = re.findall(
        r"\b(?:(not|un)[ -]?)?(carried|agreed|lost|defeated|rejected|fell|withdrawn)\b", text, re.I
    )
    if not ends:
        return ""
    denied, word = ends[-1][0], ends[-1][1].lower()
    if word == "withdrawn":
        return "withdrawn"
    return "carried" if word in ("carried", "agreed") and not denied else "lost"


def sides_in(text: str) -> tuple[tuple[str, int], ...]:
    """(side, count) of a vote as printed, sides named "for", "against" and "abstain".

    >>> sides_in("For (2) Mr Ash, Ms Birch Against (1) Mr Coppice Motion carried.")
    (('for', 2), ('against', 1))
    >>> sides_in("The amendment was lost by 5 votes to 9.")
    (('for', 5), ('against', 9))
    """
    if won := re.search(r"\bby (?:\w+ )?\(?(\d{1,3})\)? votes?,? to \(?(\d{1,3})\)?", text, re.I):
        few, many = sorted((int(won[1]), int(won[2])))
        lost = outcome_in(text) == "lost"
        return (("for", few if lost else many), ("against", many if lost else few))
    before = [(side, count) for count, side in _BEFORE.findall(text)]
    found = max(before, _AFTER.findall(text), _AT_END.findall(text), key=len)
    return tuple((_side(side), int(count)) for side, count in found)


def _side(word: str) -> str:
    word = word.lower()
    if word.startswith("abst"):
        return "abstain"
    return "against" if word == "against" else "for"
