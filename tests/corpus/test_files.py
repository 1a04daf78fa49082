from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import ManifestError
from corpus.files import find_files, manifest_of
from corpus.paper import Metadata


def manifest(folder: Path, *rows: str) -> Path:
    (folder / "papers.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "other.pdf").touch()
    (folder / "update.pdf").touch()
    return folder / "update.pdf"


def test_folders_give_readable_files_in_order_and_once(tmp_path: Path) -> None:
    for name in ("b.PDF", "a.txt", "sub/c.docx", "x.png", ".d.pdf", "~$c.docx", "papers.csv",
                 ".git/e.txt"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = find_files([tmp_path, tmp_path / "a.txt"])
    assert [p.relative_to(tmp_path).as_posix() for p in found] == ["a.txt", "b.PDF", "sub/c.docx"]


def test_file_named_directly_is_kept_whatever_it_is(tmp_path: Path) -> None:
    assert find_files([tmp_path / "x.png"]) == [tmp_path / "x.png"]


def test_manifest_says_what_a_paper_is(tmp_path: Path) -> None:
    path = manifest(
        tmp_path,
        "file,council,committee,date,kind,title,access",
        "update.pdf,Overton,Scrutiny,11/07/2017,report,Update,exempt",
    )
    assert manifest_of(path) == Metadata(
        "Overton", "Scrutiny", "2017-07-11", "report", "Update", "exempt",
        dict.fromkeys(("council", "committee", "date", "kind", "title", "access"), "papers.csv"),
    )  # fmt: skip


def test_only_what_the_manifest_says_is_said_by_it(tmp_path: Path) -> None:
    said = manifest_of(manifest(tmp_path, "file,title,council", "update.pdf,Falls,"))
    assert said.places == {"title": "papers.csv"}


@pytest.mark.parametrize("day", ["10/10/2017", "2017-10-10", "10 October 2017"])
def test_dates_are_taken_as_people_write_them(tmp_path: Path, day: str) -> None:
    assert manifest_of(manifest(tmp_path, "file,date", f"update,{day}")).date == "2017-10-10"


def test_other_files_and_empty_cells_say_nothing(tmp_path: Path) -> None:
    assert manifest_of(manifest(tmp_path, "file,title", "other.pdf,X", "update.pdf,")) == Metadata()


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        (("file,colour", "update.pdf,red"), "line 1: the column 'colour'"),
        (("council", "Overton"), "line 1: there is no column 'file'"),
        (("file,date", "update.pdf,31/02/2017"), "line 2: the date '31/02/2017'"),
        (("file,kind", "update.pdf,novel"), "line 2: kind 'novel'"),
        (("file,access", "update.pdf,secret"), "line 2: access 'secret'"),
        (("file,title", "update.pdf,Cuts, and more"), "line 2: the row has more cells"),
        (("file,title", "update,X", "updat.pdf,Y"), "line 3: there is no file 'updat.pdf' beside"),
        (("file,title", "update.pdf,X", "Update.pdf,Y"), "line 3: 'Update.pdf' is on line 2 too"),
        (("file,title", ",X"), "line 2: no file is named"),
    ],
)
def test_what_is_not_understood_is_named_with_its_line(
    tmp_path: Path, rows: tuple[str, ...], where: str
) -> None:
    with pytest.raises(ManifestError, match=where):
        manifest_of(manifest(tmp_path, *rows))


def test_a_quotation_mark_left_open_is_said_to_lack_its_partner(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"line \d: a quotation mark has no partner: add"):
        manifest_of(manifest(tmp_path, "file,title", '"update.pdf,Cuts'))


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\0\x06\0", "file,title\n".encode("utf-16")])
def test_a_workbook_called_csv_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "papers.csv").write_bytes(data)
    with pytest.raises(ManifestError, match=r"not a table in text \(CSV\): save it as CSV"):
        manifest_of(tmp_path / "update.pdf")
