"""Files come into the library: known ones are told by their bytes, the rest are read and written.

The order of writing makes a kill harmless at any moment. First the embeddings (they belong to
texts) and the files as handed in, under their hashes; then, in one transaction, the rows, the new
indexes and their becoming current. What a kill leaves behind is named by nothing and is swept up by
the next writer.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from corpus.paper import Metadata, Reading
from index.catalogue import FileRecord, records, storing
from index.catalogue.connection import Catalogue
from index.changing import inserting
from index.changing.generations import renew, sweep
from index.changing.intake import (
    Candidate,
    Intake,
    candidate_for,
    intake_of,
    keep_original,
    report_of,
    with_ids,
)  # fmt: skip
from index.corrections.papers import as_corrected
from index.encoder import Encoder
from index.holdings.report import FileReport

BATCH_FILES = 25
BATCH_SECONDS = 60.0
# Indexes are built anew with each batch; waiting five times as long as the last building took keeps
# that under a sixth of the time however large the library is.
BUILDING_SHARE = 5.0

OnReport = Callable[[FileReport], None]
OnProgress = Callable[[int, int, str], None]


class FileReader(Protocol):
    """Reads files and yields their readings, as `corpus.read.read_all` does."""

    def __call__(
        self, paths: Sequence[Path], metadata_for: Callable[[Path], Metadata], *, workers: int
    ) -> Iterator[Reading]:
        """A reading for each path, in any order, its `path` as given."""


@dataclass(slots=True)
class Addition:
    """One run of adding: the library's parts it writes to, and what it has reported so far."""

    catalogue: Catalogue
    folder: Path
    embedder: Callable[[], Encoder]
    on_report: OnReport = lambda report: None
    on_progress: OnProgress = lambda done, total, doing: None
    reports: list[FileReport] = field(default_factory=list)

    def report(self, report: FileReport) -> None:
        """Keep a report and tell whoever listens."""
        self.reports.append(report)
        self.on_report(report)


def add_files(
    addition: Addition, paths: Sequence[Path], *,
    metadata_for: Callable[[Path], Metadata], reader: FileReader, workers: int,
) -> None:  # fmt: skip
    """Read what is new among the files and write it, a batch at a time."""
    sweep(addition.catalogue, addition.folder)
    to_read, twins = _sort_out(addition, paths, metadata_for)
    by_path = {str(candidate.path): candidate for candidate in to_read}
    readings = reader(
        [candidate.path for candidate in to_read],
        lambda path: by_path[str(path)].metadata,
        workers=workers,
    )
    pairs = ((by_path[str(reading.path)], reading) for reading in readings)
    _write_in_batches(addition, pairs, total=len(to_read))
    for twin in twins:
        addition.report(_known_report(addition.catalogue, twin))


def _sort_out(
    addition: Addition, paths: Sequence[Path], metadata_for: Callable[[Path], Metadata]
) -> tuple[list[Candidate], list[Candidate]]:
    """The files to read, and those with the same bytes as one of them; reports the known ones."""
    to_read: dict[str, Candidate] = {}
    twins = []
    for number, path in enumerate(paths):
        addition.on_progress(number, len(paths), f"looking at {path.name}")
        try:
            candidate = candidate_for(path, metadata_for(path))
        except OSError as error:
            reason = f"The file cannot be opened: {error.strerror or error}."
            addition.report(FileReport(str(path), path.name, "refused", reason))
            continue
        known = records.file_by_hash(addition.catalogue, candidate.sha256)
        said = overlaid(_said(known), candidate.metadata)
        if known and said == _said(known):
            addition.report(_known_report(addition.catalogue, candidate))
        elif candidate.sha256 in to_read:
            twins.append(candidate)
        else:
            to_read[candidate.sha256] = replace(candidate, metadata=said)
    return list(to_read.values()), twins


def overlaid(below: Metadata, above: Metadata) -> Metadata:
    """What both say; where both say something, what `above` says."""
    said = {n: v for n, v in asdict(above).items() if v is not None and n != "places"}
    places = {n: p for n, p in below.places.items() if n not in said} | {**above.places}
    return replace(below, **said, places=places)


def _said(known: FileRecord | None) -> Metadata:
    return Metadata(**json.loads(known.metadata)) if known else Metadata()


def _known_report(catalogue: Catalogue, candidate: Candidate) -> FileReport:
    path, name = str(candidate.path.absolute()), candidate.path.name
    known = records.file_by_hash(catalogue, candidate.sha256)
    if known is None:  # the twin of a file that changed while it was read
        return FileReport(path, name, "refused", "The file changed while it was being read.")
    hidden = candidate.metadata.access != "exempt" and _is_exempt(catalogue, known)
    if known.outcome == "refused":
        reason = _refused_before(known, name, hidden=hidden)
        return FileReport(path, name, "refused", reason, known.pages)
    if known.name != name and hidden:  # its ids hold the name too
        return FileReport(path, name, "unchanged", "already in the library.", known.pages)
    papers = tuple(records.paper_ids_of(catalogue, known.id))
    reason = "" if known.name == name else f"already in the library as {known.name}."
    count = records.passage_count(catalogue, known.id)
    return FileReport(path, name, "unchanged", reason, known.pages, papers, count)


def _is_exempt(catalogue: Catalogue, known: FileRecord) -> bool:
    """Whether its name may not be told to who hands in the same bytes as a public paper."""
    accesses = records.accesses_of(catalogue, known.id)
    return accesses == {"exempt"} or _said(known).access == "exempt"


def _refused_before(known: FileRecord, name: str, *, hidden: bool) -> str:
    """Why a file is refused, whose bytes were refused before under this name or another."""
    why = known.reason.removeprefix(f"{known.name} was refused: ")
    if known.name == name:
        return known.reason
    if hidden:
        return f"{name} was refused: {why}"
    return f"{name} is the same file as {known.name}, which was refused: {why}"


def _write_in_batches(
    addition: Addition, pairs: Iterable[tuple[Candidate, Reading]], *, total: int
) -> None:
    batch: list[tuple[Candidate, Reading]] = []
    began, building, done = time.monotonic(), 0.0, 0
    for candidate, reading in pairs:
        batch.append((candidate, reading))
        done += 1
        addition.on_progress(done, max(total, done), f"read {candidate.path.name}")
        waited = time.monotonic() - began
        full = len(batch) >= BATCH_FILES or waited >= BATCH_SECONDS
        if full and waited >= BUILDING_SHARE * building:
            building = _write(addition, batch, done=done, total=max(total, done))
            batch, began = [], time.monotonic()
    if batch:
        _write(addition, batch, done=done, total=max(total, done))


def _write(
    addition: Addition, batch: Sequence[tuple[Candidate, Reading]], *, done: int, total: int
) -> float:
    """Write a batch of readings and report each; returns the seconds that building took."""
    catalogue, folder = addition.catalogue, addition.folder
    kept = [keep_original(folder, intake_of(*pair)) for pair in batch]
    intakes, replaced = _named(catalogue, kept)
    _embed(addition, intakes, doing=lambda what: addition.on_progress(done, total, what))
    addition.on_progress(done, total, "indexing")
    touched = {paper.access for intake in intakes for paper in intake.papers}
    for file in replaced:
        touched |= records.accesses_of(catalogue, file.id)
    encoder = addition.embedder() if touched else None
    began = time.monotonic()
    with catalogue.writing() as db:
        for file in replaced:
            storing.delete_file(db, file.id)
        for intake in intakes:
            if intake.remembered:
                inserting.insert(db, intake)
        if encoder:
            renew(catalogue, folder, db, touched, encoder=encoder)
    building = time.monotonic() - began
    sweep(catalogue, folder)
    old = {file.path for file in replaced if file.outcome != "refused"}
    for intake in intakes:
        addition.report(report_of(intake, replaces=intake.path in old))
    return building


def _embed(addition: Addition, intakes: Sequence[Intake], *, doing: Callable[[str], None]) -> None:
    texts = inserting.texts_of(intakes)
    if texts:  # the encoder may have to be exported first, so it is not asked for in vain
        storing.embed(
            addition.catalogue,
            addition.embedder(),
            texts,
            on_progress=lambda n, of: doing(f"encoding passage {n} of {of}"),
        )


def _named(catalogue: Catalogue, kept: Sequence[Intake]) -> tuple[list[Intake], list[FileRecord]]:
    """Give each file's papers their ids; also the files they replace."""
    named: dict[str, Intake] = {}  # by hash: of two with the same bytes, the later is written
    replaced: dict[int, FileRecord] = {}
    taken = {file.id: file.stem for file in records.files(catalogue)}
    for intake in kept:
        for file in _superseded(catalogue, intake):
            replaced[file.id] = file
            taken.pop(file.id, None)
        in_use = {*taken.values(), *(other.stem for other in named.values())}
        named[intake.sha256] = _settled(catalogue, intake, in_use)
    return list(named.values()), list(replaced.values())


def _settled(catalogue: Catalogue, intake: Intake, in_use: set[str]) -> Intake:
    """With its papers' ids; a refusal is not remembered where the bytes were readable before."""
    if not intake.refused:
        corrected = partial(as_corrected, catalogue, sha256=intake.sha256, path=intake.path)
        return with_ids(intake, in_use, corrected=corrected)
    same = records.file_by_hash(catalogue, intake.sha256)
    return replace(intake, remembered=False) if same and same.stem else intake


def _superseded(catalogue: Catalogue, intake: Intake) -> list[FileRecord]:
    """The same bytes said to be something else now, or other bytes at the same path."""
    same = records.file_by_hash(catalogue, intake.sha256)
    earlier = records.files_by_path(catalogue, intake.path)
    found = {file.id: file for file in [*earlier, *([same] if same else [])]}
    if intake.refused:  # a file half saved must not cost the version that could be read
        return [file for file in found.values() if file.outcome == "refused"]
    return list(found.values())
