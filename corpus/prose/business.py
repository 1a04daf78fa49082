"""What is being resolved or moved at a place in a paper, and where it ends.

What was resolved is everything in the lists under RESOLVED; what was moved is that too, and every
paragraph while the words moved stand in quotation marks that are still open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.paper import BlockKind
from corpus.prose.motions import is_motion
from corpus.prose.votes import is_counted

_GOES_ON = re.compile(r"[“\"‘]|(?:and )?seconded\b", re.I)
"""The words moved, or who seconded them, in a paragraph of their own."""


@dataclass(slots=True)
class Business:
    """`kind` is "resolution", "motion" or None; `number` the paragraph it began in; `depth` the
    lists that belong to it: that deep or deeper."""

    kind: BlockKind | None = None
    number: str = ""
    depth: int = 0
    quoted: bool = False

    @property
    def resolving(self) -> bool:
        """Whether what was resolved is being told."""
        return self.kind == "resolution"

    def end(self) -> None:
        """Other business begins."""
        self.kind, self.quoted = None, False

    def resolved(self, number: str, depth: int) -> None:
        """RESOLVED has been read; its clauses stand `depth` lists deep."""
        self.kind, self.number, self.depth, self.quoted = "resolution", number, depth, False

    def hear(self, text: str, number: str, depth: int) -> BlockKind:
        """What a paragraph that is not part of it is: "motion" if it moves something, which begins
        here, "vote" if it tells of one, else "paragraph"."""
        self.end()
        if is_motion(text):
            self.kind, self.number, self.depth = "motion", number, depth
            self.quoted = _left_open(text)
            return "motion"
        return "vote" if is_counted(text) else "paragraph"

    def holds_item(self, text: str, depth: int) -> bool:
        """Whether a list item belongs to it."""
        if self.kind is None or (depth < self.depth and not self.quoted):
            return False
        self.quoted = self.quoted and not _is_closed(text)
        return True

    def holds_text(self, text: str) -> bool:
        """Whether a paragraph without number or bullet is part of the words moved."""
        if self.kind != "motion" or not (self.quoted or _GOES_ON.match(text)):
            return False
        self.quoted = not _is_closed(text) if self.quoted else _left_open(text)
        return True


def _left_open(text: str) -> bool:
    """Whether a quotation begins in a text and does not end in it."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _is_closed(text: str) -> bool:
    """Whether a quotation begun before ends in a text."""
    return text.count("”") > text.count("“") or text.count('"') % 2 == 1
