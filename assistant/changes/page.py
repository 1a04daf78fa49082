"""'What changed': a web page of its own, both papers' words side by side, no script.

What one paper has and the other lacks is marked and underlined, so that it shows without colour.
Everything a paper says is escaped here, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from assistant.address import paper_url
from assistant.answer import Citation
from assistant.changes.change import Side
from assistant.changes.choosing import Compared
from assistant.changes.citing import Cited, cited
from assistant.changes.words import alone, around, counts_words, headline, replaced
from assistant.reading.view import MARKS
from assistant.rewording.facts import FACT_KINDS, Fact, FactKind
from assistant.showing.document import document
from assistant.showing.paper_view import about, as_lines
from corpus.dates import written_out

if TYPE_CHECKING:
    from index.library import PaperRecord


def changes_document(compared: Compared) -> str:
    """The whole web page."""
    found = cited(compared)
    style = files("assistant.changes").joinpath("changes.css").read_text(encoding="utf-8")
    title = escape(compared.new.title)
    notes = "".join(f'<p class="problem">{escape(note)}</p>' for note in compared.notes)
    every = "".join(_change_html(place, c, compared) for place, c in enumerate(found, 1))
    listed = f'<section id="all"><h2>Every change</h2>{every}</section>' if found else ""
    body = (
        '<a class="skip" href="#all">Skip to every change</a>'
        f'<header><p><a href="/">Matters Arising</a></p><h1><small>What changed</small> {title}'
        f"</h1>{_papers(compared)}</header><main>"
        f"<p>{escape(counts_words(compared.comparison))}</p>{notes}"
        f"{''.join(_facts(found, kind) for kind in FACT_KINDS)}{listed}</main>"
    )
    return document(f"What changed: {title}", body, style=style)


def _papers(compared: Compared) -> str:
    sides = (("Before", compared.old), ("After", compared.new))
    told = "".join(
        f"<div><dt>{name}</dt><dd>"
        f'<a href="{escape(paper_url(paper.id))}">{escape(paper.title)}</a>, '
        f"{escape(about(paper))}</dd></div>"
        for name, paper in sides
    )
    return f"<dl>{told}</dl>"


def _facts(found: Sequence[Cited], kind: FactKind) -> str:
    """The figures, dates or names that changed, as a table; those in what was added or removed,
    as lists in a fold."""
    place_of = {id(change): place for place, change in enumerate(found, 1)}
    rows = "".join(
        f'<tr><td>{escape(fact.was)}</td><td>{escape(fact.now)}</td><td><a href="#c'
        f'{place_of[id(change)]}">{escape(_where(change))}</a>{_context(fact, change)}</td></tr>'
        for fact, change in replaced(found, kind)
    )
    name = f"{kind.capitalize()}s"
    table = (
        f'<table aria-labelledby="{kind}s"><tr><th scope="col">Before</th>'
        f'<th scope="col">After</th><th scope="col">Where</th></tr>{rows}</table>'
    )
    folds = "".join(
        _fold(f"{name} in what was {word}", alone(found, kind, added=word == "added"))
        for word in ("added", "removed")
        if kind != "name"  # too many to be of use; each stands with its change
    )
    heading = f'<h2 id="{kind}s">{name} that changed</h2>{table}' if rows else ""
    return f"<section>{heading}{folds}</section>" if heading or folds else ""


def _fold(title: str, places: Sequence[tuple[Citation, list[str]]]) -> str:
    items = "".join(
        f'<li>{escape(", ".join(values))} (<a href="{escape(citation.url)}">'
        f"{escape(_place(citation))}</a>)</li>"
        for citation, values in places
    )
    return f"<details><summary>{title}</summary><ul>{items}</ul></details>" if items else ""


def _where(found: Cited) -> str:
    citation = found.new or found.old
    name = f"{found.change.name}, " if found.change.name else ""
    return name + (_place(citation) if citation else "")


def _context(fact: Fact, found: Cited) -> str:
    """The words around a value in the newer paper."""
    words = around(found.change.new.quote, fact.now) if found.change.new else ""
    return f"<br>“{escape(words)}”" if words else ""


def _place(citation: Citation) -> str:
    """Where in its paper, as the name of a link; never empty."""
    named = (("paragraph", citation.paragraph), ("row", citation.row), ("page", citation.page))
    return ", ".join(f"{word} {value}" for word, value in named if value) or "the first lines"


def _change_html(place: int, found: Cited, compared: Compared) -> str:
    change = found.change
    sides = (
        (compared.old, change.old, found.old, "Nothing in its place in the older paper."),
        (compared.new, change.new, found.new, "Nothing in its place in the newer paper."),
    )
    both = bool(change.old and change.new)
    told = "".join(
        _side_html(paper, side, citation, both=both) if side and citation
        else f'<div class="side none"><p>{lacking}</p></div>'
        for paper, side, citation, lacking in sides
    )  # fmt: skip
    return (
        f'<article id="c{place}"><h3>{escape(headline(change))}</h3>'
        f'<div class="sides">{told}</div></article>'
    )


def _side_html(paper: PaperRecord, side: Side, citation: Citation, *, both: bool) -> str:
    """One paper's words; what the other lacks is marked, unless that is all of it."""
    marks = "".join(f'<span class="tag">! {escape(MARKS[mark])}</span>' for mark in citation.marks)
    day = escape(written_out(paper.date) or paper.id)
    return (
        f'<div class="side"><p class="where">{day}: <a href="{escape(citation.url)}">'
        f"{escape(_place(citation))}</a>{marks}</p>"
        f"<blockquote>{_marked(side) if both else as_lines(escape(side.quote))}</blockquote></div>"
    )


def _marked(side: Side) -> str:
    quote, at, parts = side.quote, 0, []
    for start, end in side.changed:
        parts += [escape(quote[at:start]), f"<mark>{escape(quote[start:end])}</mark>"]
        at = end
    return as_lines("".join([*parts, escape(quote[at:])]))
