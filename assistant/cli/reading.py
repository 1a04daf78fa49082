"""The verb that shows what the reader makes of a file: `matters read`. It takes no library."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.common import DateOption, JsonOption, print_json
from corpus.paper import Metadata


def read(
    file: Annotated[Path, typer.Argument(help="The paper, or the pack of papers.")],
    *,
    council: Annotated[str | None, typer.Option(help="The council it belongs to.")] = None,
    committee: Annotated[str | None, typer.Option(help="The committee it went to.")] = None,
    date: DateOption = None,
    exempt: Annotated[
        bool | None, typer.Option("--exempt/--public", help="Whether it is not for publication.")
    ] = None,
    pages: Annotated[
        str | None, typer.Option(metavar="FROM-TO", help="Show only these pages: 3-5, or 3.")
    ] = None,
    as_json: JsonOption = False,
) -> int:
    """Show what the reader makes of a file, block by block; nothing is added to a library."""
    from assistant.cli import show_reading  # noqa: PLC0415
    from assistant.reading import view as reading_view  # noqa: PLC0415
    from assistant.reading.wire import reading_json  # noqa: PLC0415
    from corpus.read import read as read_file  # noqa: PLC0415

    _check(file)
    reading_view.pages_asked(pages)  # before a long reading, not after it
    reading = read_file(file, metadata=_said(file, council, committee, date=date, exempt=exempt))
    asked = reading_view.pages_asked(pages, of=reading)
    if as_json:
        print_json(reading_json(reading, pages=asked))
    else:
        for line in show_reading.reading_lines(reading, pages=asked):
            print(line)
    return 0 if reading.outcome == "read" else 1


def _check(file: Path) -> None:
    """A path that leads to no file is bad usage, not a file refused."""
    from assistant.errors import NothingToAdd  # noqa: PLC0415

    if file.is_dir():
        raise NothingToAdd(f"{file} is a folder: name one file in it.")
    if not file.exists():
        raise NothingToAdd(f"There is no file {file}; check the spelling.")


def _said(
    file: Path, council: str | None, committee: str | None, *, date: str | None, exempt: bool | None
) -> Metadata:
    """What the options say of the file, over what a papers.csv beside it says."""
    from assistant.scope import meeting_day  # noqa: PLC0415
    from corpus.files import manifest_of  # noqa: PLC0415
    from index.changing.adding import overlaid  # noqa: PLC0415

    said = Metadata(
        council=council,
        committee=committee,
        date=meeting_day(date) if date else None,
        access=None if exempt is None else "exempt" if exempt else "public",
    )
    return overlaid(manifest_of(file), said)
