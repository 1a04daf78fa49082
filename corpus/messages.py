"""What the reader's parent and child say to each other, and how it travels through a pipe.

The nouns stand apart from `corpus.child`, which runs as a main module: pickled from there they
would be looked for in the parent's main module. Both ends are this program's own, so pickle is safe
between them.
"""

from __future__ import annotations

import pickle
import struct
from dataclasses import dataclass, field
from typing import IO, Any

from corpus.paper import Metadata


@dataclass(frozen=True, slots=True)
class Request:
    """One file to read. `leave_out` are pages not to be tried again; `folders` nearest first."""

    path: str
    metadata: Metadata = field(default_factory=Metadata)
    memory: int = 0
    leave_out: tuple[int, ...] = ()
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """The child is about to read page `page` of `pages`; 0 of 0 where a format has no pages.

    `scans` counts the pages that had to be read by OCR, this one among them if `scanned`.
    """

    page: int
    pages: int
    scans: int = 0
    scanned: bool = False


def send(stream: IO[bytes], message: Any) -> None:
    """Write one message."""
    data = pickle.dumps(message)
    stream.write(struct.pack("<Q", len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read one message; None when the other end is gone."""
    size = stream.read(8)
    if len(size) < 8:
        return None
    (length,) = struct.unpack("<Q", size)
    data = stream.read(length)
    return pickle.loads(data) if len(data) == length else None
