"""The nouns of printings: a Line is one action or recommendation as paper after paper prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.register.entries import Sureness
from index.catalogue import PaperRecord
from index.register import Registered

ChangeKind = Literal[
    "number", "wording", "lead", "owner", "due", "rating", "direction", "state", "figures"
]


@dataclass(frozen=True, slots=True)
class Link:
    """Why two things are one matter, and how sure that is."""

    why: str
    sureness: Sureness = "sure"


@dataclass(frozen=True, slots=True)
class Change:
    """What a printing says otherwise than the one before, both as printed ("" for nothing)."""

    what: ChangeKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One action or recommendation as it is printed in paper after paper, oldest first.

    `links` say why each printing is the one before again (the first is a link to itself), `also`
    which other papers print it at that meeting. `without` are the later plans that lack it.
    """

    printings: tuple[Registered, ...]
    links: tuple[Link, ...]
    also: tuple[tuple[str, ...], ...]
    without: tuple[PaperRecord, ...] = ()
