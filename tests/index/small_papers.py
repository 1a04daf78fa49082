"""Small fictional papers, read from text as files are, and libraries of them, stored for real."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from corpus.paper import Access, Block, Meeting, Metadata, Paper, PaperKind, Reading
from corpus.plain import draw_text
from corpus.structure import papers_of
from index.encoder import Encoder
from index.library import Library
from index.passages import Passage
from index.words import tokens
from tests.index.library_fakes import store


class WordEncoder:
    """An encoder whose texts are near each other as far as they share words."""

    name, dimensions = "words", 64

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for token in set(tokens(text)):
                np.add(row, _direction(token, self.dimensions), out=row)
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


@cache
def _direction(token: str, dimensions: int) -> np.ndarray:
    return np.random.default_rng(zlib.crc32(token.encode())).normal(size=dimensions)


def paper(
    document: str, text: str, *, council: str = "Anytown Borough Council",
    committee: str = "Scrutiny Committee", date: str | None = "2024-07-09",
    kind: PaperKind = "report", access: Access = "public",
) -> Paper:  # fmt: skip
    """A paper of this text, understood as a text file is."""
    metadata = Metadata(council, committee, date, kind, f"Report {document}", access)
    (read,) = papers_of(draw_text(text.encode()), document=document, metadata=metadata)
    return read


def paper_of_blocks(document: str, *blocks: Block, date: str = "2024-07-09") -> Paper:
    """A paper of these blocks, whose text is theirs a line each; their offsets are worked out."""
    placed, start = [], 0
    for block in blocks:
        end = start + len(block.text)
        breaks = tuple((start + at, page) for at, page in block.breaks)
        placed.append(replace(block, start=start, end=end, breaks=breaks))
        start = end + 1
    meeting = Meeting("Anytown Borough Council", "Scrutiny Committee", date)
    text = "\n".join(block.text for block in placed)
    return Paper(document, document, f"Report {document}", "report", "public", meeting,
                 text=text, blocks=tuple(placed))  # fmt: skip


def passage_of(text: str, **fields: object) -> Passage:
    """One passage of this text."""
    given: dict[str, object] = {"page": 1, **fields}
    return Passage("plan", "plan", text, 0, len(text), **given)


def library_of(folder: Path, *papers: Paper, encoder: Encoder | None = None) -> Library:
    """A library of these papers, stored in this order, one file each."""
    library = Library.open(folder, encoder=encoder or WordEncoder())
    store(library, *(Reading(f"{p.document}.txt", "read", papers=(p,)) for p in papers))
    return library
