import errno
import hashlib
import sqlite3

import pytest

from index.errors import DiskFullError
from index.kept.disk import copy_whole, full_disk_said_plainly, replace_folder, size_of


def test_a_copy_is_whole_and_its_hash_is_told(tmp_path):
    (tmp_path / "a").write_bytes(b"bytes" * 1000)
    told = copy_whole(tmp_path / "a", tmp_path / "to/b")
    assert (tmp_path / "to/b").read_bytes() == b"bytes" * 1000
    assert told == hashlib.sha256(b"bytes" * 1000).hexdigest()


def test_a_copy_that_fails_leaves_nothing(tmp_path):
    with pytest.raises(FileNotFoundError):
        copy_whole(tmp_path / "missing", tmp_path / "to/b")
    assert list((tmp_path / "to").iterdir()) == []


def test_a_folder_takes_the_place_of_another(tmp_path):
    for name in ("new", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    replace_folder(tmp_path / "new", tmp_path / "old")
    assert [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")] == ["old", "old/new"]


def test_size_counts_files_at_any_depth(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "a").write_bytes(b"123")
    (tmp_path / "deep/b").write_bytes(b"4567")
    assert (size_of(tmp_path), size_of(tmp_path / "nowhere")) == (3 + 4, 0)


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        sqlite3.OperationalError("database or disk is full"),
    ],
)
def test_every_way_of_saying_full_becomes_one_sentence(tmp_path, error):
    with pytest.raises(DiskFullError, match="is full"), full_disk_said_plainly(tmp_path):
        raise error


def test_other_failures_are_not_called_a_full_disk(tmp_path):
    with pytest.raises(PermissionError), full_disk_said_plainly(tmp_path):
        raise PermissionError(errno.EACCES, "Permission denied")
