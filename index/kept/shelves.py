"""A shelf is what one kind of reader may see: the public papers, or the exempt ones.

Each has indexes of its own, so that no count, score or suggestion on one can betray what is on the
other.

    shelves/<access>/generation-000042/
        vectors.faiss  words/  lexicon.json  ids.npy  manifest.json

A generation is written under another name, synced and renamed; it never changes afterwards. Its
manifest holds the SHA-256 of every file, and the catalogue holds the manifest's.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.paper import Access
from index.errors import DamagedError
from index.kept.disk import replace_folder, sha256_of
from index.kept.lexicon import Lexicon
from index.kept.vectors import Vectors
from index.words import WordRow, Words

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]

_MANIFEST = "manifest.json"
_GENERATION = re.compile(r"generation-(\d{6,})")
_MAKING = ".making-"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One generation of a shelf's indexes, open. Passages and papers are known by number.

    `passage_ids` (n,) ascending and `paper_numbers` (n,) say which paper each passage stands in.
    """

    access: Access
    number: int
    encoder: str
    vectors: Vectors
    words: Words
    lexicon: Lexicon
    passage_ids: Ids
    paper_numbers: Ids

    def ids_in(self, papers: Collection[int]) -> Ids:
        """The passages of the papers with these numbers, ascending."""
        wanted = np.fromiter(papers, np.int64, len(papers))
        return self.passage_ids[np.isin(self.paper_numbers, wanted)]


def folder_of(shelves: Path, access: Access, number: int) -> Path:
    """Where a generation lives."""
    return shelves / access / f"generation-{number:06d}"


def build(
    shelves: Path, access: Access, *,
    number: int, rows: Sequence[WordRow], vectors: Vectors, encoder: str,
) -> str:  # fmt: skip
    """Write a generation; returns its manifest's SHA-256. Raises ValueError where the vectors are
    of more or fewer passages than the rows."""
    if len(vectors) != len(rows):
        raise ValueError(f"{len(rows)} passages and vectors of {len(vectors)}")
    parent = shelves / access
    parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=_MAKING, dir=parent) as made:
        folder = Path(made) / "generation"
        folder.mkdir()
        ids = np.array([row.passage for row in rows], np.int64)
        papers = np.array([row.paper for row in rows], np.int64)
        np.save(folder / "ids.npy", np.stack([ids, papers]))
        vectors.save(folder / "vectors.faiss")
        Words.build(folder / "words", rows)
        Lexicon.build(f"{row.breadcrumb}\n{row.text}" for row in rows).save(folder / "lexicon.json")
        manifest = _write_manifest(folder, encoder=encoder, passages=len(rows))
        replace_folder(folder, folder_of(shelves, access, number))
    return manifest


def check(folder: Path, manifest: str) -> None:
    """Raise DamagedError unless every file is what the catalogue's manifest hash vouches for."""
    path = folder / _MANIFEST
    if not path.is_file():
        raise DamagedError(f"The index {folder.name} of the {folder.parent.name} shelf is missing.")
    damaged = f"The index {folder.name} of the {folder.parent.name} shelf is damaged"
    if sha256_of(path) != manifest:
        raise DamagedError(f"{damaged}: {_MANIFEST} has changed.")
    for name, expected in json.loads(path.read_text(encoding="utf-8"))["files"].items():
        file = folder / name
        if not file.is_file() or sha256_of(file) != expected:
            raise DamagedError(f"{damaged}: {name} is missing or has changed.")


def open_shelf(shelves: Path, access: Access, *, number: int, manifest: str) -> Shelf:
    """Check a generation and open it. Raises DamagedError."""
    folder = folder_of(shelves, access, number)
    check(folder, manifest)
    ids, papers = np.load(folder / "ids.npy")
    return Shelf(
        access=access,
        number=number,
        encoder=json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))["encoder"],
        vectors=Vectors.open(folder / "vectors.faiss"),
        words=Words.open(folder / "words"),
        lexicon=Lexicon.load(folder / "lexicon.json"),
        passage_ids=ids,
        paper_numbers=papers,
    )


def leftovers(shelves: Path, access: Access, kept: Collection[int]) -> list[Path]:
    """Generations the catalogue does not name, and the half-made ones of a killed writer."""
    parent = shelves / access
    if not parent.is_dir():
        return []
    found = []
    for path in sorted(parent.iterdir()):
        match = _GENERATION.fullmatch(path.name)
        unnamed = match is not None and int(match[1]) not in kept
        if unnamed or path.name.startswith((_MAKING, ".old-")):
            found.append(path)
    return found


def discard(paths: Sequence[Path]) -> None:
    """Delete folders. What a reader on Windows holds open goes the next time."""
    for path in paths:
        shutil.rmtree(path, ignore_errors=True)


def _write_manifest(folder: Path, *, encoder: str, passages: int) -> str:
    files = {
        path.relative_to(folder).as_posix(): sha256_of(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }
    manifest = {"encoder": encoder, "passages": passages, "files": files}
    path = folder / _MANIFEST
    path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False), encoding="utf-8")
    return sha256_of(path)
