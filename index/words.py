"""Passages by their words: BM25 over the text and over the breadcrumb. The only door to tantivy.

Words are given as terms with weights and are looked up as they stand, never parsed: whatever a
person types, it is words. Stop words are kept, because BM25 already weighs them at next to nothing
and "to be good" is a grade.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import tantivy

from index.errors import DamagedError

_ANALYSER = "papers"
# Numbers stay whole ("3.5", "2017/18", "1.2m", "22.2.16"); a word keeps its apostrophe for the
# stemmer to drop ("children's"); two letters with "&" between are one word ("A&E").
_TOKEN = r"\p{L}&\p{L}\b|\d+(?:[.,/]\d+)*\p{L}*|[\p{L}\d]+(?:['’][\p{L}\d]+)*"
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_YEARS = re.compile(r"\b((?:19|20)\d\d)[-–—/](?:20)?(\d\d)\b(?![-–/]\d)")
_SEVERAL = re.compile(r"\b([A-Za-z]&[A-Za-z])['’]?s\b")
_HEAP = 50_000_000  # bytes; one thread writes one segment, so that equal papers make equal indexes
REMEMBERED = 4096
"""Texts whose terms are kept: an answer looks at the same passages again and again, and analysing
them took a third of its time beside the models."""
_OR, _AND = tantivy.Occur.Should, tantivy.Occur.Must


@dataclass(frozen=True, slots=True)
class WordRow:
    """What is indexed of one passage: its id, its paper's row, its breadcrumb and its text."""

    passage: int
    paper: int
    breadcrumb: str
    text: str


def tokens(text: str) -> list[str]:
    """The terms a text is indexed under, in order.

    >>> tokens("Children’s centres: 1,471 visits in 2017-18")
    ['children', 'centr', '1471', 'visit', 'in', '2017/18']
    """
    return list(_terms(text))


@lru_cache(maxsize=REMEMBERED)
def _terms(text: str) -> tuple[str, ...]:
    return tuple(_analyser().analyze(_plain(text)))


class Words:
    """A word index on disk, open for searching. Safe to search from several threads at once."""

    def __init__(
        self, index: Any, *, folder: tempfile.TemporaryDirectory[str] | None = None
    ) -> None:
        index.register_tokenizer(_ANALYSER, _analyser())
        self._schema = index.schema
        self._searcher = index.searcher()
        self._borrowed = folder  # a copy's folder lives as long as the index

    @classmethod
    def build(cls, folder: Path, rows: Iterable[WordRow]) -> None:
        """Write a word index into a new folder and leave nothing running.

        Raises OSError when the disk is full.
        """
        folder.mkdir(parents=True)
        index = tantivy.Index(_schema(), path=str(folder))
        index.register_tokenizer(_ANALYSER, _analyser())
        try:
            writer = index.writer(_HEAP, 1)
            for row in rows:
                writer.add_document(_document(row))
            writer.commit()
            writer.wait_merging_threads()
        except ValueError as error:  # tantivy's only error
            raise OSError(_errno_of(error), str(error)) from error
        for lock in folder.glob("*.lock"):
            lock.unlink()

    @classmethod
    def open(cls, folder: Path) -> Words:
        """Open for searching. Raises DamagedError when the folder holds no word index."""
        try:
            return cls(tantivy.Index.open(str(folder)))
        except ValueError as error:
            if not (folder / "meta.json").is_file():
                raise DamagedError(f"There is no word index in {folder.name}.") from error
        return cls._open_copy(folder)

    @classmethod
    def _open_copy(cls, folder: Path) -> Words:
        """tantivy takes a lock file to read; where the folder is read-only, a copy is read."""
        copy = tempfile.TemporaryDirectory(prefix="matters-words-")
        try:
            shutil.copytree(
                folder,
                copy.name,
                dirs_exist_ok=True,
                copy_function=shutil.copyfile,
                ignore=shutil.ignore_patterns("*.lock"),
            )
            Path(copy.name).chmod(0o700)
            return cls(tantivy.Index.open(copy.name), folder=copy)
        except (ValueError, OSError) as error:
            raise DamagedError(f"The word index in {folder.name} cannot be read.") from error

    @property
    def count(self) -> int:
        """How many passages are indexed."""
        return int(self._searcher.num_docs)

    def document_frequency(self, term: str) -> int:
        """How many passages hold the term (as `tokens` gives it) in their text."""
        return int(self._searcher.doc_freq("body", term))

    def search(
        self,
        terms: Sequence[tuple[str, float]],
        k: int,
        *,
        papers: Collection[int] | None = None,
        crumb_weight: float = 0.5,
    ) -> list[tuple[int, float]]:
        """The k best passages as (id, BM25), best first.

        A passage scores the sum over terms of weight times (BM25 in the text + `crumb_weight` times
        BM25 in the breadcrumb). Terms are as `tokens` gives them. `papers` are the numbers of
        papers to look in; the scores are what they would be without it.
        """
        clauses = [
            (_OR, tantivy.Query.boost_query(self._term(field, term), weight * field_weight))
            for term, weight in terms
            for field, field_weight in (("body", 1.0), ("crumb", crumb_weight))
            if weight * field_weight > 0
        ]
        if not clauses or k <= 0 or (papers is not None and not papers):
            return []
        query = tantivy.Query.boolean_query(clauses)
        if papers is not None:
            query = tantivy.Query.boolean_query([(_AND, query), (_AND, self._within(papers))])
        hits = self._searcher.search(query, k, count=False).hits
        ids = self._searcher.fast_field_values("passage", [address for _, address in hits])
        scored = [(int(i), float(score)) for i, (score, _) in zip(ids, hits, strict=True)]
        return sorted(scored, key=lambda pair: (-pair[1], pair[0]))

    def _term(self, field: str, term: str) -> Any:
        return tantivy.Query.term_query(self._schema, field, term, "freq")

    def _within(self, papers: Collection[int]) -> Any:
        rows = tantivy.Query.term_set_query(self._schema, "paper", list(papers))
        return tantivy.Query.const_score_query(rows, 0.0)


def _plain(text: str) -> str:
    """One way of writing a number: 1,471 and 1471 are one word, 2017-18 and 2017/2018 another;
    and several B&Bs are B&B."""
    return _SEVERAL.sub(r"\1", _YEARS.sub(r"\1/\2", _THOUSANDS.sub("", text)))


@cache
def _analyser() -> Any:
    filters = tantivy.Filter
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(_TOKEN))
        .filter(filters.remove_long(60))
        .filter(filters.lowercase())
        .filter(filters.ascii_fold())
        .filter(filters.stemmer("english"))
        .build()
    )


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    for field in ("body", "crumb"):
        builder.add_text_field(field, tokenizer_name=_ANALYSER, index_option="freq")
    builder.add_unsigned_field("passage", stored=True, indexed=True, fast=True)
    builder.add_unsigned_field("paper", indexed=True, fast=True)
    return builder.build()


def _document(row: WordRow) -> Any:
    document = tantivy.Document()
    document.add_text("body", _plain(row.text))
    document.add_text("crumb", _plain(row.breadcrumb))
    document.add_unsigned("passage", row.passage)
    document.add_unsigned("paper", row.paper)
    return document


def _errno_of(error: ValueError) -> int:
    found = re.search(r"code: (\d+)", str(error))
    return int(found[1]) if found else 0
