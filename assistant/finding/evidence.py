"""Hits become the sentences, list items and rows that bear on the question, best first.

Each unit is scored by a weighted sum of features a person can check: the question's words it holds
(the rarer the heavier), how near its meaning is, how well its passage was found, whether it holds
the kind of thing asked for (a number, a date, a name, a grade), and what the reader, if there is
one, makes of its passage and of its words. The weights stand in `assistant.fitted`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from assistant import fitted
from assistant.asking.wanted import NAME, ROLE, wanted_in
from assistant.finding.units import OPENS, Unit, units_of
from corpus.dates import dates_in
from index.encoder import Encoder
from index.kept.shelves import Shelf
from index.reranking import relevances
from index.search import STOP_WORDS, Hit, terms_of
from index.texts.laywords import meanings_of
from index.words import tokens

READ = 14
"""Hits whose units are read; with 8, right answers on development gold fell by 0.02."""
WEIGH = 24
"""Units compared by meaning, the likeliest by all else: each costs 2 to 3 ms on two cores. With 60
the same answers were right, with 16 two fewer of 1,257."""

LONG, LONGEST = 80, 200
"""Words: from so many on a unit counts as long, up to so many. A row of a hundred words and more
holds some of any question's."""

_OWED = ("fits", "number", "wanted", "resolved")

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|double|doubled|"
    r"none)\b", re.I,
)  # fmt: skip
_MONEY = re.compile(r"[£$€]|\d\s?(?:m|k|bn)\b|\bmillion\b|\b\d{1,3}(?:,\d{3})+\b")
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
    "people": lambda t: bool(NAME.search(t) or ROLE.search(t)),
    "judgement": lambda t: bool(_GRADE.search(t)),
    "decision": lambda t: bool(_DECIDED.search(t)),
    "recommendation": lambda t: bool(_ASKED.search(t)),
    "progress": lambda t: bool(_DONE.search(t)),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A unit and how well it bears on the question. `features` are in the order of
    `fitted.EVIDENCE`; `read` whether a reader has said which words answer; `extreme` whether it is
    the row of its table that a superlative asks for."""

    unit: Unit
    hit: Hit
    score: float
    features: tuple[float, ...]
    read: bool = False
    extreme: bool = False

    @property
    def resemblance(self) -> float:
        """The score without what is owed to holding the kind of thing asked for."""
        known = zip(fitted.EVIDENCE, fitted.evidence(self.read), self.features, strict=True)
        return self.score - sum(w * f for name, w, f in known if name in _OWED)

    def known(self, name: str) -> float:
        """One of its features, by its name in `fitted.EVIDENCE`."""
        return self.features[fitted.EVIDENCE.index(name)]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The question's terms with their weight: the rarer in the papers, the heavier (idf).

    `meanings` are a lay word's or an acronym's terms in the papers' words; `unknown` the terms that
    no passage has, in these or other words; `phrases` what an acronym is, each whole.
    """

    terms: dict[str, float]
    meanings: dict[str, frozenset[str]]
    unknown: frozenset[str]
    phrases: dict[str, tuple[frozenset[str], ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, question: str, opened: Sequence[Shelf], *, names: Sequence[str] = ()) -> Weighed:
        """Weigh the words of a question by how many passages of these shelves hold each; `names`
        are those of them that are not taken for another word, though no passage has them."""
        terms = dict.fromkeys(t for s in opened for t, w in terms_of(question, s.lexicon) if w >= 1)
        passages = sum(s.words.count for s in opened)
        counts = {t: sum(s.words.document_frequency(t) for s in opened) for t in terms}
        weights = {t: rarity(passages, n) for t, n in counts.items()}
        weights |= {t: YEARS * w for t, w in weights.items() if _YEAR.fullmatch(t)}
        meanings: dict[str, frozenset[str]] = {}
        for word, official in meanings_of(question).items():
            meanings |= {t: frozenset(tokens(" ".join(official))) for t in tokens(word)}
        phrases: dict[str, tuple[frozenset[str], ...]] = {}
        for shelf in opened:
            for term in terms:
                if spelt_out := shelf.lexicon.spelt_out(term):
                    whole = (frozenset(tokens(p)) - STOP_WORDS for p in spelt_out)
                    phrases[term] = tuple(filter(None, whole))
                    meanings[term] = frozenset().union(*phrases[term])
        unknown = {t for t, n in counts.items() if not n and t not in meanings}
        unknown |= {
            t for name in names for t in tokens(name)
            if not any(s.words.document_frequency(t) for s in opened)
        }  # fmt: skip
        return cls(weights, meanings, frozenset(unknown), phrases)

    @property
    def absent(self) -> float:
        """The share of the weight in terms that no passage has, 0 to 1."""
        return self.share_in(set(self.unknown))

    def share_in(self, words: set[str]) -> float:
        """How much of the question's weight the words hold, 0 to 1; half for other words for it."""
        total = sum(self.terms.values())
        held = sum(w * self._holds(term, words) for term, w in self.terms.items())
        return held / total if total else 0.0

    def _holds(self, term: str, words: set[str]) -> float:
        """Whole for a term or all that an acronym stands for; of other words half, and of some of
        what an acronym stands for their share of half."""
        if term in words:
            return 1.0
        if phrases := self.phrases.get(term):
            share = max(len(phrase & words) / len(phrase) for phrase in phrases)
            return share if share == 1 else OTHER_WORDS * share
        return OTHER_WORDS * bool(self.meanings.get(term, _NONE) & words)


def rarity(passages: int, holding: int) -> float:
    """What a term weighs that so many of the passages hold (idf)."""
    return math.log(1 + passages / (0.5 + holding))


YEARS = 2.0
"""Times its idf for a year: common over the papers, yet the wrong year is the wrong answer."""
_SEATED = re.compile(
    r"\b(?:(?:vice[- ]?)?chair\w*|apologies|present|in attendance|members?hip)\b", re.I
)
"""Who sat on a committee stands in its front matter, and nowhere else."""
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
    pointed = any(hit.verdict and hit.verdict.answers is not None for hit in hits)
    weights = fitted.evidence(pointed)
    relevant = relevances(hits)
    rough = [
        (
            *_wordwise(unit, hit, rank=rank, kind=kind, weighed=weighed, question=question,
                       found=hit.score if pointed else hit.found),
            float(decides and hit.passage.kind == "resolution"),
            *_read(unit, hit, relevant[hit.passage.id]),
        )
        for hit, rank, unit in units
    ]  # fmt: skip
    order = sorted(range(len(units)), key=lambda i: -_sum(rough[i], weights))[:WEIGH]
    meanings = _meanings(question, [units[i][2] for i in order], encoder)
    found = []
    for i, meaning in zip(order, meanings, strict=True):
        hit, _, unit = units[i]
        features = (*rough[i][:2], float(meaning), *rough[i][3:])
        found.append(Evidence(unit, hit, _sum(features, weights), features, pointed))
    return sorted(found, key=lambda e: -e.score)


def by_evidence(
    hits: Sequence[Hit], evidence: Sequence[Evidence], *, share: float | None = None
) -> list[Hit]:
    """The hits again, those with a unit that bears on the question first."""
    if share is None:
        share = fitted.ORDER_READ if evidence and evidence[0].read else fitted.ORDER_PLAIN
    best: dict[int, float] = {}
    most = evidence[0].score if evidence and evidence[0].score > 0 else 1.0
    for item in evidence:
        best.setdefault(item.hit.passage.id, max(item.score / most, 0.0))
    scored = [
        replace(h, score=(1 - share) * h.score + share * best.get(h.passage.id, 0.0)) for h in hits
    ]
    return sorted(scored, key=lambda h: -h.score)


def _meanings(question: str, units: Sequence[Unit], encoder: Encoder) -> np.ndarray:
    texts = [question] + [f"{_last(u.passage.section)} {u.context} {u.text}" for u in units]
    vectors = encoder.encode(texts)
    return np.asarray(vectors[1:] @ vectors[0])


def _wordwise(
    unit: Unit, hit: Hit, *, rank: int, kind: str, weighed: Weighed, question: str, found: float
) -> tuple[float, ...]:
    wanted = wanted_in(question)
    own = set(tokens(unit.text)) | set(tokens(unit.context))
    around = own | set(tokens(hit.passage.text)) | set(tokens(hit.passage.breadcrumb))
    words = len(unit.text.split())
    fits = _FITS.get(kind)
    seated = bool(_SEATED.search(question) and _SEATED.search(unit.text))
    return (
        weighed.share_in(own),
        weighed.share_in(around),
        0.0,
        found,
        1 / (1 + rank),
        float(fits(unit.text)) if fits else 0.0,
        float(bool(re.search(r"\d", unit.text))),
        max(min(words, LONGEST) - LONG, 0) / 100,
        float(unit.kind == "row"),
        float(unit.kind == "item"),
        float(kind == "list" and (unit.kind == "item" or bool(OPENS.search(unit.text)))),
        float(hit.passage.kind in ("front matter", "boilerplate") and not seated),
        sum(w.holds(unit.text, question) for w in wanted) / len(wanted) if wanted else 0.0,
    )


def _read(unit: Unit, hit: Hit, relevant: float) -> tuple[float, float, float]:
    """What the reader makes of the passage, against the best of them, and of these words in it."""
    verdict = hit.verdict
    if verdict is None or verdict.answers is None:
        return 0.0, 0.0, 0.0
    answers = 1 / (1 + math.exp(-verdict.answers))
    return relevant, answers, verdict.within(unit.start, unit.end)


def _sum(features: Sequence[float], weights: Sequence[float]) -> float:
    return sum(w * f for w, f in zip(weights, features, strict=True))


def _last(section: str) -> str:
    return section.rsplit(" > ", 1)[-1]
