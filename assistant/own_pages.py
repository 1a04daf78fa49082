"""Forms are taken from this server's own pages only."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request
from starlette.exceptions import HTTPException


def refuse_other_sites(request: Request) -> None:
    """A form on another site must not correct anything through its reader's browser.

    Browsers say where a form came from; the older ones by its origin. What is no browser says
    nothing, and carries nobody's rights.
    """
    told = request.headers.get("sec-fetch-site")
    origin, here = request.headers.get("origin"), request.headers.get("host")
    own = told == "same-origin" if told else origin is None or urlsplit(origin).netloc == here
    if not own:
        raise HTTPException(403, "Corrections are taken from this server’s own pages only")
