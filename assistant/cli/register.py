"""The verb that lists what papers judge, recommend, decide and promise: `matters register`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from assistant.access import shelves_for
from assistant.cli.common import (
    CommitteeOption,
    CouncilOption,
    JsonOption,
    LibraryOption,
    RoleOption,
    SinceOption,
    UntilOption,
    open_library,
    print_json,
)
from assistant.cli.terminal import plain

if TYPE_CHECKING:
    from assistant.register.query import Kind
    from assistant.wire import Json

Shown = Literal["table", "csv", "json", "xlsx"]


def register(
    kind: Annotated[
        Literal["judgements", "recommendations", "decisions", "actions"],
        typer.Argument(help="What to list."),
    ],
    *,
    council: CouncilOption = None,
    committee: CommitteeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    paper: Annotated[str, typer.Option(help="Only this paper, by its id or document.")] = "",
    lead: Annotated[
        str, typer.Option("--lead", "--owner", help="Only actions led or owned by (words).")
    ] = "",
    status: Annotated[
        str, typer.Option(help="Only actions in this state (open, complete …) or status (words).")
    ] = "",
    overdue_at: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only actions overdue on this day.")
    ] = None,
    set_aside: Annotated[
        bool, typer.Option("--set-aside", help="Also what officers have said to be no entry.")
    ] = False,
    role: RoleOption = "public",
    shown: Annotated[
        Shown | None, typer.Option("--format", help="How to write it (else as -o's file ends).")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write it to this file.")
    ] = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """List what the papers judge, recommend, decide or promise, each entry cited."""
    from assistant.register import query, wire  # noqa: PLC0415
    from assistant.scope import meeting_day, scope_of  # noqa: PLC0415

    form = "json" if as_json else shown or _form_of(output)
    if form == "xlsx" and output is None:
        raise typer.BadParameter("An XLSX file needs a name: -o register.xlsx")
    scope = scope_of(council or (), committee or (), since=since, until=until)
    day = meeting_day(overdue_at) if overdue_at else None
    asked = query.Filters(kind, scope, paper, lead, status, day, set_aside)
    with open_library(library) as opened:
        found = query.find(opened, asked, shelves=shelves_for(role))
        entries = wire.entries_json(opened, found, shelves_for(role), overdue_at=day)
        if kind == "decisions":
            entries = wire.with_answers(opened, entries, shelves_for(role))
        waiting = opened.unregistered(shelves_for(role))
    _write(kind, entries, form, output)
    if waiting:
        have = "paper has" if waiting == 1 else "papers have"
        told = f"{waiting} {have} yet to be read for the register: run matters verify."
        print(told, file=sys.stderr)
    return 1 if waiting else 0


def _form_of(output: Path | None) -> Shown:
    endings: dict[str, Shown] = {".csv": "csv", ".json": "json", ".xlsx": "xlsx"}
    return endings.get(output.suffix.lower(), "table") if output else "table"


def _write(kind: Kind, entries: list[Json], form: Shown, output: Path | None) -> None:
    from assistant.cli.show_register import entry_lines  # noqa: PLC0415
    from assistant.register.sheet import csv_of, xlsx_of  # noqa: PLC0415

    if form == "xlsx" and output:
        output.write_bytes(xlsx_of(kind, entries))
    elif form == "json" and output is None:
        print_json(entries)
    elif form == "json" and output:
        output.write_text(_json_text(entries), encoding="utf-8")
    else:
        text = csv_of(kind, entries) if form == "csv" else "\n".join(entry_lines(kind, entries))
        if output:
            output.write_text(text, encoding="utf-8", newline="")
        else:
            print(plain(text.replace("\r\n", "\n")).rstrip("\n"))


def _json_text(entries: list[Json]) -> str:
    import json  # noqa: PLC0415

    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
