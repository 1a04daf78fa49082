"""The nouns a library reports in: what became of a file, what was found wrong, how things stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.paper import Access

FileOutcome = Literal["read", "read in part", "refused", "unchanged"]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file handed in.

    `papers` are the ids it holds in the library, `passages` their number, `seconds` the time it
    took to read. `reason` is one clear sentence, empty for a plain "read".
    """

    path: str
    name: str
    outcome: FileOutcome
    reason: str = ""
    pages: int | None = None
    papers: tuple[str, ...] = ()
    passages: int = 0
    notes: tuple[str, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something `verify` found wrong, in one sentence, and whether it is right again now."""

    subject: str
    message: str
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class ShelfStatus:
    """How many papers and passages a shelf holds, and its generation (0 when it is empty)."""

    access: Access
    papers: int
    passages: int
    generation: int


@dataclass(frozen=True, slots=True)
class Status:
    """How a library stands, as far as the shelves asked for tell. Dates are ISO, size in bytes."""

    folder: str
    version: int
    encoder: str
    reader: str
    shelves: tuple[ShelfStatus, ...]
    councils: tuple[str, ...]
    since: str | None
    until: str | None
    bytes: int
    read_only: bool
