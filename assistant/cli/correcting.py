"""The verb that puts right what was read of a paper, or takes that back: `matters correct`."""

from __future__ import annotations

import getpass
from typing import Annotated, Literal

import typer

from assistant.access import shelves_for
from assistant.cli.common import DateOption, JsonOption, LibraryOption, open_library, print_json
from corpus.paper import PaperKind

Field = Literal["council", "committee", "date", "title", "kind", "access"]


def correct(
    paper: Annotated[str, typer.Argument(help="A paper's id, as matters search shows it.")],
    *,
    council: Annotated[str | None, typer.Option(help="The council it belongs to.")] = None,
    committee: Annotated[str | None, typer.Option(help="The committee it went to.")] = None,
    date: DateOption = None,
    kind: Annotated[PaperKind | None, typer.Option(help="What kind of paper it is.")] = None,
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    exempt: Annotated[
        bool | None, typer.Option("--exempt/--public", help="Whether it is not for publication.")
    ] = None,
    undo: Annotated[
        Field | None, typer.Option(help="Give this back as the paper itself says it.")
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who says so (else who is logged in).")] = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Put right what was read of a paper; it stays so when its file is read again."""
    from assistant import wire  # noqa: PLC0415
    from assistant.cli import show  # noqa: PLC0415
    from assistant.correcting import with_council  # noqa: PLC0415
    from assistant.scope import meeting_day  # noqa: PLC0415

    access = None if exempt is None else "exempt" if exempt else "public"
    said = {"council": council, "committee": committee, "title": title, "kind": kind,
            "access": access, "date": meeting_day(date) if date else date}  # fmt: skip
    named = [field for field, value in said.items() if value is not None]
    if undo and named:
        raise typer.BadParameter(f"Undo the {undo} first, then correct the {named[0]}.")
    signed = _logged_in() if by is None else by
    with open_library(library) as opened:
        if undo:
            record = opened.uncorrect(paper, undo, by=signed)
        else:
            # told from public papers where it is public: what is written is shown to everyone
            stands = opened.paper(paper) or opened.paper(paper, shelves_for("officer"))
            said = with_council(stands, said) if stands else said
            record = opened.correct(paper, **said, by=signed)  # type: ignore[arg-type]
        corrections = opened.corrections_of(paper, (record.access,))
    if as_json:
        print_json(wire.corrected_json(record, corrections))
    else:
        print("\n".join(show.corrected_lines(record, corrections)))
    return 0


def _logged_in() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        return "unknown, at the command line"
