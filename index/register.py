"""The register in the catalogue: what papers judge, recommend, decide and promise, entry by entry.

An entry is kept as the fields it was read with. It is known by its paper and a key made of its kind
and words, which is the same when the file is read again, unless the words have changed.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from corpus.register.entries import (
    Action,
    Decision,
    Entry,
    EntryKind,
    Judgement,
    Place,
    Recommendation,
)
from index import attribution
from index.catalogue import PaperRecord
from index.catalogue.connection import Catalogue, Row
from index.catalogue.records import Shelves
from index.corrections.entries import (
    SET_ASIDE,
    STANDING,
    EntryCorrection,
    Said,
    corrected,
    printed_of,
    said_of_entries,
)

READING = 5
"""Counts the ways in which the register has been read; papers of an earlier one are read again."""
KEY = 12
"""Hexadecimal digits of a key: 48 bits, and keys are told apart only within a paper."""
_KINDS: dict[type[Entry], EntryKind] = {
    Judgement: "judgement",
    Recommendation: "recommendation",
    Decision: "decision",
    Action: "action",
}
KINDS: tuple[EntryKind, ...] = tuple(_KINDS.values())
_NOUNS: dict[str, type[Entry]] = {kind: noun for noun, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class Registered:
    """An entry of the register with its paper; `quote` is what the paper's text has at its place.

    `key` tells it from the paper's other entries. The entry is as officers have corrected it;
    `corrections` have what is printed.
    """

    key: str
    kind: EntryKind
    entry: Entry
    paper: PaperRecord
    quote: str
    corrections: tuple[EntryCorrection, ...] = ()

    @property
    def id(self) -> str:
        """What it is known by in the library."""
        return f"{self.paper.id}/{self.key}"

    @property
    def set_aside(self) -> bool:
        """Whether an officer has said that it is no entry."""
        return any(one.field == STANDING for one in self.corrections)

    def said(self, field: str) -> str:
        """What is said of a field now, on one line; "" where nothing is."""
        if field == STANDING:
            return SET_ASIDE if self.set_aside else ""
        return " ".join(printed_of(self.entry, field).split())


def write_register(db: sqlite3.Connection, paper: int, entries: Sequence[Entry]) -> None:
    """Write a paper's entries in place of any it had; runs inside a transaction of the caller's."""
    db.execute("DELETE FROM register WHERE paper = ?", (paper,))
    rows = [
        (paper, key, kind_of(entry), entry.place.start, entry.place.end, fields_json(entry))
        for key, entry in zip(keys_of(entries), entries, strict=True)
    ]
    db.executemany("INSERT INTO register VALUES (?, ?, ?, ?, ?, ?)", rows)
    db.execute("UPDATE papers SET registered = ? WHERE number = ?", (READING, paper))


def read_register(
    catalogue: Catalogue, shelves: Shelves, *,
    kinds: Collection[EntryKind] = KINDS, papers: Collection[PaperRecord] | None = None,
    set_aside: bool = False,
) -> list[Registered]:  # fmt: skip
    """The entries of these kinds in papers on the shelves, newest meeting first, then as printed.

    `papers` are all of them if None; one that is not on the shelves has none. What officers have
    said to be no entry is left out unless it is asked for by `set_aside`.
    """
    every = attribution.papers(catalogue, shelves)
    wanted = {paper.number for paper in every}
    if papers is not None:
        wanted &= {paper.number for paper in papers}
    by_number = {paper.number: paper for paper in every}
    order = {paper.number: place for place, paper in enumerate(every)}
    # which shelves is asked of SQL too: a paper may have been moved since the list was made
    sql = (
        "SELECT r.*, substr(t.text, r.start + 1, r.end - r.start) AS quote FROM register r "
        "JOIN texts t ON t.paper = r.paper JOIN papers p ON p.number = r.paper "
        "WHERE r.kind IN (SELECT value FROM json_each(?)) "
        "AND r.paper IN (SELECT value FROM json_each(?)) "
        "AND p.access IN (SELECT value FROM json_each(?))"
    )
    asked = (json.dumps(list(kinds)), json.dumps(sorted(wanted)), json.dumps(shelves))
    said = said_of_entries(catalogue, shelves)
    found = [
        _registered(row, by_number[row["paper"]], said.get((row["paper"], row["key"]), []))
        for row in catalogue.rows(sql, asked)
    ]
    kept = [one for one in found if set_aside or not one.set_aside]
    return sorted(kept, key=lambda one: (order[one.paper.number], one.entry.place.start))


def read_entry(catalogue: Catalogue, entry_id: str, shelves: Shelves) -> Registered | None:
    """One entry by its id, set aside or not; None if there is none of that id on the shelves."""
    paper_id, _, key = entry_id.rpartition("/")
    paper = attribution.paper(catalogue, paper_id, shelves)
    if paper is None:
        return None
    found = read_register(catalogue, shelves, papers=(paper,), set_aside=True)
    return next((one for one in found if one.key == key), None)


def unread(catalogue: Catalogue, shelves: Shelves) -> int:
    """How many papers on the shelves have not been read for the register as it is read now."""
    sql = (
        "SELECT count(*) FROM papers WHERE registered < ? "
        "AND access IN (SELECT value FROM json_each(?))"
    )
    return int(catalogue.value(sql, (READING, json.dumps(shelves))))


def kind_of(entry: Entry) -> EntryKind:
    """The kind an entry is of."""
    return _KINDS[type(entry)]


def keys_of(entries: Sequence[Entry]) -> list[str]:
    """A key for each entry of a paper, made of its kind and its words; of two alike the later one
    has a number."""
    seen: Counter[str] = Counter()
    keys = []
    for entry in entries:
        words = _words(entry)
        hashed = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:KEY]
        seen[hashed] += 1
        number = f"-{seen[hashed]}" if seen[hashed] > 1 else ""
        keys.append(f"{kind_of(entry)}-{hashed}{number}")
    return keys


def fields_json(entry: Entry) -> str:
    """An entry's fields, its place among them."""
    return json.dumps(asdict(entry), ensure_ascii=False)


def entry_of(kind: str, fields: str) -> Entry:
    """The entry that `fields_json` wrote."""
    told: dict[str, Any] = {name: _tupled(value) for name, value in json.loads(fields).items()}
    told["place"] = _place(told["place"])
    if "again" in told:
        told["again"] = tuple(map(_place, told["again"]))
    return _NOUNS[kind](**told)


def _registered(row: Row, paper: PaperRecord, said: Said) -> Registered:
    """A row of the register with what officers say of it."""
    entry = entry_of(row["kind"], row["fields"])
    corrections: tuple[EntryCorrection, ...] = ()
    if said:
        entry, corrections = corrected(entry, said, meeting=paper.date)
    return Registered(row["key"], row["kind"], entry, paper, row["quote"], corrections)


def _words(entry: Entry) -> str:
    text = f"{entry.subject} {entry.grade}" if isinstance(entry, Judgement) else entry.text
    return " ".join(f"{kind_of(entry)} {text}".casefold().split())


def _place(fields: dict[str, Any]) -> Place:
    return Place(**{name: _tupled(value) for name, value in fields.items()})


def _tupled(value: Any) -> Any:
    """JSON has lists where the nouns have tuples."""
    return tuple(map(_tupled, value)) if isinstance(value, list) else value
