"""What changed between two papers, over HTTP: the web page, and the same as JSON.

For the public, as `assistant.api` is: what they may not see does not exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import FastAPI, Query
from fastapi.responses import HTMLResponse

from assistant.access import EVERYONE
from assistant.changes.choosing import Compared, changes_between
from assistant.changes.page import changes_document
from assistant.changes.wire import changes_json
from assistant.errors import ChangesError
from assistant.headers import page_headers
from assistant.wire import Json

if TYPE_CHECKING:
    from index.library import Library

From = Annotated[str, Query(alias="from", max_length=500)]
To = Annotated[str, Query(max_length=500)]


def add_changes(app: FastAPI, library: Library) -> None:
    """Hang the page and the JSON on the application."""

    @app.get("/changes")
    def page(old: From = "", to: To = "") -> HTMLResponse:
        html = changes_document(_compared(library, old, to))
        return HTMLResponse(html, headers=page_headers())

    @app.get("/api/changes")
    def as_json(old: From = "", to: To = "") -> Json:
        return changes_json(_compared(library, old, to))


def _compared(library: Library, old: str, new: str) -> Compared:
    """The papers named; of one alone, since the one before it in its series."""
    if not (old.strip() or new.strip()):
        raise ChangesError("Name the papers to compare: from=PAPER and to=PAPER.")
    names = (old, new) if old.strip() else (new, "")
    return changes_between(library, *names, shelves=EVERYONE)
