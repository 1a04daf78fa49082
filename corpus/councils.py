"""Which council a paper is of: as it names itself, or the place where no council is named.

Evidence, strongest first: the council's name alone on a line of the header, or in the page title of
a web page; a folder or file named by the place; e-mail addresses; how often the name is printed. A
council named only in passing (a peer reviewer, a neighbour) is not taken for the paper's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.header import TOP, meeting_named
from corpus.paper import Line

_WORD = r"[A-Z][a-z'’]+(?:-(?:on|in|le|upon|under|the)?-?[A-Z]?[a-z]+)*"
_LINK = r"(?:upon|under|and|&|le|with|East|West|North|South)"
_PLACE = rf"{_WORD}(?: {_LINK}(?: {_LINK})* {_WORD}| {_WORD})?"
_TYPE = r"(?:Metropolitan|County|City|Borough|District|Town|Parish|Unitary|Combined|London)"
_TYPED = re.compile(rf"\b({_PLACE}) ((?:{_TYPE} )+)Council\b(?! [Tt]ax)")
_UNTYPED = re.compile(
    rf"\b((?:City of |Isle of )?{_WORD}(?: (?:and|&) {_WORD})?) Council\b(?! [Tt]ax)"
)
_BOROUGH = re.compile(rf"\b((?:Royal |London )?Borough of {_PLACE})\b")
_OWN_TYPE = re.compile(rf"\b[Tt]he ((?:{_TYPE} )+)Council\b|\b[a-z]+ ((?:{_TYPE} )+)Council\b")
_HOST = re.compile(r"[@./](?:www\.)?([a-z-]+)\.gov\.uk", re.I)
_ADDRESS = re.compile(r"\S*(?:@|www\.|\.gov|\.uk|\.org|\.com)\S*")
_LIVED_IN = re.compile(
    r"\b(?:in|across|within|for) ([A-Z][a-z]{3,})\b(?! [A-Z])|\b([A-Z][a-z]{3,})['’]s\b"
)
_WORDS = re.compile(r"[A-Za-z][a-z]{3,}")
HEADED = 20
"""Weight of the name standing alone in the header or ending a web page's title."""
NEAR = 12
"""Weight of a folder or file named by the place."""
LEAST = 3
"""Weight that a name must have: one mention in the text is somebody else's."""
_ELSE = frozenset(
    re.findall(
        r"\w+",
        "the county city borough district town parish metropolitan unitary combined london "
        "january february march april may june july august september october november "
        "december monday tuesday wednesday thursday friday saturday sunday ofsted england "
        "wales britain kingdom united government secretary state cabinet scrutiny committee "
        "council ministry minister parliament papers text sample corpus project documents "
        "downloads reports minutes agenda home users desktop councillor each every full youth "
        "arts privy school executive extraordinary this that their other any all our appendix "
        "report draft ",
    )
)
"""Words that begin with a capital and name no council."""


@dataclass(slots=True)
class _Seen:
    """What was counted on the way through a paper."""

    names: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    hosts: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    lived_in: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, *, weight: int, title_case: bool) -> None:
        for match in _TYPED.finditer(text):
            self.names[f"{match[1]} {match[2]}Council"] += weight
        for match in _UNTYPED.finditer(text):
            self.names[f"{match[1]} Council"] += weight
        for match in _BOROUGH.finditer(text):
            self.names[match[1]] += weight
        for named, passing in _OWN_TYPE.findall(text):
            self.types[(named or passing).strip()] += 2 if named else 1
        if not title_case:
            self.lived_in.update((a or b).lower() for a, b in _LIVED_IN.findall(text))
            for word in _WORDS.findall(_ADDRESS.sub("", text)):
                (self.capital if word[0].isupper() else self.small)[word.lower()] += 1

    def is_place(self, word: str) -> bool:
        """Whether a word is only ever written with a capital, and as a place: "in X", "X's"."""
        often = self.capital[word] > 1 and 20 * self.small[word] <= self.capital[word]
        return often and word not in _ELSE and self.lived_in[word] > 0


def council_of(
    lines: Iterable[Line], *, document: str, folders: Sequence[str] = (), file_title: str = ""
) -> str | None:
    """The council whose paper it is, or None if nothing says. `folders` are nearest first."""
    seen = _Seen()
    for number, line in enumerate(lines):
        for text in line.cells or (line.text,):
            shown = text.title().replace("’S", "’s").replace("'S", "'s") if text.isupper() else text
            alone = number < TOP and _is_council(shown)
            seen.add(shown, weight=HEADED if alone else 1, title_case=text.isupper())
            seen.hosts.update(h.lower() for h in _HOST.findall(text))
    ending = re.split(r"\s[-–|]\s", file_title)[-1].strip()
    if _is_council(ending):
        seen.names[ending] += HEADED
    return _best(seen, [document, *folders])


def _is_council(text: str) -> bool:
    text = text.strip(" :.,–-")
    return any(pattern.fullmatch(text) for pattern in (_TYPED, _UNTYPED, _BOROUGH))


def _best(seen: _Seen, paths: Sequence[str]) -> str | None:
    known = _council_folder(paths[1:])
    named = {w.lower() for p in paths for w in _WORDS.findall(p.title())}
    places = {known} if known else {w for w in named if seen.is_place(w)}
    scores = {
        name: count + NEAR * bool(places & _words(name)) + _hosted(name, seen.hosts)
        for name, count in seen.names.items()
        if _stands(name, seen) and (not known or known in _words(name) or count > NEAR)
    }
    best = max(scores, key=lambda n: (scores[n], len(n)), default=None)
    own = next((kind for kind, count in seen.types.most_common(1) if count > 1), "")
    sure = best and scores[best] >= LEAST + NEAR * bool(places & _words(best))
    if sure and not (known and own and _UNTYPED.fullmatch(best or "")):
        return best
    typed = [n for n in scores if places & _words(n) and _TYPED.fullmatch(n)]
    place = max(places, key=lambda w: seen.capital[w], default=None)
    if typed or place is None:
        return max(typed, key=lambda n: scores[n], default=None)
    return f"{place.title()} {own} Council" if own else place.title()


def _council_folder(folders: Sequence[str]) -> str:
    """The place that a folder is named by, where papers lie in council/committee/date."""
    for inner, outer in pairwise(folders):
        word = outer.replace("_", " ").strip().lower()
        if meeting_named(inner.replace("_", " ").title()) and word.isalpha() and word not in _ELSE:
            return word
    return ""


def _words(name: str) -> set[str]:
    return {w.lower() for w in _WORDS.findall(name)}


def _stands(name: str, seen: _Seen) -> bool:
    """Whether its first word is a name, not the beginning of a sentence or of a title."""
    first = name.split(maxsplit=1)[0].lower()
    if name.startswith(("City of ", "Isle of ", "Royal ", "London ", "Borough of ")):
        return True
    return first not in _ELSE and seen.capital[first] >= 20 * seen.small[first]


def _hosted(name: str, hosts: Counter[str]) -> int:
    """Addresses at the council's own host, which begins like its name."""
    first = re.sub(r"\W", "", name.split(maxsplit=1)[0].lower())
    return sum(5 * n for host, n in hosts.items() if first.startswith(host[:4]))
