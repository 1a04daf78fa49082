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
    r"(?: by [^\d(:;–-]{3,40}?)?\W{0,3}(?P<count>\d{1,3})?(?: votes?)?[\W_]*(?P<rest>.*)",
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
    r"|\b\d+ (?:votes? |members? )?(?:voted |voting )?(?:for|in favour)\b.{0,60}"
    r"\b(?:\d+|none|nil|no) (?:votes? |members? )?(?:voted |voting )?against\b"
    r"|\b(?:for|in favour)\W{1,3}\d+\W.{0,40}\bagainst\W{1,3}\d+",
    re.I,
)
_PUT = re.compile(
    r"\b(?:put|putting|put it) .{0,160}\bvote\b.{0,60}\b"
    rf"(?:was|were|it was) (?:\w+ )?{_ENDS}\b",
    re.I,
)
_ENDED = re.compile(
    r"\b(?P<denied>not |un-?)?(?P<word>carried|agreed(?P<beside> (?:that|to)\b)?"
    r"|lost|defeated|rejected|fell|withdrawn)\b",
    re.I,
)
_SENTENCES = re.compile(r"(?<=[a-z\d)][.;])\s|\n", re.I)
_MOVED = re.compile(r"\b(?:motion|amendment|proposal|vote)\b", re.I)
_WORD = r"(for|against|in favou?r|abst\w+)\b"
_BEFORE = re.compile(
    r"\b(\d{1,3}|none|nil|no) (?:votes? |(?:\w+ )?members? )?(?:voted |voting )?(?:were )?"
    rf"{_WORD}",
    re.I,
)
"""A count stands before its side ("12 for, 5 against"), after it, or after the names."""
_AFTER = re.compile(rf"\b{_WORD}(?: the \w+)?\W{{1,3}}(\d{{1,3}})\b", re.I)
_RIVALS = re.compile(
    r"\bfor (?:the )?(motion|(?:\w+ )?amendment)(?: by [^\d(:;–-]{3,40}?)?\W{1,4}(\d{1,3})\b"
    r"|\bthe (motion|amendment) received (\d{1,3}) votes?\b"
    r"|\b(\d{1,3}) (?:members? |councillors? |votes? )?(?:voted |voting |were )?"
    r"(?:for|in favour of) the (motion|amendment)\b",
    re.I,
)
"""A division between a motion and its amendment counts those who voted for each."""
_AT_END = re.compile(rf"\b{_WORD}[^()]{{3,2000}}?(?:\(|\.{{3,}} ?)(\d{{1,3}})\b", re.I)
_FOLLOWS = re.compile(r"\bto the vote\b[^.]*[.:]?$|\bvot(?:e[ds]?|ing)\b[^.]*:$", re.I)
_WITH_ABSTENTIONS = re.compile(r",? ?\(?(?:with|and)? ?\(?(\d{1,3}) abst\w+\)?", re.I)
_PERSON = re.compile(
    r"\b(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Mx|Dr|Sir|Lord|Lady|Mayor)\b\.? ?[A-Z;,.)]"
)
_CAPITAL = re.compile(r"\b(?=[A-Z])")
_THERE = re.compile(
    r"(?:there|those|(?:the )?following (?:members|councillors)|(?:members|councillors)) "
    r"(?:who )?(?:voted|voting|abstain(?:ed|ing))\b[^.]{0,80}:",
    re.I,
)
"""Names follow: "There voted for the motion:"."""


def puts_to_vote(text: str) -> bool:
    """Whether a paragraph says that a vote follows."""
    return bool(_FOLLOWS.search(text))


def opens_side(text: str) -> bool:
    """Whether a line opens one side of a vote: "For (13)", "Against: Councillors Ash and Birch".

    "For further information" and "For: the record" are none: a count, a name or nothing follows.
    """
    found = _SIDE.fullmatch(text.strip())
    if found is None:
        return bool(_THERE.match(text))
    if found["rest"]:
        return bool(_NAMED.match(found["rest"])) or opens_side(found["rest"])
    return found["count"] is not None or text.rstrip().endswith(":")


def is_outcome(text: str) -> bool:
    """Whether a line is only how a vote ended: "Amendment lost.", "The motion was carried."."""
    return bool(_OUTCOME.fullmatch(text.strip()))


def closes(text: str) -> bool:
    """Whether a vote's text already holds how it ended."""
    return outcome_at(text) is not None


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
    return bool(_COUNTED.search(text) or _PUT.search(text) or rivals_in(text))


def counted_in(text: str) -> tuple[int, int] | None:
    """Where the clause that counts a vote stands in a text that tells of more.

    >>> text = "RESOLVED, by 5 votes to 3 with 2 abstentions, that fees be raised."
    >>> text[slice(*counted_in(text))]
    'by 5 votes to 3 with 2 abstentions'
    """
    found = _COUNTED.search(text) if re.search(r"vote|against", text, re.I) else None
    if found is None:
        return None
    tail = _WITH_ABSTENTIONS.match(text, found.end())
    return found.start(), tail.end() if tail else found.end()


def outcome_in(text: str) -> MotionOutcome:
    """How the vote a text tells of ended, "" if it does not say: as the first sentence has it that
    counts one, else the last that names what was moved. What was agreed beside it is no outcome.

    >>> outcome_in("The amendment was lost by 5 votes to 9 and members agreed to go on.")
    'lost'
    """
    sentences = [one for one in _SENTENCES.split(text) if _ENDED.search(one)]
    told = (
        [one for one in sentences if counted_in(one)][:1]
        or [one for one in sentences if _MOVED.search(one)]
        or sentences
    )
    if not told:
        return ""
    ends = list(_ENDED.finditer(told[-1]))
    found = [end for end in ends if not end["beside"]] or ends
    denied, word = found[-1]["denied"], found[-1]["word"].split()[0].lower()
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
        sides = (("for", few if lost else many), ("against", many if lost else few))
        rest = _WITH_ABSTENTIONS.match(text, won.end())
        return (*sides, ("abstain", int(rest[1]))) if rest else sides
    return tuple((_side(_word(found)), _count(found)) for found in _counts(text))


def rivals_in(text: str) -> tuple[int, int] | None:
    """(for the motion, for the amendment) where a vote was between the two.

    >>> rivals_in("For the motion - 7 votes, for the amendment - 4 votes")
    (7, 4)
    >>> rivals_in("5 members voted for the motion (Mr Ash …) and 8 for the amendment (Ms Birch …)")
    (5, 8)
    """
    counts = {
        (found[1] or found[3] or found[6]).casefold().split()[-1]: int(
            found[2] or found[4] or found[5]
        )
        for found in _RIVALS.finditer(text)
    }
    return (counts["motion"], counts["amendment"]) if len(counts) == 2 else None


def sides_at(text: str) -> list[int]:
    """Where each side of a vote begins in its text, its count or its names first."""
    return [found.start() for found in list(_RIVALS.finditer(text)) or _counts(text)]


def named_sides(text: str) -> frozenset[str]:
    """The sides of a vote that are told by name.

    >>> sorted(named_sides("7 for, none against, 1 abstention (Councillor Ash)"))
    ['abstain']
    """
    found = _counts(text)
    ends = [*(side.start() for side in found[1:]), len(text)]
    return frozenset(
        _side(_word(side)) for side, end in zip(found, ends, strict=True)
        if _PERSON.search(text, side.start(), end)
    )  # fmt: skip


def outcome_at(text: str) -> int | None:
    """Where a vote's text says how it ended, in a sentence at its end."""
    starts = _CAPITAL.finditer(text, max(0, len(text) - 90))
    return next((m.start() for m in starts if is_outcome(text[m.start() :])), None)


def _counts(text: str) -> list[re.Match[str]]:
    """The counts of a vote, each with its side, in the way in which most of them are printed."""
    ways = (_BEFORE, _AFTER, _AT_END)
    return max((list(way.finditer(text)) for way in ways), key=len)


def _word(found: re.Match[str]) -> str:
    return found[2] if found.re is _BEFORE else found[1]


def _count(found: re.Match[str]) -> int:
    count = found[1] if found.re is _BEFORE else found[2]
    return int(count) if count.isdecimal() else 0


def _side(word: str) -> str:
    word = word.lower()
    if word.startswith("abst"):
        return "abstain"
    return "against" if word == "against" else "for"
