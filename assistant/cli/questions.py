"""The verbs that ask: ask, search."""

from __future__ import annotations

from typing import Annotated

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


def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotation marks.")],
    *,
    then: Annotated[
        list[str] | None, typer.Option(metavar="QUESTION", help="A follow-up to it; repeatable.")
    ] = None,
    council: CouncilOption = None,
    committee: CommitteeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    role: RoleOption = "public",
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Answer a question in the papers' own words, each cited; or say that they don't say."""
    from assistant.cli import show  # noqa: PLC0415
    from assistant.conversation.talking import talk  # noqa: PLC0415
    from assistant.conversation.wire import turn_json  # noqa: PLC0415
    from assistant.scope import scope_of  # noqa: PLC0415

    scope = scope_of(council or (), committee or (), since=since, until=until)
    with open_library(library) as opened:
        turns = talk(opened, [question, *(then or ())], scope=scope, shelves=shelves_for(role))
    if as_json:
        told = [turn_json(turn) for turn in turns]
        print_json(told if then else told[0])
    else:
        print("\n\n".join("\n".join(show.turn_lines(turn, alone=not then)) for turn in turns))
    return 0 if turns[-1].answer.answered else 1


def search(
    words: Annotated[str, typer.Argument(help="What to look for.")],
    *,
    k: Annotated[int, typer.Option("-k", min=1, max=200, help="How many passages.")] = 10,
    council: CouncilOption = None,
    committee: CommitteeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    role: RoleOption = "public",
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """List the passages nearest to some words, best first."""
    from assistant import searching, wire  # noqa: PLC0415
    from assistant.cli import show  # noqa: PLC0415
    from assistant.scope import scope_of  # noqa: PLC0415

    scope = scope_of(council or (), committee or (), since=since, until=until)
    with open_library(library) as opened:
        hits = searching.search(opened, words, scope=scope, shelves=shelves_for(role), k=k)
    if as_json:
        print_json(wire.search_json(words, scope, hits))
        return 0
    for rank, hit in enumerate(hits, 1):
        print(f"{rank}. score {hit.score:.3f}")
        print("\n".join(show.hit_lines(hit)) + "\n")
    if not hits:
        print("No passage found.")
    return 0
