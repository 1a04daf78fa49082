"""What the house knows, as the JSON objects that the command line and HTTP both hand out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, Citation, Searched
from index.search import Hit, Scope

if TYPE_CHECKING:
    from index.library import Correction, FileReport, Finding, PaperRecord, Status

Json = dict[str, Any]
OUTCOMES = ("read", "read in part", "unchanged", "refused")
PASSAGES_SHOWN = 20  # the first 600 words, which recall is measured on, lie well within twenty


def answer_json(answer: Answer) -> Json:
    """One answer as `matters ask --json` prints it; quotations are whole, passages best first."""
    return {
        "question": answer.question,
        "answered": answer.answered,
        "kind": answer.kind,
        "answer": answer.text,
        "citations": [citation_json(citation) for citation in answer.citations],
        "passages": [hit_json(hit) for hit in answer.hits[:PASSAGES_SHOWN]],
        "scope": scope_json(answer.scope),
        "searched": searched_json(answer.searched),
        "seconds": round(answer.seconds, 4),
        "confidence": round(answer.confidence, 4),
    }


def citation_json(citation: Citation) -> Json:
    """One citation: the mark's number, the verbatim words, where they stand, and its "marks" (read
    by OCR, struck out) if it has any."""
    told = asdict(citation)
    marks = list(told.pop("marks"))
    return {**told, "marks": marks} if marks else told


def hit_json(hit: Hit) -> Json:
    """One passage found; `also_in` names the papers that hold the same words, "marks" stands only
    where there are some."""
    passage = hit.passage
    told = {
        "document": passage.document,
        "paper": passage.paper,
        "page": passage.page,
        "item": passage.item,
        "paragraph": passage.paragraph,
        "row": passage.row,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "score": round(hit.score, 4),
        "also_in": list(hit.also_in),
    }
    return {**told, "marks": list(passage.marks)} if passage.marks else told


def scope_json(scope: Scope) -> Json:
    """The limits set on which papers may answer; an empty list or null is no limit."""
    return asdict(scope)


def searched_json(searched: Searched) -> Json:
    """How many papers were looked through, of which councils, from which meeting to which."""
    return {
        "papers": searched.papers,
        "councils": list(searched.councils),
        "from": searched.since,
        "to": searched.until,
    }


def search_json(words: str, scope: Scope, hits: Sequence[Hit]) -> Json:
    """A search and the passages it found, best first."""
    return {
        "query": words,
        "scope": scope_json(scope),
        "passages": [hit_json(hit) for hit in hits],
    }


def report_json(report: FileReport) -> Json:
    """What became of one file handed in."""
    return {
        "file": report.name,
        "path": str(report.path),
        "outcome": report.outcome,
        "reason": report.reason,
        "pages": report.pages,
        "papers": list(report.papers),
        "passages": report.passages,
        "notes": list(report.notes),
        "seconds": round(report.seconds, 3),
    }


def reports_json(reports: Sequence[FileReport]) -> Json:
    """What became of each file handed in, and how many ended which way."""
    return {"files": [report_json(report) for report in reports], "counts": counts(reports)}


def counts(reports: Sequence[FileReport]) -> dict[str, int]:
    """How many files ended which way, every outcome named."""
    ended: list[str] = [report.outcome for report in reports]
    return {name: ended.count(name) for name in OUTCOMES}


def paper_json(paper: PaperRecord) -> Json:
    """What the library knows of one paper."""
    return {
        "paper": paper.id,
        "document": paper.document,
        "title": paper.title,
        "kind": paper.kind,
        "access": paper.access,
        "council": paper.council,
        "committee": paper.committee,
        "meeting_date": paper.date,
        "item": paper.item,
        "pages": paper.pages,
        "outcome": paper.outcome,
        "reason": paper.reason,
        "passages": paper.passages,
        "sources": [asdict(source) for source in paper.sources],
    }


def corrected_json(paper: PaperRecord, corrections: Sequence[Correction]) -> Json:
    """A paper as corrected: each correction with what the paper itself says, by whom and when."""
    told = [
        {"field": c.field, "value": c.value, "own": c.own, "by": c.by, "at": c.at}
        for c in corrections
    ]
    return {**paper_json(paper), "corrections": told}


def status_json(status: Status) -> Json:
    """How a library stands, as far as the shelves asked for tell."""
    return asdict(status)


def findings_json(findings: Sequence[Finding]) -> Json:
    """What `verify` found, and whether nothing is wrong now."""
    return {
        "well": all(finding.repaired for finding in findings),
        "findings": [asdict(finding) for finding in findings],
    }
