"""A drawing becomes Papers: one, or for a pack one an agenda item, each with its front matter and
blocks.

What a person says of a paper stands before what it says itself, and what an item says of itself
before what its pack says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.blocks import SEPARATOR, blocks_of
from corpus.councils import council_of
from corpus.front import front_matter
from corpus.packs import Part, parts_of
from corpus.paper import Block, Drawing, Meeting, Metadata, Paper


def papers_of(
    drawing: Drawing, *, document: str, metadata: Metadata = Metadata(),
    folders: Sequence[str] = (),
) -> list[Paper]:  # fmt: skip
    """The papers a file holds: one, or one an agenda item for a pack.

    `document` is the file's name without its ending; `folders` the names of the folders it lies in,
    nearest first, read for a date or a committee that the paper itself does not give.
    """
    parts = parts_of(drawing)
    whole = front_matter(
        parts[0].lines, document=document, folders=folders, file_title=drawing.title
    )
    council = council_of(
        drawing.lines, document=document, folders=folders, file_title=drawing.title
    )
    whole = _override(replace(whole, council=council), metadata)
    return [
        _paper(part, document, whole, metadata, drawing, is_pack=len(parts) > 1) for part in parts
    ]


def _paper(
    part: Part, document: str, whole: Metadata, metadata: Metadata, drawing: Drawing,
    *, is_pack: bool,
) -> Paper:  # fmt: skip
    facts = whole
    if is_pack and part.item:
        own = front_matter(part.lines, document=part.title, in_pack=True)
        title = own.title or part.title or f"Item {part.item}"
        own = replace(own, title=title, kind=own.kind or "other")
        facts = _override(_override(whole, own), replace(metadata, title=None, kind=None))
    elif is_pack:
        facts = replace(whole, kind=metadata.kind or "agenda", title=metadata.title or "Agenda")
    blocks = blocks_of(part.lines, page_labels=drawing.page_labels)
    if facts.kind == "agenda":
        blocks = tuple(_house_rules(blocks))
    return Paper(
        id=f"{document}#{part.item}" if is_pack and part.item else document,
        document=document,
        title=facts.title or document,
        kind=facts.kind or "other",
        access=facts.access or "public",
        meeting=Meeting(facts.council or "", facts.committee or "", facts.date),
        item=part.item,
        text=SEPARATOR.join(b.text for b in blocks),
        blocks=blocks,
    )


def _house_rules(blocks: Sequence[Block]) -> Iterable[Block]:
    """After an agenda's own items come its house rules, from the first line known as such."""
    begun = False
    for block in blocks:
        begun = begun or block.kind == "boilerplate"
        yield replace(block, kind="boilerplate") if begun else block


def _override(base: Metadata, over: Metadata) -> Metadata:
    return Metadata(
        council=over.council or base.council,
        committee=over.committee or base.committee,
        date=over.date or base.date,
        kind=over.kind or base.kind,
        title=over.title or base.title,
        access=over.access or base.access,
    )
