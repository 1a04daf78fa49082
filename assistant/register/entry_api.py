"""One entry of the register over HTTP: its page, and the corrections that its form sends.

For the public, as `assistant.api` is: what they may not see does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from assistant.access import EVERYONE
from assistant.address import ENTRY, ENTRY_CORRECTIONS, entry_url
from assistant.errors import AssistantError, QuestionError
from assistant.headers import page_headers
from assistant.own_pages import refuse_other_sites
from assistant.register.entry_page import EntryPage, entry_document
from assistant.register.query import entry_of
from assistant.register.wire import entries_json
from index.corrections.entries import FIELDS, SET_ASIDE, STANDING
from index.errors import IndexingError

if TYPE_CHECKING:
    from index.library import Library
    from index.register import Registered

DONE = {
    "kept": "The correction is kept, and the register tells the entry with it from now on.",
    "undone": "The correction is undone: the entry has again what is printed.",
}


async def _typed(request: Request) -> dict[str, str]:
    """The form's fields, which differ from kind to kind."""
    async with request.form() as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


Typed = Annotated[dict[str, str], Depends(_typed)]


def add_entries(app: FastAPI, library: Library) -> None:
    """Hang the page and its form on the application."""

    @app.get(ENTRY)
    def page(id: str, done: str = "") -> HTMLResponse:
        return _page(library, id, done=DONE.get(done, ""))

    @app.post(ENTRY_CORRECTIONS)
    def correct(request: Request, id: str, typed: Typed) -> Response:
        refuse_other_sites(request)
        found = entry_of(library, id, EVERYONE)
        by, undo = typed.get("by", ""), typed.get("undo", "")
        try:
            if undo:
                library.uncorrect_entry(id, undo, by=by)
            else:
                library.correct_entry(id, _said(found, typed), by=by)
        except (AssistantError, IndexingError) as error:
            return _page(library, id, problem=str(error), typed=typed)
        address = entry_url(id) + f"&done={'undone' if undo else 'kept'}"
        return RedirectResponse(address, status_code=303)


def _page(
    library: Library, entry: str, *,
    done: str = "", problem: str = "", typed: Mapping[str, str] | None = None,
) -> HTMLResponse:  # fmt: skip
    """The page; with status 400 where it tells of a problem with the form."""
    found = entry_of(library, entry, EVERYONE)
    (as_json,) = entries_json(library, [found], EVERYONE)
    told = EntryPage(
        found, as_json, writable=not library.read_only,
        done=done, problem=problem, typed=typed or {},
    )  # fmt: skip
    headers = page_headers(form=True)
    html = entry_document(told)
    return HTMLResponse(html, status_code=400 if problem else 200, headers=headers)


def _said(found: Registered, typed: Mapping[str, str]) -> dict[str, str]:
    """What the form says otherwise than the register does; or that it is no entry."""
    if typed.get("aside"):
        return {STANDING: SET_ASIDE}
    said = {name: " ".join(typed[name].split()) for name in FIELDS[found.kind] if name in typed}
    changed = {name: value for name, value in said.items() if value != found.said(name)}
    if not changed:
        raise QuestionError("Nothing was changed: the form says what the register says already.")
    return changed
