"""What was read of a paper in the library, block by block: its stored file, read once more.

Blocks are not in the catalogue, which keeps the passages made of them. The file is read in a child
process as it was when it was added; what the catalogue knows of the paper (corrections too) stands
above what the reading says of it. A file that holds a paper kept from this reader is not read for
them: they are shown the passages of the papers they may see.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from assistant.access import Shelves
from assistant.reading.view import pages_of
from assistant.showing.opening import open_paper
from corpus.paper import Block, BlockKind, Meeting, Paper, Reading
from corpus.read import read
from index.changing.intake import renamed
from index.passages import Passage

if TYPE_CHECKING:
    from index.library import Library, PaperRecord

KEPT = 4  # readings; a long pack's is some 10 MB, and people go through one file at a time

_ONE_AT_A_TIME = threading.Lock()
"""One file is read at a time: a second person asking for the same file finds it read."""


class _NotReadError(Exception):
    """A paper's file cannot be read again; the message is a clause that says why."""


@dataclass(frozen=True, slots=True)
class Reread:
    """A paper's `reading` (of its file, holding that paper alone), the `pages` of the file that the
    paper stands on (those left out too; none where it has no pages), and the file to draw them
    from, if there is one."""

    reading: Reading
    pages: tuple[int, ...] = ()
    original: Path | None = None

    @property
    def paper(self) -> Paper:
        """The paper that was asked for."""
        return self.reading.papers[0]


def reread(library: Library, paper: str, shelves: Shelves) -> Reread:
    """A paper of the library, read again from its stored file.

    Raises NoSuchPaper. Where the file cannot be read, its passages are shown instead.
    """
    record = open_paper(library, paper, shelves)
    original = library.original(paper, shelves)
    try:
        with _ONE_AT_A_TIME:
            reading = _read(original)
        found = _found(reading, record)
    except _NotReadError as error:
        passages, text = library.passages_in(paper, shelves), library.text_of(paper, shelves)
        return _from_passages(record, passages, text=text, why=str(error))
    told = replace(
        reading,
        path=record.name,
        outcome=record.outcome,
        reason=record.reason,
        papers=(_as_recorded(found, record),),
    )
    return Reread(told, _pages(reading, found), original if reading.pages else None)


def _pages(reading: Reading, paper: Paper) -> tuple[int, ...]:
    """All of the file's pages, or those from the first to the last that an item stands on."""
    if len(reading.papers) == 1:
        return tuple(range(1, (reading.pages or 0) + 1))
    on = [page for block in paper.blocks for page in pages_of(block)]
    return tuple(range(min(on), max(on) + 1)) if on else ()


@lru_cache(maxsize=KEPT)
def _read(original: Path | None) -> Reading:
    """A stored file read again; known by its path, which is the hash of its bytes."""
    if original is None:
        raise _NotReadError("its file cannot be opened here")
    reading = read(original)
    if reading.outcome == "refused":  # told by raising, so that it is tried again when asked again
        raise _NotReadError("its file could not be read again just now")
    return reading


def _found(reading: Reading, record: PaperRecord) -> Paper:
    """The record's paper in the reading of its file."""
    named = renamed(reading.papers, record.id.partition("#")[0])
    for paper, called in zip(reading.papers, named, strict=True):
        if called.id == record.id:
            return paper
    raise _NotReadError("its file is now divided in another way: add it again")


def _as_recorded(paper: Paper, record: PaperRecord) -> Paper:
    """The paper with what the catalogue says of it."""
    return replace(
        paper,
        id=record.id,
        document=record.document,
        title=record.title,
        kind=record.kind,
        access=record.access,
        item=record.item,
        meeting=Meeting(record.council, record.committee, record.date),
        sources=record.sources,
    )


def _from_passages(record: PaperRecord, passages: list[Passage], *, text: str, why: str) -> Reread:
    """What the catalogue holds of a paper, where its file is not this reader's to see."""
    blank = Paper(record.id, record.document, "", record.kind, record.access, Meeting())
    paper = replace(blank, text=text, blocks=tuple(_block(passage) for passage in passages))
    reading = Reading(
        record.name, record.outcome, record.reason, papers=(_as_recorded(paper, record),),
        notes=(f"shown as the passages that are searched: {why}",),
    )  # fmt: skip
    on = [page for block in paper.blocks for page in pages_of(block)]
    return Reread(reading, tuple(sorted(set(on))))


def _block(passage: Passage) -> Block:
    return Block(
        kind=cast("BlockKind", passage.kind),
        text=passage.text,
        start=passage.start,
        end=passage.end,
        section=(passage.section,) if passage.section else (),
        paragraph=passage.paragraph,
        row=passage.row,
        page=passage.page,
        page_label=passage.page_label,
        breaks=passage.breaks,
        marks=passage.marks,
    )
