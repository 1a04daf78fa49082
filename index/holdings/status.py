"""How a library stands, told from the shelves asked for alone."""

from __future__ import annotations

from pathlib import Path

from corpus.paper import Access
from index import attribution
from index.catalogue import records
from index.catalogue.connection import Catalogue, version_of
from index.catalogue.records import Shelves
from index.holdings.report import ShelfStatus, Status
from index.kept.disk import size_of


def status_of(
    catalogue: Catalogue, folder: Path, shelves: Shelves, *, encoder: str, reader: str
) -> Status:
    """The library's status. Its size is that of the papers and indexes on these shelves."""
    papers = attribution.papers(catalogue, shelves)
    dates = sorted(paper.date for paper in papers if paper.date)
    return Status(
        folder=str(folder),
        version=version_of(catalogue.db),
        encoder=encoder,
        reader=reader,
        shelves=tuple(_shelf(catalogue, access) for access in shelves),
        councils=tuple(sorted({paper.council for paper in papers if paper.council})),
        since=dates[0] if dates else None,
        until=dates[-1] if dates else None,
        bytes=records.bytes_of_originals(catalogue, shelves)
        + sum(size_of(folder / "shelves" / access) for access in shelves),
        read_only=catalogue.read_only,
    )


def _shelf(catalogue: Catalogue, access: Access) -> ShelfStatus:
    papers, passages = records.counts(catalogue, access)
    current = records.current_generation(catalogue, access)
    return ShelfStatus(access, papers, passages, current[0] if current else 0)
