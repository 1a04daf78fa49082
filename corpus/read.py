"""A file becomes Papers, in a child process that may be stopped; no file is skipped in silence.

Every file ends as read, read in part (which pages, why) or refused (why). A child that is healthy
reads the next file too, so that starting Python is paid for once; a child that hung or crashed is
replaced, and its file is tried again without the page it stopped at.
"""

from __future__ import annotations

import queue
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from corpus.child import refused
from corpus.messages import Progress, Request
from corpus.paper import Metadata, Reading
from corpus.process import Child, StoppedError

TRIES = 4
"""Times a file is tried, each without the page that stopped the one before."""
FOLDERS = 4
"""Names of folders handed on with a file: site, council, committee, date."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take.

    `stall` is seconds without a page being finished; `total` seconds in all, or `per_page` for each
    page if that is more; `memory` bytes. A file that stalls on one page is tried again without it
    before `total` is up. Each page read by OCR may take `scan` seconds, and lengthens `total` by
    as much.
    """

    stall: float = 12.0
    total: float = 25.0
    per_page: float = 1.0
    scan: float = 30.0
    memory: int = 1_500_000_000


def read(path: Path, *, metadata: Metadata = Metadata(), limits: Limits = Limits()) -> Reading:
    """Read one file in a child process of its own. Never raises for what a file holds."""
    with Reader(limits=limits) as reader:
        return reader.read(path, metadata=metadata)


def read_all(
    paths: Iterable[Path],
    metadata_for: Callable[[Path], Metadata] = lambda _path: Metadata(),
    *,
    workers: int = 2,
) -> Iterator[Reading]:
    """Read files side by side, `workers` at a time; the readings come in the order of `paths`.

    `metadata_for` is asked for each path in the caller's thread. Closing the iterator stops the
    children.
    """
    readers = [Reader() for _ in range(workers)]
    free: queue.SimpleQueue[Reader] = queue.SimpleQueue()
    for reader in readers:
        free.put(reader)

    def one(path: Path, metadata: Metadata) -> Reading:
        reader = free.get()
        try:
            return reader.read(path, metadata=metadata)
        finally:
            free.put(reader)

    pool = ThreadPoolExecutor(workers, thread_name_prefix="reading")
    waiting: deque[Future[Reading]] = deque()
    try:
        for path in paths:
            waiting.append(pool.submit(one, path, metadata_for(path)))
            # A few files ahead, not all: the readings of long packs are held until asked for.
            while len(waiting) > 3 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for reader in readers:
            reader.close()


class Reader:
    """A child process that reads files one after another; used by one thread at a time."""

    def __init__(self, *, limits: Limits = Limits()) -> None:
        self._limits = limits
        self._child: Child | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop the child, whatever it is reading; the reader reads nothing more."""
        self._closed = True
        self._stop()

    def read(self, path: Path, *, metadata: Metadata = Metadata()) -> Reading:
        """Read one file within the limits. Never raises for what a file holds."""
        path, started = Path(path), time.monotonic()
        reading = refused(path, "it is a folder") if path.is_dir() else self._read(path, metadata)
        return replace(reading, seconds=time.monotonic() - started)

    def _read(self, path: Path, metadata: Metadata) -> Reading:
        folders = tuple(p.name for p in path.absolute().parents if p.name)[:FOLDERS]
        request = Request(str(path), metadata, self._limits.memory, (), folders)
        run = _Run(time.monotonic())
        for _ in range(TRIES):
            try:
                return self._try(request, run)
            except StoppedError as stopped:
                self._stop()
                why = str(stopped)
            late = time.monotonic() >= self._deadline(run)
            if self._closed or late or run.pages == 0 or run.page in request.leave_out:
                break
            request = replace(request, leave_out=(*request.leave_out, run.page))
        return replace(refused(path, why), stopped=True)

    def _try(self, request: Request, run: _Run) -> Reading:
        if self._closed:
            raise StoppedError("reading was stopped")
        run.page = run.pages = run.scans = 0
        run.scanning = False
        if self._child is None or not self._child.is_alive():
            self._child = Child()
        child = self._child
        child.ask(request)
        while True:
            left = self._deadline(run) - time.monotonic()
            patience = self._limits.scan if run.scanning else self._limits.stall
            message: Progress | Reading = child.answer(min(patience, left))
            if isinstance(message, Reading):
                return message
            run.hear(message)

    def _deadline(self, run: _Run) -> float:
        usual = max(self._limits.total, self._limits.per_page * run.pages)
        return run.started + usual + self._limits.scan * run.scans

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.stop()


@dataclass(slots=True)
class _Run:
    """How far the reading of one file has come; page 0 of some is what is not on a page."""

    started: float
    page: int = 0
    pages: int = 0
    scans: int = 0
    scanning: bool = False

    def hear(self, progress: Progress) -> None:
        self.page, self.pages = progress.page, progress.pages
        self.scans, self.scanning = progress.scans, progress.scanned
