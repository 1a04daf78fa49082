"""PDF files as Drawings: pdfium reads the pages, pypdf what the file says of itself.

pypdf alone knows the outline's pages and the page labels; it is slow and strict about damage, so
what it cannot read is noted and the pages are read all the same. Scanned pages are reported, not
read.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdf

from corpus.errors import ReadError
from corpus.messages import Progress
from corpus.paper import Drawing
from corpus.pdf.items import Item, items_of
from corpus.pdf.ocr import EXTRA, is_installed
from corpus.pdf.pages import lines_of
from corpus.pdf.pdfium import open_pdf, picture_of, read_page
from corpus.pdf.pictures import has_picture
from corpus.pdf.residue import without_residue
from corpus.pdf.scans import is_scan, with_scan
from corpus.pdf.strips import clean

PAGES_MOST = 5_000
"""No council paper is longer (packs reach 1,500); a damaged page tree can claim millions."""


@dataclass(slots=True)
class _Read:
    """What has been gathered of a file's pages."""

    pages: list[list[Item]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    unread: list[tuple[int, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    struck: list[int] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)
    charts: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    scans: int = 0
    """Pages handed to OCR."""
    pictures: bool = False
    """Some page was a scan that nothing here can read."""

    def tell(self) -> None:
        """Put into the notes what was left out and what is marked, with the pages."""
        for pages, what in (
            (self.hidden, "hidden text left out"),
            (self.struck, "struck-out text, kept and marked"),
            (self.comments, "comments that show only when opened, not read"),
            (self.charts, "a chart or picture, which is not read"),
            (self.recognised, "scanned, read by OCR: compare with the page before you rely on it"),
        ):
            if pages:
                listed = ", ".join(map(str, pages))
                self.notes.append(f"page{'s' * (len(pages) > 1)} {listed}: {what}")
        if self.pictures:
            self.notes.append(f"scanned pages can be read with the extra ocr: {EXTRA}")


def draw_pdf(
    path: Path,
    *,
    leave_out: Collection[int] = (),
    progress: Callable[[Progress], None] = lambda _progress: None,
) -> Drawing:
    """The lines and table rows of a PDF. Raises PasswordError or ReadError.

    `leave_out` are pages (from 1) not to be tried: they took too long or crashed the reader before;
    0 is the outline and page labels. `progress` is told each before it is read, and again before it
    is read by OCR.
    """
    document = open_pdf(path)
    try:
        count = len(document)
        if count == 0:
            raise ReadError("it has no pages that can be found: ask for a fresh copy")
        read = _Read()
        for number in range(1, min(count, PAGES_MOST) + 1):
            progress(Progress(number, count, read.scans))
            _add_page(read, document, number, leave_out, progress)
    finally:
        document.close()
    if count > PAGES_MOST:
        read.unread.append((PAGES_MOST + 1, f"only the first {PAGES_MOST} pages are read"))
    read.tell()
    progress(Progress(0, count, read.scans))
    about = _about(path, read.notes) if 0 not in leave_out else _unknown(read.notes)
    kept, printed = without_residue(read.pages, read.heights)
    return Drawing(
        lines=tuple(lines_of(kept)),
        pages=count,
        page_labels=about.labels or printed,
        outline=about.outline,
        title=about.title,
        unread=tuple(read.unread),
        notes=tuple(read.notes),
    )


def _add_page(
    read: _Read, document: Any, number: int, leave_out: Collection[int],
    progress: Callable[[Progress], None],
) -> None:  # fmt: skip
    """Read one page; one that fails is reported and the others are read."""
    items: list[Item] = []
    height = 0.0
    try:
        if number in leave_out:
            raise ReadError("the page took more time or memory than is allowed")
        page = read_page(document, number - 1)
        items, height = items_of(page), page.height
        for pages, found in (
            (read.hidden, page.hidden),
            (read.struck, page.struck),
            (read.comments, page.comments),
            (read.charts, items and has_picture(page) and not is_scan(page)),
        ):
            if found:
                pages.append(number)
        if is_scan(page):
            read.pictures = not is_installed()
            if not read.pictures:
                read.scans += 1
                progress(Progress(number, len(document), read.scans, scanned=True))
                items = with_scan(items, picture_of(document, number - 1))
            if any("read by OCR" in item.marks for item in items):
                read.recognised.append(number)
        if not items:
            read.unread.append((number, _why_empty(page.hidden, page.pictures)))
    except ReadError as error:
        read.unread.append((number, str(error)))
    read.pages.append(items)
    read.heights.append(height)


def _why_empty(hidden: int, pictures: int) -> str:
    if pictures and hidden:
        return "scanned: its text layer cannot be seen and was left out"
    if pictures:
        return "scanned: no text on the page"
    return "only hidden text on the page" if hidden else "blank: no text on the page"


# What the file says of itself


@dataclass(frozen=True, slots=True)
class _About:
    title: str = ""
    labels: tuple[str, ...] = ()
    outline: tuple[tuple[int, str, int], ...] = ()


def _about(path: Path, notes: list[str]) -> _About:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(path, strict=False)
        if reader.is_encrypted:
            reader.decrypt("")
        labels = tuple(reader.page_labels) if "/PageLabels" in reader.root_object else ()
        title = clean(reader.metadata.title or "") if reader.metadata else ""
        return _About(title, labels, tuple(_bookmarks(reader, reader.outline, 0)))
    except MemoryError:
        raise
    except Exception:  # pypdf raises whatever damage makes it raise: KeyError, RecursionError, ...
        return _unknown(notes)


def _unknown(notes: list[str]) -> _About:
    notes.append("its outline and page labels could not be read")
    return _About()


def _bookmarks(
    reader: pypdf.PdfReader, outline: Iterable[Any], level: int
) -> Iterator[tuple[int, str, int]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _bookmarks(reader, entry, level + 1)
            continue
        page = reader.get_destination_page_number(entry)
        title = clean(str(entry.title or ""))
        if title and page is not None and page >= 0:
            yield level, title, page + 1
