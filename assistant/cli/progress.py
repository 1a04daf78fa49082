"""The verb that tells what became of a matter from meeting to meeting: `matters progress`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from assistant.access import shelves_for
from assistant.cli.common import (
    CommitteeOption,
    CouncilOption,
    JsonOption,
    LibraryOption,
    RoleOption,
    open_library,
    print_json,
)


def progress(
    matter: Annotated[
        str, typer.Argument(help="An action's number, the matter's words, or who leads on it.")
    ],
    *,
    at: Annotated[
        str | None, typer.Option(metavar="DATE", help="As it stood on this day, and what was late.")
    ] = None,
    council: CouncilOption = None,
    committee: CommitteeOption = None,
    role: RoleOption = "public",
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Tell what became of a matter, meeting by meeting, in the papers' words."""
    from assistant.cli.show_progress import progress_lines, refusal  # noqa: PLC0415
    from assistant.scope import meeting_day, scope_of  # noqa: PLC0415
    from assistant.threads import progress as telling  # noqa: PLC0415
    from assistant.threads.wire import progress_json  # noqa: PLC0415

    scope = scope_of(council or (), committee or ())
    day = meeting_day(at) if at else None
    with open_library(library) as opened:
        told = telling.progress(opened, matter, scope=scope, shelves=shelves_for(role), at=day)
    if as_json:
        print_json(progress_json(told))
    elif told.threads:
        print("\n".join(progress_lines(told)))
    else:
        print(refusal(told), file=sys.stderr)
    return 0 if told.threads else 1
