"""A drawing becomes Papers: one, or for a pack one an agenda item, each with its front matter and
blocks.

What a person says of a paper stands before what it says itself, and what an item says of itself
before what its pack says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from corpus.front.councils import council_of
from corpus.front.facts import Fact, Facts, from_pack, said_by_person, sources_of, value_of
from corpus.front.front import front_matter
from corpus.packs import Part, parts_of
from corpus.paper import Access, Block, Drawing, Meeting, Metadata, Paper, PaperKind
from corpus.prose.blocks import SEPARATOR, blocks_of


def papers_of(
    drawing: Drawing, *, document: str, metadata: Metadata = Metadata(),
    folders: Sequence[str] = (),
) -> list[Paper]:  # fmt: skip
    """The papers a file holds: one, or one an agenda item for a pack.

    `document` is the file's name without its ending; `folders` the names of the folders it lies in,
    nearest first, read for a date or a committee that the paper itself does not give.
    """
    parts = parts_of(drawing)
    is_pack = len(parts) > 1
    whole = front_matter(
        parts[0].lines, document=document, folders=folders, file_title=drawing.title
    )
    council = council_of(
        drawing.lines, document=document, folders=folders, file_title=drawing.title
    )
    whole |= {"council": council} if council else {}
    said = said_by_person(metadata)
    facts = [_facts(part, document, whole, said, is_pack=is_pack) for part in parts]
    return [
        _paper(part, document, known, drawing, is_pack=is_pack)
        for part, known in zip(parts, facts, strict=True)
    ]


def _facts(
    part: Part, document: str, whole: Facts, said: Facts, *, is_pack: bool
) -> dict[str, Fact]:
    """What is known of one part. Of a pack the front pages are the agenda; an item has the pack's
    meeting where it gives none, but a title and a kind of its own."""
    if not is_pack:
        return {"title": Fact(document, "file name", document), **whole, **said}
    if not part.item:
        agenda = {"kind": Fact("agenda", "pack"), "title": Fact("Agenda", "pack")}
        return {**whole, **agenda, **said}
    own = front_matter(part.lines, document=part.title, in_pack=True)
    listed = {"title": Fact(part.title or f"Item {part.item}", "pack", part.title)}
    of_all = {n: f for n, f in said.items() if n not in ("title", "kind")}
    return from_pack(_shared(whole)) | listed | _in_pack(own) | of_all


def _shared(whole: Facts) -> dict[str, Fact]:
    """What holds for each item of a pack: its meeting; and that the file says it is private."""
    return {
        name: fact
        for name, fact in whole.items()
        if name in ("council", "committee", "date")
        or (name == "access" and fact.place == "document properties")
    }


def _in_pack(own: Facts) -> dict[str, Fact]:
    """An item goes by its title in the pack as a file goes by its name."""
    return {
        name: replace(fact, place="pack") if fact.place == "file name" else fact
        for name, fact in own.items()
    }


def _paper(part: Part, document: str, facts: Facts, drawing: Drawing, *, is_pack: bool) -> Paper:
    blocks = blocks_of(part.lines, page_labels=drawing.page_labels)
    kind = cast("PaperKind", value_of(facts, "kind") or "other")
    if kind == "agenda":
        blocks = tuple(_house_rules(blocks))
    return Paper(
        id=f"{document}#{part.item}" if is_pack and part.item else document,
        document=document,
        title=value_of(facts, "title"),
        kind=kind,
        access=cast("Access", value_of(facts, "access") or "public"),
        meeting=Meeting(
            value_of(facts, "council"),
            value_of(facts, "committee"),
            value_of(facts, "date") or None,
        ),
        item=part.item,
        text=SEPARATOR.join(b.text for b in blocks),
        blocks=blocks,
        sources=sources_of(facts),
    )


def _house_rules(blocks: Sequence[Block]) -> Iterable[Block]:
    """After an agenda's own items come its house rules, from the first line known as such."""
    begun = False
    for block in blocks:
        begun = begun or block.kind == "boilerplate"
        yield replace(block, kind="boilerplate") if begun else block
