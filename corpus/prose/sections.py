"""The headings above a place in a paper, and the count its own numbers keep.

Headings in bold and the paragraphs under them may keep two counts: minutes number their items
through the year ("283.") and begin their paragraphs again at 1 under each.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.prose.headings import could_head
from corpus.prose.joining import Paragraph
from corpus.prose.lists import Lists
from corpus.prose.numbering import Label, follows

UNNUMBERED = 9
"""The level of a heading without a number: below every number that is printed."""


@dataclass(slots=True)
class Sections:
    """`parent` is the last number of the paper's own count ("3.2", "283"), `numbers` the same as
    numbers; `begun` once the paper has counted at all."""

    numbers: tuple[int, ...] = ()
    parent: str = ""
    begun: bool = False
    _open: list[tuple[int, str]] = field(default_factory=list)
    _headed_bold: bool = False

    @property
    def titles(self) -> tuple[str, ...]:
        """The headings above, outermost first."""
        return tuple(title for _, title in self._open)

    def counted(self, label: Label, *, headed_bold: bool = False) -> None:
        """A number of the paper's own count has been passed."""
        self.numbers, self.parent, self.begun = label.numbers, label.text, True
        self._headed_bold = headed_bold

    def under(self, paragraph: Paragraph, counts: bool) -> None:
        """Leave the headings that a new one ends; it stands above what follows once `head` is
        called."""
        level = self._level(paragraph, counts)
        self._open = [s for s in self._open if s[0] < level]
        if paragraph.label and counts:
            self.counted(paragraph.label, headed_bold=paragraph.line.bold)

    def head(self, paragraph: Paragraph, counts: bool) -> None:
        """What follows stands under this heading."""
        self._open.append((self._level(paragraph, counts), paragraph.text))

    def counts(
        self, paragraph: Paragraph, after: Paragraph | None, *, lists: Lists, resolving: bool
    ) -> bool:
        """Whether a paragraph's number is the paper's own count (3.2, 12., minute 39), not an item
        of a list."""
        label, bold = paragraph.label, paragraph.line.bold
        if label is None or label.style != "number":
            return label is not None and label.style == "dotted"
        headed = could_head(label.rest, bold=bold)
        if headed and (_is_first_of(after, label) or (bold and self._heads_on(label))):
            return True
        top = self.numbers[:1]
        if len(self.numbers) == 1 and label.numbers[0] == top[0] + 1 and not lists.expects(label):
            return True
        next_item = label.numbers[0] == lists.next and (resolving or bool(lists.lead_in))
        next_paragraph = len(self.numbers) == 1 and follows(label, top) and not resolving
        if next_item and not next_paragraph:
            return False
        if (len(self.numbers) > 1 or resolving) and not headed:
            return False
        return not top or follows(label, top)

    def _heads_on(self, label: Label) -> bool:
        """Whether a bold number can be the next heading's, which minutes begin anywhere."""
        if len(self.numbers) > 1:
            return False
        return follows(label, self.numbers) or not self._headed_bold

    @staticmethod
    def _level(paragraph: Paragraph, counts: bool) -> int:
        if counts and paragraph.label:
            return len(paragraph.label.numbers)
        return paragraph.line.level if paragraph.line.role == "heading" else UNNUMBERED


def _is_first_of(after: Paragraph | None, label: Label) -> bool:
    """Whether 3.1 comes after "3."."""
    below = after.label if after else None
    return below is not None and below.style == "dotted" and below.numbers[0] == label.numbers[0]
