"""Paragraphs become Blocks that know where they stand: section, number, list, table, resolution.

What decides is how committee papers are written: headings are short and unended, paragraphs carry
numbers that count up, a list hangs on the line that opens it, what was resolved follows RESOLVED,
what was moved follows who moved it, and an answer its question.
Where a paper does not number a paragraph it takes the number of the heading above it, which is how
a member would refer to it ("6.1 Financial", minute 39).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from corpus.paper import Block, BlockKind, Line
from corpus.prose.boilerplate import is_boilerplate
from corpus.prose.business import Business
from corpus.prose.headings import is_bold_section, is_headed, is_lettered_head
from corpus.prose.joined import Paragraph
from corpus.prose.lists import Lists, opens_list
from corpus.prose.numbering import Label
from corpus.prose.paragraphs import paragraphs_of
from corpus.prose.questions import Talk, opens_answer, opens_question
from corpus.prose.sections import Sections
from corpus.prose.votes import is_outcome, opens_side
from corpus.resolutions import goes_on_resolving, is_resolution
from corpus.tables.rows import Row, Running, rows_of

SEPARATOR = "\n"
"""Stands between two blocks in a paper's text."""
_CAPTION = re.compile(r"(?:table|figure|chart|appendix|annex) [\w.]{1,4}\b", re.I)
_MINUTES = re.compile(
    r"(?:also )?(?:(?:present|in attendance)\s*(?::|$)|(?-i:PRESENT|IN ATTENDANCE)\b)"
    r"|(?:draft )?minutes of (?:a|an|the)\b|(?:agenda and )(?:draft )?minutes$|minutes:$",
    re.I,
)
"""How minutes say who was there, or what they are."""
_LEAD_IN = 200
"""Characters: RESOLVED with more after it is a decision itself, not the line its clauses hang
on."""


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
    sections: Sections = field(default_factory=Sections)
    lists: Lists = field(default_factory=Lists)
    business: Business = field(default_factory=Business)
    talk: Talk = field(default_factory=Talk)
    caption: tuple[str, ...] = ()
    running: Running = field(default_factory=Running)
    table: Block | None = None
    minutes: bool = False
    offset: int = 0

    def add(self, paragraph: Paragraph, after: Paragraph | None) -> None:
        """The block that a paragraph makes, in the light of what stands before it."""
        label = paragraph.label
        if paragraph.is_note:
            self._put("footnote", paragraph, self.sections.parent)
            return
        self.minutes = self.minutes or bool(_MINUTES.match(paragraph.text))
        counts = self.sections.counts(
            paragraph, after, lists=self.lists, resolving=self.business.resolving
        )
        if self._is_heading(paragraph, after, counts):
            self._heading(paragraph, counts)
        elif self._resolves(paragraph):
            self._resolved(paragraph, counts)
        elif label is not None and counts:
            self._counted(paragraph, label)
        elif label is not None:
            self._item(paragraph, label)
        else:
            self._plain(paragraph)

    def add_table(self, lines: Sequence[Line]) -> None:
        """The rows of a table, under the line that names it ("Table 2: …")."""
        above = self.blocks[-1].text if self.blocks else ""
        if not self._goes_on(lines[0]):
            self.running = Running()
            self.caption = (above,) if _CAPTION.match(above) and len(above) < 200 else ()
        note = above if len(above) < 200 else ""
        for row in rows_of(lines, running=self.running, caption=note):
            self._add_row(row)
        self.table = self.blocks[-1]

    def _goes_on(self, line: Line) -> bool:
        """Whether a table goes on with the one before: as the format says, or as the first thing
        on the next page but for footnotes."""
        before = self.table
        if before is None or line.table == before.table:
            return before is not None
        last = next(b for b in reversed(self.blocks) if b.kind != "footnote")
        page = before.breaks[-1][1] if before.breaks else before.page
        turned = line.page is not None and page is not None and line.page == page + 1
        return last is before and turned and len(line.cells) == len(before.cells)

    def _add_row(self, row: Row) -> None:
        context = self.sections.titles + self.caption + row.context
        line = row.line
        self._append(
            Block(
                "table row", "\t".join(line.cells), 0, 0, context, self.sections.parent, row.label,
                line.page, self._label_of(line.page), row.lead_in or self.lists.lead_in,
                row.headers, line.cells, line.table, row.breaks, line.marks,
            )
        )  # fmt: skip

    def _is_heading(self, paragraph: Paragraph, after: Paragraph | None, counts: bool) -> bool:
        text = paragraph.text
        if paragraph.line.role == "heading":
            return True
        letters = paragraph.label is not None and self.sections.follows_letter(paragraph.label)
        if is_lettered_head(paragraph, after, counts_on=letters) and not self.lists.lead_in:
            return True
        if (paragraph.label and not counts) or self._resolves(paragraph):
            return False
        if paragraph.label and self.sections.is_next_section(paragraph.label):
            return is_headed(paragraph, after) or is_bold_section(paragraph)
        talks = opens_question(text) or (self.talk.kind is not None and opens_answer(text))
        if talks or is_outcome(text) or opens_side(text):
            return False
        return is_headed(paragraph, after)

    def _resolves(self, paragraph: Paragraph) -> bool:
        asked = any("recommend" in title.casefold() for title in self.sections.titles)
        bare = not (asked or self.lists.lead_in or self.business.quoted)
        return is_resolution(paragraph.text, minutes=self.minutes and bare)

    def _heading(self, paragraph: Paragraph, counts: bool) -> None:
        self.business.end()
        if not (self.talk.kind and opens_answer(paragraph.text)):
            self.talk.end()
        self.talk.hear(paragraph.text)
        self.sections.under(paragraph, counts, inside=self.lists.is_awaiting)
        number = self.sections.parent
        self.lists.start("", number)
        self._put("heading", paragraph, number if counts or paragraph.label else "")
        self.sections.head(paragraph, counts)
        self._open_list(paragraph, number)

    def _resolved(self, paragraph: Paragraph, counts: bool) -> None:
        label = paragraph.label
        number = self.sections.parent
        if label is not None and counts:
            self.sections.counted(label, paragraph.line)
            number = self.sections.parent
            self.lists.start("", number)
        elif label is not None and label.style != "bullet":
            number = self.lists.add(label, paragraph.text, paragraph.line).number
        self.lists.open(paragraph.text if len(paragraph.text) < _LEAD_IN else "", number)
        self.business.resolved(number, self.lists.depth)
        self.talk.end()
        self._put("resolution", paragraph, number)

    def _counted(self, paragraph: Paragraph, label: Label) -> None:
        self.sections.counted(label, paragraph.line)
        self.talk.end()
        self.lists.start("", label.text)
        self._open_list(paragraph, label.text)
        self._put(self.business.hear(paragraph.text, label.text, 1), paragraph, label.text)

    def _item(self, paragraph: Paragraph, label: Label) -> None:
        text = paragraph.text
        if self.sections.follows_letter(label) and not self.lists.expects(label):
            self.sections.leave_letter()
            self.lists.start("", self.sections.parent)
        place = self.lists.add(label, text, paragraph.line)
        if self.business.kind and self.business.holds_item(text, place.depth):
            self._put(self.business.kind, paragraph, place.number, place.lead_in)
            return
        kind = self.business.hear(text, place.number, place.depth + 1)
        if kind == "paragraph":
            listed = label.style != "number" or bool(place.lead_in)
            kind = self.talk.hear(text) or ("list item" if listed else kind)
        lead_in = place.lead_in or (self.talk.lead_in if kind == "answer" else "")
        self._put(kind, paragraph, place.number, lead_in)

    def _plain(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if opens_side(text) or is_outcome(text):
            asked = self.lists.is_awaiting
            number = self.lists.number if asked else self.business.number or self.sections.parent
            self._put("vote", paragraph, number, self.lists.lead_in if asked else "")
        elif self.business.holds_text(text):
            number = self.lists.number or self.business.number
            self._open_list(paragraph, number)
            self._put("motion", paragraph, number)
        elif self.business.resolving and goes_on_resolving(text, after=self.blocks[-1].text):
            self._put("resolution", paragraph, self.sections.parent)
        else:
            self._text(paragraph)

    def _text(self, paragraph: Paragraph) -> None:
        held = self.lists.holds(paragraph.line)
        self.lists.interrupted = self.lists.interrupted or held is None
        number = held.number if held else self.sections.parent
        kind = self.business.hear(paragraph.text, number, self.lists.depth + 1)
        if kind == "paragraph":
            kind = self.talk.hear(paragraph.text) or kind
        if kind == "paragraph" and not (self.sections.begun or self.sections.titles):
            kind = "front matter"
        lead_in = self.talk.lead_in if kind == "answer" else held.lead_in if held else ""
        self._open_list(paragraph, number)
        self._put(kind, paragraph, number, lead_in)

    def _open_list(self, paragraph: Paragraph, number: str) -> None:
        if opens_list(paragraph.text):
            self.lists.open(paragraph.text, number)

    def _put(self, kind: BlockKind, paragraph: Paragraph, number: str, lead_in: str = "") -> None:
        if kind in ("paragraph", "list item", "front matter") and is_boilerplate(paragraph.text):
            kind = "boilerplate"
        line = paragraph.line
        self._append(
            Block(
                kind, paragraph.text, 0, 0, self.sections.titles, number, "",
                line.page, self._label_of(line.page), lead_in,
                breaks=tuple(paragraph.breaks), marks=tuple(paragraph.marks),
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
