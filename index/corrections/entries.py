"""What officers have corrected of the register's entries: laid over what was read when an entry is
told, never written into it, so that the print is always there beside it.

A correction is for an entry's key, in a paper of its id whose file has the same bytes or came from
the same place. It stands while the paper is read again, removed and added again, until it is
undone. What was said of an exempt paper is said of no public one, but of the same bytes.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from corpus.register.due import due_date
from corpus.register.entries import Action, Entry, EntryKind
from index.catalogue.connection import Catalogue, now
from index.catalogue.records import Shelves

FIELDS: MappingProxyType[EntryKind, tuple[str, ...]] = MappingProxyType({
    "judgement": ("subject", "grade", "body", "date", "published"),
    "recommendation": ("number", "made_by", "addressed_to", "answer"),
    "decision": ("moved_by", "seconded_by", "outcome"),
    "action": ("recommendation_no", "recommendation", "lead", "owner", "due", "status", "scores",
               "meaning", "direction"),
})  # fmt: skip
"""What can be corrected of each kind, beside whether it is an entry; its words are the paper's."""
STANDING = "standing"
SET_ASIDE = "not an entry"
"""The field, and its one value, by which an officer says that something is no entry at all."""
PARTING = "; "
"""Stands between the ratings of an action where they are written as one."""

_STANDS = "(f.sha256 = c.sha256 OR f.path = c.path AND c.access IN ('public', p.access))"


@dataclass(frozen=True, slots=True)
class EntryCorrection:
    """A field of an entry as an officer says it is; `printed` is what was read, `at` UTC, ISO."""

    field: str
    value: str
    printed: str
    by: str
    at: str


Said = list[tuple[str, str, str, str]]
"""What was said of one entry: (field, value, by, at)."""


def said_of_entries(catalogue: Catalogue, shelves: Shelves) -> dict[tuple[int, str], Said]:
    """All that officers say of entries of papers on the shelves, by (paper's number, key)."""
    sql = (
        "SELECT p.number, c.entry, c.field, c.value, c.by, c.at FROM entry_corrections c "
        f"JOIN papers p ON p.id = c.paper JOIN files f ON f.id = p.file AND {_STANDS} "
        "WHERE p.access IN (SELECT value FROM json_each(?)) ORDER BY c.field"
    )
    found: dict[tuple[int, str], Said] = defaultdict(list)
    for number, key, *said in catalogue.rows(sql, (json.dumps(shelves),)):
        found[number, key].append((said[0], said[1], said[2], said[3]))
    return found


def corrected(
    entry: Entry, said: Said, *, meeting: str | None
) -> tuple[Entry, tuple[EntryCorrection, ...]]:
    """An entry with what was said laid over it, and each correction with what is printed."""
    told = tuple(
        EntryCorrection(field, value, printed_of(entry, field), by, at)
        for field, value, by, at in said
    )
    values = {field: value for field, value, _, _ in said if field != STANDING}
    return replace(entry, **_typed(entry, values, meeting)), told


def printed_of(entry: Entry, field: str) -> str:
    """What an entry has in a field, as it is written in one; "" where it has nothing."""
    value = getattr(entry, field, "")
    return PARTING.join(value) if isinstance(value, tuple) else value


def write(
    db: sqlite3.Connection, paper: int, key: str, field: str, value: str, *, by: str
) -> None:  # fmt: skip
    """Keep a correction of an entry of the paper with this number, in place of an earlier one."""
    db.execute(
        "INSERT OR REPLACE INTO entry_corrections "
        "SELECT p.id, ?, ?, ?, p.access, f.sha256, f.path, ?, ? "
        "FROM papers p JOIN files f ON f.id = p.file WHERE p.number = ?",
        (key, field, value, by, now(), paper),
    )


def forget(db: sqlite3.Connection, paper_id: str, key: str, field: str) -> None:
    """Keep a correction no longer."""
    db.execute(
        "DELETE FROM entry_corrections WHERE paper = ? AND entry = ? AND field = ?",
        (paper_id, key, field),
    )


def keep_file(db: sqlite3.Connection, paper_id: str) -> None:
    """Remember which file a paper with corrected entries is read from now."""
    db.execute(
        "UPDATE entry_corrections AS c SET sha256 = f.sha256, path = f.path "
        "FROM papers p JOIN files f ON f.id = p.file "
        f"WHERE c.paper = ? AND p.id = c.paper AND {_STANDS}",
        (paper_id,),
    )


def _typed(entry: Entry, values: dict[str, str], meeting: str | None) -> dict[str, Any]:
    """The values as the noun holds them, with what follows from them: the day an action is due,
    and no meaning of ratings that are not those the paper explains."""
    typed: dict[str, Any] = dict(values)
    if isinstance(entry, Action) and "due" in values:
        year = int(meeting[:4]) if meeting else None
        typed["due_date"] = due_date(values["due"], year=year)
    if "scores" in values:
        scores = tuple(part.strip() for part in values["scores"].split(PARTING.strip()))
        typed |= {"scores": tuple(filter(None, scores)), "meaning": values.get("meaning", "")}
    return typed
