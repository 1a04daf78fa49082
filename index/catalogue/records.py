"""Reading the catalogue: one function says the SQL, another runs it.

Whoever reads papers or passages names the shelves they may see; there is no way to leave that out.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.paper import Access, Meeting, Paper, Source
from index.catalogue import FileRecord, PaperRecord
from index.catalogue.connection import Catalogue, Row
from index.passages import Passage
from index.texts.parts import embedded_texts
from index.words import WordRow

Shelves = Sequence[Access]
ACCESSES: tuple[Access, ...] = ("public", "exempt")
"""Every shelf there is."""

_PAPERS = """
SELECT p.id, p.document, p.title, p.kind, p.access, p.council, p.committee, p.date, p.item, f.name,
       f.sha256, p.pages, f.outcome, f.reason, p.number, p.passages, p.sources, p.series,
       f.path AS folder
FROM papers p JOIN files f ON f.id = p.file
WHERE p.access IN (SELECT value FROM json_each(?))
ORDER BY p.date IS NULL, p.date DESC, p.id
"""
_PASSAGE = """
SELECT s.*, p.id AS paper_id, p.document
FROM passages s JOIN papers p ON p.number = s.paper
WHERE p.access IN (SELECT value FROM json_each(?))
"""


def unattributed(catalogue: Catalogue, shelves: Shelves) -> list[PaperRecord]:
    """Every paper on the shelves, newest meeting first, then by id; each with the council that it
    names itself: `index.attribution` has what they tell together."""
    return [_paper(row) for row in catalogue.rows(_PAPERS, (json.dumps(shelves),))]


def passages(catalogue: Catalogue, ids: Collection[int], shelves: Shelves) -> dict[int, Passage]:
    """Those of the passages that are on the shelves."""
    sql = f"{_PASSAGE} AND s.id IN (SELECT value FROM json_each(?))"
    found = catalogue.rows(sql, (json.dumps(shelves), json.dumps([int(i) for i in ids])))
    return {row["id"]: _passage(row) for row in found}


def passages_in(catalogue: Catalogue, paper_id: str, shelves: Shelves) -> list[Passage]:
    """A paper's passages in the order of its text; none if it is not on the shelves."""
    sql = f"{_PASSAGE} AND p.id = ? ORDER BY s.id"
    return [_passage(row) for row in catalogue.rows(sql, (json.dumps(shelves), paper_id))]


def stored_name(catalogue: Catalogue, paper_id: str, shelves: Shelves) -> str:
    """The name under papers/ of the file a paper came in, or "".

    A pack with an item that is not on the shelves is not on them either: the file shows all of it.
    """
    sql = (
        "SELECT f.stored FROM papers p JOIN files f ON f.id = p.file WHERE p.id = ? AND NOT EXISTS "
        "(SELECT 1 FROM papers o WHERE o.file = f.id "
        "AND o.access NOT IN (SELECT value FROM json_each(?)))"
    )
    return catalogue.value(sql, (paper_id, json.dumps(shelves))) or ""


def text_of(catalogue: Catalogue, paper_id: str, shelves: Shelves) -> str:
    """A paper's whole text, or ""."""
    sql = (
        "SELECT t.text FROM texts t JOIN papers p ON p.number = t.paper "
        "WHERE p.id = ? AND p.access IN (SELECT value FROM json_each(?))"
    )
    return catalogue.value(sql, (paper_id, json.dumps(shelves))) or ""


def bytes_of_originals(catalogue: Catalogue, shelves: Shelves) -> int:
    """The size of the files that papers on the shelves came in."""
    sql = (
        "SELECT coalesce(sum(bytes), 0) FROM files WHERE id IN (SELECT file FROM papers "
        "WHERE access IN (SELECT value FROM json_each(?)))"
    )
    return int(catalogue.value(sql, (json.dumps(shelves),)))


def counts(catalogue: Catalogue, access: Access) -> tuple[int, int]:
    """A shelf's papers and passages."""
    sql = "SELECT count(*), coalesce(sum(passages), 0) FROM papers WHERE access = ?"
    papers, passages = catalogue.rows(sql, (access,))[0]
    return papers, passages


def passage_ids(catalogue: Catalogue, access: Access) -> list[int]:
    """A shelf's passages, ascending."""
    sql = (
        "SELECT s.id FROM passages s JOIN papers p ON p.number = s.paper "
        "WHERE p.access = ? ORDER BY s.id"
    )
    return [row[0] for row in catalogue.rows(sql, (access,))]


def holds_papers(catalogue: Catalogue) -> bool:
    """Whether there is any paper in the library."""
    return bool(catalogue.value("SELECT EXISTS (SELECT 1 FROM papers)"))


def holds_id(catalogue: Catalogue, paper_id: str) -> bool:
    """Whether a paper on any shelf has this id."""
    return bool(catalogue.value("SELECT EXISTS (SELECT 1 FROM papers WHERE id = ?)", (paper_id,)))


def accesses(catalogue: Catalogue, paper_ids: Sequence[str]) -> set[Access]:
    """The shelves that these papers stand on."""
    sql = "SELECT DISTINCT access FROM papers WHERE id IN (SELECT value FROM json_each(?))"
    return {row["access"] for row in catalogue.rows(sql, (json.dumps(list(paper_ids)),))}


_COLUMNS = "id, sha256, name, stored, stem, path, bytes, outcome, reason, pages, metadata"
_FILE = f"SELECT {_COLUMNS} FROM files"


def files(catalogue: Catalogue) -> list[FileRecord]:
    """Every file handed in, refused ones too."""
    return [FileRecord(**row) for row in catalogue.rows(f"{_FILE} ORDER BY id")]


def file_by_hash(catalogue: Catalogue, sha256: str) -> FileRecord | None:
    """The file with these bytes."""
    rows = catalogue.rows(f"{_FILE} WHERE sha256 = ?", (sha256,))
    return FileRecord(**rows[0]) if rows else None


def files_by_path(catalogue: Catalogue, path: str) -> list[FileRecord]:
    """The files handed in from this path, at most one of which was readable."""
    return [FileRecord(**row) for row in catalogue.rows(f"{_FILE} WHERE path = ?", (path,))]


def paper_ids_of(catalogue: Catalogue, file: int) -> list[str]:
    """The ids of the papers a file holds, in order."""
    rows = catalogue.rows("SELECT id FROM papers WHERE file = ? ORDER BY number", (file,))
    return [row["id"] for row in rows]


def passage_count(catalogue: Catalogue, file: int) -> int:
    """How many passages a file's papers hold."""
    return int(
        catalogue.value("SELECT coalesce(sum(passages), 0) FROM papers WHERE file = ?", (file,))
    )


def accesses_of(catalogue: Catalogue, file: int) -> set[Access]:
    """The shelves that a file's papers stand on."""
    rows = catalogue.rows("SELECT DISTINCT access FROM papers WHERE file = ?", (file,))
    return {row["access"] for row in rows}


def shelf_rows(catalogue: Catalogue, access: Access) -> list[WordRow]:
    """What a shelf's indexes are built from, by passage id."""
    sql = (
        "SELECT s.id AS passage, s.paper, s.breadcrumb, s.text FROM passages s "
        "JOIN papers p ON p.number = s.paper WHERE p.access = ? ORDER BY s.id"
    )
    return [WordRow(**row) for row in catalogue.rows(sql, (access,))]


def shelf_vectors(
    catalogue: Catalogue, access: Access, *, encoder: str, dimensions: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """The vectors of a shelf's passages, (n, dimensions), after the passage of each, (n,)."""
    sql = (
        "SELECT s.id, e.vector FROM passages s JOIN papers p ON p.number = s.paper "
        "JOIN embeddings e ON e.text_hash = s.text_hash AND e.encoder = ? "
        "WHERE p.access = ? ORDER BY s.id"
    )
    ids: list[int] = []
    blobs: list[bytes] = []
    for passage, blob in catalogue.db.execute(sql, (encoder, access)):
        ids += [passage] * (len(blob) // (4 * dimensions))
        blobs.append(blob)
    rows = np.frombuffer(b"".join(blobs), "<f4").astype(np.float32).reshape(-1, dimensions)
    return np.array(ids, np.int64), rows


def unembedded(catalogue: Catalogue, encoder: str) -> dict[str, tuple[str, ...]]:
    """What is to be embedded, by the hash of its whole text, of stored passages that this encoder
    has not embedded."""
    sql = (
        "SELECT DISTINCT s.text_hash, s.breadcrumb, s.text FROM passages s WHERE NOT EXISTS "
        "(SELECT 1 FROM embeddings e WHERE e.text_hash = s.text_hash AND e.encoder = ?)"
    )
    rows = catalogue.rows(sql, (encoder,))
    return {row["text_hash"]: embedded_texts(row["breadcrumb"], row["text"]) for row in rows}


def setting(catalogue: Catalogue, key: str) -> str:
    """A setting of the library, or ""."""
    return catalogue.value("SELECT value FROM settings WHERE key = ?", (key,)) or ""


def current_generation(catalogue: Catalogue, access: Access) -> tuple[int, str] | None:
    """(number, manifest's SHA-256) of a shelf's current generation; None for an empty shelf."""
    sql = "SELECT number, manifest_sha256 FROM generations WHERE shelf = ? AND current"
    rows = catalogue.rows(sql, (access,))
    return (rows[0][0], rows[0][1]) if rows else None


def _paper(row: Row) -> PaperRecord:
    told = {"sources": sources_of(row["sources"]), "folder": _folder_of(row["folder"])}
    return PaperRecord(**{**row, **told})


@lru_cache(maxsize=50_000)
def _folder_of(path: str) -> str:
    return str(Path(path).parent)


@lru_cache(maxsize=50_000)  # every question reads every paper: 10 microseconds each are 0.1 s
def sources_of(stored: str) -> tuple[Source, ...]:
    """Where a paper's facts were read, from the catalogue's JSON."""
    return tuple(Source(*source) for source in json.loads(stored))


def sources_json(sources: Iterable[Source]) -> str:
    """Where facts were read, as the catalogue stores it."""
    return json.dumps([(source.field, source.place, source.words) for source in sources])


def paper_of(row: Row, *, text: str = "") -> Paper:
    """A paper as its row tells it, with this text and without its blocks."""
    meeting = Meeting(row["council"], row["committee"], row["date"])
    return Paper(
        row["id"], row["document"], row["title"], row["kind"], row["access"], meeting,
        item=row["item"], text=text, sources=sources_of(row["sources"]),
    )  # fmt: skip


def _passage(row: Row) -> Passage:
    breaks = tuple((offset, page) for offset, page in json.loads(row["breaks"]))
    return Passage(
        paper=row["paper_id"],
        document=row["document"],
        text=row["text"],
        start=row["start"],
        end=row["end"],
        breadcrumb=row["breadcrumb"],
        kind=row["kind"],
        section=row["section"],
        item=row["item"],
        paragraph=row["paragraph"],
        row=row["row"],
        page=row["page"],
        page_label=row["page_label"],
        breaks=breaks,
        headers=row["headers"],
        marks=tuple(json.loads(row["marks"])),
        id=row["id"],
    )
