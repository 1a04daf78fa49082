"""A retrieval set is asked, query by query, and what was found is measured."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from assistant.evaluation.beir import Beir
from assistant.evaluation.intervals import Interval, mean_intervals
from assistant.evaluation.trec import measured
from index.encoder import Encoder
from index.holdings.collection import Collection
from index.library import Library
from index.reader import Reader

FIGURES = {"nDCG@10": "nDCG@10", "recall@100": "R@100", "MRR@10": "RR@10"}
"""Our name of a figure to the name that ir-measures has for it."""
DEEP = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """The mean of a figure over the queries, 0 to 1, and its 95 % bootstrap interval."""

    mean: float
    interval: Interval


Found = dict[str, list[tuple[str, float]]]
"""Query to the texts found, best first, as (id, score)."""


def retrieve(
    beir: Beir, encoder: Encoder, *,
    cache: Path, reader: Reader | None = None, on_query: Callable[[], None] | None = None,
) -> Found:  # fmt: skip
    """The hundred best texts for each query, within its group where it has one.

    The index is kept under `cache` for the next time; OSError where that cannot be written.
    """
    texts = Collection.open(beir.texts, encoder, cache=cache, reader=reader)
    found: Found = {}
    for query in beir.queries:
        found[query.id] = texts.find(query.text, group=query.group, k=DEEP)
        if on_query:
            on_query()
    return found


def figures(beir: Beir, found: Mapping[str, Sequence[tuple[str, float]]]) -> dict[str, Figure]:
    """Each figure over the queries; one that found nothing counts as 0."""
    judged = {query.id: beir.qrels[query.id] for query in beir.queries}
    ranked = {name: [text for text, _ in texts] for name, texts in found.items()}
    values = measured(judged, ranked, list(FIGURES.values()))
    columns = [[row[name] for row in values.values()] for name in FIGURES.values()]
    return {
        name: Figure(mean(column), interval)
        for name, column, interval in zip(FIGURES, columns, mean_intervals(columns), strict=True)
        if interval is not None
    }


@contextmanager
def models_and_cache(folder: Path) -> Iterator[tuple[Encoder, Reader | None, Path]]:
    """The models of the library in a folder, and where the indexes of sets are kept beside it.

    Where there is no library, or it may not be written, both are in a temporary folder.
    """
    with tempfile.TemporaryDirectory(prefix="matters-beir-") as made:
        there = (folder / "catalogue.sqlite").is_file()
        with Library.open(folder if there else made) as library:
            kept = library.folder if not library.read_only else Path(made)
            yield library.encoder, library.reader, kept / "beir"
