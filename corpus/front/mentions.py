"""What a paper says of councils and places: which it names, how often, on which line best."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.dates import MONTH_NAMES
from corpus.front.authorities import TYPES, Hints
from corpus.paper import Place

_WORD = r"[A-Z][a-z'’]+(?:-(?:on|in|le|upon|under|the)?-?[A-Z]?[a-z]+)*"
_LINK = r"(?:upon|under|and|&|le|with|East|West|North|South)"
_PLACE = rf"{_WORD}(?: {_WORD})?(?: {_LINK}(?: {_LINK})* {_WORD}(?: {_WORD})?)?"
TYPED = re.compile(rf"\b({_PLACE}) ((?:{TYPES} )+)Council\b(?! [Tt]ax)")
UNTYPED = re.compile(rf"\b((?:City of |Isle of )?(?:{_WORD}, )?{_PLACE}) Council\b(?! [Tt]ax)")
_BOROUGH = re.compile(rf"\b((?:(?:Royal |London )?Borough of|LB(?: of)?) {_PLACE})\b")
_AUTHORITY = re.compile(rf"((?:The )?{_PLACE}(?: (?:{_WORD}|and|&)){{1,4}} Authority)")
"""Fire and rescue, combined and national park authorities meet and publish as councils do; what
else is an authority ("Local Planning Authority") has no place's name before its kind."""
_HOST = re.compile(r"[@./](?:www\.)?([a-z-]+)\.gov\.uk", re.I)
_ADDRESS = re.compile(r"@|www\.|\.gov|\.uk|\.org|\.com")
_LIVED_IN = re.compile(
    r"\b(?:in|across|within|for) ([A-Z][a-z]{3,})\b(?! [A-Z])|\b([A-Z][a-z]{3,})['’]s\b"
)
WORDS = re.compile(r"[A-Za-z][a-z]{3,}")
_SMALL = frozenset(["and", "of", "upon", "under", "the", "le", "with", "on", "in", "by"])
BESIDE = re.compile(r"\s+[-–—|/·•]\s+")
"""Stands between a council's name and its committee's, or the same name in Welsh or Gaelic."""
_BODIES = r"(?:Committee|Cabinet|Board|Panel|Executive|Commission|Forum|Meeting)\b"
_WITH = re.compile(rf"(?<=Council) (?:and |\(\w+\)$|(?!Tax)(?=(?:[A-Z].* )?{_BODIES}))")
"""Stands between a council's name and a partner's, its committee's, or the same in one word."""
_BEFORE_SHORT = re.compile(rf"{_BOROUGH.pattern}(?= [A-Z]{{2,}} .*{_BODIES})")
"""A borough's name ends before an abbreviation: "London Borough of Oxley CYP Committee"."""
_OPENINGS = ("LB ", "City of ", "Isle of ", "Royal ", "London ", "Borough of ")
HEADED = 20
"""Weight of the name standing alone in the header, ending a web page's title, naming a folder."""
NO_PLACE = frozenset(
    re.findall(
        r"\w+",
        "the county city borough district town parish metropolitan unitary combined london "
        "monday tuesday wednesday thursday friday saturday sunday ofsted england "
        "wales britain kingdom united government secretary state cabinet scrutiny committee "
        "council ministry minister parliament papers text sample corpus project documents "
        "downloads reports minutes agenda home users desktop councillor each every full youth "
        "arts privy school executive extraordinary this that their other any all our appendix "
        "report draft board panel forum commission partnership group local lead",
    )
) | set(MONTH_NAMES)
"""Words that begin with a capital and name no council."""


@dataclass(slots=True)
class Mentions:
    """What was counted on the way through a paper; `printed` is where each name was read best."""

    names: Counter[str] = field(default_factory=Counter)
    printed: dict[str, tuple[Place, str]] = field(default_factory=dict)
    capital: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    hosts: Counter[str] = field(default_factory=Counter)
    hints: Hints = field(default_factory=Hints)
    lived_in: Counter[str] = field(default_factory=Counter)

    def read(self, text: str, *, alone: bool) -> None:
        """Count what one line, or cell of a row, says; `alone` where a council's name with nothing
        else beside it is that of the paper's own."""
        shouted = text.isupper()
        shown = _calmed(text) if shouted else text
        heads = council_on(text) if alone else ""
        for name in _named_in(heads or shown):
            self.add(name, HEADED if heads else 1, "front matter" if heads else "text", text)
        self.hosts.update(h.lower() for h in _HOST.findall(text))
        self.hints.hear(shown)
        if not shouted:
            self.lived_in.update((a or b).lower() for a, b in _LIVED_IN.findall(text))
            for word in WORDS.findall(_unaddressed(text)):
                (self.capital if word[0].isupper() else self.small)[word.lower()] += 1

    def add(self, name: str, weight: int, place: Place, words: str) -> None:
        """A council's name where it was read."""
        if weight > 1 and self.printed.get(name, ("text", ""))[0] == "text":
            self.printed[name] = (place, words)
        self.printed.setdefault(name, (place, words))
        self.names[name] += weight

    def is_place(self, word: str) -> bool:
        """Whether a word is only ever written with a capital, and as a place: "in X", "X's"."""
        often = self.capital[word] > 1 and 20 * self.small[word] <= self.capital[word]
        return often and word not in NO_PLACE and self.lived_in[word] > 0

    def stands(self, name: str) -> bool:
        """Whether a name's first word is a name, not the beginning of a sentence or of a title."""
        first = name.split(maxsplit=1)[0].lower()
        if name.startswith(_OPENINGS):
            return True
        return _is_placed(name) and self.capital[first] >= 20 * self.small[first]


def _is_placed(name: str) -> bool:
    """Whether a council's name begins with a place's, as "County Council" does not."""
    first = name.removeprefix("The ").split(maxsplit=1)[0].lower()
    return name.startswith(_OPENINGS) or first not in NO_PLACE


def _calmed(text: str) -> str:
    """A line printed in capitals as it is printed elsewhere."""
    words = (word.title() if word.lower() not in _SMALL else word.lower() for word in text.split())
    return " ".join(words).replace("’S", "’s").replace("'S", "'s")


def _unaddressed(text: str) -> str:
    """The text without e-mail and web addresses."""
    words = text.split()
    if _ADDRESS.search(text):
        words = [word for word in words if not _ADDRESS.search(word)]
    return " ".join(words)


def _named_in(text: str) -> Iterator[str]:
    """Every council that a line names."""
    yield from (f"{match[1]} {match[2]}Council" for match in TYPED.finditer(text))
    yield from (f"{match[1]} Council" for match in UNTYPED.finditer(text))
    yield from (match[1] for match in _BOROUGH.finditer(text))
    if match := _AUTHORITY.fullmatch(text):
        yield match[1]


def is_council(text: str) -> bool:
    """Whether a text is a council's name and nothing else."""
    text = re.sub(r"^the\s+", "", text.strip(" :.,–-"), flags=re.I)
    return any(pattern.fullmatch(text) for pattern in (TYPED, UNTYPED, _BOROUGH, _AUTHORITY))


def council_on(line: str) -> str:
    """The council whose name a line is, alone, beside a committee's or another body's, or in two
    languages; "" if it is none's.

    >>> council_on("LONDON BOROUGH OF OXLEY - AUDIT COMMITTEE")
    'London Borough of Oxley'
    """
    shown = _calmed(line) if line.isupper() else line
    parts = [name for part in BESIDE.split(shown) for name in _WITH.split(part)]
    if found := _BEFORE_SHORT.match(shown):
        parts.append(found[0])
    return next((part for part in parts if is_council(part) and _is_placed(part)), "")


def words_of(name: str) -> set[str]:
    """The words of a name that may be a place's, in small letters."""
    return {w.lower() for w in WORDS.findall(name)}
