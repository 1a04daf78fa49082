"""The headings above a place in a paper, and the count its own numbers keep.

Headings in bold and the paragraphs under them may keep two counts: minutes number their items
through the year ("283.") and begin their paragraphs again at 1 under each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.paper import Line
from corpus.prose.joined import Paragraph
from corpus.prose.lists import NEAR, Lists
from corpus.prose.numbering import Label, follows, label_of
from corpus.prose.titles import could_head, is_caption

UNNUMBERED = 9
"""The level of a heading in bold without a number: below every number that is printed, above those
in plain type, and those above the names of tables."""
_CLOSES = re.compile(
    r"(?:(?:list of )?appendi(?:x|ces)|background (?:documents?|papers?)|attach(?:ed|ments?)|"
    r"contact (?:details|officers?)|(?:report )?authors?|relevant directors?|recommendations?)"
    r"(?:\(s\))?\b",
    re.I,
)
"""What stands at a report's end, outside its numbered sections, where it has no number itself."""


_NOWHERE = Line("")


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    title: str
    number: str


@dataclass(slots=True)
class Sections:
    """`parent` is the last number of the paper's own count ("3.2", "283"), `numbers` the same as
    numbers; `begun` once the paper has counted at all."""

    numbers: tuple[int, ...] = ()
    parent: str = ""
    begun: bool = False
    _open: list[_Heading] = field(default_factory=list)
    _headed_bold: bool = False
    _at: Line = _NOWHERE
    _inside: bool = False

    @property
    def titles(self) -> tuple[str, ...]:
        """The headings above, outermost first."""
        return tuple(one.title for one in self._open)

    def counted(self, label: Label, at: Line = _NOWHERE, *, headed: bool = False) -> None:
        """A number of the paper's own count has been passed; `at` is the line it begins. The next
        section's ends the one before, even where it is too long for a heading."""
        if self.is_next_section(label):
            self._open = [one for one in self._open if not one.number]
        if label.style == "dotted":
            depth, beside = label.text.count("."), (one.number for one in self._open)
            ended = {n for n in beside if n != label.text and "." in n and n.count(".") == depth}
            self._open = [one for one in self._open if one.number not in ended]
        self.numbers, self.parent, self.begun = label.numbers, label.text, True
        self._headed_bold, self._at, self._inside = headed and at.bold, at, False

    def follows_letter(self, label: Label) -> bool:
        """Whether a letter is the next after that of the heading above: B) after A)."""
        letter = self._open[-1].number.rpartition(" ")[2] if self._open else ""
        both = label.style == "letter" and len(letter) == len(label.text) == 1 and letter.isalpha()
        return both and ord(label.text) == ord(letter) + 1

    def leave_letter(self) -> None:
        """An item that counts on from a lettered heading stands beside it, not under it."""
        self.parent = self._open.pop().number.rpartition(" ")[0]

    def under(self, paragraph: Paragraph, counts: bool, *, inside: bool = False) -> None:
        """Leave the headings that a new one ends; it stands above what follows once `head` is
        called. `inside` where the paragraph before has opened a list that has not begun."""
        level = self._level(paragraph, counts)
        self._open = [one for one in self._open if one.level < level]
        if paragraph.label and counts:
            self.counted(paragraph.label, paragraph.line, headed=True)
        else:
            self._leave_number(paragraph, inside)

    def _leave_number(self, heading: Paragraph, inside: bool) -> None:
        """A heading without a number ends the paragraph before it, unless it names a table or
        stands inside: as far in as that paragraph's text, or where its list was to begin."""
        closes = _CLOSES.match(heading.text)
        indented = heading.line.indent > self._at.indent + NEAR and not heading.label
        self._inside = not closes and (self._inside or inside)
        if is_caption(heading.text) or (not closes and (indented or self._inside)):
            return
        if closes and len(self.numbers) > 1:
            self._open = [one for one in self._open if not one.number]
        self.parent = next((one.number for one in reversed(self._open) if one.number), "")
        if heading.label:
            self.parent = f"{self.parent} {heading.label.text}".strip()

    def head(self, paragraph: Paragraph, counts: bool) -> None:
        """What follows stands under this heading."""
        number = self.parent if paragraph.label else ""
        self._open.append(_Heading(self._level(paragraph, counts), paragraph.text, number))

    def counts(
        self, paragraph: Paragraph, after: Paragraph | None, *, lists: Lists, resolving: bool
    ) -> bool:
        """Whether a paragraph's number is the paper's own count (3.2, 12., minute 39), not an item
        of a list."""
        label, bold = paragraph.label, paragraph.line.bold
        if label is None or label.style != "number":
            return label is not None and label.style in ("dotted", "item")
        headed = could_head(label.rest, bold=bold)
        over = _is_first_of(after, label) or _is_over_bold(paragraph, after)
        if headed and (over or (bold and self._heads_on(label))):
            return True
        top = self.numbers[:1]
        due = bool(top) and label.numbers[0] == top[0] + 1 and not lists.expects(label)
        if due and (len(self.numbers) == 1 or self.is_next_section(label)):
            return True
        next_item = label.numbers[0] == lists.next and (resolving or bool(lists.lead_in))
        next_paragraph = len(self.numbers) == 1 and follows(label, top) and not resolving
        if next_item and not next_paragraph:
            return False
        if (len(self.numbers) > 1 or resolving) and not headed:
            return False
        return not top or follows(label, top)

    def is_next_section(self, label: Label) -> bool:
        """Whether the section before a number was printed as a heading, in the same form: the next
        section's may be as long as a sentence."""
        before = f"{label.numbers[0] - 1}" if len(label.numbers) == 1 else ""
        titles = (one.title for one in self._open if one.number == before)
        same = (label_of(title) for title in titles)
        return any(one is not None and one.form == label.form for one in same)

    def _heads_on(self, label: Label) -> bool:
        """Whether a bold number can be the next heading's, which minutes begin anywhere."""
        if len(self.numbers) > 1:
            return False
        return follows(label, self.numbers) or not self._headed_bold

    @staticmethod
    def _level(paragraph: Paragraph, counts: bool) -> int:
        if counts and paragraph.label:
            return len(paragraph.label.numbers)
        if paragraph.line.role == "heading":
            return paragraph.line.level
        if is_caption(paragraph.text):
            return UNNUMBERED + 2
        return UNNUMBERED if paragraph.line.bold else UNNUMBERED + 1


def _is_first_of(after: Paragraph | None, label: Label) -> bool:
    """Whether 3.1 comes after "3."."""
    below = after.label if after else None
    return below is not None and below.style == "dotted" and below.numbers[0] == label.numbers[0]


def _is_over_bold(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a line in plain type stands directly over one in bold, as a form's sections do."""
    if after is None or paragraph.line.bold or not after.line.bold:
        return False
    return not after.line.gap and after.label is None and after.line.page == paragraph.line.page
