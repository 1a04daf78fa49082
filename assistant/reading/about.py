"""What stands above the blocks on 'How it was read': the facts of a paper and where each was read,
the report on its file, its series and copies, and the form that corrects the facts; as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from assistant.address import changes_url, paper_corrections_url, reading_url
from assistant.correcting import CORRECTABLE
from assistant.phrases import counted
from assistant.reading.view import Fact, told_of
from assistant.showing.document import form_message
from assistant.showing.paper_view import about
from corpus.dates import written_out
from corpus.paper import PAPER_KINDS, Reading

if TYPE_CHECKING:
    from index.catalogue import PaperRecord
    from index.corrections.papers import Correction


@dataclass(frozen=True, slots=True)
class About:
    """What is told of a paper above its blocks. `typed` is what a form that was refused held, with
    the `problem`; `done` a sentence on one that was not. `writable`: corrections can be kept."""

    record: PaperRecord
    facts: Sequence[Fact]
    reading: Reading
    series: Sequence[PaperRecord] = ()
    copies: Sequence[PaperRecord] = ()
    corrections: Sequence[Correction] = ()
    writable: bool = True
    done: str = ""
    problem: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)


def about_html(told: About) -> str:
    """All of it, messages first."""
    message = form_message(problem=told.problem, done=told.done)
    kin = _series(told) + _copies(told)
    return (
        f'{message}<div class="about"><div>{_facts(told.facts)}{_correcting(told)}</div>'
        f"<div>{_report(told)}{kin}</div></div>"
    )


def _facts(facts: Sequence[Fact]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(fact.name)}</th><td>{escape(fact.value or "not given")}</td>'
        f"<td>{escape(fact.read_from)}</td></tr>"
        for fact in facts
        if fact.value or fact.field != "item"
    )
    return (
        '<h2 id="facts">What the paper is</h2><table class="facts" aria-labelledby="facts"><tr>'
        '<th scope="col">Fact</th><th scope="col">Value</th><th scope="col">Read from</th></tr>'
        f"{rows}</table>"
    )


def _report(told: About) -> str:
    reading, record = told.reading, told.record
    held = [counted(reading.pages, "page")] if reading.pages else []
    held += [counted(len(paper.blocks), "block") + " in this paper" for paper in reading.papers]
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in told_of(reading))
    return (
        f"<section><h2>Report</h2><p>{escape(record.name)}: <strong>{escape(reading.outcome)}"
        f"</strong> ({', '.join(held)}, {reading.seconds:.1f} seconds).</p>"
        f"{f'<ul>{items}</ul>' if items else '<p>Nothing was left out.</p>'}</section>"
    )


def _series(told: About) -> str:
    """The same report at other meetings, this one among them."""
    if len(told.series) < 2:
        return ""
    links = " · ".join(
        f"<strong>{_day(paper)}</strong>" if paper.id == told.record.id
        else f'<a href="{escape(reading_url(paper.id))}">{_day(paper)}</a>'
        for paper in told.series
    )  # fmt: skip
    place = next(at for at, paper in enumerate(told.series) if paper.id == told.record.id)
    changed = ""
    if place:
        before = told.series[place - 1]
        address = escape(changes_url(before.id, told.record.id))
        changed = f'<p><a href="{address}">What changed since {_day(before)}</a></p>'
    return f"<section><h2>The same report over time</h2><p>{links}</p>{changed}</section>"


def _day(paper: PaperRecord) -> str:
    return escape(written_out(paper.date) or "no date given")


def _copies(told: About) -> str:
    if not told.copies:
        return ""
    items = "".join(
        f'<li><a href="{escape(reading_url(paper.id))}">{escape(_copy(paper))}</a> '
        f"<small>({escape(about(paper))})</small></li>"
        for paper in told.copies
    )
    return f"<section><h2>The same words are also in</h2><ul>{items}</ul></section>"


def _copy(paper: PaperRecord) -> str:
    if "#" not in paper.id:
        return paper.name
    return f"{paper.name}, item {paper.item}" if paper.item else paper.name


def _correcting(told: About) -> str:
    """The form; a fold, because most who come here only look."""
    if not told.writable:
        return ""
    values = _values(told.record) | dict(told.typed)
    fields = "".join(_field(name, values[name]) for name in CORRECTABLE)
    shown, address = " open" * bool(told.problem), paper_corrections_url(told.record.id)
    return (
        f"<details{shown}><summary>Correct what is wrong</summary>"
        f'<form class="correct" method="post" action="{escape(address)}">'
        f"<p>Change what is wrong and leave the rest. A correction beats what is read of the "
        f"paper, now and when it is read again. It is kept in the library’s record with the name "
        f"you give, and both are shown on this page.</p>{fields}"
        f'<label for="by">Your name<input id="by" name="by" autocomplete="name" required '
        f'value="{escape(values["by"])}"></label>'
        f"<p><button>Keep the correction</button></p>{_undoing(told.corrections)}</form></details>"
    )


def _values(record: PaperRecord) -> dict[str, str]:
    return {
        "council": record.council, "committee": record.committee, "date": record.date or "",
        "title": record.title, "kind": record.kind, "by": "",
    }  # fmt: skip


def _field(name: str, value: str) -> str:
    label = "Meeting date" if name == "date" else name.capitalize()
    if name == "kind":
        options = "".join(
            f"<option{' selected' if kind == value else ''}>{kind}</option>" for kind in PAPER_KINDS
        )
        box = f'<select id="kind" name="kind">{options}</select>'
    else:
        kind = "date" if name == "date" else "text"
        box = f'<input id="{name}" name="{name}" type="{kind}" value="{escape(value)}">'
    return f'<label for="{name}">{label}{box}</label>'


def _undoing(corrections: Sequence[Correction]) -> str:
    """What was corrected, by whom, what the paper itself says, and a button that gives it back."""
    if not corrections:
        return ""
    items = "".join(
        f"<li>{escape(c.field.capitalize())}: corrected by {escape(c.by)} on "
        f"{escape(written_out(c.at[:10]))}; the paper itself says "
        f"{f'“{escape(c.own)}”' if c.own else 'nothing'}. {_undo(c.field)}</li>"
        for c in corrections
    )
    return f"<div><strong>Corrected before</strong><ul>{items}</ul></div>"


def _undo(field: str) -> str:
    """The button that undoes a correction; none where it is not the public's to undo."""
    if field not in CORRECTABLE:
        return ""
    return (
        f'<button name="undo" value="{escape(field)}" '
        f'aria-label="Undo the correction of the {escape(field)}">Undo</button>'
    )
