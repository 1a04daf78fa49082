"""A file on its way in: what was read of it, under the ids it is to have, with its passages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.paper import Access, Metadata, Paper, Reading
from corpus.register.entries import Entry
from corpus.register.register import entries
from index.holdings.report import FileReport
from index.kept.disk import copy_whole, sha256_of
from index.passages import Passage, passages_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to be read: its path, its bytes' hash and number, and what was said of it."""

    path: Path
    sha256: str
    bytes: int
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Intake:
    """A file ready to be written: its reading, its papers under their final ids, their passages
    and their entries in the register.

    `stored` and `stem` are as in the catalogue's files; `path` is absolute. One that is not
    `remembered` is reported and leaves the catalogue as it is.
    """

    path: str
    name: str
    sha256: str
    bytes: int
    metadata: Metadata
    reading: Reading
    stored: str = ""
    stem: str = ""
    papers: tuple[Paper, ...] = ()
    passages: tuple[tuple[Passage, ...], ...] = ()
    register: tuple[tuple[Entry, ...], ...] = ()
    remembered: bool = True

    @property
    def refused(self) -> bool:
        """Whether there is nothing of it to keep but the reason."""
        return self.reading.outcome == "refused"


def candidate_for(path: Path, metadata: Metadata) -> Candidate:
    """A file with its hash. Raises OSError when it cannot be opened."""
    return Candidate(path, sha256_of(path), path.stat().st_size, metadata)


def intake_of(candidate: Candidate, reading: Reading) -> Intake:
    """What there is to write of a file that has been read; its papers have no ids yet."""
    if not all(map(_writable, reading.papers)):
        reason = "Its text holds characters that cannot be stored."
        reading = replace(reading, outcome="refused", reason=reason, papers=())
    return Intake(
        path=str(candidate.path.absolute()),
        name=candidate.path.name,
        sha256=candidate.sha256,
        bytes=candidate.bytes,
        metadata=candidate.metadata,
        reading=reading,
        remembered=not reading.stopped,
    )


def with_ids(
    intake: Intake, taken: set[str], *, corrected: Callable[[Paper], Paper] = lambda paper: paper
) -> Intake:
    """Give its papers ids that no other file's begin like, and cut them into passages.

    `corrected` gives a paper, under its id, as officers have corrected it.
    """
    papers = intake.reading.papers
    document = papers[0].document if papers else Path(intake.name).stem
    accesses: set[Access] = {paper.access for paper in papers}
    access: Access = "exempt" if accesses == {"exempt"} else "public"
    stem = unique_stem(document, access, taken)
    named = tuple(map(corrected, renamed(papers, stem)))
    passages = tuple(tuple(passages_of(paper)) for paper in named)
    register = tuple(map(entries, named))
    return replace(intake, stem=stem, papers=named, passages=passages, register=register)


def unique_stem(document: str, access: Access, taken: Collection[str]) -> str:
    """What the ids of a file's papers begin with: its document, made unique.

    An exempt file is marked, so that its name can never push a public one to "-2" and so show that
    it is there.

    >>> unique_stem("Minutes", "public", {"Minutes"})
    'Minutes-2'
    """
    plain = document.strip().replace("#", "-")  # "#" is what an item of a pack is told by
    base = plain if access == "public" else f"{plain}-exempt"
    stem, number = base, 1
    while stem in taken:
        number += 1
        stem = f"{base}-{number}"
    return stem


def renamed(papers: Sequence[Paper], stem: str) -> tuple[Paper, ...]:
    """The papers of one file under ids that begin with `stem` and differ from one another."""
    given: set[str] = set()
    ids = []
    for paper in papers:
        wanted = stem + paper.id.removeprefix(paper.document)
        unique, number = wanted, 1
        while unique in given:
            number += 1
            unique = f"{wanted}-{number}"
        given.add(unique)
        ids.append(unique)
    return tuple(replace(paper, id=i) for paper, i in zip(papers, ids, strict=True))


def keep_original(folder: Path, intake: Intake) -> Intake:
    """Copy the file in, unless it is refused; one that has changed since it was read is refused."""
    if intake.refused:
        return intake
    stored = _stored_name(intake)
    target = folder / "papers" / stored
    if target.is_file():
        return replace(intake, stored=stored)
    changed = True
    with suppress(FileNotFoundError):
        changed = copy_whole(Path(intake.path), target) != intake.sha256
    if not changed:
        return replace(intake, stored=stored)
    target.unlink(missing_ok=True)
    reason = "The file changed while it was being read: add it again."
    reading = replace(intake.reading, outcome="refused", reason=reason, papers=())
    return replace(intake, reading=reading, remembered=False)


def report_of(intake: Intake, *, replaces: bool) -> FileReport:
    """The line shown to the person who handed the file in."""
    reading = intake.reading
    notes = [*reading.notes]
    if reading.unread:
        pages = ", ".join(f"{page} ({reason})" for page, reason in reading.unread)
        notes.append(f"pages left out: {pages}")
    corrected = {s.field for p in intake.papers for s in p.sources if s.place == "correction"}
    if corrected:
        notes.append(f"stays as corrected before: {', '.join(sorted(corrected))}")
    if replaces and not intake.refused:
        notes.append("replaces the version of this file that was in the library")
    return FileReport(
        path=intake.path,
        name=intake.name,
        outcome=reading.outcome,
        reason=reading.reason,
        pages=reading.pages,
        papers=tuple(paper.id for paper in intake.papers),
        passages=sum(len(passages) for passages in intake.passages),
        notes=tuple(notes),
        seconds=reading.seconds,
    )


def _writable(paper: Paper) -> bool:
    try:
        f"{paper.text}{paper.title}{paper.meeting}".encode()
    except UnicodeEncodeError:  # half of a surrogate pair, from a broken font table
        return False
    return True


def _stored_name(intake: Intake) -> str:
    """Its hash, with the ending that tells its format if that is a plain one."""
    ending = Path(intake.name).suffix.lower()
    plain = len(ending) <= 6 and ending[1:].isascii() and ending[1:].isalnum()
    return intake.sha256 + (ending if plain else "")
