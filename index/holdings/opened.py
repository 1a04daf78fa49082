"""The indexes a library holds open: one generation a shelf, opened anew when another is current."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from corpus.paper import Access
from index.catalogue import records
from index.catalogue.connection import Catalogue
from index.errors import DamagedError
from index.kept import shelves
from index.kept.shelves import Shelf

Current = tuple[int, str]


class OpenShelves:
    """The open indexes of a library. Safe to share by threads.

    `encoder` tells the name of the library's encoder, which a new library learns when it first
    embeds something; `rebuild` builds a damaged shelf again from the catalogue.
    """

    def __init__(
        self, catalogue: Catalogue, folder: Path, *,
        encoder: Callable[[], str], rebuild: Callable[[Access], None],
    ) -> None:  # fmt: skip
        self._catalogue = catalogue
        self._folder = folder
        self._encoder = encoder
        self._rebuild = rebuild
        self._open: dict[Access, tuple[Current, Shelf]] = {}
        self._lock = threading.Lock()

    def get(self, access: Access) -> Shelf | None:
        """The shelf's current indexes, or None when nothing is on it. Raises DamagedError."""
        current = records.current_generation(self._catalogue, access)
        if current is None:
            return None
        with self._lock:
            known = self._open.get(access)
            if known is None or known[0] != current:
                self._open[access] = known = self._opened_or_rebuilt(access, current)
            return known[1]

    def close(self) -> None:
        """Let go of the indexes."""
        self._open.clear()

    def _opened_or_rebuilt(self, access: Access, current: Current) -> tuple[Current, Shelf]:
        try:
            return current, self._opened(access, current)
        except DamagedError as error:
            now = records.current_generation(self._catalogue, access)
            if now == current:
                now = self._rebuilt(access, error)
            if now is None:
                raise
        return now, self._opened(access, now)

    def _opened(self, access: Access, current: Current) -> Shelf:
        number, manifest = current
        shelf = shelves.open_shelf(
            self._folder / "shelves", access, number=number, manifest=manifest
        )
        if shelf.encoder != self._encoder():
            raise DamagedError(f"The {access} shelf was indexed with another encoder.")
        return shelf

    def _rebuilt(self, access: Access, error: DamagedError) -> Current | None:
        if self._catalogue.read_only:
            raise DamagedError(
                f"{error} Its folder cannot be written: run matters verify where it can be."
            ) from error
        self._rebuild(access)
        return records.current_generation(self._catalogue, access)
