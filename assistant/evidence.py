"""Hits become the sentences, list items and rows that bear on the question, best first.

Each unit is scored by a weighted sum of features a person can check: the question's words it holds
(the rarer the heavier), how near its meaning is, how well its passage was found, and whether it
holds the kind of thing asked for (a number, a date, a name, a grade). The weights are fitted by
`training/fit_evidence.py` on development questions; each of three sets scored by weights fitted on
the other two has a right unit first for 0.58, 0.56 and 0.55 of its questions (weights set by hand
before: 0.57, 0.35, 0.52).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.units import OPENS, Unit, units_of
from assistant.wanted import wanted_in
from corpus.dates import dates_in
from index.encoder import Encoder
from index.laywords import meanings_of
from index.search import STOP_WORDS, Hit, terms_of
from index.shelves import Shelf
from index.words import tokens

READ = 14
"""Hits whose units are read; with 8, right answers on development gold fell by 0.02."""
WEIGH = 60
"""Units compared by meaning: each costs about 2 ms on two cores."""
REREAD = 2.0
"""Weight of a hit's best unit against its own score when hits are put in their last order. On the
three sets of development questions 0, 0.5, 1 and 2 gave MRR 0.686, 0.710, 0.716, 0.713 (text),
0.349, 0.362, 0.379, 0.405 (PDF) and 0.521, 0.549, 0.560, 0.569 (sample); recall within 600 words
rose with them."""

FEATURES = ("held", "around", "meaning", "passage", "first", "fits", "number", "length", "row",
            "item", "listed", "front", "wanted", "resolved")  # fmt: skip
WEIGHTS = (3.0, 5.42, 4.12, 2.68, 0.82, 0.75, -0.01, 0.02, 0.73, 0.09, 1.32, -1.75, 1.73, 2.63)

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|double|doubled|"
    r"none)\b", re.I,
)  # fmt: skip
_MONEY = re.compile(r"[£$€]|\d\s?(?:m|k|bn)\b|\bmillion\b|\b\d{1,3}(?:,\d{3})+\b")
_NAME = re.compile(r"\b[A-Z][a-z’'-]+ (?:[A-Z]\.? )?[A-Z][a-z’'-]+")
_ROLE = re.compile(r"\b(?:director|chair|head of|manager|lead|officer|member|leader|commissioner|"
                   r"secretary|team|board|committee|cllr|councillor|mr|mrs|ms|dr)\b",
                   re.I)  # fmt: skip
_WHEN = re.compile(
    r"\b(?:within|by|every|weekly|monthly|quarterly|annually|fortnightly|months?|"
    r"weeks?)\b",
    re.I,
)
_GRADE = re.compile(r"\b(?:outstanding|good|requires? improvement|requiring improvement|"
                    r"inadequate|judged|graded|rated|found|identified|strengths?|"
                    r"weakness(?:es)?|sound|red|amber|green)\b", re.I)  # fmt: skip
_DECIDED = re.compile(
    r"\b(?:resolved|agreed|carried|lost|approved|endorsed?|noted?|that the|"
    r"for|against)\b",
    re.I,
)
_ASKED = re.compile(r"\b(?:recommend\w*|should|ensure|that|consider|agree|asked|propos\w+)\b", re.I)
_DONE = re.compile(r"\b(?:complet\w+|ongoing|progress|has been|have been|achieved|on track|"
                   r"improv\w+|not yet|continues?|action)\b", re.I)  # fmt: skip
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

    @property
    def resemblance(self) -> float:
        """The score without what is owed to holding the kind of thing asked for."""
        owed = ("fits", "number", "wanted", "resolved")
        return self.score - sum(
            w * f for n, w, f in zip(FEATURES, WEIGHTS, self.features, strict=True) if n in owed
        )


@dataclass(frozen=True, slots=True)
class Weighed:
    """The question's terms with their weight: the rarer in the papers, the heavier (idf).

    `meanings` are a lay word's or an acronym's terms in the papers' words; `unknown` the terms that
    no passage has, in these or other words.
    """

    terms: dict[str, float]
    meanings: dict[str, frozenset[str]]
    unknown: frozenset[str]

    @classmethod
    def of(cls, question: str, opened: Sequence[Shelf]) -> Weighed:
        """Weigh the words of a question by how many passages of these shelves hold each."""
        terms = dict.fromkeys(t for s in opened for t, w in terms_of(question, s.lexicon) if w >= 1)
        passages = sum(s.words.count for s in opened)
        counts = {t: sum(s.words.document_frequency(t) for s in opened) for t in terms}
        weights = {t: math.log(1 + passages / (0.5 + n)) for t, n in counts.items()}
        weights |= {t: YEARS * w for t, w in weights.items() if _YEAR.fullmatch(t)}
        meanings: dict[str, frozenset[str]] = {}
        for word, official in meanings_of(question).items():
            meanings |= {t: frozenset(tokens(" ".join(official))) for t in tokens(word)}
        for shelf in opened:
            for term in terms:
                phrase = " ".join(shelf.lexicon.acronyms.get(term, ()))
                if phrase:
                    meanings[term] = frozenset(tokens(phrase)) - STOP_WORDS
        unknown = frozenset(t for t, n in counts.items() if not n and t not in meanings)
        return cls(weights, meanings, unknown)

    @property
    def absent(self) -> float:
        """The share of the weight in terms that no passage has, 0 to 1."""
        return self.share_in(set(self.unknown))

    def share_in(self, words: set[str]) -> float:
        """How much of the question's weight the words hold, 0 to 1; half for other words for it."""
        total = sum(self.terms.values())
        held = sum(
            w if t in words else w * OTHER_WORDS * bool(self.meanings.get(t, _NONE) & words)
            for t, w in self.terms.items()
        )
        return held / total if total else 0.0


YEARS = 2.0
"""Times its idf for a year: common over the papers, yet the wrong year is the wrong answer."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:/\d\d)?")
_NONE: frozenset[str] = frozenset()
OTHER_WORDS = 0.5
"""Of a term's weight, for a unit that holds the papers' words for it and not the term."""


def gather(
    hits: Sequence[Hit], question: str, *, kind: str, weighed: Weighed, encoder: Encoder,
    decides: bool = False,
) -> list[Evidence]:  # fmt: skip
    """The units of the first hits, best first; `decides` if asked what a meeting decided."""
    units = [(hit, rank, u) for rank, hit in enumerate(hits[:READ]) for u in units_of(hit.passage)]
    rough = [
        (
            *_wordwise(unit, hit, rank=rank, kind=kind, weighed=weighed, question=question),
            float(decides and hit.passage.kind == "resolution"),
        )
        for hit, rank, unit in units
    ]
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


def reread(hits: Sequence[Hit], evidence: Sequence[Evidence]) -> list[Hit]:
    """The hits again, those with a unit that bears on the question first."""
    best: dict[int, float] = {}
    for item in evidence:
        best.setdefault(item.hit.passage.id, item.score / evidence[0].score)
    share = 1 / (1 + REREAD)
    scored = [
        replace(h, score=share * (h.score + REREAD * max(best.get(h.passage.id, 0.0), 0.0)))
        for h in hits
    ]
    return sorted(scored, key=lambda h: -h.score)


def _meanings(question: str, units: Sequence[Unit], encoder: Encoder) -> np.ndarray:
    texts = [question] + [f"{_last(u.passage.section)} {u.context} {u.text}" for u in units]
    vectors = encoder.encode(texts)
    return np.asarray(vectors[1:] @ vectors[0])


def _wordwise(
    unit: Unit, hit: Hit, *, rank: int, kind: str, weighed: Weighed, question: str
) -> tuple[float, ...]:
    wanted = wanted_in(question)
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
        float(kind == "list" and (unit.kind == "item" or bool(OPENS.search(unit.text)))),
        float(hit.passage.kind in ("front matter", "boilerplate")),
        sum(w.holds(unit.text, question) for w in wanted) / len(wanted) if wanted else 0.0,
    )


def _sum(features: Sequence[float]) -> float:
    return sum(w * f for w, f in zip(WEIGHTS, features, strict=True))


def _last(section: str) -> str:
    return section.rsplit(" > ", 1)[-1]
