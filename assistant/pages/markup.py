"""Answers and their sources as HTML: every word from a paper escaped, once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from assistant.address import paper_url, reading_url
from assistant.answer import Answer, Citation
from assistant.reading.view import MARKS
from assistant.showing.paper_view import as_lines
from corpus.dates import written_out
from index.search import Hit

RELATED = 3  # passages under a refusal: enough to see what the papers do say, too few to mislead

_MARK = re.compile(r"\[(\d+)\]")
_QUOTED = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”")
_BULLET = re.compile(r"^\s*[-•*]\s+")


def answer_html(answer: Answer, *, asked: str | None = None) -> str:
    """The answer with its numbered marks; or the refusal, and the passages that are near it.

    `asked` is the question as typed, where it was understood as another.
    """
    body = _lines(answer.text, {citation.n: citation for citation in answer.citations})
    asked = f'<p class="asked">{escape(asked or answer.question)}</p>'
    if answer.answered:
        return f'<article class="answer">{asked}<h2>Answer</h2>{body}</article>'
    return (
        f'<article class="answer refused">{asked}<h2>The papers don’t say</h2>{body}'
        f"{_related(answer.hits)}</article>"
    )


def message_html(sentence: str, *, kind: str = "note") -> str:
    """One sentence set apart: a note, or a problem with what was asked ("problem")."""
    return f'<p class="{escape(kind)}" role="status">{escape(sentence)}</p>'


def source_label(citation: Citation) -> str:
    """One source in the list to pick from, as plain text."""
    day = written_out(citation.meeting_date)
    cautions = [f"! {mark}" for mark in citation.marks]
    parts = [citation.title, citation.committee, day, place(citation), *cautions]
    return f"[{citation.n}] " + " · ".join(part for part in parts if part)


def place(citation: Citation) -> str:
    """Where in its paper the quotation stands: page, item, paragraph or row."""
    label = citation.page_label
    printed = f" (printed {label})" if label and label != str(citation.page) else ""
    parts = [
        f"page {citation.page}{printed}" if citation.page else "",
        f"item {citation.item}" if citation.item else "",
        f"paragraph {citation.paragraph}" if citation.paragraph else "",
        f"row {citation.row}" if citation.row else "",
    ]
    return ", ".join(part for part in parts if part)


def source_html(citation: Citation, excerpt: str | None = None) -> str:
    """One source beside the answer: its words, then its page drawn, or an excerpt of it as HTML."""
    meeting = (citation.council, citation.committee, written_out(citation.meeting_date))
    where = " · ".join(part for part in (*meeting, place(citation)) if part)
    quote = as_lines(escape(citation.quote))
    shown = f'<div class="excerpt">{excerpt}</div>' if excerpt is not None else _drawn(citation)
    return (
        f'<section class="source"><h2>{escape(citation.title)}</h2>'
        f'<p class="where">{escape(where)}</p><blockquote>{quote}</blockquote>'
        f'{_marks(citation)}{shown}<p class="more">{_whole(citation)}</p></section>'
    )


def _marks(citation: Citation) -> str:
    """What a reader must know of the quoted words before they rely on them."""
    return "".join(f'<p class="caution">! {escape(MARKS[mark])}</p>' for mark in citation.marks)


def _whole(citation: Citation) -> str:
    address = escape(paper_url(citation.paper, quote=citation.quote))
    reading = escape(reading_url(citation.paper, page=citation.page))
    return (
        f'<a href="{address}" target="_blank" rel="noopener">The whole paper as text</a> · '
        f'<a href="{reading}" target="_blank" rel="noopener">How it was read</a>'
    )


def _drawn(citation: Citation) -> str:
    page, quote = citation.page, citation.quote
    picture = escape(paper_url(citation.paper, page=page, picture=True, quote=quote))
    alone = escape(paper_url(citation.paper, page=page, quote=quote))
    told = escape(f"Page {page} of {citation.title}, the quoted words marked")
    return (
        f'<a class="page" href="{alone}" target="_blank" rel="noopener">'
        f'<img src="{picture}" alt="{told}"><span>Open this page larger</span></a>'
    )


def _lines(text: str, citations: dict[int, Citation]) -> str:
    """Lines as paragraphs, lines that begin with a dash or bullet as one list."""
    html: list[str] = []
    listing = False
    for line in filter(str.strip, text.splitlines()):
        bullet = _BULLET.match(line)
        if bool(bullet) != listing:
            html.append("<ul>" if bullet else "</ul>")
            listing = bool(bullet)
        words = _line(line[bullet.end() :] if bullet else line, citations)
        html.append(f"<li>{words}</li>" if bullet else f"<p>{words}</p>")
    return "".join(html) + ("</ul>" if listing else "")


def _line(line: str, citations: dict[int, Citation]) -> str:
    quoted = _QUOTED.sub(lambda found: f"<q>{found[0]}</q>", escape(line, quote=False))
    return _MARK.sub(lambda found: _mark(int(found[1]), citations), quoted)


def _mark(number: int, citations: dict[int, Citation]) -> str:
    """The mark [n], a link to the page at the words; left as text if no such source is cited."""
    citation = citations.get(number)
    if citation is None:
        return f"[{number}]"
    address = escape(paper_url(citation.paper, page=citation.page, quote=citation.quote))
    told = escape(f"[{number}] {citation.title}, {place(citation)}")
    cautions = "".join(f' <span class="flag">! {escape(mark)}</span>' for mark in citation.marks)
    return (
        f'<a class="mark" data-n="{number}" href="{address}" target="_blank" rel="noopener" '
        f'aria-label="{told}">[{number}]</a>{cautions}'
    )


def _related(hits: Sequence[Hit]) -> str:
    if not hits:
        return ""
    items = "".join(_hit(hit) for hit in hits[:RELATED])
    return (
        "<h3>Related passages</h3><p>They are near the question but do not answer it.</p>"
        f'<ul class="related">{items}</ul>'
    )


def _hit(hit: Hit) -> str:
    passage = hit.passage
    page = f", page {passage.page}" if passage.page else ""
    paragraph = f", paragraph {passage.paragraph}" if passage.paragraph else ""
    address = escape(paper_url(passage.paper, page=passage.page, quote=passage.text[:600]))
    return (
        f"<li><blockquote>{escape(passage.text)}</blockquote>"
        f'<a href="{address}" target="_blank" rel="noopener">'
        f"{escape(passage.paper + page + paragraph)}</a></li>"
    )
