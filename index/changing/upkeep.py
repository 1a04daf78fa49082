"""Everything in a library checked against everything else, and mended where it can be.

Checked: the catalogue by SQLite's own measures, every stored file against its hash, every passage
against the text it is a slice of, every vector's length, that every paper has been read for the
register, the models exported, every generation against its manifest and its count against the
catalogue's, and that nothing lies about unnamed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.paper import Access
from index.catalogue import records, storing
from index.catalogue.connection import Catalogue
from index.catalogue.records import ACCESSES
from index.changing.adding import FileReader
from index.changing.generations import renew, strays, sweep
from index.changing.registering import fill_register
from index.encoder import Encoder
from index.errors import DamagedError, EncoderError
from index.holdings.models import LibraryModel
from index.holdings.report import Finding
from index.kept import shelves
from index.kept.disk import copy_whole, sha256_of
from index.reader import Reader


def verify_library(
    catalogue: Catalogue, folder: Path, encoder: LibraryModel[Encoder], *,
    reader: LibraryModel[Reader | None], read_files: FileReader, repair: bool,
) -> list[Finding]:  # fmt: skip
    """Check, and mend if `repair`; the caller holds the writer's lock if it can be had."""
    findings = list(_catalogue(catalogue))
    if findings:
        return findings  # nothing built from a damaged catalogue can be trusted
    findings += _strays(catalogue, folder, repair=repair)
    findings += _originals(catalogue, folder, repair=repair)
    findings += _slices(catalogue)
    findings += _counts(catalogue)
    findings += fill_register(catalogue, folder, reader=read_files, repair=repair)
    findings += _model(encoder, repair=repair)
    findings += _model(reader, repair=repair)
    findings += _vectors(catalogue, encoder, repair=repair)
    for access in ACCESSES:
        findings += _older(catalogue, folder, access, repair=repair)
        findings += _shelf(catalogue, folder, access, encoder, repair=repair)
    return findings


def rebuild(catalogue: Catalogue, folder: Path, access: Access, *, encoder: Encoder) -> None:
    """Build a shelf's indexes again from the catalogue, embedding what lacks a vector."""
    storing.embed(catalogue, encoder, records.unembedded(catalogue, encoder.name))
    with catalogue.writing() as db:
        renew(catalogue, folder, db, {access}, encoder=encoder, keep=0)
    sweep(catalogue, folder)


def _catalogue(catalogue: Catalogue) -> Iterator[Finding]:
    advice = "restore the library from a backup."
    try:
        answer = str(catalogue.value("PRAGMA integrity_check"))
        if answer != "ok":
            yield Finding("catalogue.sqlite", f"The catalogue is damaged ({answer}): {advice}")
        if catalogue.rows("PRAGMA foreign_key_check"):
            yield Finding("catalogue.sqlite", f"The catalogue contradicts itself: {advice}")
    except sqlite3.DatabaseError as error:
        yield Finding("catalogue.sqlite", f"The catalogue cannot be read ({error}): {advice}")


def _strays(catalogue: Catalogue, folder: Path, *, repair: bool) -> Iterator[Finding]:
    for path in sweep(catalogue, folder) if repair else strays(catalogue, folder):
        name = path.relative_to(folder).as_posix()
        yield Finding(name, f"{name} was left behind by an interrupted run.", repair)


def _originals(catalogue: Catalogue, folder: Path, *, repair: bool) -> Iterator[Finding]:
    for file in records.files(catalogue):
        stored = folder / "papers" / file.stored
        if not file.stored or (stored.is_file() and sha256_of(stored) == file.sha256):
            continue
        what = "has been altered" if stored.is_file() else "is missing"
        source = Path(file.path)
        mended = repair and source.is_file() and sha256_of(source) == file.sha256
        if mended:
            copy_whole(source, stored)
        advice = f"it was copied again from {source}." if mended else "add the file again."
        yield Finding(file.name, f"The stored copy of {file.name} {what}: {advice}", mended)


def _slices(catalogue: Catalogue) -> Iterator[Finding]:
    # SQLite counts characters as Python does, so it can compare without moving every text here
    sql = (
        "SELECT p.id, count(*) AS wrong FROM passages s JOIN papers p ON p.number = s.paper "
        "LEFT JOIN texts t ON t.paper = p.number "
        "WHERE coalesce(substr(t.text, s.start + 1, s.end - s.start), '') != s.text GROUP BY p.id"
    )
    for row in catalogue.rows(sql):
        message = (
            f"{row['wrong']} passages of {row['id']} are not in its text: remove it and add it."
        )
        yield Finding(row["id"], message)


def _counts(catalogue: Catalogue) -> Iterator[Finding]:
    sql = (
        "SELECT id FROM papers p WHERE passages != "
        "(SELECT count(*) FROM passages s WHERE s.paper = p.number)"
    )
    for row in catalogue.rows(sql):
        yield Finding(row["id"], f"Some passages of {row['id']} are lost: remove it and add it.")


def _model(model: LibraryModel[Any], *, repair: bool) -> Iterator[Finding]:
    try:
        model.check()
    except EncoderError as error:
        if not repair:
            yield Finding(model.kind, str(error))
            return
        try:
            model.export_again()
        except EncoderError as again:
            yield Finding(model.kind, str(again))
        else:
            yield Finding(model.kind, f"{error} It was exported again.", True)


def _vectors(
    catalogue: Catalogue, encoder: LibraryModel[Encoder], *, repair: bool
) -> Iterator[Finding]:
    """What is no whole number of the encoder's vectors was cut short."""
    model = encoder.at_hand()
    if model is None:
        return
    sql = (
        "SELECT encoder, text_hash FROM embeddings WHERE encoder = ? "
        "AND (length(vector) = 0 OR length(vector) % ? != 0)"
    )
    wrong = catalogue.rows(sql, (model.name, 4 * model.dimensions))
    if not wrong:
        return
    if repair:
        with catalogue.writing() as db:
            for row in wrong:
                db.execute("DELETE FROM embeddings WHERE encoder = ? AND text_hash = ?", tuple(row))
    yield Finding("embeddings", f"{len(wrong)} vectors were cut short.", repair)


def _older(
    catalogue: Catalogue, folder: Path, access: Access, *, repair: bool
) -> Iterator[Finding]:
    sql = "SELECT number, manifest_sha256 FROM generations WHERE shelf = ? AND NOT current"
    for number, manifest in catalogue.rows(sql, (access,)):
        path = shelves.folder_of(folder / "shelves", access, number)
        try:
            shelves.check(path, manifest)
        except DamagedError as error:
            if repair:
                with catalogue.writing() as db:
                    storing.forget_generation(db, access, number)
                shelves.discard([path])
            yield Finding(f"{access} shelf", f"{error} It is an older one nobody needs.", repair)


def _shelf(
    catalogue: Catalogue,
    folder: Path,
    access: Access,
    encoder: LibraryModel[Encoder],
    *,
    repair: bool,
) -> Iterator[Finding]:
    wrong = _what_is_wrong(catalogue, folder, access, encoder.name)
    if not wrong:
        return
    if not repair:
        yield Finding(f"{access} shelf", wrong)
        return
    rebuild(catalogue, folder, access, encoder=encoder.get())
    yield Finding(f"{access} shelf", f"{wrong} It was built again.", True)


def _what_is_wrong(catalogue: Catalogue, folder: Path, access: Access, encoder: str) -> str:
    """One sentence, or "" for a shelf that is as the catalogue says."""
    ids = records.passage_ids(catalogue, access)
    current = records.current_generation(catalogue, access)
    if current is None:
        return f"The {access} shelf has papers and no index." if ids else ""
    try:
        shelf = shelves.open_shelf(
            folder / "shelves", access, number=current[0], manifest=current[1]
        )
    except DamagedError as error:
        return str(error)
    if shelf.encoder != encoder:
        return f"The {access} shelf was indexed with another encoder."
    counted = {len(ids), len(shelf.vectors), shelf.words.count}
    if shelf.passage_ids.tolist() != ids or len(counted) != 1:
        return f"The {access} shelf's index holds other passages than the catalogue."
    return ""
