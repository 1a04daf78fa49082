"""The nouns of a matter's progress. A thread is a timeline of what papers say of one matter, oldest
first, each thing in the paper's words at its place, with why it belongs there and how sure that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.printings.printing import Change, Link
from assistant.printings.state import State
from corpus.register.entries import Place
from index.catalogue import PaperRecord
from index.register import Registered

NoticeKind = Literal[
    "dropped", "missing", "complete without evidence", "sent back", "overdue"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing a paper says of a matter: a slice of its text, at its place.

    `own` where it is a printing of the thread's own action or recommendation; then `state` is how
    far it is, read by the rating key of the paper of `keyed` (ISO) if its own paper prints none.
    """

    paper: PaperRecord
    place: Place
    quote: str
    link: Link
    found: Registered | None = None
    own: bool = False
    changes: tuple[Change, ...] = ()
    state: State | None = None
    keyed: str = ""
    late: bool = False
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader should not miss, in a sentence; `paper` is the one that shows it."""

    what: NoticeKind
    said: str
    paper: PaperRecord


@dataclass(frozen=True, slots=True)
class Thread:
    """The timeline of one matter; `id` is that of the entry it is told of, "" if it is of none."""

    id: str
    number: str
    name: str
    council: str
    tellings: tuple[Telling, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of a matter: its threads, how many more would fit, how many papers were asked."""

    matter: str
    at: str | None
    threads: tuple[Thread, ...]
    more: int
    papers: int
