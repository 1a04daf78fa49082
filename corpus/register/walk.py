"""Going down a paper for what its prose recommends: under its heading for recommendations, in lists
whose first line says so, in sentences of their own ("It is recommended that …").

A line that only says who is asked is not a recommendation, what hangs on it is. An item that opens
a list of its own holds that list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.paper import Block, Paper
from corpus.prose.lists import opens_list
from corpus.prose.numbering import label_of
from corpus.register.asked import Asked, pieces_of, printed_number
from corpus.register.asking import addressed, asks
from corpus.register.headed import (
    heads_recommendations,
    heads_them_among_others,
    is_reviewers_heading,
    lists_recommendations,
    numbered,
    opening,
)
from corpus.register.makers import reviewer_in
from corpus.register.unheaded import Span, span_in

_SPOKEN = frozenset({"paragraph", "list item", "front matter"})
_FIELD = re.compile(r"[A-Z][\w /()&-]{2,40}:(?:\s|$)")
"""A line of a paper's header, which ends what stands under the one before."""


def asked_in(paper: Paper) -> list[Asked]:
    """What the prose of a paper recommends, in order."""
    has_section = any(heads_recommendations(b.text) or opening(b.text) for b in paper.blocks)
    walk = _Walk(paper, has_section=has_section)
    for index, block in enumerate(paper.blocks):
        walk.pass_by(index, block)
    walk.close()
    return walk.found


@dataclass(slots=True)
class _Walk:
    """What holds at a place: whether a heading for recommendations stands over it (`headed` by a
    heading, not a mere label; `mixed` with other matters), who was last addressed, how the items of
    the list asked for are printed, and whether others than the author recommend."""

    paper: Paper
    has_section: bool
    found: list[Asked] = field(default_factory=list)
    group: int = 0
    inside: bool = False
    mixed: bool = False
    headed: bool = False
    others: bool = False
    led: bool = False
    form: str = ""
    body: str = ""
    number: str = ""
    unsure: list[int] = field(default_factory=list)

    def pass_by(self, index: int, block: Block) -> None:
        """Take what a block recommends."""
        text = block.text
        if block.kind == "heading":
            self._head(index, block)
        elif block.kind == "table row":
            self._row(index, block)
        elif block.kind not in _SPOKEN or "struck out" in block.marks:
            return
        elif heads_recommendations(text):
            self._open(text)
        elif begin := opening(text):
            self._open("")
            self._say(index, block, begin)
        elif said := numbered(text, inside=self.inside):
            self._numbered(index, block, said)
        elif self.inside:
            self._say(index, block, 0)
        else:
            self._outside(index, block)

    def close(self) -> None:
        """End a list. A single paragraph under its heading is taken where nothing asks."""
        if self.inside and len(self.unsure) == 1 and not self._any_in_group():
            index = self.unsure[0]
            self._add(index, self.paper.blocks[index], 0)
            self.found[-1] = replace(self.found[-1], sure=False)
        self.inside = self.others = self.led = False
        self.body, self.form, self.number, self.unsure = "", "", "", []

    def _open(self, title: str, *, headed: bool = False, mixed: bool = False) -> None:
        self.close()
        self.group += 1
        self.inside, self.headed, self.mixed = True, headed, mixed
        self.led = is_reviewers_heading(title)
        self.others = self.led or bool(reviewer_in([title]))

    def _head(self, index: int, block: Block) -> None:
        text = block.text
        label, said = label_of(text), numbered(text)
        if self.inside and (addressed(text) is not None or self._is_counted(text)):
            self._say(index, block, 0)
        elif said and len(text) - said[0][1] > 20:
            self.close()
            self.group += 1
            self._numbered(index, block, said)
        elif said:
            self._open("", headed=True)
            self.number = said[0][0]
        elif heads_recommendations(text):
            self._open(text, headed=True)
        elif heads_them_among_others(text):
            self._open(text, headed=True, mixed=True)
        elif self.others and label is None:
            self.inside = False  # who recommends still holds for "Recommendation 2" below it
        else:
            self.close()

    def _numbered(self, index: int, block: Block, said: Sequence[tuple[str, int, int]]) -> None:
        for number, start, end in said:
            self._add(index, block, start, number=number)
            self.found[-1] = replace(self.found[-1], end=block.start + end)

    def _is_counted(self, text: str) -> bool:
        """Whether a heading is what is asked, printed like one: "2.2 Approves the plan"."""
        label = label_of(text)
        return label is not None and label.style == "dotted" and asks(text)

    def _row(self, index: int, block: Block) -> None:
        """A header table may hold them: "Recommendations" beside a cell with what is asked."""
        cells = [cell for cell in block.cells if cell]
        if len(cells) == 2 and heads_recommendations(cells[0]) and asks(cells[1]):
            self._open("")
            self._add(index, block, block.text.index(cells[1], len(cells[0])))
            self.close()

    def _say(self, index: int, block: Block, begin: int) -> None:
        """A block under a heading for recommendations, from `begin` on."""
        text = block.text[begin:]
        body = addressed(text)
        if body is not None:
            self.body, self.led, self.form = body, True, ""
        elif lists_recommendations(text) and opens_list(text):
            self.led, self.form = True, ""
            self.others = self.others or bool(reviewer_in([text]))
        elif self._hangs_on_last(block):
            self.found[-1] = replace(self.found[-1], end=block.end)
        elif self._is_item(block) or asks(text):
            self._add(index, block, begin)
        elif not self.headed and (_FIELD.match(text) or block.kind != "front matter"):
            self.close()
        elif not self.mixed:
            self.unsure.append(index)

    def _is_item(self, block: Block) -> bool:
        """Whether a block is an item of the list asked for: printed as its first one was."""
        label = label_of(block.text)
        if label is None or label.style == "dotted" or len(label.rest.split()) < 2:
            return False
        if addressed(block.lead_in) is not None or lists_recommendations(block.lead_in):
            return True
        first = label.style == "bullet" or label.text in ("1", "a", "i")
        if self.led and not self.form and first:
            self.form = label.form
        return self.led and label.form == self.form

    def _hangs_on_last(self, block: Block) -> bool:
        """Whether a block belongs to the list that the last recommendation opens."""
        if not self._any_in_group():
            return False
        last = self.paper.blocks[self.found[-1].index]
        if block.lead_in and block.lead_in == last.text and addressed(last.text) is None:
            return True
        nested = last.kind == "list item" and block.paragraph.startswith(f"{last.paragraph} ")
        return nested and bool(last.paragraph)

    def _any_in_group(self) -> bool:
        return bool(self.found) and self.found[-1].group == self.group

    def _outside(self, index: int, block: Block) -> None:
        """A block that no heading for recommendations stands over."""
        if lists_recommendations(block.text) and opens_list(block.text):
            self.group += 1
            self.others = True
            return
        span = span_in(block, self.paper, has_section=self.has_section)
        if span is None:
            return
        if span.kind == "item":
            self._list(index, block, span)
            return
        self.group += 1
        by_others = span.kind == "reported"
        self.found.append(
            Asked(
                index, block.start + span.start, block.start + span.end, self.group,
                number=span.number or ("" if by_others else printed_number(block)),
                by_others=by_others,
            )
        )  # fmt: skip

    def _list(self, index: int, block: Block, span: Span) -> None:
        last = self.paper.blocks[self.found[-1].index] if self.found else None
        if last is None or last.lead_in != block.lead_in:
            self.group += 1
        self.body, others = addressed(block.lead_in) or "", self.others
        self.others = span.by_others
        self._add(index, block, 0)
        self.body, self.others = "", others

    def _add(self, index: int, block: Block, begin: int, *, number: str = "") -> None:
        one = Asked(
            index, block.start, block.end, self.group, self.body, number or self.number, self.others
        )
        self.found.extend(pieces_of(one, block, begin))
