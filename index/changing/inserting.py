"""A file that comes in is written into the catalogue: its papers, passages and register, and which
file corrections of it are for from now on. All of it inside a transaction of the caller's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from corpus.paper import Paper
from index.catalogue.connection import now, series_of
from index.catalogue.records import sources_json
from index.catalogue.storing import text_hash
from index.changing.intake import Intake
from index.corrections.entries import keep_file
from index.corrections.papers import keep_own
from index.passages import Passage
from index.register import write_register
from index.texts.parts import embedded_texts
from index.texts.wording import signature


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
        keep_file(db, paper.id)
    for read, paper in zip(intake.reading.papers, intake.papers, strict=True):
        keep_own(db, read, paper.id, sha256=intake.sha256, path=intake.path)


def texts_of(intakes: Sequence[Intake]) -> dict[str, tuple[str, ...]]:
    """What is to be embedded of every passage, by the hash of its whole text."""
    found = {}
    for intake in intakes:
        for passages in intake.passages:
            for passage in passages:
                texts = embedded_texts(passage.breadcrumb, passage.text)
                found[text_hash(texts[0])] = texts
    return found


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
