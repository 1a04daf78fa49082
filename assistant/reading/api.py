"""How each paper was read, over HTTP: the web page, the same as JSON, and corrections of its facts.

For the public, as `assistant.api` is: what they may not see does not exist. Handlers are plain
functions, which FastAPI runs in threads of its own: reading a file never holds up the event loop.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import FastAPI, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from assistant.access import EVERYONE
from assistant.address import reading_url
from assistant.correcting import CORRECTABLE, check_correctable, is_attributed, with_council
from assistant.errors import AssistantError
from assistant.headers import page_headers
from assistant.own_pages import refuse_other_sites
from assistant.reading.about import About, about_html
from assistant.reading.page import reading_document
from assistant.reading.rereading import reread
from assistant.reading.sheets import sheet_of
from assistant.reading.view import paper_facts
from assistant.reading.wire import reading_json
from assistant.scope import meeting_day
from assistant.showing.opening import open_paper
from assistant.wire import Json
from index.errors import IndexingError

if TYPE_CHECKING:
    from index.library import Library, PaperRecord

DONE = {
    "kept": "The correction is kept, and the paper is found under it from now on.",
    "undone": "The correction is undone: the paper has again what it says itself.",
}
Text = Annotated[str, Form()]


def add_reading(app: FastAPI, library: Library) -> None:
    """Hang the pages and the JSON on the application."""

    @app.get("/papers/{paper}/reading")
    def page(
        paper: str, page: int | None = None, block: Annotated[int | None, Query(ge=0)] = None,
        done: str = "",
    ) -> HTMLResponse:  # fmt: skip
        return _page(library, paper, page=page, block=block, done=DONE.get(done, ""))

    @app.get("/api/papers/{paper}/reading")
    def as_json(paper: str) -> Json:
        return reading_json(reread(library, paper, EVERYONE).reading)

    @app.post("/papers/{paper}/corrections")
    def correct(
        request: Request, paper: str, *, council: Text = "", committee: Text = "", date: Text = "",
        title: Text = "", kind: Text = "", by: Text = "", undo: Text = "",
    ) -> Response:  # fmt: skip
        refuse_other_sites(request)
        typed = {"council": council, "committee": committee, "date": date, "title": title,
                 "kind": kind, "by": by}  # fmt: skip
        record = open_paper(library, paper, EVERYONE)
        try:
            if undo:
                check_correctable(undo)
                library.uncorrect(paper, undo, by=by)
            else:
                library.correct(paper, by=by, **with_council(record, _changed(record, typed)))
        except (AssistantError, IndexingError) as error:
            return _page(library, paper, problem=str(error), typed=typed)
        address = reading_url(paper) + f"?done={'undone' if undo else 'kept'}"
        return RedirectResponse(address, status_code=303)


def _page(
    library: Library, paper: str, *, page: int | None = None, block: int | None = None,
    done: str = "", problem: str = "", typed: Mapping[str, str] | None = None,
) -> HTMLResponse:  # fmt: skip
    """The web page; with status 400 where it tells of a problem with a form."""
    record = open_paper(library, paper, EVERYONE)
    found = reread(library, paper, EVERYONE)
    told = About(
        record=record,
        facts=paper_facts(found.paper, attributed=is_attributed(record)),
        reading=found.reading,
        series=library.series_of(paper, EVERYONE),
        copies=library.copies_of(paper, EVERYONE),
        corrections=library.corrections_of(paper, EVERYONE),
        writable=not library.read_only,
        done=done,
        problem=problem,
        typed=typed or {},
    )
    sheet = sheet_of(found, page, block=block)
    html = reading_document(found.paper, sheet, above=about_html(told), chosen=block)
    headers = page_headers(form=True)
    return HTMLResponse(html, status_code=400 if problem else 200, headers=headers)


def _changed(record: PaperRecord, typed: Mapping[str, str]) -> dict[str, Any]:
    """The fields of the form that say something else than the library does.

    Raises QuestionError for a date that is none.
    """
    now = {"council": record.council, "committee": record.committee, "date": record.date or "",
           "title": record.title, "kind": record.kind}  # fmt: skip
    said = {name: typed[name].strip() for name in CORRECTABLE}
    changed: dict[str, Any] = {n: value for n, value in said.items() if value != now[n].strip()}
    if changed.get("date"):
        changed["date"] = meeting_day(changed["date"])
    return changed
