"""The register over HTTP, for the public and nobody else: `matters register` at an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import FastAPI, Query
from fastapi.responses import JSONResponse, Response

from assistant.access import EVERYONE
from assistant.register.query import Filters, Kind, find
from assistant.register.sheet import csv_of, xlsx_of
from assistant.register.wire import entries_json, with_answers
from assistant.scope import meeting_day, scope_of

if TYPE_CHECKING:
    from index.library import Library

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Names = Annotated[tuple[str, ...], Query()]


def add_register(app: FastAPI, library: Library) -> None:
    """Add the address to the application."""

    @app.get("/api/register")
    def register(
        *, kind: Kind, council: Names = (), committee: Names = (), since: str | None = None,
        until: str | None = None, paper: str = "", lead: str = "", status: str = "",
        overdue_at: str | None = None, set_aside: bool = False,
        format: Literal["json", "csv", "xlsx"] = "json",
    ) -> Response:  # fmt: skip
        scope = scope_of(council, committee, since=since, until=until)
        day = meeting_day(overdue_at) if overdue_at else None
        asked = Filters(kind, scope, paper, lead, status, day, set_aside)
        found = find(library, asked, shelves=EVERYONE)
        entries = entries_json(library, found, EVERYONE, overdue_at=day)
        if kind == "decisions":
            entries = with_answers(library, entries, EVERYONE)
        named = {"Content-Disposition": f'attachment; filename="{kind}.{format}"'}
        if format == "csv":
            return Response(csv_of(kind, entries), media_type="text/csv", headers=named)
        if format == "xlsx":
            return Response(xlsx_of(kind, entries), media_type=XLSX, headers=named)
        return JSONResponse(entries)
