"""The catalogue: one SQLite file that holds the truth of a library, and its nouns.

`connection` opens it, `migrations` are its tables, `records` reads it and `storing` writes it.
Everything else on disk but the papers themselves can be made again from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.paper import Access, Outcome, PaperKind, Source


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """A paper as the catalogue knows it: what it is, the file it came in, what became of that file.

    `name` is the file's name, `passages` their count, `number` the row that indexes know it by.
    `series` is alike for one report over time, of whatever council; "" for a paper of no series.
    `folder` is where the file was handed in from.
    """

    id: str
    document: str
    title: str
    kind: PaperKind
    access: Access
    council: str
    committee: str
    date: str | None
    item: str
    name: str
    sha256: str
    pages: int | None
    outcome: Outcome
    reason: str
    passages: int
    number: int
    sources: tuple[Source, ...] = ()
    series: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file handed in, refused ones included. `metadata` is the JSON of what was said of it."""

    id: int
    sha256: str
    name: str
    stored: str
    stem: str
    path: str
    bytes: int
    outcome: Outcome
    reason: str
    pages: int | None
    metadata: str = field(default="{}")
