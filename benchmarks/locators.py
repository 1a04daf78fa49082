"""Whether a block's locator names what gold's locator asks for: "Item 7 para 3.2, bullet 3".

Only what a paper prints as a number or a row's name counts: an agenda item, a minute, a paragraph,
a table row. Bullets, columns and the names of tables are for people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.paper import Block, Paper

_NUMBER = r"(\d+(?:\.\d+)*)"
_ITEM = re.compile(r"\bitem (\d+\w?)\b", re.I)
_MINUTE = re.compile(rf"\bminute {_NUMBER}", re.I)
_PARAGRAPH = re.compile(rf"\b(?:para|paras|paragraph|section) {_NUMBER}", re.I)
_OPENING = re.compile(rf"^{_NUMBER}(?![\w/])")
_ROW = re.compile(r"\brow ([^,]+)", re.I)
_HEADED = re.compile(rf"(?:\w+ )?\(?{_NUMBER}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a gold locator asks for; "" and () where it asks for no such thing."""

    item: str = ""
    numbers: tuple[str, ...] = ()
    row: str = ""

    def __bool__(self) -> bool:
        return bool(self.item or self.numbers or self.row)


def wanted(locator: str) -> Wanted:
    """The numbers and the row that a gold locator names.

    >>> wanted("Item 7 para 3.2, bullet 3")
    Wanted(item='7', numbers=('3.2',), row='')
    >>> wanted("minute 83 para 7"), wanted("2.2 table row R4")
    (Wanted(item='', numbers=('83', '7'), row=''), Wanted(item='', numbers=('2.2',), row='R4'))
    """
    item, row = _ITEM.search(locator), _ROW.search(locator)
    numbers = [m[1] for p in (_OPENING, _MINUTE, _PARAGRAPH) if (m := p.search(locator))]
    return Wanted(item[1] if item else "", tuple(numbers), row[1] if row else "")


def is_named(want: Wanted, paper: Paper, blocks: Sequence[Block]) -> bool:
    """Whether the blocks that hold a quotation carry all of it.

    The numbers and the item have to be those of the first; the row may be any of several, because
    gold names the row that answers and quotes those around it.
    """
    item = not want.item or paper.item.casefold() == want.item.casefold()
    numbers = set(want.numbers) <= _numbers(paper, blocks[0])
    return item and numbers and any(_is_row(want.row, block) for block in blocks)


def _numbers(paper: Paper, block: Block) -> set[str]:
    """The numbers that tell where a block stands; years and sums in a heading are none of them."""
    headed = {m[1] for title in block.section if (m := _HEADED.match(title))}
    return headed | set(re.findall(_NUMBER, f"{block.paragraph} {paper.item}"))


def _is_row(row: str, block: Block) -> bool:
    sought = _words(row)
    return any(_words(label)[: len(sought)] == sought for label in (block.row, block.text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
