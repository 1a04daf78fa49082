"""The judgements and candidate questions of a library as JSONL files, over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.responses import Response

from assistant.access import EVERYONE
from assistant.evaluation.judging import Kept, as_lines, kept_rows

if TYPE_CHECKING:
    from index.library import Library


def add_judgements(app: FastAPI, library: Library) -> None:
    """Add the addresses to the application."""

    @app.get("/judgements/{kept}.jsonl")
    def judgements(kept: Kept) -> Response:
        lines = as_lines(kept_rows(library, kept, EVERYONE))
        named = {"Content-Disposition": f'attachment; filename="{kept}.jsonl"'}
        return Response(lines, media_type="application/jsonl", headers=named)
