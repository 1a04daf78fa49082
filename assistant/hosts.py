"""Only requests for the names this server is known by are answered.

A page elsewhere may let its own name lead to this machine (DNS rebinding): to the browser this
server is then that page's own, and `assistant.own_pages` is told so. But the browser still says
whose name it asked for, and an address in figures is nobody's name and cannot be made to lead
elsewhere.
"""

from __future__ import annotations

import socket
from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

MISDIRECTED = 421  # what HTTP calls a request that came to a server it is not for


def own_names(host: str) -> set[str]:
    """The name that is listened on; where that is every address, the names of the machine."""
    if not _is_address(host) or not ip_address(host).is_unspecified:
        return {host}
    name = socket.gethostname()
    first = name.partition(".")[0]
    return {name, first, f"{first}.local"}


class KnownHosts:
    """ASGI middleware that refuses requests for another host than `names`, or this machine."""

    def __init__(self, app: ASGIApp, names: Collection[str] = ()) -> None:
        self.app = app
        self.names = {"localhost", *(name.lower().rstrip(".") for name in names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request, or say how this server is told its names."""
        if scope["type"] not in ("http", "websocket") or self._knows(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        sentence = (
            "This server is not known by that name; start it with --public-host and the name to "
            "serve under it."
        )
        await JSONResponse({"error": sentence}, MISDIRECTED)(scope, receive, send)

    def _knows(self, headers: Headers) -> bool:
        try:
            host = urlsplit(f"//{headers.get('host', '')}").hostname or ""
        except ValueError:  # "[::1"
            return False
        return _is_address(host) or host.rstrip(".") in self.names


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
