"""Which kind of council a paper is of that names only the place: "Oxton" of the county or the city.

Told by how it speaks of itself ("the County Council", "OCC" where the place is Oxton) and of what
it serves ("countywide", "electoral divisions", "across the city"). One hint is not enough.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

TYPES = r"(?:Metropolitan|County|City|Borough|District|Town|Parish|Unitary|Combined|London)"
_OWN = re.compile(rf"\b[Tt]he ((?:{TYPES} )+)Council\b|\b[a-z]+ ((?:{TYPES} )+)Council\b")
_SERVED = (
    ("County", 2, r"\bcounty[- ]?wide\b|\bcounty hall\b|\belectoral divisions?\b"),
    ("County", 1, r"\b(?:the|this|our) county\b(?! council)"),
    ("City", 2, r"\bcity[- ]?wide\b"),
    ("City", 1, r"\b(?:the|this|our) city\b(?! council| of)"),
)
_HINTS = tuple((kind, weight, re.compile(words, re.I)) for kind, weight, words in _SERVED)
_SPOKEN = re.compile(r"county|city|council|division", re.I)
"""What a line must hold to be worth a closer look (few do)."""
_INITIALS = re.compile(r"\b[A-Z]{3,5}\b")
LEAST = 2
"""Weight of hints below which the kind is not known; a name spelt out weighs 2."""


@dataclass(slots=True)
class Hints:
    """What a paper says of the kind of council it is of, counted line by line."""

    weights: Counter[str] = field(default_factory=Counter)
    initials: Counter[str] = field(default_factory=Counter)
    words: dict[str, str] = field(default_factory=dict)

    def hear(self, text: str) -> None:
        """Take account of one line."""
        if _SPOKEN.search(text):
            for named, passing in _OWN.findall(text):
                self.add((named or passing).strip(), 2 if named else 1, text)
            for kind, weight, pattern in _HINTS:
                if pattern.search(text):
                    self.add(kind, weight, text)
        self.initials.update(_INITIALS.findall(text))

    def add(self, kind: str, weight: int, text: str) -> None:
        """A hint at one kind, with the line it stands in."""
        self.weights[kind] += weight
        self.words.setdefault(kind, text)

    def kind_at(self, place: str) -> str:
        """The kind that is hinted at most, "" if none is. Initials alone tell too little: "OCC" is
        a county's and a city's, and "TBC" has yet to be confirmed."""
        weighed = Counter({k: self.weights[k] + 2 * self._signs(place, k) for k in self.weights})
        (best, weight), (_, next_weight) = [*weighed.most_common(2), ("", 0), ("", 0)][:2]
        return best if weight >= LEAST and weight > next_weight else ""

    def _signs(self, place: str, kind: str) -> bool:
        letters = "".join(word[0] for word in f"{place.title()} {kind} Council".split())
        return letters in self.initials
