"""What became of a matter, over HTTP: as JSON, and the page of one entry's thread.

For the public, as `assistant.api` is: what they may not see does not exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import FastAPI, Query
from fastapi.responses import HTMLResponse

from assistant.access import EVERYONE
from assistant.errors import NoSuchEntry
from assistant.headers import page_headers
from assistant.scope import meeting_day, scope_of
from assistant.threads.page import thread_document
from assistant.threads.progress import progress, thread_of
from assistant.threads.wire import progress_json
from assistant.wire import Json

if TYPE_CHECKING:
    from index.library import Library

Words = Annotated[str, Query(max_length=500)]
Names = Annotated[tuple[str, ...], Query()]


def add_threads(app: FastAPI, library: Library) -> None:
    """Hang the page and the JSON on the application."""

    @app.get("/api/progress")
    def as_json(
        *, q: Words = "", at: str | None = None, council: Names = (), committee: Names = (),
    ) -> Json:  # fmt: skip
        scope = scope_of(council, committee)
        day = meeting_day(at) if at and at.strip() else None
        return progress_json(progress(library, q, scope=scope, shelves=EVERYONE, at=day))

    @app.get("/register/thread")
    def page(entry: Words = "") -> HTMLResponse:
        thread = thread_of(library, entry, shelves=EVERYONE)
        if thread is None:
            raise NoSuchEntry("There is no such entry in the register.")
        return HTMLResponse(thread_document(thread), headers=page_headers())
