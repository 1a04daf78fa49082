"""What is asked: about which councils and meetings, what kind of thing, and whether papers can say.

Everything is read off the question and the papers' own list of councils and dates, so that a
library of other councils needs nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import pairwise

from assistant.asking.beyond import beyond
from assistant.asking.days import MONTHS, asked_of, meetings, own_days, spans
from assistant.asking.places import like_a_place, mistyped, named_places, places_of
from assistant.asking.typed import typed
from assistant.errors import QuestionError
from corpus.dates import dates_in
from index.catalogue import PaperRecord
from index.search import Scope

LONGEST = 1000
"""Characters. The longest question asked so far has 300; past this it is a pasted paper."""

_JOINS = r"(?:in|on|at|between|from|to|and|or|vs\.?|versus|compared (?:with|to)|than)"
_DANGLING = re.compile(
    rf"(?:\s+{_JOINS})+(?=\s*(?:[?.!,;:]|$))|\b(?:between|from)(?:\s+the)?\s+(?:and|to)\b", re.I
)
"""What is left of "in July and October?" without its months."""
_EVERY_COUNCIL = re.compile(
    r"\b(?:(?:which|all|both|these|those|the) (?:of the )?councils|(?:which|each|every) council)\b",
    re.I,
)
_OF_ONE: tuple[tuple[str, str], ...] = (
    ("people", r"^who(?:m|se)?\b"),
    ("date", r"^when\b"),
    ("finance", r"^how much\b(?!.*\bchang)"),
    ("figure", r"^how (?:many|often|long)\b"),
)
"""What the word a question opens with says, whatever had changed or been moved by then."""
_KINDS: tuple[tuple[str, str], ...] = (
    ("list", r"\blist\b|\ball of (?:them|the)|\bthem all\b|\bevery(?:thing)?\b|\bbreak ?down\b|"
             r"give (?:me )?all|^(?:which|what) (?:two|three|four|five|six|seven|eight|nine|ten|"
             r"\d+) |\bwhich .*(?:s|ies)\b .*\b(?:are|were|is|was)\b|"
             r"^what (?:are|were) (?:the|we)\b|what exactly|what .*recommendations|"
             r"what .*expected to do|\bname the\b|\bwhat .* criteria\b"),
    ("finance", r"£|\bcosts?\b|\bbudget|\bspen[dt]|\bfund(?:s|ed|ing)?\b|\bmoney\b|"
                r"\bsav(?:ed?|ings?)\b|\bprice|\bgrants?\b|\bcouncil tax\b|\boverspen|\bbill\b|"
                r"\bborrow"),
    ("date", r"\bby when\b|\bwhat date\b|\bwhich (?:day|month|year)\b|\bdeadline|"
             r"\bhow soon\b|\blast date\b|\bwhat day\b"),
    ("people", r"\bwho (?:is|was|are|were|has|had|chairs?|leads?|owns?)\b|"
               r"\bwhich officer|\bresponsible\b|\bwhose\b"),
    ("figure", r"\bhow many\b|\bhow much\b|\bwhat (?:number|percentage|proportion|share|rate|"
               r"target)|\bhow (?:long|often|far)\b|\baverage\b|\btotal\b|\bper ?cent"),
    ("decision", r"\bresolv|\bdecid|\bdecision|\bagree|\bvot(?:e|ed|ing)\b|\bamendment|\bmotion|"
                 r"\bapprov"),
    ("recommendation", r"\brecommend|\bpropos|\basked to\b"),
    ("judgement", r"\bofsted\b|\bjudg|\bgrade|\brat(?:ed|ing)|\bverdict|\binspect|\bpeer review|"
                  r"\bfind|found\b"),
    ("progress", r"\bprogress|\bcomplet|\bon track|\bwhat happened|\bbeen done|\bbecame of|"
                 r"\bstatus|\bdeliver|\baction\b|\bcommit|\bpromis"),
)  # fmt: skip
_COMPARED = re.compile(
    r"\bbetween\b.*\band\b|\btrend|\bg(?:one|o) (?:up|down)|\bfrom\b.*\bto\b.*\d{4}|"
    r"\bcompared (?:with|to)\b.*(?:\b(?:last|previous|before|earlier|then|years?|quarters?|months?|"
    r"meetings?|inspections?)\b|\b\d{4}\b)",
    re.I,
)
"""What sets a thing beside itself at another time, though it be a figure that is asked for."""
_CHANGE = re.compile(
    r"(?<!\bof )(?<!\bclimate )\bchang|\bsince\b|\bused to\b|"
    r"\bmoved?\b(?!.*\b(?:motion|amendment|proposal|second))",
    re.I,
)


_PAPERS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"\breport\b|\bofficers? (?:propos\w+|recommend\w*|ask\w*)", re.I),
     ("report", "appendix")),
    (re.compile(r"\bminutes\b(?! per)|\bwhat did (?:\w+ ){1,6}?(?:agree|decide|resolve)\b", re.I),
     ("minutes",)),
    (re.compile(r"\brecord of (?:the )?decision\b", re.I), ("decision",)),
)  # fmt: skip
"""What names a kind of paper."""
_SETS_BESIDE = re.compile(r"\b(?:and|against|versus|vs|than|with)\b", re.I)
"""What stands between two that are compared; "the minutes of the report" are not."""

_DECIDES = re.compile(r"\b(?:resolv\w+|decid\w+|decision|agreed|vote[ds]?|voting|carried)\b", re.I)

_ASKED_TO = re.compile(r"\b(?:asked|invited|recommended|proposed|expected|due|to be)\b", re.I)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question understood. `parts` are the scopes that each want a line of the answer.

    `topic` is the question without the councils and meetings that the scopes stand for: searching
    one council's papers for its own name finds every one. `spelt` is the question with its
    councils' names as their papers spell them. `refused` says why no paper could answer
    (`beyond`, or there being no minutes), whatever they say; else it is empty. `mistyped` are the
    words read as a council's name that spell it otherwise, each with the name; `like` words that
    are like one and not read so.
    """

    text: str
    kind: str
    parts: tuple[Scope, ...]
    topic: str = ""
    refused: str = ""
    spelt: str = ""
    mistyped: Mapping[str, str] = field(default_factory=dict)
    like: tuple[str, ...] = ()

    @property
    def decides(self) -> bool:
        """Whether it asks what a meeting decided, whatever else it asks."""
        return bool(_DECIDES.search(self.text))


def understand(
    question: str, papers: Sequence[PaperRecord], *, small: Collection[str] = ()
) -> Asked:
    """Read a question over these papers; `small` are the words that they print in small letters.

    Raises QuestionError if it is empty or longer than LONGEST characters.
    """
    text = " ".join(question.split())
    if len(text) > LONGEST:
        raise QuestionError(
            f"That question has {len(text):,} characters and the most is {LONGEST:,}: "
            "ask it shorter."
        )
    text = typed(text, otherwise="Type a question: there were no words in it.")
    places = places_of(papers)
    named = named_places(text, places, small)
    parts, topic = _parts(text, papers, named=named)
    refused = beyond(text) or ("no minutes" if _lacks_minutes(text, papers) else "")
    read_as = mistyped(named)
    like = () if named else like_a_place(text, places)
    spelt = _spelt(text, named)
    return Asked(text, kind_of(text, parts), parts, topic, refused, spelt, read_as, like)


def _lacks_minutes(text: str, papers: Sequence[PaperRecord]) -> bool:
    """Whether it asks what a meeting decided of which there are papers, but no minutes: they say
    what it was asked, not what it did."""
    if not _DECIDES.search(text) or _ASKED_TO.search(text):
        return False
    days = [day for day in dates_in(text) if day.is_day]
    kinds = [{p.kind for p in papers if p.date == day.since} for day in days]
    return any(met and not met & {"minutes", "decision"} for met in kinds)


def kind_of(text: str, parts: Sequence[Scope] = ()) -> str:
    """The kind of thing asked for: one of QUESTION_KINDS.

    >>> kind_of("How many carers left?")
    'figure'
    """
    if len({(p.councils, p.kinds) for p in parts}) > 1:
        return "comparison"
    one = _first(_OF_ONE, text)
    beside_itself = one not in ("people", "date") and _COMPARED.search(text)
    if len(parts) > 1 or beside_itself or (not one and _CHANGE.search(text)):
        return "change over time"
    return one or _first(_KINDS, text) or "open"


def _first(kinds: Sequence[tuple[str, str]], text: str) -> str:
    """The first kind whose rule the text keeps; "" if there is none."""
    return next((kind for kind, rule in kinds if re.search(rule, text, re.I)), "")


def _parts(
    text: str, papers: Sequence[PaperRecord], *, named: Mapping[str, str]
) -> tuple[tuple[Scope, ...], str]:
    """The scopes asked about, and what is asked of them; `named` are the places in the text."""
    places = places_of(papers)
    topic = _without(text, named.values())
    order = sorted(named, key=lambda p: text.find(named[p]))
    if not named and _EVERY_COUNCIL.search(text) and 1 < len(places) <= 6:
        order = list(places)
    named_days = spans(text, papers)
    then = asked_of(text, named_days)
    base = Scope(preferred=tuple((d.since, d.until) for d in then))
    if len(order) > 1:
        each = [replace(base, councils=places[n]) for n in order]
        for n, days in enumerate(own_days(text, [named[n] for n in order if n in named])):
            if days:
                each[n] = replace(each[n], preferred=tuple((d.since, d.until) for d in days))
        return tuple(each), _tidied(topic)
    if order:
        base = replace(base, councils=places[order[0]])
    dated = meetings(named_days, [p for p in papers if base.admits(p)])
    if len(dated) > 1:
        topic = _without(topic, [rf"{MONTHS}", r"\d{4}"], literally=False)
        parts = (replace(base, since=d.since, until=d.until, preferred=()) for d in dated)
        return tuple(parts), _tidied(topic)
    kinds = _papers_compared(text, {p.kind for p in papers if base.admits(p)})
    if len(kinds) > 1 and not base.kinds:
        return tuple(replace(base, kinds=each) for each in kinds), topic
    return (base,), topic


def _papers_compared(text: str, there: AbstractSet[str]) -> list[tuple[str, ...]]:
    """The kinds of paper that a question sets side by side ("the report and the minutes"), in the
    order named, of those there are."""
    found = [(named, kinds) for pattern, kinds in _PAPERS if (named := pattern.search(text))]
    found_at = sorted((named.span(), kinds) for named, kinds in found if there & set(kinds))
    between = (text[one[1] : other[0]] for (one, _), (other, _) in pairwise(found_at))
    return [kinds for _, kinds in found_at] if all(map(_SETS_BESIDE.search, between)) else []


def _tidied(topic: str) -> str:
    """A topic without the words that joined what was taken out of it."""
    return re.sub(r"\s+([?.!,;:])", r"\1", " ".join(_DANGLING.sub(" ", topic).split()))


def _spelt(text: str, named: Mapping[str, str]) -> str:
    """The text with places named in another spelling named in theirs."""
    for place, words in named.items():
        if words.casefold() != place.casefold():
            text = text.replace(words, place)
    return text


def _without(text: str, words: Iterable[str], *, literally: bool = True) -> str:
    """The text without these words; the whole text where nothing to ask would be left."""
    rest = text
    for word in words:
        pattern = re.escape(word) if literally else word
        rest = re.sub(rf"(?<!\w)(?:{pattern})(?:['’]s)?(?!\w)", " ", rest, flags=re.I)
    rest = " ".join(rest.split())
    return rest if len(rest.split()) > 2 else text
