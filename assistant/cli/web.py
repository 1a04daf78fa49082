"""The verb that serves the web pages."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.address import HOST, PORT
from assistant.cli.common import JsonOption, LibraryOption, library_folder, print_json


def serve(
    *,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = HOST,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any.")] = PORT,
    public_host: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            envvar="MATTERS_PUBLIC_HOST",
            help="A name by which people reach it, through another server say; repeatable.",
        ),
    ] = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> int:
    """Serve the web pages until interrupted."""
    from assistant import serving  # noqa: PLC0415

    def ready(address: str) -> None:
        if as_json:
            print_json({"address": address})
        else:
            print(f"Matters Arising is at {address} (Ctrl+C ends it)", flush=True)

    serving.serve(
        library_folder(library), host=host, port=port, public_hosts=public_host or (),
        on_ready=ready,
    )  # fmt: skip
    return 0
