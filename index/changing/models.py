"""Another encoder or reader for a library that is in use.

What takes long, exporting and embedding, is done beside the one in use; then the catalogue names
the other, and its indexes, in one transaction. Who searches meanwhile does so with the one before.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from index.catalogue import records, storing
from index.catalogue.connection import Catalogue
from index.catalogue.records import ACCESSES
from index.changing.generations import renew, sweep
from index.encoder import Encoder
from index.holdings.models import LibraryModel
from index.reader import Reader


def change_encoder(
    catalogue: Catalogue, folder: Path, encoder: LibraryModel[Encoder], model: str,
    on_progress: Callable[[int, int, str], None],
) -> None:  # fmt: skip
    """Embed every passage with another encoder, index them anew and use it from then on."""
    other = encoder.prepare(model)
    texts = records.unembedded(catalogue, other.name)
    storing.embed(
        catalogue, other, texts,
        on_progress=lambda done, total: on_progress(done, total, "embedding passages again"),
    )  # fmt: skip
    with catalogue.writing() as db:
        storing.set_setting(db, "encoder", model)
        renew(catalogue, folder, db, ACCESSES, encoder=other)
        storing.delete_embeddings_but(db, other.name)
    sweep(catalogue, folder)


def change_reader(
    catalogue: Catalogue, folder: Path, reader: LibraryModel[Reader | None], model: str
) -> None:
    """Use another reader from now on."""
    reader.prepare(model)
    with catalogue.writing() as db:
        storing.set_setting(db, "reader", model)
    sweep(catalogue, folder)
