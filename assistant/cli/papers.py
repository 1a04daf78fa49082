"""The verbs that change or inspect the library: add, remove, verify, status."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from assistant.access import shelves_for
from assistant.cli.common import (
    DateOption,
    JsonOption,
    LibraryOption,
    RoleOption,
    open_library,
    print_json,
)
from corpus.paper import Metadata, PaperKind


def add(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of files.")],
    *,
    council: Annotated[str | None, typer.Option(help="The council they belong to.")] = None,
    committee: Annotated[str | None, typer.Option(help="The committee they went to.")] = None,
    date: DateOption = None,
    kind: Annotated[PaperKind | None, typer.Option(help="What kind of paper they are.")] = None,
    title: Annotated[str | None, typer.Option(help="The title, of a single file.")] = None,
    exempt: Annotated[
        bool | None, typer.Option("--exempt/--public", help="Whether they are not for publication.")
    ] = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Read papers into the library: a line for each file says how it ended."""
    from assistant import wire  # noqa: PLC0415
    from assistant.cli import show  # noqa: PLC0415
    from assistant.cli.watch import watched  # noqa: PLC0415
    from assistant.scope import meeting_day  # noqa: PLC0415

    metadata = Metadata(
        council=council,
        committee=committee,
        date=meeting_day(date) if date else None,
        kind=kind,
        title=title,
        access=None if exempt is None else "exempt" if exempt else "public",
    )
    _check(paths)
    with open_library(library, create=True) as opened, watched(as_json) as watch:
        reports = opened.add(
            paths, metadata=metadata, on_report=watch.report, on_progress=watch.progress
        )
    if as_json:
        print_json(wire.reports_json(reports))
    else:
        print(show.summary(reports))
    return 1 if any(report.outcome == "refused" for report in reports) else 0


def _check(paths: Sequence[Path]) -> None:
    """Before a library is made for nothing: a path that is not there, or leads to no paper."""
    from assistant.errors import NothingToAdd  # noqa: PLC0415
    from corpus.files import find_files  # noqa: PLC0415

    for path in paths:
        if not path.exists():
            raise NothingToAdd(f"There is no file or folder {path}; check the spelling.")
    if not find_files(paths):
        named = " or ".join(str(path) for path in paths)
        raise NothingToAdd(f"There are no papers in {named}: PDF, Word, HTML or text files.")


def remove(
    paper: Annotated[str, typer.Argument(help="A paper's id, or its file's name.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Remove a paper, with every other paper of the same file."""
    from assistant.asking.typed import readable  # noqa: PLC0415

    with open_library(library) as opened:
        if not (yes or as_json):
            typer.confirm(f"Remove {paper} and all that was read from its file?", abort=True)
        removed = opened.remove(readable(paper))
    if as_json:
        print_json({"removed": removed})
    else:
        print("\n".join(f"removed {name}" for name in removed))
    return 0


def verify(
    *,
    repair: Annotated[
        bool, typer.Option("--repair/--no-repair", help="Rebuild what can be rebuilt.")
    ] = True,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Check every file and index of the library, and rebuild what is derived and damaged."""
    from assistant import wire  # noqa: PLC0415
    from assistant.cli import show  # noqa: PLC0415

    with open_library(library) as opened:
        findings = opened.verify(repair=repair)
    if as_json:
        print_json(wire.findings_json(findings))
    else:
        print("\n".join(show.finding_lines(findings)))
    return 1 if any(not finding.repaired for finding in findings) else 0


def status(
    *,
    role: RoleOption = "public",
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Say what the library holds and what built it."""
    from assistant import wire  # noqa: PLC0415
    from assistant.cli import show  # noqa: PLC0415

    with open_library(library) as opened:
        found = opened.status(shelves_for(role))
    if as_json:
        print_json(wire.status_json(found))
    else:
        print("\n".join(show.status_lines(found)))
    return 0
