from __future__ import annotations

from pathlib import Path

import pypdf
import pypdfium2
import pypdfium2.raw as c
import pytest

from corpus.errors import PasswordError, ReadError
from corpus.pdf.pdfium import open_pdf
from tests.corpus.pdfs import pdf, text


def test_a_file_with_a_password_is_refused_as_that(tmp_path: Path):
    writer = pypdf.PdfWriter(clone_from=pdf(tmp_path / "a.pdf", text("Costs fell")))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    with pytest.raises(PasswordError):
        open_pdf(tmp_path / "locked.pdf")


def test_damage_is_not_told_as_the_password_of_the_file_before(monkeypatch: pytest.MonkeyPatch):
    errors = iter([c.FPDF_ERR_PASSWORD, c.FPDF_ERR_FORMAT])

    def fails(_path: Path) -> None:
        raise pypdfium2.PdfiumError("damaged", err_code=next(errors))

    monkeypatch.setattr(pypdfium2, "PdfDocument", fails)
    with pytest.raises(ReadError) as told:
        open_pdf(Path("a.pdf"))
    assert not isinstance(told.value, PasswordError)
