"""Paragraphs become Blocks that know where they stand: section, number, list, table, resolution.

What decides is how committee papers are written: headings are short and unended, paragraphs carry
numbers that count up, a list hangs on the line that opens it, what was resolved follows RESOLVED. Where
a paper does not number a paragraph it takes the number of the heading above it, which is how a member
would refer to it ("6.1 Financial", minute 39).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from corpus.councils import council_of
from corpus.front import front_matter
from corpus.numbering import Label, follows
from corpus.packs import Part, parts_of
from corpus.paper import Block, BlockKind, Drawing, Line, Meeting, Metadata, Paper
from corpus.paragraphs import Paragraph, paragraphs_of
from corpus.rows import Row, rows_of

_RESOLVED = re.compile(
    r"(?:\(?\d*\)?\s*)?(?:it was |members |the (?:committee|cabinet|council|board|panel) )?"
    r"(?:unanimously )?(?:RESOLVED|AGREED|ORDERED|Resolved|Agreed:|resolved|R E S O L V E D)\b"
)
_ASKS = re.compile(r"(?:that|to|note|agree|approve|consider|endorse|receive|recommend)\b", re.I)
_SAYS = re.compile(r"\b(?:is|are|was|were|will|has|have|had|be|stated|asked|finished)\b")
_NOTHING = re.compile(r"(?:n/?a|none|nil|not applicable|yes|no|date|chair(?:man)?)\.?", re.I)
_BOILERPLATE = re.compile(
    r"disclosable pecuniary|flash photography|wi-?fi|evacuat|fire alarm|film(?:ed|ing)|webcast|"
    r"modern\.gov app|queries regarding th|access to information and meetings|mobile phones?|"
    r"members of the public can attend|recorded for (?:transmission|publication)|"
    r"declar\w+ (?:an )?interests? (?:flowchart|at a meeting)|hearing loop|register of interests",
    re.I,
)


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
        own = replace(own, title=own.title or part.title)
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


SEPARATOR = "\n"
"""Stands between two blocks in a paper's text."""


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


def blocks_of(lines: Iterable[Line], *, page_labels: Sequence[str] = ()) -> tuple[Block, ...]:
    """The blocks of one paper, in order; each is a slice of them all joined by SEPARATOR."""
    builder = _Builder(tuple(page_labels))
    for _, group in groupby(paragraphs_of(lines), key=lambda p: p.line.table if p.is_row else None):
        paragraphs = list(group)
        if paragraphs[0].is_row:
            for row in rows_of([p.line for p in paragraphs]):
                builder.add_row(row)
        else:
            for paragraph, after in zip(paragraphs, [*paragraphs[1:], None], strict=True):
                builder.add(paragraph, after)
    return tuple(builder.blocks)


def _headed(text: str) -> bool:
    """Whether the words alone could be a heading: a capital, no end, nothing asked, no field."""
    return (
        text[:1].isupper()
        and text[-1] not in ".;:,?!-–"
        and ":" not in text
        and len(text.split()) <= 14
        and sum(c.isalpha() for c in text) > 3
        and not _ASKS.match(text)
        and not _NOTHING.fullmatch(text)
    )


@dataclass(slots=True)
class _Builder:
    """What has been passed on the way down a paper."""

    page_labels: tuple[str, ...]
    blocks: list[Block] = field(default_factory=list)
    sections: list[tuple[int, str]] = field(default_factory=list)
    numbers: tuple[int, ...] = ()
    parent: str = ""
    lead_in: str = ""
    items: int = 0
    resolving: bool = False
    begun: bool = False
    offset: int = 0

    def add(self, paragraph: Paragraph, after: Paragraph | None) -> None:
        label = paragraph.label
        counts = label is not None and self._counts(label, after)
        if self._is_heading(paragraph, after, counts):
            self._heading(paragraph, counts)
            return
        if _RESOLVED.match(paragraph.text):
            self.resolving, self.items = True, 0
            self.lead_in = paragraph.text if len(paragraph.text) < 200 else ""
            self._put("resolution", paragraph, self.parent)
        elif label is not None and not counts:
            self._item(paragraph, label)
        elif label is not None:
            self.begun = True
            self.numbers, self.parent, self.resolving = label.numbers, label.text, False
            self._open_list(paragraph)
            self._put("paragraph", paragraph, label.text)
        else:
            self._plain(paragraph)

    def add_row(self, row: Row) -> None:
        context = tuple(t for _, t in self.sections) + row.context
        line = row.line
        self._append(
            Block(
                "table row", "\t".join(line.cells), 0, 0, context, self.parent, row.label,
                line.page, self._label_of(line.page), row.lead_in or self.lead_in,
                row.headers, line.cells, line.table,
            )
        )  # fmt: skip

    def _counts(self, label: Label, after: Paragraph | None) -> bool:
        """Whether a label is the paper's own count (3.2, 12., minute 39), not an item of a list."""
        if label.style != "number":
            return label.style == "dotted"
        if after is not None and after.label is not None and after.label.style == "dotted":
            if after.label.numbers[0] == label.numbers[0] and _headed(label.rest):
                return True
        top = self.numbers[:1]
        next_item = label.numbers[0] == self.items + 1 and (self.resolving or bool(self.lead_in))
        if next_item and not (len(self.numbers) == 1 and follows(label, top) and not self.resolving):
            return False
        if (len(self.numbers) > 1 or self.resolving) and not _headed(label.rest):
            return False
        return not top or follows(label, top)

    def _is_heading(self, paragraph: Paragraph, after: Paragraph | None, counts: bool) -> bool:
        line, label = paragraph.line, paragraph.label
        if line.role == "heading":
            return True
        text = label.rest if label else paragraph.text
        if label and not counts or _RESOLVED.match(text):
            return False
        if not _headed(text):
            return False
        words = len(text.split())
        if label:
            return words <= 14 - 4 * (label.style == "dotted")
        if _SAYS.search(text):
            return False
        alone = line.gap and (
            after is None or after.line.gap or after.is_row or after.label is not None
        )
        return words <= 10 and (alone or (line.bold and after is not None and not after.line.bold))

    def _heading(self, paragraph: Paragraph, counts: bool) -> None:
        label = paragraph.label
        level = len(label.numbers) if label and counts else 9
        if paragraph.line.role == "heading" and not counts:
            level = paragraph.line.level
        self.sections = [s for s in self.sections if s[0] < level]
        if label and counts:
            self.numbers, self.parent = label.numbers, label.text
        self.begun = self.begun or counts
        self.resolving, self.lead_in, self.items = False, "", 0
        self._put("heading", paragraph, self.parent if counts else "")
        self.sections.append((level, paragraph.text))

    def _item(self, paragraph: Paragraph, label: Label) -> None:
        self.items += 1
        name = f"bullet {self.items}" if label.style == "bullet" else label.text
        number = f"{self.parent} {name}".strip()
        self._put("resolution" if self.resolving else "list item", paragraph, number)

    def _plain(self, paragraph: Paragraph) -> None:
        keeps = self.resolving and re.match(r"that\b", paragraph.text, re.I)
        self.resolving = bool(keeps)
        if not keeps:
            self._open_list(paragraph)
        kind: BlockKind = "resolution" if keeps else "paragraph"
        self._put(kind if self.begun or self.sections else "front matter", paragraph, self.parent)

    def _open_list(self, paragraph: Paragraph) -> None:
        self.items = 0
        opens = re.search(r"(?::|:-|[-–]|\bincluding|\bfollows|\bfollowing)$", paragraph.text)
        self.lead_in = paragraph.text if opens else ""

    def _put(self, kind: BlockKind, paragraph: Paragraph, number: str) -> None:
        if kind != "heading" and _BOILERPLATE.search(paragraph.text):
            kind = "boilerplate"
        hangs = kind in ("list item", "resolution") and paragraph.label is not None
        line = paragraph.line
        self._append(
            Block(
                kind, paragraph.text, 0, 0, tuple(t for _, t in self.sections), number, "",
                line.page, self._label_of(line.page), self.lead_in if hangs else "",
                breaks=tuple(paragraph.breaks),
            )
        )  # fmt: skip

    def _append(self, block: Block) -> None:
        if not block.text.strip():
            return
        end = self.offset + len(block.text)
        self.blocks.append(replace(block, start=self.offset, end=end))
        self.offset = end + len(SEPARATOR)

    def _label_of(self, page: int | None) -> str:
        if page is None or page > len(self.page_labels):
            return ""
        return self.page_labels[page - 1]
