"""A recommendation as found, before it is known who makes it and whether it is printed again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.paper import Block
from corpus.prose.numbering import label_of
from corpus.register.asking import address_in, unlabelled
from corpus.register.marked import parts_of


@dataclass(frozen=True, slots=True)
class Asked:
    """`paper.text[start:end]`, from the block at `index` on.

    `group` is shared by those of one list, `body` is who is asked. `by_others` where it is not the
    paper's author who recommends; `sure` is False where a rule of last resort read it.
    """

    index: int
    start: int
    end: int
    group: int
    body: str = ""
    number: str = ""
    by_others: bool = False
    sure: bool = True


def pieces_of(asked: Asked, block: Block, begin: int) -> list[Asked]:
    """What a block asks from `begin` on, without its number: one thing, or each it lists inside
    itself after saying who is asked ("Members are asked to: (a) note …; (b) agree …")."""
    text = block.text
    begin = max(begin, len(text) - len(unlabelled(text)))
    own, after = address_in(text[begin:]) or ("", 0)
    body = (asked.body or own) if block.kind == "list item" else (own or asked.body)
    number = asked.number or printed_number(block)
    one = replace(asked, start=block.start + begin, body=body, number=number)
    parts = parts_of(text, begin + after) if after else []
    return [
        replace(one, start=block.start + part.start, end=block.start + part.end, number=part.mark)
        for part in parts
    ] or [one]


def printed_number(block: Block) -> str:
    """The number or letter a block is printed with; a bullet is none."""
    label = label_of(block.text)
    return label.text if label and label.style != "bullet" else ""
