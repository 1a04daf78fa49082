"""A question's words, meaning and scope become ranked passages.

Both legs look in the scope only. The word leg asks for the question's words, the phrases its
acronyms stand for and the papers' words for its lay words; the vector leg for the question as
asked. Each leg's scores are divided by its best, and a convex combination ranks the passages (it
beats reciprocal rank fusion, which throws the scores away). Passages of a meeting that the question
names by date are preferred, boilerplate comes last, copies of one passage are one hit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from corpus.paper import Access
from index.errors import DamagedError
from index.kept.lexicon import Lexicon
from index.passages import Passage
from index.reader import Verdict
from index.texts.laywords import WEIGHT as LAY_WEIGHT
from index.texts.laywords import official_words
from index.words import tokens

if TYPE_CHECKING:
    from index.catalogue import PaperRecord
    from index.encoder import Encoder
    from index.kept.shelves import Shelf

VECTOR_SHARE = 0.5
"""Of the combined score. At 0.3, 0.4, 0.5, 0.6 answers' MRR was 0.75, 0.76, 0.78, 0.75 over the
text papers' questions, 0.57, 0.59, 0.63, 0.66 (PDF) and 0.73, 0.74, 0.72, 0.72 (sample)."""
CRUMB_WEIGHT = 0.45
"""Of a word found in the breadcrumb, against one in the text. At 0.15, 0.3, 0.45, 0.6 answers' MRR
was 0.74, 0.75, 0.76, 0.76 (text), 0.62, 0.63, 0.65, 0.65 (PDF), 0.70, 0.70, 0.71, 0.71 (sample)."""
DEPTH = 400
"""Passages taken from each leg. 100, 200, 400 gave recall 0.69, 0.69, 0.73 over 4,400 passages."""
ACRONYM_WEIGHT = 0.5
DATE_BONUS = 0.25
"""For a paper whose meeting lies in the days the question names: dates in a question are as often
of what happened as of the meeting, so they prefer and do not filter. 0.5 cost 0.04 of recall."""
BOILERPLATE_SHARE = 0.3
CHANGES = 3
"""Looks at the library until its encoder and indexes agree: it changes both in one transaction."""
COPY = 0.9
"""Share of their words that two copies of one passage have in common, at least."""
_LITTLE = """
a about after all an and any are as at be been before being between both but by can could did do
does doing done for from get give given go had has have having he her him his how i if in into is
it its just know like made make many may me might much must my need no not of off on one or our
out over say said says shall she should so some such tell than that the their them then there
these they this those to under up us was we were what when where which while who whom whose why
will with would you your
"""
STOP_WORDS = frozenset(_LITTLE.split())
STOP_TERMS = frozenset(term for word in STOP_WORDS for term in tokens(word))
"""The same as they are indexed."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which papers may answer. Empty means no limit. Dates are ISO and inclusive.

    `preferred` are (since, until) spans of meeting dates that come first but exclude nothing.
    """

    councils: tuple[str, ...] = ()
    committees: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kinds: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    preferred: tuple[tuple[str, str], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether every paper may answer."""
        return replace(self, preferred=()) == Scope()

    def admits(self, paper: PaperRecord) -> bool:
        """Whether a paper may answer. A paper without a date is outside any limit of dates."""
        return (
            (not self.councils or paper.council in self.councils)
            and (not self.committees or paper.committee in self.committees)
            and (not self.kinds or paper.kind in self.kinds)
            and (not self.documents or paper.document in self.documents)
            and (self.since is None or (paper.date or "") >= self.since)
            and (self.until is None or "" < (paper.date or "") <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, its score (0 to about 1, higher is better) and where else it stands.

    `words` and `meaning` are the two legs' own scores: BM25, and the cosine to the question;
    `found` is what they make together, which `score` is until a reader has given its `verdict`.
    """

    passage: Passage
    score: float
    also_in: tuple[str, ...] = ()
    words: float = 0.0
    meaning: float = 0.0
    found: float = 0.0
    verdict: Verdict | None = None


class Searchable(Protocol):
    """What a search asks of a library, or of a collection of texts, for these shelves."""

    @property
    def encoder(self) -> Encoder: ...  # noqa: D102
    def papers(self, shelves: Sequence[Access], /) -> list[PaperRecord]:
        """Every paper."""

    def passages(self, ids: Collection[int], shelves: Sequence[Access], /) -> dict[int, Passage]:
        """Passages by id, less those that are gone."""

    def shelf(self, access: Access, /) -> Shelf | None:
        """The shelf's current indexes, or None when nothing is on it."""


def search(
    library: Searchable, query: str, *,
    scope: Scope = Scope(), shelves: tuple[Access, ...] = ("public",), k: int = 20,
) -> list[Hit]:  # fmt: skip
    """The k best passages for the query within the scope, best first, from these shelves only."""
    papers = {p.number: p for p in library.papers(shelves)}
    allowed = None if scope.is_open else {r for r, p in papers.items() if scope.admits(p)}
    encoder, opened = _opened(library, shelves)
    if not opened:
        return []
    vector = encoder.encode([opened[0].lexicon.spelt(query)])[0]
    words: dict[int, float] = {}
    meaning: dict[int, float] = {}
    for shelf in opened:
        found = dict(
            shelf.words.search(
                terms_of(query, shelf.lexicon), DEPTH, papers=allowed, crumb_weight=CRUMB_WEIGHT
            )
        )
        near = dict(shelf.vectors.search(vector, DEPTH, _within(shelf, allowed)))
        missing = [i for i in found if i not in near]
        near.update(zip(missing, map(float, shelf.vectors.scores(vector, missing)), strict=True))
        words |= found
        meaning |= near
    passages = library.passages(list(meaning), shelves)
    by_id = {p.id: p for p in papers.values()}
    hits = [
        Hit(passage, score, (), words.get(i, 0.0), meaning[i], found=score)
        for i, combined in _combined(words, meaning).items()
        if (passage := passages.get(i)) is not None
        for score in [_adjusted(combined, passage, by_id.get(passage.paper), scope)]
    ]  # fmt: skip
    hits.sort(key=lambda h: (-h.score, h.passage.id))
    return _collapsed(hits[: 3 * k], by_id)[:k]


def _opened(library: Searchable, shelves: tuple[Access, ...]) -> tuple[Encoder, list[Shelf]]:
    """The encoder and the indexes made with it, also while the library changes to another."""
    for _ in range(CHANGES):
        opened = [shelf for access in shelves if (shelf := library.shelf(access)) is not None]
        encoder = library.encoder
        if all(shelf.encoder == encoder.name for shelf in opened):
            return encoder, opened
    raise DamagedError("The library's indexes are of another encoder: run matters verify.")


def terms_of(query: str, lexicon: Lexicon) -> list[tuple[str, float]]:
    """The word leg's terms and weights: words asked, acronyms written out and back, lay words.

    A word that no paper has gives way to the nearest spelling that they do have, unless it is
    written as a name: a person or place that no paper has is not another one.
    """
    terms: dict[str, float] = {}
    asked = query.lower().replace("’", "'")
    for number, word in enumerate(query.replace("’", "'").split()):
        name = number > 0 and word[:1].isupper()
        bare = word.lower().strip(".,;:?!()'\"“”‘")
        if bare in STOP_WORDS:
            continue
        _add(terms, [bare if name else lexicon.mended(bare)], 1.0)
        _add(terms, lexicon.spelt_out(bare), ACRONYM_WEIGHT)
    for acronym, phrases in lexicon.acronyms.items():
        if any(f" {phrase} " in f" {asked} " for phrase in phrases):
            _add(terms, [acronym], 1.0)
    _add(terms, official_words(query), LAY_WEIGHT)
    return list(terms.items())


def _add(terms: dict[str, float], words: Iterable[str], weight: float) -> None:
    for term in (t for w in words for t in tokens(w) if t not in STOP_WORDS):
        terms.setdefault(term, weight)


def _within(shelf: Shelf, allowed: Collection[int] | None) -> Collection[int] | None:
    return None if allowed is None else shelf.ids_in(allowed)


def _combined(words: Mapping[int, float], meaning: Mapping[int, float]) -> dict[int, float]:
    """Convex combination of each leg's scores over its best; a passage no word leg found has 0.

    Both legs count from 0, the least that either can give a passage that has nothing to do with the
    question: counting cosines from the least among those found made them swing with DEPTH.
    """
    best_words = max(words.values(), default=0.0) or 1.0
    best = max(meaning.values(), default=0.0) or 1.0
    return {
        i: (1 - VECTOR_SHARE) * words.get(i, 0.0) / best_words + VECTOR_SHARE * cosine / best
        for i, cosine in meaning.items()
    }


def _adjusted(score: float, passage: Passage, paper: PaperRecord | None, scope: Scope) -> float:
    if passage.kind == "boilerplate":
        return score * BOILERPLATE_SHARE
    day = paper.date if paper else None
    if day and any(since <= day <= until for since, until in scope.preferred):
        return score + DATE_BONUS
    return score


def _collapsed(hits: Sequence[Hit], papers: Mapping[str, PaperRecord]) -> list[Hit]:
    """Copies of one passage become one hit. The same words at two meetings stay two, each dated."""
    kept: list[tuple[frozenset[str], str | None, Hit]] = []
    for hit in hits:
        words = frozenset(tokens(hit.passage.text))
        paper = papers.get(hit.passage.paper)
        date = paper.date if paper else None
        for i, (others, other_date, other) in enumerate(kept):
            sizes = sorted((len(words), len(others)))
            alike = date == other_date and sizes[0] >= COPY * sizes[1]  # spares most comparisons
            if alike and len(words & others) >= COPY * len(words | others):
                elsewhere = {hit.passage.paper: None} | dict.fromkeys(other.also_in)
                also = [p for p in elsewhere if p != other.passage.paper]
                kept[i] = (others, date, replace(other, also_in=tuple(also)))
                break
        else:
            kept.append((words, date, hit))
    return [hit for _, _, hit in kept]
