"""The thread of an entry: a web page of its own, its timeline as an ordered list, no script.

Everything a paper says is escaped here, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from assistant.address import paper_url
from assistant.showing.document import document
from assistant.showing.paper_view import as_lines
from assistant.threads.thread import Notice, Telling, Thread
from assistant.threads.told import changed, facts, headline, meetings, source, why
from assistant.threads.wire import url_of


def thread_document(thread: Thread) -> str:
    """The whole web page."""
    title = escape(headline(thread))
    style = files("assistant.threads").joinpath("threads.css").read_text(encoding="utf-8")
    listed = "".join(_meeting_html(*meeting) for meeting in meetings(thread))
    body = (
        '<a class="skip" href="#timeline">Skip to the timeline</a>'
        f'<header><p><a href="/">Matters Arising</a></p><h1><small>What became of it</small> '
        f"{title}</h1><p>{escape(thread.council)}</p></header><main>"
        f"{_notices_html(thread.notices)}"
        f'<h2 id="timeline">From meeting to meeting</h2><ol>{listed}</ol></main>'
    )
    return document(title, body, style=style)


def _notices_html(notices: Sequence[Notice]) -> str:
    if not notices:
        return ""
    items = "".join(f"<li>{_notice(notice)}</li>" for notice in notices)
    return (
        '<section aria-labelledby="notices"><h2 id="notices">To notice</h2>'
        f"<ul>{items}</ul></section>"
    )


def _notice(notice: Notice) -> str:
    paper = notice.paper
    link = f'<a href="{escape(paper_url(paper.id))}">{escape(paper.title)}</a>'
    return f"<strong>{escape(notice.what.capitalize())}.</strong> {escape(notice.said)} {link}"


def _meeting_html(heading: str, told: Sequence[Telling], notices: Sequence[Notice]) -> str:
    parts = "".join(_telling_html(telling) for telling in told)
    warned = "".join(f'<p class="problem">! {escape(notice.said)}</p>' for notice in notices)
    return f"<li><h3>{escape(heading)}</h3>{parts}{warned}</li>"


def _telling_html(telling: Telling) -> str:
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in facts(telling)
    )
    moved = changed(telling.changes)
    reason = why(telling)
    own = ' class="own"' if telling.own else ""
    return (
        f"<article{own}>"
        f"<blockquote>{as_lines(escape(telling.quote))}</blockquote>"
        + (f"<dl>{rows}</dl>" if rows else "")
        + (f'<p class="changed"><strong>Changed:</strong> {escape(moved)}</p>' if moved else "")
        + f'<p class="where"><a href="{escape(url_of(telling))}">{escape(source(telling))}</a>'
        + (f"<br>Why here: {escape(reason)}" if reason else "")
        + "</p></article>"
    )
