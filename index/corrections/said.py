"""What holds of every correction, of a paper or of an entry: it is said on one line, by somebody,
only what has been corrected can be undone, and all of it stands in the audit log."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Protocol, TypeVar

from index.catalogue.connection import now
from index.errors import CorrectionError

MOST = 500
"""Characters of a value: a paper's stands in the breadcrumb of every passage. The longest title of
65 real papers has 196."""


class _OfField(Protocol):
    @property
    def field(self) -> str: ...


Corrected = TypeVar("Corrected", bound=_OfField)


def checked_value(value: str) -> str:
    """What is said of a field, on one line. Raises CorrectionError where it cannot be kept."""
    line = " ".join(value.split())
    if len(line) > MOST:
        raise CorrectionError(f"A correction is at most {MOST} characters long.")
    try:
        line.encode()
    except UnicodeEncodeError as error:
        raise CorrectionError("A correction holds characters that cannot be stored.") from error
    return line


def signed(by: str, what: str) -> str:
    """Who corrects it. Raises CorrectionError for nobody."""
    name = checked_value(by)
    if not name:
        raise CorrectionError(f"Say who corrects {what}: it is kept with the correction.")
    return name


def to_undo(known: Sequence[Corrected], field: str, *, of: str) -> Corrected:
    """The correction of a field among those known `of` a paper or an entry. Raises CorrectionError
    where there is none."""
    for one in known:
        if one.field == field:
            return one
    told = ", ".join(one.field for one in known) or "nothing"
    raise CorrectionError(f"The {field} of {of!r} has not been corrected (of it, {told} has been).")


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
