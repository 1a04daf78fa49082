"""Serving the pages and the HTTP interface from this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from assistant.address import HOST, PORT
from assistant.errors import ServingError
from assistant.hosts import own_names
from index.library import Library


def build(library: Library, *, hosts: Collection[str] = ()) -> FastAPI:
    """The whole application over an open library: HTTP interface and web pages.

    `hosts` are the names it answers to besides this machine's addresses and "localhost".
    """
    from assistant.api import create_app  # noqa: PLC0415
    from assistant.pages import mount  # noqa: PLC0415 (gradio takes seconds to import)

    return mount(create_app(library, hosts=hosts), library)


def serve(
    folder: Path, *, host: str = HOST, port: int = PORT, public_hosts: Collection[str] = (),
    on_ready: Callable[[str], None] | None = None,
) -> None:  # fmt: skip
    """Serve the library in this folder until interrupted; `on_ready` is told the address.

    `public_hosts` are the names that people know it by, where another server passes them on to it.

    The library is made if it is not there; one whose folder cannot be written is served to read.
    Port 0 takes any free one. Raises ServingError if the port cannot be had.
    """
    listener = _listen(host, port)
    with listener, Library.open(folder) as library:
        address = f"http://{_shown(host)}:{listener.getsockname()[1]}"
        hosts = own_names(host) | set(public_hosts)
        config = uvicorn.Config(build(library, hosts=hosts), log_level="warning", access_log=False)
        _Server(config, lambda: on_ready(address) if on_ready else None).run([listener])


class _Server(uvicorn.Server):
    """uvicorn, telling when it takes questions."""

    def __init__(self, config: uvicorn.Config, on_started: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_started = on_started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            self._on_started()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        why = getattr(error, "strerror", None) or str(error)
        raise ServingError(
            f"Port {port} on {host} cannot be used ({why}); choose another with --port."
        ) from None
    return listener


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
