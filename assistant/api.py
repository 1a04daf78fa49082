"""The library over HTTP: questions, searches and papers, for the public and nobody else.

There is no login yet, so every reader is a member of the public: an exempt paper answers exactly as
one that does not exist. Errors are JSON, {"error": "one sentence"}; no traceback gets out.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from typing import TYPE_CHECKING, Annotated

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import AfterValidator, BaseModel, Field
from starlette.exceptions import HTTPException

from assistant import searching, wire
from assistant.access import EVERYONE
from assistant.address import LONGEST_QUOTE, changes_url
from assistant.asking.typed import readable
from assistant.changes.api import add_changes
from assistant.conversation.talking import converse, talk
from assistant.conversation.wire import turn_json
from assistant.errors import AssistantError, DrawingError, NoSuchEntry, NoSuchPaper
from assistant.evaluation.api import add_judgements
from assistant.headers import SecurityHeaders, page_headers
from assistant.hosts import KnownHosts
from assistant.reading.api import add_reading
from assistant.register.api import add_register
from assistant.register.entry_api import add_entries
from assistant.scope import scope_of
from assistant.showing import opening, paper_view
from assistant.threads.api import add_threads
from index.errors import IndexingError

if TYPE_CHECKING:
    from index.library import Library

MOST_BEFORE = 12  # earlier questions, which are asked again to know what their answers named


Text = Annotated[str, AfterValidator(readable)]  # JSON's escapes may be of no character


class Asked(BaseModel):
    """A question, what was asked before it, what of that not to carry over ("council", "who",
    "when", "about"), and the limits on which papers may answer."""

    question: Text = ""
    history: Annotated[tuple[Text, ...], Field(max_length=MOST_BEFORE)] = ()
    dropped: tuple[Text, ...] = ()
    councils: tuple[Text, ...] = ()
    committees: tuple[Text, ...] = ()
    since: Text | None = None
    until: Text | None = None


Words = Annotated[str, Query()]
Names = Annotated[tuple[str, ...], Query()]


def create_app(library: Library, *, hosts: Collection[str] = ()) -> FastAPI:
    """The HTTP application over an open library; the web pages are mounted on it.

    It answers to this machine's addresses, to "localhost" and to the names in `hosts`.
    """
    app = FastAPI(title="Matters Arising", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(KnownHosts, names=hosts)
    app.add_middleware(SecurityHeaders)
    _answer_errors(app)
    _add_questions(app, library)
    _add_papers(app, library)
    add_reading(app, library)
    add_changes(app, library)
    add_judgements(app, library)
    add_register(app, library)
    add_entries(app, library)
    add_threads(app, library)
    return app


def _add_questions(app: FastAPI, library: Library) -> None:
    def answered(asked: Asked) -> wire.Json:
        scope = scope_of(asked.councils, asked.committees, since=asked.since, until=asked.until)
        before = talk(library, asked.history, scope=scope, shelves=EVERYONE)
        turn = converse(
            library, asked.question, before, scope=scope, shelves=EVERYONE, dropped=asked.dropped
        )
        return turn_json(turn)

    @app.post("/api/ask")
    def ask(asked: Asked) -> wire.Json:
        return answered(asked)

    @app.get("/api/ask")
    def ask_by_address(
        *, q: Words = "", council: Names = (), committee: Names = (),
        since: str | None = None, until: str | None = None,
    ) -> wire.Json:  # fmt: skip
        asked = Asked(question=q, councils=council, committees=committee, since=since, until=until)
        return answered(asked)

    @app.get("/api/search")
    def search(
        *, q: Words = "", k: Annotated[int, Query(ge=1, le=200)] = 20, council: Names = (),
        committee: Names = (), since: str | None = None, until: str | None = None,
    ) -> wire.Json:  # fmt: skip
        scope = scope_of(council, committee, since=since, until=until)
        hits = searching.search(library, q, scope=scope, shelves=EVERYONE, k=k)
        return wire.search_json(q, scope, hits)


def _add_papers(app: FastAPI, library: Library) -> None:
    @app.get("/healthz")
    def healthy() -> wire.Json:
        return {"ok": True}

    @app.get("/api/papers")
    def papers() -> wire.Json:
        return {"papers": [wire.paper_json(paper) for paper in library.papers(EVERYONE)]}

    @app.get("/papers/{paper}")
    def whole(paper: str, quote: Words = "") -> HTMLResponse:
        record = opening.open_paper(library, paper, EVERYONE)
        passages = opening.passages_of(library, paper, EVERYONE)
        before = opening.paper_before(library, paper, EVERYONE)
        changes = changes_url(before.id, paper) if before else ""
        return _page(
            paper_view.paper_document(
                record, passages, quote=quote[:LONGEST_QUOTE], changes=changes
            )
        )

    @app.get("/papers/{paper}/pages/{page}.png")
    def picture(paper: str, page: int, quote: Words = "") -> Response:
        quotes = (quote[:LONGEST_QUOTE],) if quote else ()
        drawn = opening.draw_page(library, paper, page, shelves=EVERYONE, quotes=quotes)
        return Response(drawn, media_type="image/png", headers={"Cache-Control": "no-cache"})

    @app.get("/papers/{paper}/pages/{page}")
    def one_page(paper: str, page: int, quote: Words = "") -> HTMLResponse:
        record = opening.open_paper(library, paper, EVERYONE)
        opening.draw_page(library, paper, page, shelves=EVERYONE)  # so that a page not there is 404
        return _page(paper_view.page_document(record, page, quote=quote[:LONGEST_QUOTE]))


def _page(html: str) -> HTMLResponse:
    return HTMLResponse(html, headers=page_headers())


def _answer_errors(app: FastAPI) -> None:
    """Turn every error into a status and one sentence as JSON."""

    @app.exception_handler(AssistantError)
    @app.exception_handler(IndexingError)
    async def house(_: Request, error: Exception) -> JSONResponse:
        missing = isinstance(error, NoSuchPaper | NoSuchEntry | DrawingError)
        status = 404 if missing else 400 if isinstance(error, AssistantError) else 503
        return _error(status, str(error))

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:]) or "the body"
        return _error(422, f"{where}: {first['msg']}.")

    @app.exception_handler(HTTPException)
    async def http(_: Request, error: HTTPException) -> JSONResponse:
        return _error(error.status_code, f"{error.detail}.")

    @app.exception_handler(Exception)
    async def unforeseen(_: Request, error: Exception) -> JSONResponse:
        logging.getLogger("matters").error("unforeseen", exc_info=error)
        return _error(500, "Something went wrong that we did not foresee; the log says what.")


def _error(status: int, sentence: str) -> JSONResponse:
    return JSONResponse({"error": sentence}, status_code=status)
