"""What a paper's ratings mean, read from its stored passages: the key that a plan prints is often
all that its later reports are rated by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.printings.lines import lines_of
from corpus.paper import Access, Block, Meeting, Paper
from corpus.register.entries import Action, EntryKind
from corpus.register.rating_keys import rating_key, rating_name
from index.passages import Passage
from index.register import Registered

if TYPE_CHECKING:
    from index.library import Library

_KIND: tuple[EntryKind] = ("action",)


def key_in(passages: Iterable[Passage]) -> Mapping[str, str]:
    """The meaning of each rating that these passages explain, as `rating_key` has it of a paper."""
    blocks = tuple(block for passage in passages for block in _blocks(passage))
    return rating_key(Paper("", "", "", "other", "public", Meeting(), blocks=blocks))


def _blocks(passage: Passage) -> Iterator[Block]:
    for line in passage.text.split("\n"):
        cells = tuple(line.split("\t")) if "\t" in line else ()
        yield Block(
            kind="table row" if cells else "paragraph",
            text=line,
            start=0,
            end=len(line),
            section=tuple(passage.section.split(" > ")),
            headers=tuple(passage.headers.split("\n")),
            cells=cells,
        )


def explained(
    library: Library, found: Sequence[Registered], shelves: Sequence[Access]
) -> dict[str, tuple[Registered, str]]:
    """Those of these entries whose ratings their own papers do not explain, by id, with what the
    key of an earlier printing of the same action says that they mean, and that paper's day."""
    asked = {one.id for one in found if isinstance(one.entry, Action) and one.entry.scores}
    every = library.register(tuple(shelves), kinds=_KIND) if asked else []
    lines = [line for line in lines_of(every) if any(one.id in asked for one in line.printings)]
    keys = keys_of(library, (one for line in lines for one in line.printings), shelves)
    return {
        one.id: (one, day)
        for line in lines
        for one, day in by_key(line.printings, keys) if day and one.id in asked
    }  # fmt: skip


def keys_of(
    library: Library, found: Iterable[Registered], shelves: Sequence[Access]
) -> dict[str, Mapping[str, str]]:
    """The keys to ratings of the papers of these entries, by paper."""
    papers = dict.fromkeys(one.paper.id for one in found)
    return {paper: key_in(library.passages_in(paper, tuple(shelves))) for paper in papers}


def by_key(
    printings: Iterable[Registered], keys: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[Registered, str]]:
    """An action's printings, oldest first, each with what its rating means and the day of the
    earlier paper whose key says so. A later report of a plan often leaves the key to the plan: the
    newest that an earlier printing's paper has is read then, unless an officer has said how far the
    action is."""
    known: dict[str, tuple[str, str]] = {}
    for one in printings:
        own, entry = keys[one.paper.id], one.entry
        known |= {name: (said, one.paper.date or "") for name, said in own.items()}
        name = rating_name(entry.scores[-1]) if isinstance(entry, Action) and entry.scores else ""
        said = any(correction.field == "status" for correction in one.corrections)
        if not isinstance(entry, Action) or entry.meaning or said or name not in known.keys() - own:
            yield one, ""
            continue
        meaning, day = known[name]
        yield replace(one, entry=replace(entry, meaning=meaning)), day
