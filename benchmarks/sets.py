"""What the rankings are measured on: gold questions over their libraries, and sets in BEIR form."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np

from assistant.assistant import ask
from assistant.evaluation.beir import Beir
from assistant.evaluation.gold import Gold, read_gold
from assistant.evaluation.measures import first_words, recall, reciprocal_rank
from assistant.evaluation.trec import measured
from assistant.wire import PASSAGES_SHOWN
from benchmarks.rankings import Ranking
from benchmarks.steps import Step
from corpus.paper import Access
from corpus.register.entries import EntryKind
from index.catalogue import PaperRecord
from index.encoder import Encoder, Floats
from index.holdings.collection import Collection as Texts
from index.kept.shelves import Shelf
from index.kept.vectors import Vectors
from index.passages import Passage
from index.reader import Reader, Verdict
from index.register import KINDS, Registered
from index.texts.parts import embedded_texts, vectors_of

if TYPE_CHECKING:
    from index.library import Library

Figures = dict[str, float]
Columns = dict[str, list[float]]
"""Figure to what it is for each question, in the order asked."""
Told = dict[str, str]
"""A passage, or a whole paper: the `document` it stands in, and its `text`."""
READ = 600  # words, as in the figures of `matters evaluate`
IN_BEIR = ("nDCG@10", "R@100")
DEEP = 100


class Set(Protocol):
    """Questions over texts, on which a rival's ranking and ours are measured alike."""

    name: str
    questions: int

    def of_rival(self, ranking: Ranking, *, trained: bool = False) -> Columns:
        """The figures of a ranking, with the plain encoder or the trained one."""

    def of_ours(self, step: Step) -> Columns:
        """The figures of our search with a step taken away; none where it does nothing there."""


@dataclass(frozen=True, slots=True)
class Models:
    """The encoder that ships, the plain one with the same body, and the reader."""

    trained: Encoder
    plain: Encoder
    reader: Reader | None


class Remembering:
    """An encoder that remembers: the same texts are encoded again for every row of the table."""

    def __init__(self, encoder: Encoder) -> None:
        self.name, self.dimensions = encoder.name, encoder.dimensions
        self._encoder = encoder
        self._known: dict[str, Floats] = {}

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit rows, (len(texts), dimensions)."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known |= dict(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._known[text] for text in texts])


class ReadBefore:
    """A reader that remembers, for the same reason."""

    def __init__(self, reader: Reader) -> None:
        self.name = reader.name
        self._reader = reader
        self._known: dict[tuple[str, str, str], Verdict] = {}

    def read(self, question: str, passages: Sequence[tuple[str, str]]) -> list[Verdict]:
        """A verdict on each (breadcrumb, text), in the order given."""
        keys = [(question, *passage) for passage in passages]
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        read = self._reader.read(question, [(crumb, text) for _, crumb, text in new])
        self._known |= dict(zip(new, read, strict=True))
        return [self._known[key] for key in keys]


class Stand:
    """A shelf with each of two encoders' vectors, and the models that go with a step."""

    def __init__(self, shelf: Shelf, texts: Sequence[tuple[str, ...]], models: Models) -> None:
        trained, plain = Remembering(models.trained), Remembering(models.plain)
        self._reader = ReadBefore(models.reader) if models.reader else None
        self._made = {encoder: _with_vectors(shelf, texts, encoder) for encoder in (trained, plain)}
        self.trained, self.plain = trained, plain

    def shelf(self, encoder: Remembering) -> Shelf:
        """The shelf as this encoder sees it, a vector to a passage, for rivals."""
        return Step(parts=False).shelf(self._made[encoder])

    def of(self, step: Step) -> tuple[Shelf, Encoder, Reader | None]:
        """What there is without a step."""
        encoder = self.trained if step.encoder else self.plain
        return step.shelf(self._made[encoder]), encoder, self._reader if step.reader else None


def _with_vectors(shelf: Shelf, texts: Sequence[tuple[str, ...]], encoder: Remembering) -> Shelf:
    """The texts are those of the shelf's passages, in the order of their ids."""
    if shelf.encoder == encoder.name:
        return shelf
    vectors = Vectors.of(shelf.passage_ids, vectors_of(encoder, texts))
    return replace(shelf, vectors=vectors, encoder=encoder.name)


@dataclass(frozen=True, slots=True)
class Changed:
    """A library whose public shelf and models are others."""

    under: Library
    public: Shelf
    encoder: Encoder
    reader: Reader | None

    def shelf(self, _: Access) -> Shelf:
        """The shelf put in place."""
        return self.public

    def papers(self, shelves: tuple[Access, ...]) -> list[PaperRecord]:
        """As the library has them."""
        return self.under.papers(shelves)

    def passages(self, ids: Collection[int], shelves: tuple[Access, ...]) -> dict[int, Passage]:
        """As the library has them."""
        return self.under.passages(ids, shelves)

    def passages_in(self, paper: str, shelves: tuple[Access, ...]) -> list[Passage]:
        """As the library has them."""
        return self.under.passages_in(paper, shelves)

    def text_of(self, paper: str) -> str:
        """As the library has it."""
        return self.under.text_of(paper)

    def register(
        self, shelves: Sequence[Access], *,
        kinds: Collection[EntryKind] = KINDS, papers: Collection[PaperRecord] | None = None,
    ) -> list[Registered]:  # fmt: skip
        """As the library has it."""
        return self.under.register(shelves, kinds=kinds, papers=papers)


class GoldSet:
    """Gold questions that have an answer, over a library: recall and all within 600 words, MRR."""

    def __init__(self, name: str, library: Library, gold: Sequence[Gold], models: Models) -> None:
        self.name = name
        self._library = library
        self._gold = [question for question in gold if question.answerable]
        self.questions = len(self._gold)
        shelf = _public(library)
        passages = library.passages(shelf.passage_ids.tolist())
        texts = [embedded_texts(p.breadcrumb, p.text) for _, p in sorted(passages.items())]
        self._stand = Stand(shelf, texts, models)

    def of_rival(self, ranking: Ranking, *, trained: bool = False) -> Columns:
        """The figures of a ranking, with the plain encoder or the trained one."""
        encoder = self._stand.trained if trained else self._stand.plain
        shelf, found = self._stand.shelf(encoder), []
        for question in self.asked():
            ids = ranking(shelf, encoder, question, None)[:PASSAGES_SHOWN]
            passages = self._library.passages(ids)
            found.append([_told(passages[i]) for i in ids])
        return self.figures_of(found)

    def of_ours(self, step: Step) -> Columns:
        """The figures of the passages that come with our answers."""
        changed = cast("Library", Changed(self._library, *self._stand.of(step)))
        with step.taken_away():
            answers = [ask(changed, question) for question in self.asked()]
        return self.figures_of(
            [[_told(hit.passage) for hit in a.hits[:PASSAGES_SHOWN]] for a in answers]
        )

    def asked(self) -> list[str]:
        """The questions, as they are typed."""
        return [gold.question for gold in self._gold]

    def papers(self) -> list[Told]:
        """Every public paper, whole, for who cuts it up in another way."""
        found = self._library.papers()
        return [{"document": p.document, "text": self._library.text_of(p.id)} for p in found]

    def figures_of(self, found: Sequence[Sequence[Told]]) -> Columns:
        """The figures of what was found for each question asked, in that order, best first."""
        pairs = list(zip(self._gold, found, strict=True))
        recalls = [recall(gold, first_words(texts, READ)) for gold, texts in pairs]
        return {
            "recall@600w": recalls,
            "all@600w": [float(r == 1) for r in recalls],
            "MRR": [reciprocal_rank(gold, texts) for gold, texts in pairs],
        }


class BeirSet:
    """A set in BEIR form, its queries asked of all its texts or `within` their groups alone.

    A `guard` is of another field than ours: only the whole and the models are measured on it.
    """

    def __init__(
        self, name: str, beir: Beir, texts: Texts, stand: Stand, *,
        within: bool, guard: bool = False,
    ) -> None:  # fmt: skip
        self.name, self.questions = name, len(beir.queries)
        self._guard = guard
        self._beir, self._within, self._stand = beir, within, stand
        self._ids = {paper.number: paper.id for paper in texts.papers()}
        self._groups: dict[str, set[int]] = {}
        for paper in texts.papers():
            self._groups.setdefault(paper.document, set()).add(paper.number)

    def of_rival(self, ranking: Ranking, *, trained: bool = False) -> Columns:
        """The figures of a ranking, with the plain encoder or the trained one."""
        encoder = self._stand.trained if trained else self._stand.plain
        shelf, found = self._stand.shelf(encoder), {}
        for query in self._beir.queries:
            papers = self._groups[query.group] if self._within else None
            ids = ranking(shelf, encoder, query.text, papers)
            found[query.id] = [self._ids[i] for i in ids[:DEEP]]
        return self._figures(found)

    def of_ours(self, step: Step) -> Columns:
        """The figures of our search, the first texts read by the reader."""
        if step.of_papers or (self._guard and not step.of_models):
            return {}
        texts = Texts(self._beir.texts, *self._stand.of(step))
        with step.taken_away():
            return self._figures({
                q.id: [name for name, _ in texts.find(
                    q.text, group=q.group if self._within else "", k=DEEP)]
                for q in self._beir.queries
            })  # fmt: skip

    def _figures(self, found: Mapping[str, Sequence[str]]) -> Columns:
        judged = {query.id: self._beir.qrels[query.id] for query in self._beir.queries}
        values = measured(judged, found, IN_BEIR)
        return {name: [values[q.id][name] for q in self._beir.queries] for name in IN_BEIR}


def means(columns: Columns) -> Figures:
    """The mean of each figure over the questions."""
    return {name: mean(column) for name, column in columns.items()}


def _told(passage: Passage) -> Told:
    return {"document": passage.document, "text": passage.text}


def _public(library: Library) -> Shelf:
    shelf = library.shelf("public")
    if shelf is None:
        raise SystemExit(f"There are no public papers in {library.folder}.")
    return shelf


def questions_of(path: Path) -> list[Gold]:
    """The questions of a file, bad lines left out."""
    return read_gold(path)[0]
