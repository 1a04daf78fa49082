"""The page and its tabs, and how it is hung on the HTTP application."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # before gradio is imported: it reads it then

import gradio as gr
from fastapi import FastAPI

from assistant.pages import look
from assistant.pages.ask import ask_tab, choices
from assistant.pages.evaluate import evaluate_tab
from assistant.pages.events import QUIET
from assistant.pages.papers import listed, papers_tab
from assistant.pages.register import offers, register_tab

if TYPE_CHECKING:
    from index.library import Library

TITLE = "Matters Arising"
LARGEST_FILE = "500mb"  # a year's agenda packs are far below; a film is above
QUESTIONS_AT_ONCE = 4  # a question takes tens of milliseconds: a committee room is served

HEADER = (
    "<header><h1>Matters Arising</h1><p>Ask a question of the council’s committee papers. The "
    "answer comes in the papers’ own words, each with its page.</p></header>"
)
FOOTER = (
    "<footer><p>Every quotation is copied from a paper; check the page it comes from. Questions "
    "and papers stay on this machine.</p></footer>"
)


def pages(library: Library) -> gr.Blocks:
    """The page over an open library: its tabs Ask, Register, Papers and Evaluate."""

    def offered() -> list[Any]:
        return [*choices(library), *offers(library)]

    with gr.Blocks(
        title=TITLE, analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)
    ) as blocks:
        look.html(HEADER, name="masthead")
        with gr.Tabs(overflow_behavior="wrap"):  # a menu of tabs would hide the last from view
            with gr.Tab("Ask"):
                asking = ask_tab(library)
            with gr.Tab("Register") as registering:
                register = register_tab(library)
            refilled = [*asking.offered, *register.offered]
            with gr.Tab("Papers"):
                table = papers_tab(library, then=offered, refilled=refilled)
            with gr.Tab("Evaluate") as evaluating:
                judged, fill = evaluate_tab(library)
        look.html(FOOTER, name="foot")
        registering.select(register.listed, register.asked, register.shown, **QUIET)
        evaluating.select(fill, None, judged, **QUIET)
        blocks.load(lambda: [listed(library), *offered()], None, [table, *refilled], **QUIET)
    return blocks.queue(default_concurrency_limit=QUESTIONS_AT_ONCE, max_size=64)


def mount(app: FastAPI, library: Library) -> FastAPI:
    """Hang the pages on the application at "/"."""
    mounted: FastAPI = gr.mount_gradio_app(
        app, pages(library), path="/", theme=look.theme(), css=look.css(), head=look.HEAD,
        footer_links=[], run_history=False, ssr_mode=False, show_error=False, pwa=False,
        max_file_size=LARGEST_FILE, enable_monitoring=False, mcp_server=False,
    )  # fmt: skip
    return mounted
