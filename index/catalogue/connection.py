"""The catalogue's file is opened here and nowhere else.

It is opened in WAL mode, so readers never wait for a writer; each thread has a connection of its
own.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.paper import Meeting, Paper, PaperKind
from corpus.series import series_key
from index.catalogue.migrations import MIGRATIONS
from index.errors import LibraryError, NewerLibraryError, ReadOnlyError
from index.texts.wording import signature

Row = sqlite3.Row
_WAIT_MS = 60_000  # a writer holds the catalogue while it builds an index: seconds, not minutes


class Catalogue:
    """An open catalogue. `db` is this thread's connection."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._local = threading.local()
        self._all: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Catalogue:
        """Open, creating and migrating unless `read_only`.

        Raises NewerLibraryError, or LibraryError when the file is no catalogue.
        """
        catalogue = cls(path, read_only=read_only)
        try:
            _migrate(catalogue)
        except sqlite3.DatabaseError as error:
            catalogue.close()
            raise _translated(error, path) from error
        except BaseException:
            catalogue.close()
            raise
        return catalogue

    @property
    def db(self) -> sqlite3.Connection:
        """This thread's connection."""
        found: sqlite3.Connection | None = getattr(self._local, "db", None)
        if found is None:
            found = _connect(self.path, read_only=self.read_only)
            self._local.db = found
            with self._lock:
                self._close_those_of_the_dead()
                self._all.append((threading.current_thread(), found))
        return found

    def _close_those_of_the_dead(self) -> None:
        """Threads come and go with a server's questions; each leaves its connection behind."""
        for thread, db in self._all:
            if not thread.is_alive():
                db.close()
        self._all = [(thread, db) for thread, db in self._all if thread.is_alive()]

    def rows(self, sql: str, arguments: Sequence[Any] = ()) -> list[Row]:
        """Every row of a query."""
        return self.db.execute(sql, arguments).fetchall()

    def value(self, sql: str, arguments: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.db.execute(sql, arguments).fetchone()
        return None if row is None else row[0]

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it, or none of it."""
        db = self.db
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            for _, db in self._all:
                db.close()
            self._all.clear()
        self._local = threading.local()


def now() -> str:
    """This moment as the catalogue writes it: ISO, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def version_of(db: sqlite3.Connection) -> int:
    """How many migrations a catalogue has had."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _migrate(catalogue: Catalogue) -> None:
    version = version_of(catalogue.db)
    if version > len(MIGRATIONS):
        raise NewerLibraryError(
            f"The library in {catalogue.path.parent} was made by a newer version of matters "
            f"(library version {version}, this program knows {len(MIGRATIONS)}): upgrade matters."
        )
    if version == len(MIGRATIONS):
        return
    if catalogue.read_only:
        raise ReadOnlyError(
            f"The library in {catalogue.path.parent} is of an older version and its folder cannot "
            "be written: open it once where it can be."
        )
    with catalogue.writing() as db:
        db.create_function("signature_of", 1, signature)
        db.create_function("series_of", 4, _series_of)
        # asked again inside the transaction: two processes may open a new library at once
        for number in range(version_of(db), len(MIGRATIONS)):
            for statement in _statements(MIGRATIONS[number]):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number + 1}")


def series_of(paper: Paper) -> str:
    """The series a paper is of, less its council: that may be known only from other papers."""
    return series_key(replace(paper, meeting=replace(paper.meeting, council="")))


def _series_of(title: str, kind: PaperKind, committee: str, date: str | None) -> str:
    return series_of(Paper("", "", title, kind, "public", Meeting("", committee, date)))


def _statements(script: str) -> Iterator[str]:
    """Split a script; `executescript` would commit the transaction the migration stands in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    if read_only:
        return _connect_to_read(path)
    db = _sqlite(f"{path.absolute().as_uri()}?mode=rwc")
    _use_wal(db)
    db.execute("PRAGMA synchronous = FULL")  # a power cut loses nothing that was reported as done
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _use_wal(db: sqlite3.Connection) -> None:
    """Two that open a new catalogue at once: SQLite tells the second "locked" without waiting."""
    for _ in range(40):
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(0.05)
    db.execute("PRAGMA journal_mode = WAL")


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Open where nothing can be written: SQLite needs its -shm file, or a promise of no writer."""
    db = _sqlite(f"{path.absolute().as_uri()}?mode=ro")
    try:
        db.execute("SELECT 1 FROM sqlite_master").fetchone()
        return db
    except sqlite3.OperationalError:
        db.close()
    waiting = path.with_name(path.name + "-wal")
    if waiting.is_file() and waiting.stat().st_size:
        raise ReadOnlyError(
            f"The library in {path.parent} was not closed and its folder cannot be written: "
            "open it once where it can be."
        )
    return _sqlite(f"{path.absolute().as_uri()}?mode=ro&immutable=1")


def _sqlite(uri: str) -> sqlite3.Connection:
    # shared only so that close() may be called from another thread than the one that opened
    db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    db.row_factory = sqlite3.Row
    db.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
    return db


def _translated(error: sqlite3.DatabaseError, path: Path) -> LibraryError:
    if "readonly" in str(error) or "unable to open" in str(error):
        return ReadOnlyError(
            f"The library in {path.parent} cannot be opened for writing: change who may write to "
            "its folder."
        )
    return LibraryError(
        f"{path} is not a catalogue of matters, or it is damaged: restore the library from a "
        "backup."
    )
