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
"""Characters: a longer text over a table's whole width is a note, or in a table of figures the
first line of a row's name."""
LONGEST = 250
"""Characters of a section's name in a table of text, where an aim stands over what serves it."""
_TOTAL = re.compile(
    r"(?:(?:grand|sub|net|gross|overall)[\s-]*)?totals?\b(?!\s+(?:numbers?|no|amount|value)\b)|.*\btotals?$",
    re.I,
)
_BARE = re.compile(
    r"(?:(?:sub|net|gross)[\s-]*)?totals?(?: \(?(?:£\S*|cost|budget|for year)\)?)?:?", re.I
)


_ENDED = re.compile(r"[.:;!?][\"'”’)\]]*$")
_PART = re.compile(r"(?:section|part|schedule) (?:\d{1,2}|[a-z])\b", re.I)
_COUNTED = re.compile(r"\d{1,3}(?:\.\d+)*[.)]\s?[A-Z]")


class Section(NamedTuple):
    """A section row that holds: its level (0 for "Section A", 1 in capitals, 2 else: the lower
    stands outside), and whether another of its level has stood in it."""

    text: str
    level: int
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
        """A section row. It ends those of its level and what stands in them, unless it comes right
        after one (dates and numbers apart) or after a total in one that already held others."""
        new = Section(text, _level(text))
        levels = [section.level for section in self.open]
        alike = bool(levels) and levels[-1] == new.level
        if alike and self.fresh and not (is_period(text) or _COUNTED.match(text)):
            self.open[-1] = self.open[-1]._replace(outer=True)
        elif alike and self.open[-1].outer:
            pass
        elif new.level in levels:
            del self.open[levels.index(new.level) :]
        else:
            self.open = [section for section in self.open if section.level < new.level]
        self.open.append(new)
        self.fresh = True

    def total(self, label: str) -> tuple[str, ...]:
        """The context of a total, which ends the sections it adds up."""
        total = _evened(label)
        named = [i for i, section in enumerate(self.open) if _evened(section.text) in total]
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


def is_section(cells: Sequence[str], *, bold: bool = False, long: bool = False) -> bool:
    """Whether a row's first cell alone is filled, with the name of what is below; `long` where the
    name may be a whole aim."""
    text = cells[0]
    if not text or any(cells[1:]) or is_figure(text) or is_total(text):
        return False
    if len(text) >= LONG and (not long or len(text) >= LONGEST or _ENDED.search(text)):
        return False
    if len(cells) == 2:  # a value left blank looks the same
        return is_period(text) or text.isupper() or bold
    return any(c.isalpha() for c in text) or is_period(text)


def is_form_section(cells: Sequence[str]) -> bool:
    """Whether a row of a form, which has no column headers, opens a part of it: a number and a
    name, or "Section B", and nothing beside it.

    >>> is_form_section(["4. Costs", ""]), is_form_section(["Costs", ""])
    (True, False)
    """
    text = cells[0]
    opens = bool(_PART.match(text) or _COUNTED.match(text))
    return opens and len(text) < LONG and not text.endswith(("?", ".")) and not any(cells[1:])


def _level(text: str) -> int:
    if _PART.match(text):
        return 0
    return 1 if text.isupper() else 2


def _evened(name: str) -> str:
    """A name in lower case, "&" written out and plurals without their s, between blanks."""
    words = re.findall(r"[^\W_]+", name.casefold().replace("&", " and "))
    return f" {' '.join(w.removesuffix('s') for w in words)} "
