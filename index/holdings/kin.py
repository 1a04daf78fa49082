"""Papers that belong together: one report over time, and one report that is in the library twice.

What a reader may not see is no kin: both are worked out from the papers on the reader's shelves.
"""

from __future__ import annotations

import json

from index import attribution
from index.attribution import place_of
from index.catalogue import PaperRecord, records
from index.catalogue.connection import Catalogue
from index.catalogue.records import Shelves
from index.texts.wording import likeness, same_report, shingles, words_of

WORTH_READING = 0.7
"""Likeness by signature from which two papers' texts are compared: those that share 0.95 of their
words have 0.9, and the estimate is out by 0.03."""


def series_of(catalogue: Catalogue, paper_id: str, shelves: Shelves) -> list[PaperRecord]:
    """A paper with those of its series from other meetings, oldest first; none if it is in no
    series. One a meeting: what else there is of it is another filing of the same, or a part."""
    papers = attribution.papers(catalogue, shelves)
    paper = next((p for p in papers if p.id == paper_id), None)
    if paper is None or not paper.series:
        return []
    others = [p for p in papers if p.series == paper.series and _elsewhen(paper, p)]
    found = {paper.date or paper.id: paper}
    for other in sorted(others, key=lambda p: ("#" in p.id, p.id)):  # before items of packs
        found.setdefault(other.date or other.id, other)
    return sorted(found.values(), key=lambda p: (p.date or "", p.id))


def copies_of(catalogue: Catalogue, paper_id: str, shelves: Shelves) -> list[PaperRecord]:
    """The other papers that are this one again: handed in alone and in a pack, or filed twice.

    They share 0.95 of their words both ways, or have one title and date and stand whole in one
    another; never with another figure, of another meeting's date, or in the same file.
    """
    papers = {p.id: p for p in attribution.papers(catalogue, shelves)}
    paper = papers.get(paper_id)
    if paper is None:
        return []
    signatures = _signatures(catalogue, shelves)
    mine = shingles(records.text_of(catalogue, paper_id, shelves))
    found = []
    for other in (p for p in papers.values() if _may_be_one(paper, p)):
        alike = _named_alike(paper, other)
        signed = (signatures.get(p.number, b"") for p in (paper, other))  # one may just be gone
        if not alike and likeness(*signed) < WORTH_READING:
            continue
        theirs = shingles(records.text_of(catalogue, other.id, shelves))
        if same_report(mine, theirs, named_alike=alike):
            found.append(other)
    return found


def _elsewhen(paper: PaperRecord, other: PaperRecord) -> bool:
    """Of the same council, whose name may have been told by other papers, at another meeting."""
    same = place_of(other.council).casefold() == place_of(paper.council).casefold()
    return same and (not other.date or other.date != paper.date)


def _may_be_one(paper: PaperRecord, other: PaperRecord) -> bool:
    """Not two items of one file, nor the papers of two meetings."""
    return paper.sha256 != other.sha256 and (
        paper.date == other.date or not paper.date or not other.date
    )


def _named_alike(paper: PaperRecord, other: PaperRecord) -> bool:
    return bool(paper.date) and paper.date == other.date and (
        words_of(paper.title) == words_of(other.title)
    )  # fmt: skip


def _signatures(catalogue: Catalogue, shelves: Shelves) -> dict[int, bytes]:
    sql = (
        "SELECT t.paper, t.signature FROM texts t JOIN papers p ON p.number = t.paper "
        "WHERE p.access IN (SELECT value FROM json_each(?))"
    )
    return {row["paper"]: row["signature"] for row in catalogue.rows(sql, (json.dumps(shelves),))}
