import sqlite3
import threading
from pathlib import Path

import pytest

from index.catalogue.connection import Catalogue, version_of
from index.catalogue.migrations import MIGRATIONS
from index.errors import LibraryError, NewerLibraryError, ReadOnlyError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.sqlite"


def tables(catalogue: Catalogue) -> set[str]:
    return {row["name"] for row in catalogue.rows("SELECT name FROM sqlite_master")}


def test_an_empty_file_is_brought_to_the_newest_version(path):
    catalogue = Catalogue.open(path)
    assert version_of(catalogue.db) == len(MIGRATIONS)
    assert {"files", "papers", "passages", "embeddings", "generations", "settings"} <= tables(
        catalogue
    )


def test_opening_again_migrates_nothing(path):
    Catalogue.open(path).close()
    before = path.read_bytes()
    Catalogue.open(path).close()
    assert path.read_bytes() == before


def test_two_that_open_a_new_catalogue_at_once_both_may(path):
    failed = []

    def open_it():
        try:
            Catalogue.open(path).close()
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_a_newer_library_is_refused_in_one_sentence(path):
    Catalogue.open(path).close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(NewerLibraryError, match=r"made by a newer version of matters .*: upgrade"):
        Catalogue.open(path)


def test_an_older_library_cannot_be_migrated_read_only(path):
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE something (x)")
    with pytest.raises(ReadOnlyError, match="older version"):
        Catalogue.open(path, read_only=True)


def test_a_file_that_is_no_catalogue_is_refused_in_one_sentence(path):
    path.write_bytes(b"these are not the bytes of a database" * 100)
    with pytest.raises(LibraryError, match="restore the library from a backup"):
        Catalogue.open(path)


def test_a_transaction_that_fails_leaves_nothing(path):
    catalogue = Catalogue.open(path)
    with pytest.raises(ZeroDivisionError), catalogue.writing() as db:
        db.execute("INSERT INTO settings VALUES ('a', 'b')")
        1 / 0  # noqa: B018
    assert catalogue.rows("SELECT * FROM settings") == []


def test_a_reader_sees_the_library_as_it_was_until_the_writer_commits(path):
    writer, reader = Catalogue.open(path), Catalogue.open(path)
    with writer.writing() as db:
        db.execute("INSERT INTO settings VALUES ('a', 'b')")
        assert reader.value("SELECT count(*) FROM settings") == 0
    assert reader.value("SELECT count(*) FROM settings") == 1


def test_a_catalogue_opened_to_read_cannot_be_written(path):
    Catalogue.open(path).close()
    catalogue = Catalogue.open(path, read_only=True)
    with pytest.raises(sqlite3.OperationalError), catalogue.writing() as db:
        db.execute("INSERT INTO settings VALUES ('a', 'b')")


def test_a_second_current_generation_is_impossible(path):
    catalogue = Catalogue.open(path)
    with pytest.raises(sqlite3.IntegrityError), catalogue.writing() as db:
        for number in (1, 2):
            db.execute("INSERT INTO generations VALUES ('public', ?, 1, '', '')", (number,))


def test_a_passage_number_is_never_used_again(path):
    catalogue = Catalogue.open(path)
    columns = (
        "paper, text, start, end, breadcrumb, kind, section, item, paragraph, row, page_label, "
        "breaks, headers, text_hash"
    )
    add = f"INSERT INTO passages ({columns}) VALUES ({', '.join(['1'] * 14)})"
    catalogue.db.execute("PRAGMA foreign_keys = OFF")
    first = catalogue.db.execute(add).lastrowid
    catalogue.db.execute("DELETE FROM passages")
    assert catalogue.db.execute(add).lastrowid == first + 1


def test_threads_that_ended_leave_no_connection_behind(path):
    catalogue = Catalogue.open(path)
    holding, done = threading.Event(), threading.Event()

    def count():
        return catalogue.value("SELECT count(*) FROM papers")

    def stay():
        count()
        holding.set()
        done.wait(30)
        kept.append(count())  # another's end has not closed this one's

    kept: list[int] = []
    staying = threading.Thread(target=stay)
    staying.start()
    assert holding.wait(30)
    for _ in range(20):
        passing = threading.Thread(target=count)
        passing.start()
        passing.join()
    done.set()
    staying.join()
    assert (kept, count()) == ([0], 0)
    assert len(catalogue._all) <= 3  # this thread's, the one that stayed, the last that passed
    catalogue.close()
