"""Files that appear whole or not at all, however the power goes."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import DiskFullError


def replace_folder(made: Path, folder: Path) -> None:
    """Sync a finished folder and give it its name; what had the name before is removed."""
    sync_tree(made)
    if folder.exists():
        old = Path(tempfile.mkdtemp(prefix=".old-", dir=folder.parent)) / "old"
        folder.rename(old)
        made.rename(folder)
        shutil.rmtree(old.parent, ignore_errors=True)
    else:
        made.rename(folder)
    sync(folder.parent)


def copy_whole(source: Path, target: Path) -> str:
    """Copy a file under a name that appears once every byte is on the disk; returns its SHA-256."""
    digest = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".copy-", dir=target.parent)
    copy = Path(name)
    try:
        with source.open("rb") as reading, os.fdopen(handle, "wb") as writing:
            while block := reading.read(1 << 20):
                digest.update(block)
                writing.write(block)
            writing.flush()
            os.fsync(writing.fileno())
        copy.replace(target)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    sync(target.parent)
    return digest.hexdigest()


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_tree(folder: Path) -> None:
    """Make sure that every file under a folder, and the folder itself, is on the disk."""
    for path in sorted(folder.rglob("*"), reverse=True):
        sync(path)
    sync(folder)


def sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows keeps a folder's names safe by itself and cannot open one
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def size_of(folder: Path) -> int:
    """Bytes of all files under a folder; 0 where there is none."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


@contextmanager
def full_disk_said_plainly(folder: Path) -> Iterator[None]:
    """Turn every library's way of saying that the disk is full into one DiskFullError."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        if not _means_full(error):
            raise
        raise DiskFullError(
            f"The disk that holds {folder} is full: nothing was changed, make room and try again."
        ) from error


def _means_full(error: OSError | sqlite3.OperationalError) -> bool:
    if isinstance(error, OSError):
        return error.errno in {errno.ENOSPC, errno.EDQUOT}
    return "full" in str(error)
