"""Hits become the sentences, list items and rows that bear on the question, best first.

Each unit is scored by a weighted sum of features a person can check: the question's words it holds (the
rarer the heavier), how near its meaning is, how well its passage was found, and whether it holds the
kind of thing asked for (a number, a date, a name, a grade). The weights are fitted, not chosen:
`training/fit_evidence.py` says on what and prints them again.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.units import Unit, units_of
from corpus.dates import dates_in
from index.encoder import Encoder
from index.search import Hit
from index.words import tokens

READ = 8
"""Hits whose units are read: the answer stood in the first 8 for 9 in 10 questions that had one."""
WEIGH = 40
"""Units compared by meaning: each costs about 2 ms on two cores."""

FEATURES = ("held", "around", "meaning", "passage", "first", "fits", "number", "length", "row", "item")
WEIGHTS = (3.0, 1.0, 3.0, 2.0, 0.5, 0.6, 0.2, 0.3, 0.0, 0.0)

_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve half double doubled none".split()
_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(_NUMBER_WORDS)})\b", re.I)
_MONEY = re.compile(r"[£$€]|\d\s?(?:m|k|bn)\b|\bmillion\b|\b\d{1,3}(?:,\d{3})+\b")
_NAME = re.compile(r"\b[A-Z][a-z’'-]+ (?:[A-Z]\.? )?[A-Z][a-z’'-]+")
_ROLE = re.compile(r"\b(?:director|chair|head of|manager|lead|officer|member|leader|commissioner|"
                   r"secretary|team|board|committee|cllr|councillor|mr|mrs|ms|dr)\b", re.I)  # fmt: skip
_WHEN = re.compile(r"\b(?:within|by|every|weekly|monthly|quarterly|annually|fortnightly|months?|weeks?)\b", re.I)
_GRADE = re.compile(r"\b(?:outstanding|good|requires? improvement|requiring improvement|inadequate|judged|"
                    r"graded|rated|found|identified|strengths?|weakness(?:es)?|sound|red|amber|green)\b", re.I)  # fmt: skip
_DECIDED = re.compile(r"\b(?:resolved|agreed|carried|lost|approved|endorsed?|noted?|that the|for|against)\b", re.I)
_ASKED = re.compile(r"\b(?:recommend\w*|should|ensure|that|consider|agree|asked|propos\w+)\b", re.I)
_DONE = re.compile(r"\b(?:complet\w+|ongoing|progress|has been|have been|achieved|on track|improv\w+|not yet|"
                   r"continues?|action)\b", re.I)  # fmt: skip
_FITS: dict[str, Callable[[str], bool]] = {
    "figure": lambda t: bool(_NUMBER.search(t)),
    "finance": lambda t: bool(_MONEY.search(t)),
    "date": lambda t: bool(dates_in(t) or _WHEN.search(t)),
    "people": lambda t: bool(_NAME.search(t) or _ROLE.search(t)),
    "judgement": lambda t: bool(_GRADE.search(t)),
    "decision": lambda t: bool(_DECIDED.search(t)),
    "recommendation": lambda t: bool(_ASKED.search(t)),
    "progress": lambda t: bool(_DONE.search(t)),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A unit and how well it bears on the question. `features` in the order of FEATURES."""

    unit: Unit
    hit: Hit
    score: float
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The question's terms with their weight: rarer is heavier (idf), a widening word lighter."""

    terms: dict[str, float]

    @classmethod
    def of(
        cls, terms: Sequence[tuple[str, float]], frequency: Callable[[str], int], *, passages: int
    ) -> Weighed:
        """Weigh terms by how many of so many passages hold each."""
        return cls(
            {t: w * math.log(1 + passages / (0.5 + frequency(t))) for t, w in terms if w >= 1}
        )

    def share_in(self, words: set[str]) -> float:
        """How much of the question's weight the words hold, 0 to 1."""
        total = sum(self.terms.values())
        return sum(w for t, w in self.terms.items() if t in words) / total if total else 0.0


def gather(
    hits: Sequence[Hit], question: str, *, kind: str, weighed: Weighed, encoder: Encoder
) -> list[Evidence]:
    """The units of the first hits, best first."""
    units = [(hit, rank, unit) for rank, hit in enumerate(hits[:READ]) for unit in units_of(hit.passage)]
    rough = [_wordwise(unit, hit, rank, kind, weighed) for hit, rank, unit in units]
    order = sorted(range(len(units)), key=lambda i: -_sum(rough[i]))[:WEIGH]
    if not order:
        return []
    meanings = _meanings(question, [units[i][2] for i in order], encoder)
    found = []
    for i, meaning in zip(order, meanings, strict=True):
        hit, _, unit = units[i]
        features = (*rough[i][:2], float(meaning), *rough[i][3:])
        found.append(Evidence(unit, hit, _sum(features), features))
    return sorted(found, key=lambda e: -e.score)


def _meanings(question: str, units: Sequence[Unit], encoder: Encoder) -> np.ndarray:
    texts = [question] + [f"{_last(u.passage.section)} {u.context} {u.text}" for u in units]
    vectors = encoder.encode(texts)
    return vectors[1:] @ vectors[0]


def _wordwise(unit: Unit, hit: Hit, rank: int, kind: str, weighed: Weighed) -> tuple[float, ...]:
    own = set(tokens(unit.text)) | set(tokens(unit.context))
    around = own | set(tokens(hit.passage.text)) | set(tokens(hit.passage.breadcrumb))
    words = len(unit.text.split())
    fits = _FITS.get(kind)
    return (
        weighed.share_in(own),
        weighed.share_in(around),
        0.0,
        hit.score,
        1 / (1 + rank),
        float(fits(unit.text)) if fits else 0.0,
        float(bool(re.search(r"\d", unit.text))),
        min(math.log(max(words, 1)) / 4, 1.2),
        float(unit.kind == "row"),
        float(unit.kind == "item"),
    )


def _sum(features: Sequence[float]) -> float:
    return sum(w * f for w, f in zip(WEIGHTS, features, strict=True))


def _last(section: str) -> str:
    return section.rsplit(" > ", 1)[-1]
