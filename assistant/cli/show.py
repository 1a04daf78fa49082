"""How answers, passages and reports look on a terminal or in a pipe: plain text, no colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.cli.terminal import plain, wrapped
from assistant.phrases import counted, why
from assistant.reading.view import MARKS
from assistant.wire import counts
from corpus.dates import written_out

if TYPE_CHECKING:
    from assistant.answer import Answer, Citation
    from assistant.conversation.turns import Turn
    from index.library import Correction, FileReport, Finding, PaperRecord, Status
    from index.search import Hit

RELATED = 3  # passages under a refusal: enough to see what the papers do say, too few to mislead


def turn_lines(turn: Turn, *, alone: bool = False) -> Iterator[str]:
    """A question of several, what it carried over from those before, and its answer."""
    if not alone:
        yield from wrapped(turn.asked, "> ", "  ")
        if turn.followed.carried:
            carried = ", ".join(f"{c.what} “{c.words}”" for c in turn.followed.carried)
            yield from wrapped(f"Carried over: {carried}", "", "    ")
        yield ""
    yield from answer_lines(turn.answer)


def answer_lines(answer: Answer) -> Iterator[str]:
    """The answer with its marks, then its numbered sources; or the refusal and what is related."""
    yield from wrapped(answer.text)
    if answer.citations:
        yield ""
        yield "Sources"
    for citation in answer.citations:
        yield ""
        yield from wrapped(f"[{citation.n}] {source(citation)}", "", "    ")
        yield from wrapped(f"“{citation.quote}”", "    ", "    ")
    if not answer.answered and answer.hits:
        yield ""
        yield "Related passages, which do not answer the question"
        for hit in answer.hits[:RELATED]:
            yield ""
            yield from hit_lines(hit)


def source(citation: Citation) -> str:
    """Where a quotation stands, in words: title, council, committee, date, item, page; and what to
    know of its words."""
    body = " ".join(part for part in (citation.council, citation.committee) if part)
    parts = [citation.title, body, written_out(citation.meeting_date) or "date not given"]
    parts += place(citation.item, citation.page, citation.page_label, citation.paragraph,
                   citation.row)  # fmt: skip
    where = ", ".join(part for part in parts if part)
    return "; ".join([where, *(MARKS[mark] for mark in citation.marks)])


def place(item: str, page: int | None, label: str, paragraph: str, row: str) -> list[str]:
    """The parts of a place in a paper; the printed page number too where it differs."""
    parts = [f"item {item}"] if item else []
    if page:
        printed = f" (printed {label})" if label and label != str(page) else ""
        parts.append(f"page {page}{printed}")
    if paragraph:
        parts.append(f"paragraph {paragraph}")
    if row:
        parts.append(f"row {row}")
    return parts


def hit_lines(hit: Hit) -> Iterator[str]:
    """A passage found: its place and its words."""
    passage = hit.passage
    where = place(passage.item, passage.page, passage.page_label, passage.paragraph, passage.row)
    yield from wrapped("  " + ", ".join([passage.paper, *where]), "", "    ")
    yield from wrapped(passage.text, "    ", "    ")


def report_line(report: FileReport) -> str:
    """What became of one file, in one line."""
    reason = why(report.name, report.outcome, report.reason)
    told = f": {reason}" if reason else ""
    held = ""
    if report.outcome in ("read", "read in part"):
        pages = f"{counted(report.pages, 'page')}, " if report.pages else ""
        papers = f"{len(report.papers)} papers, " if len(report.papers) > 1 else ""
        passages = counted(report.passages, "passage")
        held = f" ({papers}{pages}{passages}, {report.seconds:.1f} s)"
    notes = "".join(f"\n    {note}" for note in report.notes)
    return plain(f"{report.outcome:<13}{report.name}{held}{told}{notes}")


def summary(reports: Sequence[FileReport]) -> str:
    """How many files ended which way."""
    ended = ", ".join(f"{count} {outcome}" for outcome, count in counts(reports).items() if count)
    return f"{counted(len(reports), 'file')}: {ended or 'nothing to do'}."


def status_lines(status: Status) -> Iterator[str]:
    """What the library holds."""
    yield f"Library   {status.folder}" + (" (can only be read)" if status.read_only else "")
    for shelf in status.shelves:
        held = f"{counted(shelf.papers, 'paper')}, {counted(shelf.passages, 'passage')}"
        yield f"{shelf.access.capitalize():<10}{held}"
    if status.councils:
        yield f"Councils  {', '.join(status.councils)}"
    if status.since and status.until:
        yield f"Meetings  {written_out(status.since)} to {written_out(status.until)}"
    yield f"Encoder   {status.encoder}"
    yield f"Reader    {status.reader or 'none'}"
    yield f"On disk   {status.bytes / 1e6:.1f} MB, version {status.version}"


def finding_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """What `verify` found, or that all is well."""
    if not findings:
        yield "Everything is as it should be."
    for finding in findings:
        yield f"{'repaired' if finding.repaired else 'WRONG':<9} {finding.message}"


def corrected_lines(paper: PaperRecord, corrections: Sequence[Correction]) -> Iterator[str]:
    """A paper as it stands after a correction, and what of it is corrected."""
    body = " ".join(part for part in (paper.council, paper.committee) if part)
    facts = (paper.title, body, written_out(paper.date), paper.kind, paper.access)
    yield from wrapped(f"{paper.id}: {', '.join(fact for fact in facts if fact)}", "", "    ")
    for correction in corrections:
        said = correction.value or "none"
        own = f"the paper itself says {correction.own or 'nothing'}"
        yield from wrapped(f"{correction.field}: {said} ({own}; {correction.by})", "  ", "    ")
