"""What officers have corrected of a paper's metadata: kept beside the paper, never instead of it.

A correction beats whatever a paper, a papers.csv or an option says, now and when its file is read
again, until it is undone; then the paper has again what it said itself, which is kept for that.

It is for the paper's id and its file's bytes or path: another paper may be given an id that is free
again. One does not stand when a file is read again: that an exempt paper is public holds for the
bytes it was said of, because nobody has looked at what a changed file may hold.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from corpus.paper import Paper, Source
from index.catalogue.connection import Catalogue, Row, now
from index.catalogue.records import Shelves, sources_json, sources_of
from index.corrections.said import log

Field = Literal["council", "committee", "date", "title", "kind", "access"]
FIELDS: tuple[Field, ...] = ("council", "committee", "date", "title", "kind", "access")
_STANDING = "SELECT * FROM corrections WHERE paper = ? AND (sha256 = ? OR path = ?)"


@dataclass(frozen=True, slots=True)
class Correction:
    """A field of a paper as an officer says it is. Dates are ISO, "" is none; `at` is UTC, ISO.

    `own` is what the paper itself says, read from `own_sources`.
    """

    paper: str
    field: Field
    value: str
    own: str
    by: str
    at: str
    own_sources: tuple[Source, ...] = ()


def corrections_of(catalogue: Catalogue, paper_id: str, shelves: Shelves) -> list[Correction]:
    """A paper's corrections by field; none if it is not on the shelves."""
    sql = (
        "SELECT c.* FROM corrections c JOIN papers p ON p.id = c.paper "
        "JOIN files f ON f.id = p.file AND (f.sha256 = c.sha256 OR f.path = c.path) "
        "WHERE c.paper = ? AND p.access IN (SELECT value FROM json_each(?)) ORDER BY c.field"
    )
    return [_correction(row) for row in catalogue.rows(sql, (paper_id, json.dumps(shelves)))]


def value_of(paper: Paper, field: Field) -> str:
    """What a paper has in a field; "" where it has nothing."""
    meeting = paper.meeting
    values: dict[Field, str] = {
        "council": meeting.council, "committee": meeting.committee, "date": meeting.date or "",
        "title": paper.title, "kind": paper.kind, "access": paper.access,
    }  # fmt: skip
    return values[field]


def with_values(
    paper: Paper, values: Mapping[Field, str], sources: Iterable[Source] | None = None
) -> Paper:
    """The paper with other values, which were read from `sources` (None: they are corrections)."""
    if sources is None:
        sources = [Source(field, "correction") for field in values]
    said = {field: values.get(field, value_of(paper, field)) for field in FIELDS}
    meeting = replace(
        paper.meeting,
        council=said["council"], committee=said["committee"], date=said["date"] or None,
    )  # fmt: skip
    kept = (source for source in paper.sources if source.field not in values)
    return replace(
        paper,
        title=said["title"],
        kind=said["kind"],  # type: ignore[arg-type]  # checked where the correction was made
        access=said["access"],  # type: ignore[arg-type]
        meeting=meeting,
        sources=(*kept, *sources),
    )


def as_corrected(catalogue: Catalogue, paper: Paper, *, sha256: str, path: str) -> Paper:
    """A paper that is being read, under its id, with the corrections that stand."""
    rows = catalogue.rows(_STANDING, (paper.id, sha256, path))
    values = {row["field"]: row["value"] for row in rows if not _lapses(row, paper, sha256)}
    return with_values(paper, values) if values else paper


def keep_own(db: sqlite3.Connection, read: Paper, paper_id: str, *, sha256: str, path: str) -> None:
    """Remember what a corrected paper says itself now, and which file said it."""
    for row in db.execute(_STANDING, (paper_id, sha256, path)).fetchall():
        key = paper_id, row["field"]
        if _lapses(row, read, sha256):
            forget(db, *key)
            log(db, paper_id, row["field"], row["value"], value_of(read, row["field"]),
                what="lapse", by="matters")  # fmt: skip
            continue
        db.execute(
            "UPDATE corrections SET own = ?, own_sources = ?, sha256 = ?, path = ? "
            "WHERE paper = ? AND field = ?",
            (*_own_of(read, row["field"]), sha256, path, *key),
        )


def write(
    db: sqlite3.Connection, paper: Paper, field: Field, value: str, *,
    known: Correction | None, sha256: str, path: str, by: str,
) -> None:  # fmt: skip
    """Keep a correction in place of the one that is known, with what the paper itself says."""
    own = (known.own, sources_json(known.own_sources)) if known else _own_of(paper, field)
    db.execute(
        "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (paper.id, field, value, *own, sha256, path, by, now()),
    )


def forget(db: sqlite3.Connection, paper_id: str, field: str) -> None:
    """Keep a correction no longer."""
    db.execute("DELETE FROM corrections WHERE paper = ? AND field = ?", (paper_id, field))


def _own_of(paper: Paper, field: Field) -> tuple[str, str]:
    """What a paper says in a field, and where that was read, as the catalogue stores it."""
    return value_of(paper, field), sources_json(s for s in paper.sources if s.field == field)


def _correction(row: Row) -> Correction:
    return Correction(
        row["paper"], row["field"], row["value"], row["own"], row["by"], row["at"],
        own_sources=sources_of(row["own_sources"]),
    )  # fmt: skip


def _lapses(row: Row, read: Paper, sha256: str) -> bool:
    opened = (row["field"], row["value"]) == ("access", "public")
    return opened and read.access == "exempt" and row["sha256"] != sha256
