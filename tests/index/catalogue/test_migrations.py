"""Each migration from a library of the version before, with papers in it."""

import sqlite3
from pathlib import Path

import pytest

from index.catalogue.connection import Catalogue, version_of
from index.catalogue.migrations import MIGRATIONS
from index.library import Library
from index.texts.wording import signature
from tests.index.library_fakes import SeededEncoder, add, found, write_papers

TEXT = "An improvement plan — with “quotation marks”."
OLD = f"""
INSERT INTO files (id, sha256, name, stem, path, bytes, outcome, added_at)
    VALUES (1, 'abc', 'plan.txt', 'plan', '/plan.txt', 8, 'read', '2026-01-01');
INSERT INTO papers VALUES (7, 'plan', 1, 'plan', 'Improvement plan', 'report', 'public',
    'Oxton Council', 'Scrutiny', '2017-07-11', '6', 2, 1, '{TEXT}');
INSERT INTO passages VALUES (9, 7, '{TEXT}', 0, {len(TEXT)}, 'Oxton Council', 'paragraph', '', '6',
    '1.1', '', 1, '', '[]', '', 'hash');
"""


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """A catalogue as the first version of the library left it, with one paper."""
    folder = tmp_path / "library"
    folder.mkdir()
    with sqlite3.connect(folder / "catalogue.sqlite") as db:
        db.executescript(f"{MIGRATIONS[0]}{OLD} PRAGMA user_version = 1;")
    db.close()
    return folder


def test_papers_of_the_first_version_keep_what_they_had(first_version):
    with Library.open(first_version, encoder=SeededEncoder()) as library:
        paper = library.paper("plan")
        assert (paper.title, paper.number, paper.date) == ("Improvement plan", 7, "2017-07-11")
        assert (paper.sources, library.text_of("plan")) == ((), TEXT)
        (passage,) = library.passages_in("plan")
        assert (passage.id, passage.text, passage.marks) == (9, TEXT, ())


def test_papers_of_the_first_version_get_a_series_and_a_signature(first_version):
    catalogue = Catalogue.open(first_version / "catalogue.sqlite")
    assert version_of(catalogue.db) == len(MIGRATIONS)
    assert catalogue.value("SELECT signature FROM texts WHERE paper = 7") == signature(TEXT)
    assert "improvement plan" in catalogue.value("SELECT series FROM papers").lower()
    catalogue.close()


def test_a_library_of_the_first_version_can_be_added_to_and_taken_from(first_version, tmp_path):
    with Library.open(first_version, encoder=SeededEncoder()) as library:
        assert all(finding.repaired for finding in library.verify())
        add(library, write_papers(tmp_path / "in", money="An overspend."))
        assert found(library, "improvement overspend") == {"plan", "money"}
        library.remove("plan")
        assert library.catalogue.value("SELECT count(*) FROM texts") == 1
        assert library.verify() == []


def test_an_interrupted_migration_leaves_the_version_before(first_version, monkeypatch):
    broken = (*MIGRATIONS[:-1], MIGRATIONS[-1] + "INSERT INTO nowhere VALUES (1);\n")
    monkeypatch.setattr("index.catalogue.connection.MIGRATIONS", broken)
    path = first_version / "catalogue.sqlite"
    with pytest.raises(Exception, match="not a catalogue"):
        Catalogue.open(path)
    with sqlite3.connect(path) as db:
        assert version_of(db) == 1
        assert db.execute("SELECT text FROM papers").fetchone()[0] == TEXT
    db.close()
