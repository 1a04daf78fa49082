"""Texts that came in no paper, searched as papers are: what public retrieval sets are made of.

Each text is a paper of one passage, its title the breadcrumb, on a shelf built as any other; so
what is measured on such a set is the search that answers are found with. A shelf is kept under the
hash of its texts and its encoder's name, and opened again when the same texts come.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Collection as Some
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.catalogue import PaperRecord
from index.encoder import Encoder
from index.errors import DamagedError
from index.kept.disk import sha256_of
from index.kept.shelves import Shelf, build, folder_of, open_shelf
from index.kept.vectors import Vectors
from index.passages import Passage
from index.reader import Reader
from index.reranking import reread
from index.search import Scope, search
from index.texts.parts import embedded_texts, vectors_of
from index.words import WordRow


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be found: its id, and the group (a meeting, say) a search may be kept within."""

    id: str
    title: str
    text: str
    group: str = ""


class Collection:
    """Texts open for searching, with what `index.search.search` asks of a library."""

    def __init__(
        self, texts: Sequence[Text], shelf: Shelf, encoder: Encoder, reader: Reader | None = None
    ) -> None:
        self.encoder = encoder
        self.reader = reader
        self._shelf = shelf
        self._papers = [_paper(text, number) for number, text in enumerate(texts, 1)]
        self._passages = {n: _passage(text, n) for n, text in enumerate(texts, 1)}

    @classmethod
    def open(
        cls, texts: Sequence[Text], encoder: Encoder, *, cache: Path, reader: Reader | None = None
    ) -> Collection:
        """Index the texts under `cache`, or open the index made of the same ones before.

        Raises OSError where `cache` cannot be written.
        """
        folder = cache / _hash(texts, encoder)[:16]
        try:
            shelf = _kept(folder)
        except (DamagedError, OSError, ValueError):
            shutil.rmtree(folder, ignore_errors=True)
            made = vectors_of(encoder, [embedded_texts(t.title, t.text) for t in texts])
            vectors = Vectors.of(np.arange(1, len(texts) + 1), made)
            rows = [WordRow(n, n, t.title, t.text) for n, t in enumerate(texts, 1)]
            build(folder, "public", number=1, rows=rows, vectors=vectors, encoder=encoder.name)
            shelf = _kept(folder)
        return cls(texts, shelf, encoder, reader)

    def find(self, query: str, *, group: str = "", k: int = 100) -> list[tuple[str, float]]:
        """The k best texts, of one group if it is given, as (id, score), best first, the first of
        them read if there is a reader.

        Copies that search shows as one hit are given one after the other.
        """
        scope = Scope(documents=(group,)) if group else Scope()
        hits = reread(search(self, query, scope=scope, k=k), query, self.reader)
        ranked = [(name, hit.score) for hit in hits for name in (hit.passage.paper, *hit.also_in)]
        return ranked[:k]

    def papers(self, _shelves: object = None) -> list[PaperRecord]:
        """Every text, as a paper."""
        return self._papers

    def passages(self, ids: Some[int], _shelves: object = None) -> dict[int, Passage]:
        """Passages by number."""
        return {i: self._passages[i] for i in ids}

    def shelf(self, _access: object = None) -> Shelf:
        """The indexes."""
        return self._shelf


def _kept(folder: Path) -> Shelf:
    """The shelf in a folder of the cache, its files checked against its own manifest."""
    manifest = sha256_of(folder_of(folder, "public", 1) / "manifest.json")
    return open_shelf(folder, "public", number=1, manifest=manifest)


def _hash(texts: Sequence[Text], encoder: Encoder) -> str:
    """Of all that the index holds; the group is not in it."""
    told = hashlib.sha256(encoder.name.encode())
    for text in texts:
        told.update(f"\0{text.id}\0{text.title}\0{text.text}".encode())
    return told.hexdigest()


def _paper(text: Text, number: int) -> PaperRecord:
    return PaperRecord(
        text.id, text.group, text.title, "report", "public", "", "", None,
        "", text.id, "", None, "read", "", 1, number,
    )  # fmt: skip


def _passage(text: Text, number: int) -> Passage:
    return Passage(
        text.id, text.group, text.text, 0, len(text.text), breadcrumb=text.title, id=number
    )
