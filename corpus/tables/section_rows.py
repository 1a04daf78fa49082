"""Rows that stand over other rows: a phase, a date, a service. And the totals that end them.

A section holds for the rows below it until another of its kind, or a total that is its own: "TOTAL
PHASE ONE" ends PHASE ONE and what stands in it, "Total" ends the innermost section, and a total of
something else stands outside them all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.tables.cell_kinds import is_figure, is_period

LONG = 80
"""Characters: a longer text over a table's whole width is a note, not a section's name."""
_TOTAL = re.compile(
    r"(?:(?:grand|sub|net|gross|overall)[\s-]*)?totals?\b(?!\s+(?:numbers?|no|amount|value)\b)|.*\btotals?$",
    re.I,
)
_BARE = re.compile(
    r"(?:(?:sub|net|gross)[\s-]*)?totals?(?: \(?(?:£\S*|cost|budget|for year)\)?)?:?", re.I
)


class Section(NamedTuple):
    """A section row that holds: whether it is in capitals, as outer sections are, and whether
    another of its kind has stood in it."""

    text: str
    loud: bool
    outer: bool = False


@dataclass(slots=True)
class Sections:
    """The section rows that hold at a place in a table, outermost first; `fresh` while the row
    before was one."""

    open: list[Section] = field(default_factory=list)
    fresh: bool = False

    @property
    def context(self) -> tuple[str, ...]:
        """The texts of the sections that hold."""
        return tuple(section.text for section in self.open)

    def enter(self, text: str) -> None:
        """A section row. It ends those of its kind and what stands in them, unless it comes right
        after one (a date apart) or after a total in one that already held others."""
        new = Section(text, text.isupper())
        kinds = [section.loud for section in self.open]
        if kinds and kinds[-1] == new.loud and self.fresh and not is_period(text):
            self.open[-1] = self.open[-1]._replace(outer=True)
        elif kinds and kinds[-1] == new.loud and self.open[-1].outer:
            pass
        elif new.loud in kinds:
            del self.open[kinds.index(new.loud) :]
        elif new.loud or (kinds and not kinds[0]):
            self.open.clear()
        self.open.append(new)
        self.fresh = True

    def total(self, label: str) -> tuple[str, ...]:
        """The context of a total, which ends the sections it adds up."""
        named = [i for i, (text, *_) in enumerate(self.open) if text.casefold() in label.casefold()]
        if named:
            del self.open[named[-1] + 1 :]
        elif not _BARE.fullmatch(label):
            self.open.clear()
        context = self.context
        del self.open[-1:]
        self.fresh = False
        return context


def is_total(label: str) -> bool:
    """Whether a row's label makes it a total.

    >>> is_total("TOTAL PHASE ONE"), is_total("Sub-total"), is_total("Totally new posts")
    (True, True, False)
    """
    return bool(_TOTAL.match(label))


def is_section(cells: Sequence[str], *, bold: bool = False) -> bool:
    """Whether a row's first cell alone is filled, with the name of what is below."""
    text = cells[0]
    if not text or any(cells[1:]) or len(text) >= LONG or is_figure(text) or is_total(text):
        return False
    if len(cells) == 2:  # a value left blank looks the same
        return is_period(text) or text.isupper() or bold
    return any(c.isalpha() for c in text) or is_period(text)
