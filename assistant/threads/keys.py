"""What a paper's ratings mean, read from its stored passages: the key that a plan prints is often
all that its later reports are rated by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from corpus.paper import Block, Meeting, Paper
from corpus.register.rating_keys import rating_key
from index.passages import Passage


def key_in(passages: Iterable[Passage]) -> Mapping[str, str]:
    """The meaning of each rating that these passages explain, as `rating_key` has it of a paper."""
    blocks = tuple(block for passage in passages for block in _blocks(passage))
    return rating_key(Paper("", "", "", "other", "public", Meeting(), blocks=blocks))


def _blocks(passage: Passage) -> Iterator[Block]:
    for line in passage.text.split("\n"):
        cells = tuple(line.split("\t")) if "\t" in line else ()
        yield Block(
            kind="table row" if cells else "paragraph",
            text=line,
            start=0,
            end=len(line),
            section=tuple(passage.section.split(" > ")),
            headers=tuple(passage.headers.split("\n")),
            cells=cells,
        )
