"""What a file is, told by its first bytes and only then by its ending."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.errors import PasswordError, ReadError

Format = Literal["pdf", "word", "html", "text"]
NAMES: dict[Format, str] = {
    "pdf": "a PDF", "word": "a Word document", "html": "a web page", "text": "a text file",
}  # fmt: skip
ENDINGS: dict[str, Format] = {
    ".pdf": "pdf", ".docx": "word", ".html": "html", ".htm": "html", ".txt": "text", ".md": "text",
}  # fmt: skip
READABLE = frozenset(ENDINGS) | {".doc"}
"""Endings looked for in a folder; .doc is among them so that it is refused aloud, not skipped."""

HEAD = 4096
LARGEST = 500_000_000
"""Bytes. Packs reach 100 MB; more is not a committee paper and would not fit the reader's
memory."""
ADVICE = "add a PDF, Word (.docx), HTML or text file"
_FOREIGN = (
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
    (b"\xcf\xfa\xed\xfe", "a macOS program"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a rich text (RTF) document"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Found:
    """The format a file is read as, and a note where its ending promised another."""

    format: Format
    note: str = ""


def format_of(path: Path) -> Found:
    """How to read a file. Raises ReadError for what is no paper; OSError if it cannot be opened."""
    size = path.stat().st_size
    if size == 0:
        raise ReadError("it is empty (0 bytes): it may not have been downloaded completely")
    if size > LARGEST:
        raise ReadError(f"it is larger than {LARGEST // 1_000_000} MB: split it and add the parts")
    with path.open("rb") as file:
        head = file.read(HEAD)
    found = _by_content(path, head)
    promised = ENDINGS.get(path.suffix.lower())
    if promised and promised != found and {promised, found} != {"html", "text"}:
        return Found(found, f"its name ends in {path.suffix} but it is {NAMES[found]}")
    return Found(found)


def _by_content(path: Path, head: bytes) -> Format:
    for magic, name in _FOREIGN:
        if head.startswith(magic):
            raise ReadError(f"it is {name}, whatever its name says: {ADVICE}")
    if head.startswith(_OLE):
        raise _old_office(path)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if not _is_text(head):
        if path.suffix.lower() == ".pdf":
            return "pdf"  # a damaged beginning: pdfium may still find the pages
        raise ReadError(f"it is of no kind that can be read: {ADVICE}")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or path.suffix.lower() in (".html", ".htm"):
        return "html"
    return "text"


def _old_office(path: Path) -> ReadError:
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        return PasswordError("it is protected by a password: save a copy without it and add that")
    return ReadError("it is in the old Office format (.doc): save it as .docx or PDF and add that")


def _zipped(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise ReadError("it is damaged: ask for a fresh copy") from error
    if "word/document.xml" in names:
        return "word"
    if any(n.startswith("xl/") for n in names):
        raise ReadError("it is a spreadsheet: save it as PDF and add that")
    if any(n.startswith("ppt/") for n in names):
        raise ReadError("it is a slide show: save it as PDF and add that")
    if "content.xml" in names:
        raise ReadError("it is an OpenDocument file: save it as .docx or PDF and add that")
    raise ReadError("it is a zip archive: unpack it and add the papers in it")


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return b"\0" not in head and control <= len(head) // 100
