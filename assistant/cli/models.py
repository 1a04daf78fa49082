"""The verb that shows which models a library uses, and changes them: `matters models`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.common import JsonOption, LibraryOption, open_library, print_json

if TYPE_CHECKING:
    from index.library import Library


def models(
    *,
    encoder: Annotated[
        str | None,
        typer.Option(help="Use this encoder: default, plain, or a sentence-transformers model."),
    ] = None,
    reader: Annotated[
        str | None, typer.Option(help="Use this reader: default, none, or a cross-encoder.")
    ] = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Show the models a library uses, or change them: a folder, or a published model's name.

    Another encoder embeds every passage again; questions are answered with the one before until
    that is done.
    """
    from assistant.cli.watch import watched  # noqa: PLC0415

    with open_library(library) as opened:
        if reader is not None:  # first, for it is quick and fails early
            opened.use_reader(reader)
        if encoder is not None:
            with watched(as_json) as watch:
                opened.use_encoder(encoder, on_progress=watch.progress)
        told = _told(opened)
    if as_json:
        print_json(told)
    else:
        print("\n".join(f"{kind:<9} {name or 'none'}" for kind, name in told.items()))
    return 0


def _told(library: Library) -> dict[str, str]:
    status = library.status()
    return {"encoder": status.encoder, "reader": status.reader}
