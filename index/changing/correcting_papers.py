"""An officer's correction is made, or undone: the paper, its passages and its shelves in one go.

As when papers are added, what only costs room comes first (the embeddings of new breadcrumbs); the
correction, the audit log, the rows and the new indexes are one transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from corpus.paper import PAPER_KINDS, Metadata, Paper
from index.catalogue import records, storing
from index.catalogue.connection import Catalogue
from index.catalogue.records import ACCESSES
from index.changing import inserting
from index.changing.generations import renew, sweep
from index.corrections.papers import (
    FIELDS,
    Field,
    corrections_of,
    forget,
    value_of,
    with_values,
    write,
)
from index.corrections.said import checked_value, log, signed, to_undo
from index.encoder import Encoder
from index.errors import CorrectionError, NoSuchPaperError
from index.passages import rewritten_breadcrumb
from index.texts.parts import embedded_texts

GetEncoder = Callable[[], Encoder]
Note = Callable[[sqlite3.Connection], None]


@dataclass(frozen=True, slots=True)
class _Stored:
    """A paper as it stands in the catalogue, without its text, and its file's hash and path."""

    number: int
    paper: Paper
    sha256: str
    path: str


def correct_paper(
    catalogue: Catalogue, folder: Path, paper_id: str, said: Metadata, *,
    by: str, encoder: GetEncoder,
) -> None:  # fmt: skip
    """Write what an officer says of a paper. Raises NoSuchPaperError or CorrectionError."""
    stored = _stored(catalogue, paper_id)
    values, by = _checked(said), signed(by, "the paper")
    before = {c.field: c for c in corrections_of(catalogue, paper_id, ACCESSES)}

    def note(db: sqlite3.Connection) -> None:
        for field, value in values.items():
            write(db, stored.paper, field, value, known=before.get(field),
                  sha256=stored.sha256, path=stored.path, by=by)  # fmt: skip
            was = value_of(stored.paper, field)
            log(db, paper_id, field, was, value, what="correct", by=by)

    _rewrite(catalogue, folder, stored, with_values(stored.paper, values),
             note=note, encoder=encoder)  # fmt: skip


def undo_paper_correction(
    catalogue: Catalogue, folder: Path, paper_id: str, field: str, *, by: str, encoder: GetEncoder
) -> None:
    """Give a paper back what it says itself. Raises NoSuchPaperError or CorrectionError."""
    stored, by = _stored(catalogue, paper_id), signed(by, "the paper")
    found = to_undo(corrections_of(catalogue, paper_id, ACCESSES), field, of=paper_id)

    def note(db: sqlite3.Connection) -> None:
        forget(db, paper_id, field)
        log(db, paper_id, found.field, found.value, found.own, what="undo", by=by)

    after = with_values(stored.paper, {found.field: found.own}, found.own_sources)
    _rewrite(catalogue, folder, stored, after, note=note, encoder=encoder)


def _rewrite(
    catalogue: Catalogue, folder: Path, stored: _Stored, after: Paper, *,
    note: Note, encoder: GetEncoder,
) -> None:  # fmt: skip
    """Write the paper as it is to be; its shelves are built anew where its words moved."""
    crumbs = _new_breadcrumbs(catalogue, stored, after)
    moved = stored.paper.access != after.access
    using = encoder() if crumbs or moved else None
    texts = {storing.text_hash(each[0]): each for _, _, each in crumbs}
    if using and texts:
        storing.embed(catalogue, using, texts)
    with catalogue.writing() as db:
        note(db)
        facts = inserting.facts_of(after)
        names = ", ".join(f"{name} = ?" for name in facts)
        db.execute(f"UPDATE papers SET {names} WHERE number = ?", (*facts.values(), stored.number))
        db.executemany(
            "UPDATE passages SET breadcrumb = ?, text_hash = ? WHERE id = ?",
            [(crumb, storing.text_hash(each[0]), number) for number, crumb, each in crumbs],
        )
        if using:
            touched = {stored.paper.access, after.access}
            # an older generation of a shelf that it leaves would hold its words
            renew(catalogue, folder, db, touched, encoder=using, keep=0 if moved else 1)
    sweep(catalogue, folder)


def _new_breadcrumbs(
    catalogue: Catalogue, stored: _Stored, after: Paper
) -> list[tuple[int, str, tuple[str, ...]]]:
    """(passage, its new breadcrumb, what is embedded of it) of every passage whose has changed."""
    sql = "SELECT id, breadcrumb, text FROM passages WHERE paper = ?"
    changed = []
    for number, crumb, text in catalogue.rows(sql, (stored.number,)):
        new = rewritten_breadcrumb(crumb, text, before=stored.paper, after=after)
        if new != crumb:
            changed.append((number, new, embedded_texts(new, text)))
    return changed


def _stored(catalogue: Catalogue, paper_id: str) -> _Stored:
    sql = "SELECT p.*, f.sha256, f.path FROM papers p JOIN files f ON f.id = p.file WHERE p.id = ?"
    rows = catalogue.rows(sql, (paper_id,))
    if not rows:
        raise NoSuchPaperError(
            f"There is no paper {paper_id!r} in the library: see matters status."
        )
    row = rows[0]
    return _Stored(row["number"], records.paper_of(row), row["sha256"], row["path"])


def _checked(said: Metadata) -> dict[Field, str]:
    """What is said, in the form the catalogue keeps it in."""
    given: dict[str, str | None] = asdict(said)
    values = {f: checked_value(value) for f in FIELDS if (value := given[f]) is not None}
    if not values:
        raise CorrectionError(f"Say what to correct: {', '.join(FIELDS)}.")
    if values.get("title") == "":
        raise CorrectionError("A paper needs a title: say what it is.")
    if values.get("kind", "other") not in PAPER_KINDS:
        kinds = ", ".join(PAPER_KINDS)
        raise CorrectionError(f"{values['kind']!r} is no kind of paper: say one of {kinds}.")
    if values.get("access", "public") not in ACCESSES:
        raise CorrectionError(f"A paper is public or exempt, not {values['access']!r}.")
    if values.get("date"):
        values["date"] = _iso(values["date"])
    return values


def _iso(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError as error:
        raise CorrectionError(
            f"{said!r} is not a date: write it as year-month-day, 2017-07-11."
        ) from error
