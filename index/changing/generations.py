"""A shelf's next generation: built from the catalogue, made current, older ones discarded."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Sequence
from pathlib import Path

from corpus.paper import Access
from index.catalogue import records, storing
from index.catalogue.connection import Catalogue
from index.catalogue.records import ACCESSES
from index.encoder import Encoder
from index.holdings.models import folder_for
from index.kept import shelves
from index.kept.vectors import Vectors
from index.models.exported import MODEL, TOKENIZER, Card, Kind

_ORIGINAL = re.compile(r"[0-9a-f]{64}(\.[a-z0-9]{1,5})?")


def renew(
    catalogue: Catalogue,
    folder: Path,
    db: sqlite3.Connection,
    accesses: Collection[Access],
    *,
    encoder: Encoder,
    keep: int = 1,
) -> None:
    """Build the shelves anew from the catalogue, inside the caller's transaction.

    Nothing is current before the transaction commits. `keep` older generations stay for readers
    that have not asked again yet; the rest go with the next sweep.
    """
    for access in sorted(accesses):
        rows = records.shelf_rows(catalogue, access)
        if not rows:
            storing.make_current(db, access, None, keep=keep)
            continue
        number = storing.next_generation(db, access)
        manifest = shelves.build(
            folder / "shelves",
            access,
            number=number,
            rows=rows,
            vectors=Vectors.build(
                *records.shelf_vectors(
                    catalogue, access, encoder=encoder.name, dimensions=encoder.dimensions
                )
            ),
            encoder=encoder.name,
        )
        storing.make_current(db, access, number, manifest=manifest, keep=keep)


def sweep(catalogue: Catalogue, folder: Path) -> list[Path]:
    """Delete what nothing names: the leavings of a killed writer, and generations long superseded.

    Only under the writer's lock: a writer at work would lose what it is making.
    """
    found = strays(catalogue, folder)
    shelves.discard([path for path in found if path.is_dir()])
    for path in found:
        if path.is_file():
            path.unlink(missing_ok=True)
    return found


def strays(catalogue: Catalogue, folder: Path) -> list[Path]:
    """What `sweep` would delete. Files of a person's own are never among it."""
    found: list[Path] = []
    for access in ACCESSES:
        kept = catalogue.rows("SELECT number FROM generations WHERE shelf = ?", (access,))
        found += shelves.leftovers(folder / "shelves", access, {row["number"] for row in kept})
    found += _stray_originals(folder / "papers", {f.stored for f in records.files(catalogue)})
    found += _unnamed_models(catalogue, folder)
    for place in (folder, folder / "encoder", folder / "reader"):
        found += [*place.glob(".encoder-*"), *place.glob(".old-*")]
    return found


def _unnamed_models(catalogue: Catalogue, folder: Path) -> list[Path]:
    """Exports of models that the library no longer uses, and that of a library made when it kept
    but one, right in its folder."""
    kinds: tuple[Kind, ...] = ("encoder", "reader")
    found = [folder / "encoder" / name for name in (MODEL, TOKENIZER, "encoder.json")]
    for kind in kinds:
        used = folder_for(folder, kind, records.setting(catalogue, kind))
        found += [
            path for path in (folder / kind).glob("*")
            if path != used and Card.is_in(path, kind)
        ]  # fmt: skip
    return [path for path in found if path.exists()]


def _stray_originals(papers: Path, kept: Collection[str]) -> Sequence[Path]:
    if not papers.is_dir():
        return []
    return [
        path
        for path in sorted(papers.iterdir())
        if path.name.startswith(".copy-")
        or (_ORIGINAL.fullmatch(path.name) and path.name not in kept)
    ]
