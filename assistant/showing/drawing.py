"""A page of a PDF drawn with a quotation's words marked, or where texts stand on it.

Pages are drawn here, on the reader's own machine, because the usual web component loads its worker
from a public network; and not in the server's own process, because pdfium may hang on a page, crash
or eat memory. One child, `drawing_child`, draws a page at a time and is kept for the next; one that
was stopped is replaced, and the page that stopped it is left alone for a while.
"""

from __future__ import annotations

import atexit
import threading
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.errors import DrawingError
from assistant.showing.boxes import Box
from corpus.process import Child, StoppedError

DPI = 110  # a page then is about 900 pixels wide: sharp beside the answer, some 150 kB
SECONDS = 10.0  # a page takes 0.1; others wait for it
MEMORY = 1_500_000_000  # bytes, as for reading
AGAIN = 600.0  # seconds until a page that stopped the child is tried again


@dataclass(frozen=True, slots=True)
class Request:
    """A page (from 1) to draw with these words marked, or to tell where they stand on it."""

    path: str
    page: int
    words: tuple[str, ...]
    dpi: int
    outlines: bool
    memory: int


@dataclass(frozen=True, slots=True)
class Outlines:
    """Where texts stand on a drawn page: its size in pixels, and each text's boxes, a line each.

    `rest` are the lines of the page that are in none of the texts. Boxes only, no words: what lies
    hidden on a page (under a black bar, white on white) must not come to light here.
    """

    width: int
    height: int
    boxes: tuple[tuple[Box, ...], ...]
    rest: tuple[Box, ...] = ()


@lru_cache(maxsize=64)
def page_png(path: Path, page: int, *, quotes: tuple[str, ...] = (), dpi: int = DPI) -> bytes:
    """The page (from 1) as a PNG picture with each quotation's words filled and outlined.

    `path` is a file kept by its SHA-256, so the same arguments always draw the same picture. Raises
    NoSuchPage, or DrawingError if the file is no PDF that can be opened or the page takes too much.
    """
    drawn = _DRAWING.answer(Request(str(path), page, quotes, dpi, False, MEMORY))
    assert isinstance(drawn, bytes)
    return drawn


@lru_cache(maxsize=64)
def page_outlines(path: Path, page: int, *, texts: tuple[str, ...], dpi: int = DPI) -> Outlines:
    """Where each text stands on the picture that `page_png` draws of the page.

    The texts are what was read of the page, in its order. Raises as `page_png` does.
    """
    found = _DRAWING.answer(Request(str(path), page, texts, dpi, True, MEMORY))
    assert isinstance(found, Outlines)
    return found


class _Drawing:
    """The child that draws, started when first needed; a page at a time, whatever thread asks."""

    def __init__(self) -> None:
        self._child: Child | None = None
        self._turn = threading.Lock()
        self._stopped: dict[tuple[str, int], float] = {}

    def answer(self, request: Request) -> bytes | Outlines:
        """Raises DrawingError where there is no answer, with the sentence for the person."""
        with self._turn:
            answer = self._answer(request)
        if isinstance(answer, DrawingError):
            raise answer
        return answer

    def stop(self) -> None:
        """End the child, whatever it is drawing."""
        child, self._child = self._child, None
        if child is not None:
            child.stop()

    def _answer(self, request: Request) -> bytes | Outlines | DrawingError:
        place = request.path, request.page
        if time.monotonic() - self._stopped.get(place, -AGAIN) < AGAIN:
            return too_much(request.page)
        child = self._running()
        try:
            child.ask(request)
            answer: bytes | Outlines | DrawingError = child.answer(SECONDS)
        except StoppedError:
            self.stop()
            self._stopped[place] = time.monotonic()
            return too_much(request.page)
        return answer

    def _running(self) -> Child:
        if self._child is None or not self._child.is_alive():
            self.stop()
            try:
                self._child = Child("assistant.showing.drawing_child")
            except StoppedError:
                raise DrawingError("Nothing can be drawn just now: try again.") from None
        return self._child


def too_much(page: int) -> DrawingError:
    """What is told of a page whose drawing had to be stopped."""
    return DrawingError(
        f"Page {page} cannot be drawn: it takes more time or memory than is allowed, or its file "
        "is damaged."
    )


_DRAWING = _Drawing()
atexit.register(_DRAWING.stop)
