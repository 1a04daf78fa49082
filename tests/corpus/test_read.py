from __future__ import annotations

import threading
import zlib
from pathlib import Path

import pytest

from corpus.paper import Metadata
from corpus.read import Limits, Reader, read, read_all
from tests.corpus.pdfs import pdf, scan, text

TORTURE = Path(__file__).resolve().parents[3] / "shared" / "torture"
NASTIEST = (
    "pdfjs__PDFBOX-3148-2-fuzzed.pdf",
    "pdfjs__Pages-tree-refs.pdf",
    "pdfjs__poppler-395-0-fuzzed.pdf",
    "pdfjs__poppler-742-0-fuzzed.pdf",
    "pdfjs__poppler-937-0-fuzzed.pdf",
    "pdfjs__issue15590.pdf",
    "qpdf_fuzz__23642-mod.fuzz",
    "qpdf_fuzz__26994.fuzz",
    "qpdf_fuzz__391974927.fuzz",
    "qpdf_fuzz__433311400.fuzz",
    "qpdf_fuzz__71689.fuzz",
    "qpdf_qtest__qpdf__bad1.pdf",
)
QUICK = Limits(stall=0.6, total=20.0)


def report(path: Path) -> Path:
    return pdf(path, text("1.1 The Committee considered the report."))


def raw_pdf(path: Path, *contents: bytes) -> Path:
    """A PDF with a page for each compressed content stream."""
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(contents)))
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
    ]
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    for number, content in enumerate(contents):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources {font} "
        parts.append((page + f"/Contents {4 + 2 * number} 0 R >>").encode())
        head = f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode()
        parts.append(head + content + b"\nendstream")
    body = b"%PDF-1.4\n"
    for number, part in enumerate(parts, start=1):
        body += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    path.write_bytes(body + b"trailer << /Root 1 0 R >>\n")
    return path


def endless() -> bytes:
    """A page whose text takes any reader minutes."""
    return zlib.compress(b"BT /F1 9 Tf " + b"1 0 0 1 9 9 Tm (words) Tj " * 1_500_000 + b"ET")


def words(line: str) -> bytes:
    return zlib.compress(f"BT /F1 11 Tf 72 700 Td ({line}) Tj ET".encode())


def bomb() -> bytes:
    """A page of a few megabytes that unpacks to 1 GB."""
    packer = zlib.compressobj(9)
    block = b" " * 16_000_000
    return b"".join([*(packer.compress(block) for _ in range(63)), packer.flush()])


def test_paper_is_read_with_what_the_person_says_of_it(tmp_path: Path) -> None:
    reading = read(report(tmp_path / "report.pdf"), metadata=Metadata(council="Overton"))
    assert (reading.outcome, reading.reason, reading.pages) == ("read", "", 1)
    assert reading.papers[0].document == "report"
    assert reading.papers[0].meeting.council == "Overton"


def test_pages_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    reading = read(pdf(tmp_path / "a.pdf", text("1.1 Words."), scan))
    assert reading.outcome == "read in part"
    assert reading.reason == (
        "a.pdf was read in part: page 2 (scanned: no text on the page) was left out."
    )


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"MZ\x90\0 program", "a Windows program"),
        ("a.docx", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("a.txt", bytes(range(256)) * 9, "of no kind that can be read"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .docx or PDF"),
        ("a.pdf", b"%PDF-1.7\n%%EOF", "damaged"),
        ("a.txt", b"   \n\n", "no text"),
    ],
)
def test_refusal_says_why_in_one_sentence(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    reading = read(path)
    assert (reading.outcome, reading.papers) == ("refused", ())
    assert reading.reason.startswith(f"{name} was refused: ")
    assert why in reading.reason
    assert str(tmp_path) not in reading.reason


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    assert "no such file" in read(tmp_path / "gone.pdf").reason
    assert "is a folder" in read(tmp_path).reason


def test_text_named_pdf_is_read_as_text_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("1.1 The Committee considered the report.\n")
    reading = read(path)
    assert (reading.outcome, reading.notes) == (
        "read",
        ("its name ends in .pdf but it is a text file",),
    )


def test_scans_alone_are_refused(tmp_path: Path) -> None:
    assert "2 pages are scans" in read(pdf(tmp_path / "a.pdf", scan, scan)).reason


def test_page_that_takes_too_long_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "a.pdf", words("first page"), endless(), words("third page"))
    reading = read(path, limits=QUICK)
    assert (reading.outcome, [page for page, _ in reading.unread]) == ("read in part", [2])
    assert "third page" in reading.papers[0].text


def test_file_that_takes_too_long_is_refused(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "a.pdf", endless())
    assert read(path, limits=QUICK).outcome == "refused"


@pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux limits a process's memory")
def test_file_that_needs_too_much_memory_is_stopped(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "a.pdf", words("first page"), bomb())
    reading = read(path, limits=Limits(memory=400_000_000))
    assert reading.outcome in ("read in part", "refused")
    assert 2 in [page for page, _ in reading.unread]


def test_reader_goes_on_with_the_next_file_after_one_it_stopped(tmp_path: Path) -> None:
    bad = raw_pdf(tmp_path / "bad.pdf", endless())
    with Reader(limits=QUICK) as reader:
        outcomes = [reader.read(p).outcome for p in (bad, report(tmp_path / "good.pdf"))]
    assert outcomes == ["refused", "read"]


def test_readings_come_in_the_order_of_the_paths(tmp_path: Path) -> None:
    paths = [report(tmp_path / f"{n}.pdf") for n in range(5)] + [tmp_path / "gone.pdf"]
    assert [r.path for r in read_all(paths, workers=2)] == [str(p) for p in paths]


def test_stopping_early_leaves_nothing_running(tmp_path: Path) -> None:
    readings = read_all([report(tmp_path / f"{n}.pdf") for n in range(5)])
    next(readings)
    readings.close()  # type: ignore[attr-defined]
    for thread in threading.enumerate():
        if thread.name.startswith(("reading", "corpus.child")):
            thread.join(timeout=30)  # a child on a busy machine takes its time to start
            assert not thread.is_alive()


@pytest.mark.skipif(not TORTURE.is_dir(), reason="no shared papers")
def test_broken_and_hostile_files_each_end_in_a_report_line() -> None:
    readings = list(read_all(TORTURE / name for name in NASTIEST))
    assert [Path(r.path).name for r in readings] == list(NASTIEST)
    assert all(r.reason or r.outcome == "read" for r in readings)
    assert not any("Traceback" in r.reason or "Error" in r.reason for r in readings)
