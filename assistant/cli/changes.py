"""The verb that compares two papers: `matters changes`."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.access import shelves_for
from assistant.cli.common import JsonOption, LibraryOption, RoleOption, open_library, print_json


def changes(
    paper: Annotated[str, typer.Argument(help="A paper's id, its file's name, or its title.")],
    other: Annotated[
        str, typer.Argument(help="The newer paper; else PAPER is compared with the one before it.")
    ] = "",
    *,
    role: RoleOption = "public",
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Say what changed from one paper to another, each change in the words of both."""
    from assistant.changes.choosing import changes_between  # noqa: PLC0415
    from assistant.changes.wire import changes_json  # noqa: PLC0415
    from assistant.cli.show_changes import changes_lines  # noqa: PLC0415

    with open_library(library) as opened:
        compared = changes_between(opened, paper, other, shelves=shelves_for(role))
    if as_json:
        print_json(changes_json(compared))
    else:
        print("\n".join(changes_lines(compared)))
    return 0
