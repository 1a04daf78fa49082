"""Paragraphs become Blocks that know where they stand: section, number, list, table, resolution.

What decides is how committee papers are written: headings are short and unended, paragraphs carry
numbers that count up, a list hangs on the line that opens it, what was resolved follows RESOLVED.
Where a paper does not number a paragraph it takes the number of the heading above it, which is how
a member would refer to it ("6.1 Financial", minute 39).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from corpus.headings import could_head, is_headed
from corpus.lists import Lists, opens_list
from corpus.numbering import Label, follows
from corpus.paper import Block, BlockKind, Line
from corpus.paragraphs import Paragraph, paragraphs_of
from corpus.rows import Row, rows_of

SEPARATOR = "\n"
"""Stands between two blocks in a paper's text."""
_RESOLVED = re.compile(
    r"(?:\(?\d{1,3}[.)]+\s*)?(?:it was |members |the (?:committee|cabinet|council|board|panel) )?"
    r"(?:unanimously )?(?:RESOLVED|AGREED|ORDERED|Resolved|Agreed:|resolved|R E S O L V E D)\b"
)
_VOTED = re.compile(
    r"(?:for|against|abst\w+)\s*\(\d+\)"
    r"|(?:the )?(?:substantive |original )?(?:motion|amendment)(?: was)? (?:carried|lost)\b",
    re.I,
)
_CAPTION = re.compile(r"(?:table|figure|chart|appendix|annex) [\w.]{1,4}\b", re.I)
_BOILERPLATE = re.compile(
    r"disclosable pecuniary|flash photography|wi-?fi|evacuat|fire alarm|film(?:ed|ing)|webcast|"
    r"modern\.gov app|queries regarding th|access to information and meetings|mobile phones?|"
    r"members of the public can attend|recorded for (?:transmission|publication)|"
    r"declar\w+ (?:an )?interests? (?:flowchart|at a meeting)|hearing loop|register of interests",
    re.I,
)


def _is_first_of(after: Paragraph | None, label: Label) -> bool:
    """Whether 3.1 comes after "3."."""
    dotted = after is not None and after.label is not None and after.label.style == "dotted"
    return dotted and after.label.numbers[0] == label.numbers[0]  # type: ignore[union-attr]


def blocks_of(lines: Iterable[Line], *, page_labels: Sequence[str] = ()) -> tuple[Block, ...]:
    """The blocks of one paper, in order; each is a slice of them all joined by SEPARATOR."""
    builder = _Builder(tuple(page_labels))
    for _, group in groupby(paragraphs_of(lines), key=lambda p: p.line.table if p.is_row else None):
        paragraphs = list(group)
        if paragraphs[0].is_row:
            builder.add_table([p.line for p in paragraphs])
        else:
            for paragraph, after in zip(paragraphs, [*paragraphs[1:], None], strict=True):
                builder.add(paragraph, after)
    return tuple(builder.blocks)


@dataclass(slots=True)
class _Builder:
    """What has been passed on the way down a paper."""

    page_labels: tuple[str, ...]
    blocks: list[Block] = field(default_factory=list)
    sections: list[tuple[int, str]] = field(default_factory=list)
    numbers: tuple[int, ...] = ()
    parent: str = ""
    lists: Lists = field(default_factory=Lists)
    caption: tuple[str, ...] = ()
    resolving: bool = False
    begun: bool = False
    offset: int = 0

    def add(self, paragraph: Paragraph, after: Paragraph | None) -> None:
        label = paragraph.label
        counts = label is not None and self._counts(label, after, bold=paragraph.line.bold)
        if self._is_heading(paragraph, after, counts):
            self._heading(paragraph, counts)
            return
        if _RESOLVED.match(paragraph.text):
            self._resolved(paragraph, counts)
        elif label is not None and not counts:
            self._item(paragraph, label)
        elif label is not None:
            self.begun = True
            self.numbers, self.parent, self.resolving = label.numbers, label.text, False
            self._open_list(paragraph, self.parent)
            self._put("paragraph", paragraph, label.text)
        else:
            self._plain(paragraph)

    def add_table(self, lines: Sequence[Line]) -> None:
        """The rows of a table, under the line that names it ("Table 2: …")."""
        above = self.blocks[-1].text if self.blocks else ""
        self.caption = (above,) if _CAPTION.match(above) and len(above) < 200 else ()
        for row in rows_of(lines):
            self.add_row(row)

    def add_row(self, row: Row) -> None:
        context = tuple(t for _, t in self.sections) + self.caption + row.context
        line = row.line
        self._append(
            Block(
                "table row", "\t".join(line.cells), 0, 0, context, self.parent, row.label,
                line.page, self._label_of(line.page), row.lead_in or self.lists.lead_in,
                row.headers, line.cells, line.table,
            )
        )  # fmt: skip

    def _counts(self, label: Label, after: Paragraph | None, *, bold: bool) -> bool:
        """Whether a label is the paper's own count (3.2, 12., minute 39), not an item of a list."""
        if label.style != "number":
            return label.style == "dotted"
        top = self.numbers[:1]
        headed = could_head(label.rest, bold=bold)
        if headed and _is_first_of(after, label):
            return True
        if bold and headed and follows(label, top) and len(self.numbers) == 1:
            return True
        listed = self.resolving or bool(self.lists.lead_in)
        next_item = label.numbers[0] == self.lists.next and listed
        if next_item and not (
            len(self.numbers) == 1 and follows(label, top) and not self.resolving
        ):
            return False
        if (len(self.numbers) > 1 or self.resolving) and not headed:
            return False
        return not top or follows(label, top)

    def _is_heading(self, paragraph: Paragraph, after: Paragraph | None, counts: bool) -> bool:
        if paragraph.line.role == "heading":
            return True
        if (paragraph.label and not counts) or _RESOLVED.match(paragraph.text):
            return False
        return is_headed(paragraph, after)

    def _heading(self, paragraph: Paragraph, counts: bool) -> None:
        label = paragraph.label
        level = len(label.numbers) if label and counts else 9
        if paragraph.line.role == "heading" and not counts:
            level = paragraph.line.level
        self.sections = [s for s in self.sections if s[0] < level]
        if label and counts:
            self.numbers, self.parent = label.numbers, label.text
        self.begun = self.begun or counts
        self.resolving = False
        self.lists.start("", self.parent)
        self._put("heading", paragraph, self.parent if counts else "")
        self.sections.append((level, paragraph.text))

    def _resolved(self, paragraph: Paragraph, counts: bool) -> None:
        label = paragraph.label
        number = self.parent
        if label is not None and counts:
            self.numbers, self.parent = label.numbers, label.text
            number = self.parent
        elif label is not None and label.style != "bullet":
            number = self.lists.add(label, paragraph.text)[0]
        self.resolving = True
        self.lists.start(paragraph.text if len(paragraph.text) < 200 else "", number)
        self._put("resolution", paragraph, number)

    def _item(self, paragraph: Paragraph, label: Label) -> None:
        number, lead_in = self.lists.add(label, paragraph.text)
        kind: BlockKind = "resolution" if self.resolving else "list item"
        if kind == "list item" and label.style == "number" and not lead_in:
            kind = "paragraph"
        self._put(kind, paragraph, number, lead_in)

    def _plain(self, paragraph: Paragraph) -> None:
        if self.lists.lead_in and _VOTED.match(paragraph.text):
            self._put("list item", paragraph, self.parent, self.lists.lead_in)
            return
        keeps = self.resolving and re.match(r"that\b", paragraph.text, re.I)
        self.resolving = bool(keeps)
        if not keeps:
            self._open_list(paragraph, self.parent)
        kind: BlockKind = "resolution" if keeps else "paragraph"
        self._put(kind if self.begun or self.sections else "front matter", paragraph, self.parent)

    def _open_list(self, paragraph: Paragraph, number: str) -> None:
        self.lists.start(paragraph.text if opens_list(paragraph.text) else "", number)

    def _put(self, kind: BlockKind, paragraph: Paragraph, number: str, lead_in: str = "") -> None:
        if kind != "heading" and _BOILERPLATE.search(paragraph.text):
            kind = "boilerplate"
        line = paragraph.line
        self._append(
            Block(
                kind, paragraph.text, 0, 0, tuple(t for _, t in self.sections), number, "",
                line.page, self._label_of(line.page), lead_in,
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
