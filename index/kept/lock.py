"""One writer at a time. Readers take no lock.

The operating system lets go of the lock when its process ends, however it ends, so a killed `add`
never leaves a library locked. POSIX record locks are not inherited, so the child processes that
read papers do not keep it either; they also do not hold between threads, hence the second lock.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from index.errors import BusyError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_THREADS: dict[str, threading.Lock] = {}
_GUARD = threading.Lock()
_LOCK, _HOLDER = "writer.lock", "writer.json"


@contextmanager
def sole_writer(folder: Path, doing: str, *, wait: float = 5.0) -> Iterator[None]:
    """Hold the library for writing. Raises BusyError after `wait` seconds, naming the holder."""
    deadline = time.monotonic() + wait
    with _GUARD:
        thread = _THREADS.setdefault(str(folder.resolve()), threading.Lock())
    if not thread.acquire(timeout=max(wait, 0.001)):
        raise BusyError(_who(folder))
    try:
        with (folder / _LOCK).open("a+b") as file:
            while not _take(file):
                if time.monotonic() >= deadline:
                    raise BusyError(_who(folder))
                time.sleep(0.05)
            try:
                _sign(folder, doing)
                yield
            finally:
                (folder / _HOLDER).unlink(missing_ok=True)
    finally:
        thread.release()


def _take(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sign(folder: Path, doing: str) -> None:
    now = datetime.now().astimezone().isoformat(timespec="minutes")
    note = {"pid": os.getpid(), "doing": doing, "since": now}
    (folder / _HOLDER).write_text(json.dumps(note), encoding="utf-8")


def _who(folder: Path) -> str:
    try:
        note = json.loads((folder / _HOLDER).read_text(encoding="utf-8"))
        who = f"process {note['pid']} has been {note['doing']} since {note['since']}"
    except (OSError, ValueError, KeyError):
        who = "another process is writing to it"
    return f"The library in {folder} is busy ({who}): try again when that has finished."
