"""An officer's correction of an entry of the register is made, or undone: it and the audit log in
one transaction. No index holds what is corrected, so none is built anew.
"""

from __future__ import annotations

from index.catalogue import Catalogue, now
from index.correcting import checked_value, signed
from index.entry_corrections import FIELDS, SET_ASIDE, STANDING, printed_of
from index.errors import CorrectionError, NoSuchEntryError
from index.generations import ACCESSES
from index.register import Registered, read_entry
from index.standing import log


def correct_entry(catalogue: Catalogue, entry_id: str, field: str, value: str, *, by: str) -> None:
    """Write what an officer says of a field of an entry.

    Raises NoSuchEntryError or CorrectionError.
    """
    found, by = _found(catalogue, entry_id), signed(by, "the entry")
    value = _checked(found, field, value)
    with catalogue.writing() as db:
        db.execute(
            "INSERT OR REPLACE INTO entry_corrections "
            "SELECT p.id, ?, ?, ?, p.access, f.sha256, f.path, ?, ? "
            "FROM papers p JOIN files f ON f.id = p.file WHERE p.number = ?",
            (found.key, field, value, by, now(), found.paper.number),
        )
        was = SET_ASIDE * found.set_aside if field == STANDING else printed_of(found.entry, field)
        log(db, found.paper.id, field, was, value, what="correct", by=by, entry=found.key)


def undo_entry_correction(catalogue: Catalogue, entry_id: str, field: str, *, by: str) -> None:
    """Give an entry back what is printed. Raises NoSuchEntryError or CorrectionError."""
    found, by = _found(catalogue, entry_id), signed(by, "the entry")
    known = {one.field: one for one in found.corrections}
    if field not in known:
        told = ", ".join(known) or "nothing"
        raise CorrectionError(
            f"The {field} of {entry_id!r} has not been corrected (of it, {told} has been)."
        )
    with catalogue.writing() as db:
        db.execute(
            "DELETE FROM entry_corrections WHERE paper = ? AND entry = ? AND field = ?",
            (found.paper.id, found.key, field),
        )
        log(db, found.paper.id, field, known[field].value, known[field].printed,
            what="undo", by=by, entry=found.key)  # fmt: skip


def _found(catalogue: Catalogue, entry_id: str) -> Registered:
    found = read_entry(catalogue, entry_id, ACCESSES)
    if found is None:
        raise NoSuchEntryError(
            f"There is no entry {entry_id!r} in the register: see the id in matters register --json."
        )
    return found


def _checked(found: Registered, field: str, value: str) -> str:
    """The value in the form it is kept in."""
    if field not in (*FIELDS[found.kind], STANDING):
        named = ", ".join((*FIELDS[found.kind], STANDING))
        raise CorrectionError(f"Of this {found.kind}, what can be corrected is {named}.")
    value = checked_value(value)
    if field == STANDING and value != SET_ASIDE:
        raise CorrectionError(f"The {STANDING} of an entry is “{SET_ASIDE}”, or it is undone.")
    told = {one.field: one.printed for one in found.corrections}
    if field != STANDING and value == told.get(field, printed_of(found.entry, field)):
        undo = ": undo its correction to have that back" if field in told else ""
        raise CorrectionError(f"The paper prints this {field} already{undo}.")
    return value
