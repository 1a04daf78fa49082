"""Corrections when a paper's file is read again: they stand, whatever is read or said this time.

They are for the paper's id and its file's bytes or path: another paper may be given an id that is
free again. One does not stand: that an exempt paper is public holds for the bytes it was said of,
because nobody has looked at what a changed file may hold.
"""

from __future__ import annotations

import sqlite3

from corpus.paper import Paper
from index.catalogue.connection import Catalogue, Row, now
from index.corrections import own_of, value_of, with_values

_STANDING = "SELECT * FROM corrections WHERE paper = ? AND (sha256 = ? OR path = ?)"


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
            db.execute("DELETE FROM corrections WHERE paper = ? AND field = ?", key)
            log(db, paper_id, row["field"], row["value"], value_of(read, row["field"]),
                what="lapse", by="matters")  # fmt: skip
            continue
        db.execute(
            "UPDATE corrections SET own = ?, own_sources = ?, sha256 = ?, path = ? "
            "WHERE paper = ? AND field = ?",
            (*own_of(read, row["field"]), sha256, path, *key),
        )


def log(
    db: sqlite3.Connection, paper_id: str, field: str, before: str, after: str, *,
    what: str, by: str, entry: str = "",
) -> None:  # fmt: skip
    """Write into the audit log what became of a field, of a paper or of its entry of that key, and
    who did it."""
    db.execute(
        "INSERT INTO audit (at, by, what, paper, entry, field, before, after) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (now(), by, what, paper_id, entry, field, before, after),
    )


def _lapses(row: Row, read: Paper, sha256: str) -> bool:
    opened = (row["field"], row["value"]) == ("access", "public")
    return opened and read.access == "exempt" and row["sha256"] != sha256
