"""The verbs that put right what was read of a paper, or of an entry of the register, or take that
back: `matters correct` and `matters correct-entry`."""

from __future__ import annotations

import getpass
from typing import Annotated, Literal

import typer

from assistant.access import shelves_for
from assistant.cli.common import DateOption, JsonOption, LibraryOption, open_library, print_json
from corpus.paper import PaperKind

ByOption = Annotated[str | None, typer.Option(help="Who says so (else who is logged in).")]
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
    by: ByOption = None,
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


def correct_entry(
    entry: Annotated[str, typer.Argument(help="An entry's id, as matters register --json has it.")],
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar="FIELD=VALUE…", help='What is so: due="31 March 2024" lead=…'),
    ] = None,
    *,
    not_an_entry: Annotated[
        bool, typer.Option("--not-an-entry", help="Set it aside: it is no entry at all.")
    ] = False,
    undo: Annotated[
        str | None, typer.Option(metavar="FIELD", help="Give this back as it is printed.")
    ] = None,
    by: ByOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Put right what was read of an entry of the register; it stays so when its paper is read
    again."""
    from assistant.cli.show_register import one_entry  # noqa: PLC0415
    from assistant.register.query import PLURALS, entry_of  # noqa: PLC0415
    from assistant.register.wire import entries_json  # noqa: PLC0415

    said = _said(values or [], not_an_entry=not_an_entry)
    if undo and said:
        raise typer.BadParameter(f"Undo the {undo} first, then correct the {next(iter(said))}.")
    signed = _logged_in() if by is None else by
    with open_library(library) as opened:
        if undo:
            opened.uncorrect_entry(entry, undo, by=signed)
        else:
            opened.correct_entry(entry, said, by=signed)
        found = entry_of(opened, entry, shelves_for("officer"))
        (told,) = entries_json(opened, [found], shelves_for("officer"))
    if as_json:
        print_json(told)
    else:
        print("\n".join(one_entry(PLURALS[found.kind], told)))
    return 0


def _said(values: list[str], *, not_an_entry: bool) -> dict[str, str]:
    """The corrections given as FIELD=VALUE."""
    from index.corrections.entries import SET_ASIDE, STANDING  # noqa: PLC0415

    said = {STANDING: SET_ASIDE} if not_an_entry else {}
    for given in values:
        field, equals, value = given.partition("=")
        if not equals:
            raise typer.BadParameter(f'Write {given!r} as FIELD=VALUE: due="31 March 2024".')
        said[field.strip().replace("-", "_")] = value
    return said


def _logged_in() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        return "unknown, at the command line"
