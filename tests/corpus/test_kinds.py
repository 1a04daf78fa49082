from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import PasswordError
from corpus.kinds import format_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_word_file_with_a_password_is_told_from_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(PasswordError, match="protected by a password"):
        format_of(path)


def test_what_a_file_holds_beats_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"%PDF-1.7\n")
    found = format_of(path)
    assert (found.format, found.note) == ("pdf", "its name ends in .docx but it is a PDF")
