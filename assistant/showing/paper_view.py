"""A paper as text on a web page, with a quotation marked: for papers that have no pages to draw.

Whatever a paper says is escaped here, once: a paper may print <script>.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from assistant.address import paper_url, reading_url
from assistant.showing.document import document
from assistant.showing.marking import spans
from corpus.dates import written_out
from index.passages import Passage

if TYPE_CHECKING:
    from index.library import PaperRecord

AROUND = 3  # passages before and after the quoted one: enough to see that nothing was left out

WHOLE, SHARED = 0.9, 0.25
"""Of a quotation's characters, for a passage that has it whole; of the most that any passage has,
for one that has its share where none has it whole."""


def marked(text: str, quotes: Sequence[str]) -> str:
    """The text as HTML, each quotation's words in <mark>.

    >>> marked("R&D grew.", ["grew"])
    'R&amp;D <mark>grew.</mark>'
    """
    pieces, at = [], 0
    for begin, end in sorted(span for quote in quotes for span in spans(text, quote)):
        start = max(begin, at)  # where two quotations overlap, the later goes on from the first
        if start < end:
            pieces += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
            at = end
    return "".join(pieces) + escape(text[at:])


def as_lines(html: str) -> str:
    """Escaped text with its lines kept, and a bar where a table's columns part.

    >>> as_lines("Year\\tCost\\n2024\\t£5")
    'Year | Cost<br>2024 | £5'
    """
    return html.replace("\t", " | ").replace("\n", "<br>")


def excerpt(passages: Sequence[Passage], quote: str, *, around: int = AROUND) -> list[Passage]:
    """The passage that holds the quotation, with those around it; [] if none holds it."""
    held = [sum(e - s for s, e in spans(passage.text, quote)) for passage in passages]
    if not any(held):
        return []
    at = held.index(max(held))
    return list(passages[max(0, at - around) : at + around + 1])


def passages_html(
    passages: Sequence[Passage], quotes: Sequence[str] = (), *, level: int = 3
) -> str:
    """Passages as HTML paragraphs under their section headings; the quoted words marked where the
    quotation stands."""
    parts, section = [], ""
    stands = [(quote, _stands_in(passages, quote)) for quote in quotes]
    for number, passage in enumerate(passages):
        if passage.section and passage.section != section:
            section = passage.section
            parts.append(f"<h{level}>{escape(section)}</h{level}>")
        where = _margin(passage)
        margin = f'<span class="where">{escape(where)}</span>' if where else ""
        own = [quote for quote, places in stands if number in places]
        body = as_lines(marked(passage.text, own))
        parts.append(f'<div class="passage">{margin}<p>{body}</p></div>')
    return "".join(parts)


def _stands_in(passages: Sequence[Passage], quote: str) -> set[int]:
    """The places of the passages that a quotation stands in: the first that has it whole, or those
    that share it. A few of its words stand in many."""
    held = [sum(e - s for s, e in spans(passage.text, quote)) for passage in passages]
    whole = next((n for n, length in enumerate(held) if length >= WHOLE * len(quote)), None)
    if whole is not None:
        return {whole}
    return {n for n, length in enumerate(held) if length >= SHARED * max(held) > 0}


def _margin(passage: Passage) -> str:
    """Page, and the paragraph's number where the paper's own text does not begin with it."""
    page = f"page {passage.page}" if passage.page else ""
    number = passage.paragraph or passage.row
    told = "" if passage.text.startswith(number) else number
    return " · ".join(part for part in (told, page) if part)


def about(paper: PaperRecord) -> str:
    """One line on a paper: council, committee, meeting date, item, kind."""
    item = f"item {paper.item}" if paper.item else ""
    parts = (paper.council, paper.committee, written_out(paper.date), item, paper.kind)
    return ", ".join(part for part in parts if part)


def paper_document(
    paper: PaperRecord, passages: Sequence[Passage], *, quote: str = "", changes: str = ""
) -> str:
    """The whole paper as an HTML page of its own; `changes` is where it stands what changed since
    the paper before it."""
    quotes = [quote] if quote else []
    links = [f'<a href="{escape(reading_url(paper.id))}">How it was read</a>']
    links += [f'<a href="{escape(changes)}">What changed since the last one</a>'] if changes else []
    return _document(paper, f"<p>{' · '.join(links)}</p>{passages_html(passages, quotes, level=2)}")


def page_document(paper: PaperRecord, page: int, *, quote: str = "") -> str:
    """One drawn page of a paper, the quotation marked, as an HTML page of its own."""
    picture = escape(paper_url(paper.id, page=page, picture=True, quote=quote))
    words = f"<blockquote>{escape(quote)}</blockquote>" if quote else ""
    whole = escape(paper_url(paper.id, quote=quote))
    body = (
        f'<p>Page {page}. <a href="{whole}">The whole paper as text</a></p>{words}'
        f'<img src="{picture}" alt="Page {page} of {escape(paper.title)}">'
    )
    return _document(paper, body)


def _document(paper: PaperRecord, body: str) -> str:
    title = escape(paper.title)
    framed = (
        f'<main><p><a href="/">Matters Arising</a></p><h1>{title}</h1>'
        f"<p class='about'>{escape(about(paper))}</p>{body}</main>"
    )
    return document(title, framed, style=_STYLE)


_STYLE = """
body{margin:0;background:#fff;color:#1c2430;font:1.06rem/1.6 Georgia,"Times New Roman",serif}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.25;margin:.4rem 0}
h2{font-size:1.05rem;margin:2rem 0 .5rem;color:#1d3d5c}
.about,.where{color:#4a5563;font-family:system-ui,sans-serif;font-size:.9rem}
.passage p{margin:.2rem 0 1rem;overflow-wrap:anywhere}
mark{background:#ffec99;color:inherit;outline:1px solid #7a3e00;padding:0 .1em}
img{width:100%;height:auto;border:1px solid #b8c0cc}
blockquote{margin:1rem 0;padding-left:1rem;border-left:4px solid #7a3e00}
a{color:#1d4f80}a:focus-visible{outline:3px solid #b45309;outline-offset:2px}
@media (prefers-color-scheme:dark){body{background:#12161c;color:#e8ebf0}h2,a{color:#9cc4ec}
.about,.where{color:#b3bcc8}mark{background:#5c4a00;outline-color:#ffd166}}
"""
