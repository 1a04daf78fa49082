"""What officers have corrected of a paper's metadata: kept beside the paper, never instead of it.

A correction beats whatever a paper, a papers.csv or an option says, now and when its file is read
again, until it is undone; then the paper has again what it said itself, which is kept for that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from corpus.paper import Paper, Source
from index.catalogue.connection import Catalogue, Row
from index.catalogue.records import Shelves, sources_json, sources_of

Field = Literal["council", "committee", "date", "title", "kind", "access"]
FIELDS: tuple[Field, ...] = ("council", "committee", "date", "title", "kind", "access")


@dataclass(frozen=True, slots=True)
class Correction:
    """A field of a paper as an officer says it is. Dates are ISO, "" is none; `at` is UTC, ISO.

    `own` is what the paper itself says, read from `own_sources`.
    """

    paper: str
    field: Field
    value: str
    own: str
    by: str
    at: str
    own_sources: tuple[Source, ...] = ()


def corrections_of(catalogue: Catalogue, paper_id: str, shelves: Shelves) -> list[Correction]:
    """A paper's corrections by field; none if it is not on the shelves."""
    sql = (
        "SELECT c.* FROM corrections c JOIN papers p ON p.id = c.paper "
        "JOIN files f ON f.id = p.file AND (f.sha256 = c.sha256 OR f.path = c.path) "
        "WHERE c.paper = ? AND p.access IN (SELECT value FROM json_each(?)) ORDER BY c.field"
    )
    return [_correction(row) for row in catalogue.rows(sql, (paper_id, json.dumps(shelves)))]


def value_of(paper: Paper, field: Field) -> str:
    """What a paper has in a field; "" where it has nothing."""
    meeting = paper.meeting
    values: dict[Field, str] = {
        "council": meeting.council, "committee": meeting.committee, "date": meeting.date or "",
        "title": paper.title, "kind": paper.kind, "access": paper.access,
    }  # fmt: skip
    return values[field]


def with_values(
    paper: Paper, values: Mapping[Field, str], sources: Iterable[Source] | None = None
) -> Paper:
    """The paper with other values, which were read from `sources` (None: they are corrections)."""
    if sources is None:
        sources = [Source(field, "correction") for field in values]
    said = {field: values.get(field, value_of(paper, field)) for field in FIELDS}
    meeting = replace(
        paper.meeting,
        council=said["council"], committee=said["committee"], date=said["date"] or None,
    )  # fmt: skip
    kept = (source for source in paper.sources if source.field not in values)
    return replace(
        paper,
        title=said["title"],
        kind=said["kind"],  # type: ignore[arg-type]  # checked where the correction was made
        access=said["access"],  # type: ignore[arg-type]
        meeting=meeting,
        sources=(*kept, *sources),
    )


def own_of(paper: Paper, field: Field) -> tuple[str, str]:
    """What a paper says in a field, and where that was read, as the catalogue stores it."""
    return value_of(paper, field), sources_json(s for s in paper.sources if s.field == field)


def _correction(row: Row) -> Correction:
    return Correction(
        row["paper"], row["field"], row["value"], row["own"], row["by"], row["at"],
        own_sources=sources_of(row["own_sources"]),
    )  # fmt: skip
