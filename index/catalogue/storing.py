"""Writing the catalogue: files, papers, passages, embeddings, generations.

Everything here runs inside a transaction of the caller's, except `embed`, which commits as it goes:
an embedding belongs to a text, not to a paper, and is worth keeping when the add is interrupted.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict

from corpus.paper import Access, Paper
from index.catalogue.connection import Catalogue, now, series_of
from index.catalogue.records import sources_json
from index.encoder import Encoder
from index.entry_corrections import keep_corrections
from index.intake import Intake
from index.passages import Passage
from index.register import write_register
from index.standing import keep_own
from index.texts.parts import embedded_texts, vectors_of
from index.texts.wording import signature

_EMBED_BATCH = 512  # passages a transaction: a kill loses at most 3 seconds of encoding


def insert(db: sqlite3.Connection, intake: Intake) -> None:
    """Write a file with its papers, their passages and their entries in the register."""
    file = _insert_file(db, intake)
    every = zip(intake.papers, intake.passages, intake.register, strict=True)
    for paper, passages, entries in every:
        number = _insert_paper(db, file, paper, pages=_pages(intake, paper), passages=len(passages))
        db.executemany(
            "INSERT INTO passages (paper, text, start, end, breadcrumb, kind, section, item, "
            "paragraph, row, page, page_label, breaks, headers, marks, text_hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_passage_row(number, passage) for passage in passages],
        )
        write_register(db, number, entries)
        keep_corrections(db, paper.id)
    for read, paper in zip(intake.reading.papers, intake.papers, strict=True):
        keep_own(db, read, paper.id, sha256=intake.sha256, path=intake.path)


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


def texts_of(intakes: Sequence[Intake]) -> dict[str, tuple[str, ...]]:
    """What is to be embedded of every passage, by the hash of its whole text."""
    found = {}
    for intake in intakes:
        for passages in intake.passages:
            for passage in passages:
                texts = embedded_texts(passage.breadcrumb, passage.text)
                found[text_hash(texts[0])] = texts
    return found


def text_hash(text: str) -> str:
    """By which a text is known to the embeddings."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _embedded(catalogue: Catalogue, encoder: str, hashes: Collection[str]) -> set[str]:
    sql = (
        "SELECT text_hash FROM embeddings WHERE encoder = ? "
        "AND text_hash IN (SELECT value FROM json_each(?))"
    )
    return {row[0] for row in catalogue.rows(sql, (encoder, json.dumps(list(hashes))))}


def _insert_file(db: sqlite3.Connection, intake: Intake) -> int:
    reading = intake.reading
    row = {
        "sha256": intake.sha256,
        "name": intake.name,
        "stored": intake.stored,
        "stem": intake.stem,
        "path": intake.path,
        "bytes": intake.bytes,
        "outcome": reading.outcome,
        "reason": reading.reason,
        "pages": reading.pages,
        "unread": json.dumps(reading.unread),
        "notes": json.dumps(reading.notes),
        "metadata": json.dumps(asdict(intake.metadata)),
        "added_at": now(),
    }
    return _insert_row(db, "files", row)


def _insert_paper(
    db: sqlite3.Connection, file: int, paper: Paper, *, pages: int | None, passages: int
) -> int:
    row = {
        **facts_of(paper),
        "id": paper.id,
        "file": file,
        "document": paper.document,
        "item": paper.item,
        "pages": pages,
        "passages": passages,
    }
    number = _insert_row(db, "papers", row)
    text = {"paper": number, "signature": signature(paper.text), "text": paper.text}
    _insert_row(db, "texts", text)
    return number


def facts_of(paper: Paper) -> dict[str, str | None]:
    """The columns of a paper that an officer's correction may change."""
    return {
        "title": paper.title,
        "kind": paper.kind,
        "access": paper.access,
        "council": paper.meeting.council,
        "committee": paper.meeting.committee,
        "date": paper.meeting.date,
        "sources": sources_json(paper.sources),
        "series": series_of(paper),
    }


def _insert_row(db: sqlite3.Connection, table: str, row: Mapping[str, object]) -> int:
    places = ", ".join("?" * len(row))
    sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})"
    return int(db.execute(sql, tuple(row.values())).lastrowid or 0)


def _passage_row(paper: int, passage: Passage) -> tuple[object, ...]:
    hashed = text_hash(embedded_texts(passage.breadcrumb, passage.text)[0])
    return (
        paper, passage.text, passage.start, passage.end, passage.breadcrumb, passage.kind,
        passage.section, passage.item, passage.paragraph, passage.row, passage.page,
        passage.page_label, json.dumps(passage.breaks), passage.headers,
        json.dumps(passage.marks), hashed,
    )  # fmt: skip


def _pages(intake: Intake, paper: Paper) -> int | None:
    """A file's pages, or those that an item of a pack has words on."""
    if len(intake.papers) == 1:
        return intake.reading.pages
    return len({block.page for block in paper.blocks if block.page}) or None
