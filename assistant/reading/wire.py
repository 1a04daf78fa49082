"""What was read of a file as JSON: `matters read --json` and the HTTP interface hand out the same.

{"papers": [{"id", …, "blocks": [{"kind", "text", …}]}], "report": {…}}
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from assistant.reading.view import on_pages
from assistant.wire import Json
from corpus.paper import Block, Paper, Reading, Source
from corpus.prose.motions import motions_of


def reading_json(reading: Reading, *, pages: range | None = None) -> Json:
    """The papers read of a file, block by block, and the report; only what stands on `pages`, if
    given."""
    kept = [(paper, on_pages(paper.blocks, pages)) for paper in reading.papers]
    return {
        "papers": [read_paper_json(paper, blocks) for paper, blocks in kept
                   if blocks or pages is None],
        "report": reading_report_json(reading),
    }  # fmt: skip


def read_paper_json(paper: Paper, blocks: Sequence[Block]) -> Json:
    """One paper with these of its blocks."""
    return {
        "id": paper.id,
        "document": paper.document,
        "council": paper.meeting.council,
        "committee": paper.meeting.committee,
        "meeting_date": paper.meeting.date,
        "item": paper.item,
        "title": paper.title,
        "kind": paper.kind,
        "access": paper.access,
        "sources": [source_json(source) for source in paper.sources],
        "motions": [asdict(motion) for motion in motions_of(blocks)],
        "blocks": [block_json(block) for block in blocks],
    }


def source_json(source: Source) -> Json:
    """Where one of the paper's facts was read."""
    return asdict(source)


def block_json(block: Block) -> Json:
    """One block: `section` outermost first, `runs_on` the pages it goes on to, from which letter
    of its text."""
    return {
        "kind": block.kind,
        "text": block.text,
        "section": list(block.section),
        "paragraph": block.paragraph,
        "row": block.row,
        "page": block.page,
        "page_label": block.page_label,
        "lead_in": block.lead_in,
        "headers": list(block.headers),
        "cells": list(block.cells),
        "runs_on": [{"at": offset, "page": page} for offset, page in block.breaks],
        "marks": list(block.marks),
    }


def reading_report_json(reading: Reading) -> Json:
    """What became of the file; `unread` are (page, reason) pairs, `pages` null if it has none."""
    return {
        "path": reading.path,
        "outcome": reading.outcome,
        "reason": reading.reason,
        "pages": reading.pages,
        "unread": [list(page) for page in reading.unread],
        "notes": list(reading.notes),
        "seconds": round(reading.seconds, 3),
    }
