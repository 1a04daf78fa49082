"""The library's papers and the reports on files as HTML: every word of theirs escaped, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING

from assistant.address import paper_url, reading_url
from assistant.pages.markup import message_html
from assistant.phrases import counted, why
from corpus.dates import written_out

if TYPE_CHECKING:
    from index.library import FileReport, PaperRecord

SIGNS = {"read": "✓", "read in part": "◐", "unchanged": "=", "refused": "✕"}
"""A sign beside each outcome's word, so that neither colour nor sign stands alone."""


def papers_html(papers: Sequence[PaperRecord]) -> str:
    """What is in the library, newest meeting first, a row a paper."""
    if not papers:
        return message_html("The library holds no papers yet. Add some below.")
    columns = ("Paper", "Council and committee", "Meeting", "Pages", "How it was read")
    head = "".join(f'<th scope="col">{name}</th>' for name in columns)
    newest = sorted(papers, key=lambda paper: (paper.date or "", paper.title), reverse=True)
    rows = "".join(_paper_row(paper, columns) for paper in newest)
    count = f"{len(papers)} paper{'' if len(papers) == 1 else 's'} in the library"
    return (
        f'<div class="scroll"><table class="papers"><caption>{count}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _paper_row(paper: PaperRecord, columns: Sequence[str]) -> str:
    body = ", ".join(part for part in (paper.council, paper.committee) if part)
    cells = (
        _paper_name(paper),
        escape(body or "not given"),
        escape(written_out(paper.date) or "not given"),
        escape(str(paper.pages or "–")),
        f"{_outcome(paper)}<br>{_reading(paper)}",
    )
    named = zip(columns, cells, strict=True)
    row = "".join(f'<td data-label="{name}"><div>{cell}</div></td>' for name, cell in named)
    return f"<tr>{row}</tr>"


def _paper_name(paper: PaperRecord) -> str:
    """The title, which opens the paper, then what kind it is and where in which pack."""
    pack = f", item {paper.item} of {paper.document}" if "#" in paper.id else ""
    return (
        f'<a href="{escape(paper_url(paper.id))}" target="_blank" rel="noopener">'
        f"{escape(paper.title or paper.id)}</a><br><small>{escape(paper.kind + pack)}</small>"
    )


def _reading(paper: PaperRecord) -> str:
    """A link to the paper's blocks beside its pages."""
    told = f"Block by block: how {paper.title or paper.id} was read"
    return _reading_link(paper, "Block by block", told=told)


def _reading_link(paper: PaperRecord, words: str, *, told: str = "") -> str:
    """A link to a paper's reading in a tab of its own; `told` is its name where words repeat."""
    name = f' aria-label="{escape(told)}"' if told else ""
    return (
        f'<a href="{escape(reading_url(paper.id))}" target="_blank" rel="noopener"{name}>'
        f"{escape(words)}</a>"
    )


def reports_html(
    reports: Sequence[FileReport], papers: Mapping[str, PaperRecord] = MappingProxyType({})
) -> str:
    """What became of each file handed in, a line a file, with a link to how each of its `papers`
    (by id; those that everyone may see) was read."""
    if not reports:
        return ""
    lines = "".join(
        f"<li><strong>{escape(report.name)}</strong> {_outcome(report)}{_held(report)}"
        f"{_notes(report.notes)}{_readings([papers[i] for i in report.papers if i in papers])}</li>"
        for report in reports
    )
    return f'<section class="reports"><h3>What became of each file</h3><ul>{lines}</ul></section>'


def _held(report: FileReport) -> str:
    """How much of it can now be found; nothing for a file that was refused or known."""
    if not report.passages or report.outcome == "unchanged":
        return ""
    papers = f"{len(report.papers)} papers, " if len(report.papers) > 1 else ""
    pages = f"{counted(report.pages, 'page')}, " if report.pages else ""
    return f"<br><small>{papers}{pages}{counted(report.passages, 'passage')}</small>"


def _readings(papers: Sequence[PaperRecord]) -> str:
    """A link to the reading of each paper; those of a pack in a fold, by item and title."""
    if not papers:
        return ""
    if len(papers) == 1:
        (paper,) = papers
        told = f"How it was read: {paper.name}"
        return f"<p>{_reading_link(paper, 'How it was read', told=told)}</p>"
    items = "".join(f"<li>{_reading_link(paper, _in_pack(paper))}</li>" for paper in papers)
    told = f"How its {len(papers)} papers were read"
    return f"<details><summary>{told}</summary><ul>{items}</ul></details>"


def _in_pack(paper: PaperRecord) -> str:
    title = paper.title or paper.id
    return f"Item {paper.item}: {title}" if paper.item else title


def _notes(notes: Sequence[str]) -> str:
    return "".join(f"<br><small>{escape(note)}</small>" for note in notes)


def _outcome(file: FileReport | PaperRecord) -> str:
    """How a file was read: a sign and its word, then the reason where there is one."""
    name = escape(file.outcome.replace(" ", "-"))
    reason = why(file.name, file.outcome, file.reason)
    told = f" {escape(reason)}" if reason else ""
    return f'<span class="outcome {name}">{SIGNS[file.outcome]} {escape(file.outcome)}</span>{told}'
