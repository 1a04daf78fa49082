"""How what was read is held against gold entries of the register.

Two entries match if they are of one kind, stand in one document (an item of a pack is of the
pack's) and say the same: of their words, in lower case and without punctuation, at least 0.85
agree, or the shorter is at least half of the longer and stands in it. Each entry matches once, the
best pair first. An entry that is not required (`core` false), or prints an entry again (`also_in`,
or the same words in the same document), is neither required nor wrong; `same_words_in` is no match
and so is wrong. Only documents with a gold entry count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from corpus.paper import Paper
from corpus.read import read_all

AGREE = 85.0
Gold = Mapping[str, Any]


@dataclass(slots=True)
class Figures:
    """What was found of what was to be found, and which fields of it are right."""

    pairs: list[tuple[Gold, Any]] = field(default_factory=list)
    missed: list[Gold] = field(default_factory=list)
    wrong: list[tuple[str, Any]] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return len(self.pairs) / max(1, len(self.pairs) + len(self.missed))

    @property
    def precision(self) -> float:
        return len(self.pairs) / max(1, len(self.pairs) + len(self.wrong))

    def right(self, names: Sequence[str]) -> dict[str, float]:
        """The share of entries found whose field is right, by field."""
        return {
            name: sum(_same(gold.get(name), getattr(entry, name)) for gold, entry in self.pairs)
            / max(1, len(self.pairs))
            for name in names
        }


def gold_entries(path: Path, kind: str) -> list[Gold]:
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line["type"] == kind]


def covered(path: Path) -> set[str]:
    """The documents that a gold file reads for all kinds of entries."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {line["document"] for line in lines}


def papers_in(files: Iterable[Path], documents: set[str]) -> list[Paper]:
    wanted = [file for file in files if file.stem in documents]
    return [paper for reading in read_all(wanted) for paper in reading.papers]


def compare(gold: Sequence[Gold], found: Sequence[tuple[str, Any]]) -> Figures:
    """Match (document, entry) pairs with gold entries."""
    pairs = sorted(
        (
            (likeness(entry["text"], one.text), g, f)
            for g, entry in enumerate(gold)
            for f, (document, one) in enumerate(found)
            if entry["document"] == document
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    of_gold: dict[int, int] = {}
    of_found: dict[int, int] = {}
    for score, g, f in pairs:
        if score >= AGREE and g not in of_gold and f not in of_found:
            of_gold[g], of_found[f] = f, g
    figures = Figures()
    for g, entry in enumerate(gold):
        if g in of_gold and entry["core"]:
            figures.pairs.append((entry, found[of_gold[g]][1]))
        elif entry["core"]:
            figures.missed.append(entry)
    for f, (document, one) in enumerate(found):
        if f not in of_found and not any(_prints(entry, document, one.text) for entry in gold):
            figures.wrong.append((document, one))
    return figures


def likeness(text: str, other: str) -> float:
    """How far two texts say the same, 0 to 100."""
    here, there = words(text), words(other)
    short, long = sorted((here, there), key=len)
    if short and short in long and 2 * len(short) >= len(long):
        return max(AGREE, fuzz.ratio(here, there))
    return fuzz.ratio(here, there)


def _prints(entry: Gold, document: str, text: str) -> bool:
    """Whether a text prints a gold entry again, in its own document or where also_in says."""
    places = [entry, *entry.get("also_in", ())]
    return any(
        place.get("document", entry["document"]) == document
        and likeness(place.get("text", entry["text"]), text) >= AGREE
        for place in places
    )


def words(text: object) -> str:
    return " ".join(re.findall(r"\w+", str(text).casefold())) if text is not None else ""


def _same(gold: object, read: object) -> bool:
    """Whether a field says the same; what is not printed is None in gold and "" here."""
    if isinstance(gold, list):
        return [words(one) for one in gold] == [words(one) for one in read]  # type: ignore[attr-defined]
    return words(gold) == words(read)
