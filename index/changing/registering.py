"""The register of papers that were added before it was, or before it was read as it is now: their
stored files are read again. What cannot be read again so is told, and the paper stays as it is; so
is that a paper among the public ones is now read as exempt, which a person must decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.front.facts import BY_PERSON
from corpus.paper import Metadata, Paper
from corpus.register.register import entries
from index.catalogue.connection import Catalogue
from index.catalogue.records import paper_of
from index.changing.adding import FileReader
from index.changing.intake import renamed
from index.holdings.report import Finding
from index.register import READING, write_register


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A paper whose register is to be read, as the catalogue knows it."""

    number: int
    paper: Paper
    stored: str
    stem: str
    name: str


def fill_register(
    catalogue: Catalogue, folder: Path, *, reader: FileReader, repair: bool
) -> Iterator[Finding]:
    """Tell of papers that the register lacks, and read them for it if `repair`."""
    waiting: dict[str, list[_Waiting]] = defaultdict(list)
    for one in _waiting(catalogue):
        waiting[one.stored].append(one)
    if not repair:
        for group in waiting.values():
            yield Finding(group[0].name, f"{group[0].name} has not been read for the register.")
        return
    yield from _without_file(catalogue, waiting.pop("", []))
    paths = {folder / "papers" / stored: group for stored, group in waiting.items()}
    present = [path for path in paths if path.is_file()]
    for reading in reader(present, lambda path: Metadata(), workers=2):
        group = paths[Path(reading.path)]
        by_id = {paper.id: paper for paper in renamed(reading.papers, group[0].stem)}
        stamped = list(_exempt(group, by_id))
        yield from stamped or [_filled(catalogue, group, by_id)]


def _filled(catalogue: Catalogue, group: Sequence[_Waiting], by_id: Mapping[str, Paper]) -> Finding:
    """Write the entries of a file's papers where it is still read in the same words."""
    name = group[0].name
    same = [one for one in group if one.paper.id in by_id
            and by_id[one.paper.id].text == one.paper.text]  # fmt: skip
    with catalogue.writing() as db:
        for one in same:
            write_register(db, one.number, entries(_as_recorded(by_id[one.paper.id], one.paper)))
    if len(same) == len(group):
        return Finding(name, f"{name} was read again for the register.", True)
    return Finding(
        name,
        f"{name} could not be read again in the words it was added with, so the register lacks it: "
        "remove it and add it again.",
    )


def _exempt(group: Sequence[_Waiting], by_id: Mapping[str, Paper]) -> Iterator[Finding]:
    """Papers that say they are exempt and stand among the public ones, though no person says so:
    told each time until one does."""
    for one in group:
        read = by_id.get(one.paper.id)
        decided = {s.place for s in one.paper.sources if s.field == "access"} & BY_PERSON
        if read and read.access == "exempt" and one.paper.access == "public" and not decided:
            words = next((s.words for s in read.sources if s.field == "access"), "")
            yield Finding(
                one.paper.id,
                f"{one.paper.id} says that it is exempt ({words}) but is among the public papers: "
                f'run matters correct "{one.paper.id}" with --exempt, or --public if it is not.',
            )


def _without_file(catalogue: Catalogue, group: Sequence[_Waiting]) -> Iterator[Finding]:
    """Papers that were handed in without a file have no register, now or later."""
    with catalogue.writing() as db:
        for one in group:
            write_register(db, one.number, ())
    for one in group:
        yield Finding(one.paper.id, f"No file of {one.paper.id} is kept: it has no register.", True)


def _as_recorded(read: Paper, recorded: Paper) -> Paper:
    """A paper as it is read, under what the catalogue says of it, corrections too."""
    return Paper(
        recorded.id, recorded.document, recorded.title, recorded.kind, recorded.access,
        recorded.meeting, item=read.item, text=read.text, blocks=read.blocks,
    )  # fmt: skip


def _waiting(catalogue: Catalogue) -> Iterator[_Waiting]:
    sql = (
        "SELECT p.*, t.text, f.stored, f.stem, f.name FROM papers p "
        "JOIN files f ON f.id = p.file JOIN texts t ON t.paper = p.number "
        "WHERE p.registered < ? ORDER BY p.number"
    )
    for row in catalogue.rows(sql, (READING,)):
        paper = paper_of(row, text=row["text"])
        yield _Waiting(row["number"], paper, row["stored"], row["stem"], row["name"])
