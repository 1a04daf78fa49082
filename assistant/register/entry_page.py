"""One entry of the register as a web page: its fields as printed and as corrected, where it stands,
and the form that corrects it. Plain HTML, no script; every word of a paper is escaped here, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from assistant.address import entry_corrections_url, reading_url
from assistant.phrases import shortened
from assistant.register.query import PLURALS
from assistant.register.sheet import COLUMNS
from assistant.register.wire import entry_json
from assistant.register.wording import DOUBT, corrected_words, label, shown
from assistant.showing.document import document, form_message
from assistant.showing.paper_view import as_lines
from assistant.wire import Json
from corpus.dates import written_out
from index.corrections.entries import FIELDS, STANDING

if TYPE_CHECKING:
    from index.register import Registered

HEADED = 90  # characters of an entry's words in its heading: two lines
FOLLOWS = {
    "state": "told from its status, its ratings’ meaning and its date, never from a colour",
    "due_date": "the day that “due” names",
}
"""What is not printed, and how it is told."""


@dataclass(frozen=True, slots=True)
class EntryPage:
    """What the page shows; `entry` is what was `found`, as JSON. `typed` is what a form that was
    refused held, with the `problem`; `done` a sentence on one that was not. `writable`: corrections
    can be kept."""

    found: Registered
    entry: Json
    writable: bool = True
    done: str = ""
    problem: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)


def entry_document(told: EntryPage) -> str:
    """The whole web page."""
    entry = told.entry
    words = escape(shortened(entry.get("text") or entry["subject"], HEADED))
    style = files("assistant.reading").joinpath("reading.css").read_text(encoding="utf-8")
    message = form_message(problem=told.problem, done=told.done)
    body = (
        f'<header><p><a href="/">Matters Arising</a></p>'
        f"<h1><small>The register: {told.found.kind}</small> {words}</h1></header>"
        f'<main>{message}<div class="about"><div>{_fields(told.found, entry)}'
        f"{_correcting(told)}</div><div>{_where(entry)}</div></div></main>"
    )
    return document(words, body, style=style)


def _fields(found: Registered, entry: Json) -> str:
    """Every field of its kind, with how it is known where it is not as printed."""
    rows = "".join(
        f'<tr><th scope="row">{label(name)}</th>'
        f"<td>{as_lines(escape(shown(name, entry[name]))) or 'not given'}</td>"
        f"<td>{escape(_known(found, name, entry))}</td></tr>"
        for name in COLUMNS[PLURALS[found.kind]]
    )
    return (
        f'{_set_aside(entry)}<h2 id="fields">What it says</h2>'
        '<table class="facts" aria-labelledby="fields"><tr><th scope="col">Field</th>'
        f'<th scope="col">Value</th><th scope="col">How it is known</th></tr>{rows}</table>'
    )


def _known(found: Registered, name: str, entry: Json) -> str:
    corrected = entry.get("corrected", {})
    if name in corrected:
        return corrected_words(name, corrected[name])
    if entry[name] in (None, []):
        return ""
    if name == "addressed_to" and not found.said(name):
        return "the council whose paper it is"
    if name == "state" and entry.get("key_of"):
        return f"its rating read by the key of {written_out(entry['key_of'])}"
    return FOLLOWS.get(name, "as printed")


def _set_aside(entry: Json) -> str:
    told = entry.get("corrected", {}).get(STANDING)
    return f'<p class="problem">{escape(corrected_words(STANDING, told))}.</p>' if told else ""


def _where(entry: Json) -> str:
    """Its words, its citation, and the ways to the page and to what became of it."""
    body = ", ".join(part for part in (entry["council"], entry["committee"]) if part)
    page = f"page {entry['page']}" if entry["page"] else ""
    parts = (body, written_out(entry["meeting_date"]), page, entry["locator"])
    links = [
        (entry["url"], "Open the page at these words" if page else "Open the paper at these words"),
        (reading_url(entry["paper"], page=entry["page"]), "How it was read"),
        (entry["thread"], "What became of it"),
    ]
    ways = "".join(f'<li><a href="{escape(url)}">{words}</a></li>' for url, words in links)
    sure = "sure" if entry["sureness"] == "sure" else DOUBT
    return (
        f'<section><h2>Where it stands</h2><blockquote class="words">'
        f"{as_lines(escape(entry['quote']))}</blockquote><p><strong>{escape(entry['title'])}"
        f"</strong><br>{escape(', '.join(part for part in parts if part))}</p>{_again(entry)}"
        f"<p>How sure the reading is: {sure}.</p><ul>{ways}</ul></section>"
    )


def _again(entry: Json) -> str:
    """Where else the paper prints it."""
    places = [
        ", ".join(part for part in (f"page {at['page']}" * bool(at["page"]), at["locator"]) if part)
        for at in entry.get("also_in", ())
    ]
    return f"<p>Printed again: {escape('; '.join(places))}.</p>" if any(places) else ""


def _correcting(told: EntryPage) -> str:
    """The form; a fold, because most who come here only look."""
    found = told.found
    if not told.writable:
        return ""
    boxes = "".join(_box(name, told.typed.get(name, found.said(name)))
                    for name in FIELDS[found.kind])  # fmt: skip
    aside = (
        "" if found.set_aside
        else '<button class="plain" name="aside" value="yes">Set it aside: it is no entry</button>'
    )  # fmt: skip
    shown = " open" * bool(told.problem)
    return (
        f"<details{shown}><summary>Correct what is wrong</summary>"
        f'<form class="correct" method="post" action="{escape(entry_corrections_url(found.id))}">'
        "<p>Change what is wrong and leave the rest. A correction beats what is read of the paper, "
        "now and when it is read again. It is kept in the library’s record with the name you give, "
        "and both are shown on this page with what is printed.</p>"
        f'{boxes}<label for="by">Your name<input id="by" name="by" autocomplete="name" required '
        f'value="{escape(told.typed.get("by", ""))}"></label>'
        f"<p><button>Keep the correction</button> {aside}</p>{_undoing(found)}</form></details>"
    )


def _box(name: str, value: str) -> str:
    return (
        f'<label for="{name}">{label(name)}'
        f'<input id="{name}" name="{name}" value="{escape(value)}"></label>'
    )


def _undoing(found: Registered) -> str:
    """What was corrected, with a button that gives back what is printed."""
    if not found.corrections:
        return ""
    corrected = entry_json(found)["corrected"]
    items = "".join(
        f"<li>{escape(corrected_words(name, told))}. "
        f'<button class="plain" name="undo" value="{escape(name)}" '
        f'aria-label="Undo the correction: {escape(label(name))}">Undo</button></li>'
        for name, told in corrected.items()
    )
    return f"<div><strong>Corrected before</strong><ul>{items}</ul></div>"
