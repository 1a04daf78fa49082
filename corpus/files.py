"""Which files a person meant by the paths they gave, and what a papers.csv beside them says of
each.

    file,council,committee,date,kind,title,access
    update.pdf,Anytown,Scrutiny Committee,11/07/2017,report,Improvement update,public

Only `file` is required; an empty cell leaves what the paper itself says.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Literal, cast

from corpus.errors import ManifestError
from corpus.kinds import READABLE
from corpus.paper import PAPER_KINDS, Access, Metadata, PaperKind

MANIFEST: Literal["papers.csv"] = "papers.csv"
FIELDS = ("council", "committee", "date", "kind", "title", "access")
COLUMNS = ("file", *FIELDS)
_DATES = ("%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d-%m-%Y", "%d.%m.%Y")


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read: each file named, and in folders those of a readable kind, sorted, once
    each.

    Hidden files and folders, Word's lock files (~$…) and papers.csv are passed over in folders. A
    path that does not exist is kept, so that reading it says so.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found |= dict.fromkeys(p for p in sorted(path.rglob("*")) if _is_wanted(p, path))
        else:
            found[path] = None
    return list(found)


def manifest_of(path: Path) -> Metadata:
    """What the papers.csv in the file's folder says of it; empty Metadata where it says nothing.

    Raises ManifestError, with the line's number, for a manifest that cannot be understood, or that
    names a file which is not there: what it says of that file (that it is exempt, perhaps) was
    meant for another.
    """
    manifest = path.parent / MANIFEST
    if not manifest.is_file():
        return Metadata()
    rows = _rows(manifest)
    _check_files(rows, path.parent)
    for line, row in rows:
        if _names(row["file"], path):
            return _metadata(row, f"{MANIFEST}, line {line}")
    return Metadata()


def _is_wanted(path: Path, folder: Path) -> bool:
    names = path.relative_to(folder).parts
    if any(name.startswith((".", "~$")) for name in names):
        return False
    return path.suffix.lower() in READABLE and path.is_file()


def _names(entry: str, path: Path) -> bool:
    """The file's name, with or without its ending, however written."""
    return entry.strip().casefold() in (path.name.strip().casefold(), path.stem.strip().casefold())


def _check_files(rows: Iterable[tuple[int, Mapping[str, str]]], folder: Path) -> None:
    files = [path for path in folder.iterdir() if path.is_file()]
    there = {name.strip().casefold() for path in files for name in (path.name, path.stem)}
    lines: dict[str, int] = {}
    for line, row in rows:
        name = row["file"].casefold()
        where = f"{MANIFEST}, line {line}"
        if not name:
            raise ManifestError(f"{where}: no file is named; say which paper the line is about.")
        if name not in there:
            raise ManifestError(
                f"{where}: there is no file {row['file']!r} beside it; correct the name, or take "
                "the line out."
            )
        if name in lines:
            raise ManifestError(
                f"{where}: {row['file']!r} is on line {lines[name]} too; take one of them out."
            )
        lines[name] = line


def _rows(manifest: Path) -> list[tuple[int, Mapping[str, str]]]:
    """(line number, row) of each row with anything in it."""
    try:
        text = _decoded(manifest.read_bytes())
        if "\0" in text:  # a workbook renamed, or no table at all
            raise ManifestError(
                f"{MANIFEST} is not a table in text (CSV): save it as CSV from the spreadsheet."
            )
        reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
        columns = [c.strip().casefold() for c in reader.fieldnames or ()]
        _check_columns(columns)
        reader.fieldnames = columns
        rows: list[tuple[int, Mapping[str, str]]] = []
        for row in reader:
            if "" in row:
                raise ManifestError(
                    f"{MANIFEST}, line {reader.line_num}: the row has more cells than the header, "
                    "so put a text that holds a comma in quotes."
                )
            cells = {k: (v or "").strip() for k, v in row.items()}
            if any(cells.values()):
                rows.append((reader.line_num, cells))
        return rows
    except csv.Error as error:
        raise ManifestError(
            f"{MANIFEST}, line {reader.line_num}: a quotation mark has no partner: add the missing "
            "one, or take this one out."
        ) from error
    except OSError as error:
        raise ManifestError(f"{MANIFEST} could not be opened: check who may read it.") from error


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # what Excel saves


def _check_columns(columns: list[str]) -> None:
    unknown = [c for c in columns if c not in COLUMNS]
    if unknown or "file" not in columns:
        said = f"the column {unknown[0]!r} is not known" if unknown else "there is no column 'file'"
        raise ManifestError(f"{MANIFEST}, line 1: {said}; use {', '.join(COLUMNS)}.")


def _metadata(row: Mapping[str, str], where: str) -> Metadata:
    def cell(name: str) -> str | None:
        return row.get(name) or None

    kind, access, day = cell("kind"), cell("access"), cell("date")
    return Metadata(
        places={name: MANIFEST for name in FIELDS if cell(name)},
        council=cell("council"),
        committee=cell("committee"),
        date=_date(day, where) if day else None,
        kind=cast("PaperKind | None", _one_of(kind, PAPER_KINDS, "kind", where)),
        title=cell("title"),
        access=cast("Access | None", _one_of(access, ("public", "exempt"), "access", where)),
    )


def _one_of(word: str | None, known: tuple[str, ...], column: str, where: str) -> str | None:
    if word is None or word.casefold() in known:
        return word and word.casefold()
    raise ManifestError(f"{where}: {column} {word!r} is not known; use {' or '.join(known)}.")


def _date(text: str, where: str) -> str:
    for shape in _DATES:
        try:
            found: date = datetime.strptime(text, shape).date()
        except ValueError:
            continue
        return found.isoformat()
    raise ManifestError(
        f"{where}: the date {text!r} is not understood; write it like 10/10/2017 or 2017-10-10."
    )
