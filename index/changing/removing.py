"""Papers leave the library: their rows, their words in every index, and the file they came in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from index.catalogue import FileRecord, records, storing
from index.catalogue.connection import Catalogue
from index.changing.generations import renew, sweep
from index.encoder import Encoder
from index.errors import NoSuchPaperError


def remove_papers(
    catalogue: Catalogue, folder: Path, name: str, *, encoder: Callable[[], Encoder]
) -> list[str]:
    """Remove what `name` stands for; returns the ids of the papers that went.

    A name is tried as what a file's ids begin with, then as the id of one item of a pack, then as a
    document or a file's name. Older generations hold the words too, so none is kept.
    """
    file = _file(catalogue, name)
    gone = [name] if file is None else records.paper_ids_of(catalogue, file.id)
    touched = records.accesses(catalogue, gone)
    using = encoder() if touched else None
    with catalogue.writing() as db:
        if file is None:
            db.execute("DELETE FROM papers WHERE id = ?", (name,))
        else:
            storing.delete_file(db, file.id)
        storing.delete_empty_files(db)
        storing.delete_unused_embeddings(db)
        if using:
            renew(catalogue, folder, db, touched, encoder=using, keep=0)
    sweep(catalogue, folder)
    return gone


def _file(catalogue: Catalogue, name: str) -> FileRecord | None:
    """The file that a name stands for, or None where it is the id of one item of a pack."""
    files = records.files(catalogue)
    exact = [file for file in files if file.stem and file.stem == name]
    if exact:
        return exact[0]
    if records.holds_id(catalogue, name):
        return None
    alike = [file for file in files if name in (file.name, Path(file.name).stem)]
    if len(alike) == 1:
        return alike[0]
    if not alike:
        raise NoSuchPaperError(f"There is no paper {name!r} in the library: see matters status.")
    stems = ", ".join(file.stem or file.path for file in alike)
    raise NoSuchPaperError(f"{name!r} stands for more than one paper: say which of {stems}.")
