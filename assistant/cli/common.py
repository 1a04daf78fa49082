"""What every verb shares: its options, how the library is found and opened, how JSON is printed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.access import Role
from assistant.cli.terminal import escaped

if TYPE_CHECKING:
    from index.library import Library


LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", help="The library's folder (else $MATTERS_LIBRARY, else ./library)."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
RoleOption = Annotated[
    Role,
    typer.Option("--as", help="Who is asking: members and officers may see exempt papers too."),
]
CouncilOption = Annotated[
    list[str] | None, typer.Option("--council", help="Only this council's papers; repeatable.")
]
CommitteeOption = Annotated[
    list[str] | None, typer.Option("--committee", help="Only this committee's papers; repeatable.")
]
SinceOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only meetings on or after this.")
]
UntilOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only meetings on or before this.")
]
DateOption = Annotated[str | None, typer.Option(metavar="DATE", help="The meeting's date.")]


def library_folder(given: Path | None) -> Path:
    """Where the library is: as given, else as $MATTERS_LIBRARY says, else ./library."""
    return given or Path(os.environ.get("MATTERS_LIBRARY") or "library")


def open_library(given: Path | None, *, create: bool = False) -> Library:
    """The library; made if it is not there only with `create`."""
    from index.library import Library  # noqa: PLC0415

    return Library.open(library_folder(given), create=create)


def print_json(value: Any) -> None:
    """One JSON value on standard output."""
    print(escaped(json.dumps(value, ensure_ascii=False, indent=1)))
