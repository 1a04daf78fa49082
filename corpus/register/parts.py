"""The numbered parts of what was resolved: "(1) …; (2) …", each in its block or all in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.counting import letters, roman
from corpus.paper import Block
from corpus.prose.blocks import SEPARATOR
from corpus.register.asking import unlabelled

_FIRST = re.compile(r"(?:^|(?<=\s))(?P<open>\(?)(?P<label>1|a|A|i)(?P<close>[.)])(?=\s+\S)")
"""The first number of a row of parts printed in one paragraph."""


def parts_of(blocks: Sequence[Block], *, opened: bool) -> tuple[str, ...]:
    """The parts of a resolution's blocks, without their numbers; what hangs on a part goes with it.

    `opened` tells that the first block is the line they hang on, no part itself.
    """
    if opened and len(blocks) == 1:
        return within(blocks[0].text)
    parts: list[str] = []
    number = ""
    for block in blocks[1:] if opened else blocks:
        if parts and number and block.paragraph.startswith(f"{number} "):
            parts[-1] += SEPARATOR + block.text
            continue
        number = block.paragraph
        parts += within(block.text) or (unlabelled(block.text),)
    return tuple(parts) if opened or len(parts) > 1 else ()


def within(text: str) -> tuple[str, ...]:
    """The parts printed in one paragraph, () where there are not two.

    >>> within("RESOLVED that: (1) the plan be noted; and (2) it be sent to Cabinet.")
    ('the plan be noted; and', 'it be sent to Cabinet.')
    """
    first = _FIRST.search(text)
    if first is None:
        return ()
    cuts = [first.span()]
    for label in _after(first["label"]):
        sought = re.compile(rf"(?<=\s){re.escape(first['open'] + label + first['close'])}(?=\s)")
        found = sought.search(text, cuts[-1][1])
        if found is None:
            break
        cuts.append(found.span())
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    parts = tuple(text[at:end].strip() for (_, at), end in zip(cuts, ends, strict=True))
    return parts if len(parts) > 1 else ()


def _after(label: str) -> Iterator[str]:
    """The labels that count on from the first of a list."""
    for number in range(2, 41):
        match label:
            case "1":
                yield str(number)
            case "i":
                yield roman(number)
            case "A":
                yield letters(number).upper()
            case _:
                yield letters(number)
