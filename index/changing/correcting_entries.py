"""An officer's correction of an entry of the register is made, or undone: it and the audit log in
one transaction. No index holds what is corrected, so none is built anew.
"""

from __future__ import annotations

from collections.abc import Mapping

from index.catalogue.connection import Catalogue
from index.catalogue.records import ACCESSES
from index.corrections.entries import FIELDS, SET_ASIDE, STANDING, forget, write
from index.corrections.said import checked_value, log, signed, to_undo
from index.errors import CorrectionError, NoSuchEntryError
from index.register import Registered, read_entry


def correct_entry(
    catalogue: Catalogue, entry_id: str, said: Mapping[str, str], *, by: str
) -> None:  # fmt: skip
    """Write what an officer says of an entry, by field: all of it or nothing.

    Raises NoSuchEntryError or CorrectionError.
    """
    found, by = _found(catalogue, entry_id), signed(by, "the entry")
    values = _checked(found, said)
    with catalogue.writing() as db:
        for field, value in values.items():
            write(db, found.paper.number, found.key, field, value, by=by)
            log(db, found.paper.id, field, found.said(field), value,
                what="correct", by=by, entry=found.key)  # fmt: skip


def undo_entry_correction(catalogue: Catalogue, entry_id: str, field: str, *, by: str) -> None:
    """Give an entry back what is printed. Raises NoSuchEntryError or CorrectionError."""
    found, by = _found(catalogue, entry_id), signed(by, "the entry")
    undone = to_undo(found.corrections, field, of=entry_id)
    with catalogue.writing() as db:
        forget(db, found.paper.id, found.key, field)
        log(db, found.paper.id, field, undone.value, undone.printed,
            what="undo", by=by, entry=found.key)  # fmt: skip


def _found(catalogue: Catalogue, entry_id: str) -> Registered:
    found = read_entry(catalogue, entry_id, ACCESSES)
    if found is None:
        raise NoSuchEntryError(
            f"There is no entry {entry_id!r} in the register: matters register --json tells ids."
        )
    return found


def _checked(found: Registered, said: Mapping[str, str]) -> dict[str, str]:
    """What is said, in the form it is kept in."""
    correctable = (*FIELDS[found.kind], STANDING)
    if not said or not said.keys() <= set(correctable):
        names = ", ".join(correctable)
        raise CorrectionError(f"Say what to correct of this {found.kind}: {names}.")
    values = {field: checked_value(value) for field, value in said.items()}
    if values.get(STANDING, SET_ASIDE) != SET_ASIDE:
        raise CorrectionError(f"The {STANDING} of an entry is “{SET_ASIDE}”, or it is undone.")
    printed = {one.field: one.printed for one in found.corrections}
    for field, value in values.items():
        if value == printed.get(field, found.said(field)) and field != STANDING:
            undo = ": undo its correction to have that back" if field in printed else ""
            raise CorrectionError(f"The {field} is printed so already{undo}.")
    return values
