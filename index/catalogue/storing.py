"""Writing the catalogue: embeddings, settings, generations, and what is to be forgotten. What comes
in is written by `index.changing.inserting`.

Everything here runs inside a transaction of the caller's, except `embed`, which commits as it goes:
an embedding belongs to a text, not to a paper, and is worth keeping when the add is interrupted.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Collection, Mapping

from corpus.paper import Access
from index.catalogue.connection import Catalogue, now
from index.encoder import Encoder
from index.texts.parts import vectors_of

_EMBED_BATCH = 512  # passages a transaction: a kill loses at most 3 seconds of encoding


def delete_file(db: sqlite3.Connection, file: int) -> None:
    """Forget a file, its papers and their passages."""
    db.execute("DELETE FROM files WHERE id = ?", (file,))


def delete_empty_files(db: sqlite3.Connection) -> None:
    """Forget files whose every paper is gone."""
    db.execute("DELETE FROM files WHERE stem != '' AND id NOT IN (SELECT file FROM papers)")


def delete_unused_embeddings(db: sqlite3.Connection) -> None:
    """Forget vectors of texts that no passage has any more."""
    db.execute("DELETE FROM embeddings WHERE text_hash NOT IN (SELECT text_hash FROM passages)")


def delete_embeddings_but(db: sqlite3.Connection, encoder: str) -> None:
    """Forget the vectors of every other encoder."""
    db.execute("DELETE FROM embeddings WHERE encoder != ?", (encoder,))


def set_setting(db: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a setting of the library."""
    db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, value))


def next_generation(db: sqlite3.Connection, access: Access) -> int:
    """The number after the highest a shelf has had."""
    sql = "SELECT coalesce(max(number), 0) + 1 FROM generations WHERE shelf = ?"
    return int(db.execute(sql, (access,)).fetchone()[0])


def make_current(
    db: sqlite3.Connection, access: Access, number: int | None, *, manifest: str = "", keep: int = 1
) -> None:
    """Name a shelf's current generation (None: it is empty), remembering `keep` older ones."""
    db.execute("UPDATE generations SET current = 0 WHERE shelf = ?", (access,))
    if number is not None:
        row = (access, number, manifest, now())
        db.execute("INSERT INTO generations VALUES (?, ?, 1, ?, ?)", row)
    db.execute(
        "DELETE FROM generations WHERE shelf = ? AND NOT current AND number NOT IN (SELECT number "
        "FROM generations WHERE shelf = ? AND NOT current ORDER BY number DESC LIMIT ?)",
        (access, access, keep),
    )


def forget_generation(db: sqlite3.Connection, access: Access, number: int) -> None:
    """Forget a generation that is not current."""
    sql = "DELETE FROM generations WHERE shelf = ? AND number = ? AND NOT current"
    db.execute(sql, (access, number))


def embed(
    catalogue: Catalogue,
    encoder: Encoder,
    texts: Mapping[str, tuple[str, ...]],
    *,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Embed those passages' texts (by the hash of the whole) that this encoder has not embedded
    before."""
    missing = sorted(set(texts) - _embedded(catalogue, encoder.name, texts))
    for start in range(0, len(missing), _EMBED_BATCH):
        batch = missing[start : start + _EMBED_BATCH]
        vectors = vectors_of(encoder, [texts[hashed] for hashed in batch])
        rows = [
            (hashed, encoder.name, own.astype("<f4").tobytes())
            for hashed, own in zip(batch, vectors, strict=True)
        ]
        with catalogue.writing() as db:
            db.executemany("INSERT OR IGNORE INTO embeddings VALUES (?, ?, ?)", rows)
        on_progress(start + len(batch), len(missing))


def text_hash(text: str) -> str:
    """By which a text is known to the embeddings."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _embedded(catalogue: Catalogue, encoder: str, hashes: Collection[str]) -> set[str]:
    sql = (
        "SELECT text_hash FROM embeddings WHERE encoder = ? "
        "AND text_hash IN (SELECT value FROM json_each(?))"
    )
    return {row[0] for row in catalogue.rows(sql, (encoder, json.dumps(list(hashes))))}
