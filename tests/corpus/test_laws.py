"""Laws of reading: blocks are slices of their paper, one after another, and lose no word but what a
page leaves behind. For any lines at all, and for the real papers where they are at hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from hypothesis import given

from corpus.front.committees import is_meeting
from corpus.paper import Block, Line
from corpus.pdf.draw import draw_pdf
from corpus.plain import draw_text
from corpus.prose.blocks import SEPARATOR, blocks_of
from corpus.prose.footnotes import footnotes_in
from corpus.prose.paragraphs import is_residue
from tests.corpus.drawn import drawn_lines, lines_in

LARGEST = 200_000
"""Bytes of the PDFs the laws are tried on: the whole set takes most of a minute."""


def words(texts: Iterable[str]) -> list[str]:
    return re.findall(r"\w+", " ".join(texts))


def is_read(line: Line) -> bool:
    left_behind = is_residue(line.text) or line.text.strip() == str(line.page)
    return line.role != "row" and not left_behind


def row_words(texts: Iterable[Line | Block]) -> set[str]:
    return set(words(x.text for x in texts if x.cells))


def lost(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Line]:
    """The lines of running text whose words are not in the blocks, in order, less what a page
    leaves behind; all words of the blocks are the lines'."""
    feet = footnotes_in(lines)
    notes = words(b.text for b in blocks if b.kind == "footnote")
    assert notes == words(lines[i].text for i in sorted(feet))
    found = words(b.text for b in blocks if b.kind not in ("footnote", "table row"))
    at, missing = 0, []
    for line in (x for i, x in enumerate(lines) if i not in feet and is_read(x)):
        drawn = words([line.text])
        if found[at : at + len(drawn)] == drawn:
            at += len(drawn)
        else:
            missing.append(line)
    assert at == len(found)
    return missing


def is_within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether words stand among others in the same order."""
    rest = iter(whole)
    return all(word in rest for word in part)


def rows_out_of_order(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Line]:
    """The drawn rows whose words no row of the paper holds in the order of reading."""
    rows = [words(b.cells) for b in blocks if b.kind == "table row"]
    drawn = [x for x in lines if x.role == "row"]
    return [x for x in drawn if not any(is_within(words(x.cells), row) for row in rows)]


def assert_laws(lines: Sequence[Line]) -> None:
    blocks = blocks_of(lines)
    text = SEPARATOR.join(b.text for b in blocks)
    assert all(text[b.start : b.end] == b.text for b in blocks)
    assert all(a.end + len(SEPARATOR) == b.start for a, b in pairwise(blocks))
    assert row_words(lines) == row_words(blocks)
    assert not rows_out_of_order(lines, blocks)
    assert all(is_meeting(line.text) for line in lost(lines, blocks))


@given(drawn_lines)
def test_any_lines_become_slices_in_order_that_lose_no_word(lines: tuple[Line, ...]) -> None:
    assert_laws(lines)


@given(drawn_lines)
def test_breaks_stand_inside_their_block_in_order(lines: tuple[Line, ...]) -> None:
    for block in blocks_of(lines):
        offsets = [offset for offset, _ in block.breaks]
        assert offsets == sorted(offsets)
        assert all(0 < offset <= len(block.text) for offset in offsets)


def test_a_lost_word_is_found_out() -> None:
    lines = lines_in("The Committee met.\n\nIt noted the report.")
    assert [x.text for x in lost(lines, blocks_of(lines)[:1])] == ["It noted the report."]


def test_a_row_with_its_cells_exchanged_is_found_out() -> None:
    row = Line("Ashmere\t12", 1, role="row", cells=("Ashmere", "12"), table=1)
    exchanged = Block("table row", "12\tAshmere", 0, 10, cells=("12", "Ashmere"))
    assert rows_out_of_order((row,), (exchanged,)) == [row]
    assert rows_out_of_order((row,), blocks_of((row,))) == []


def small_papers(folder: Path) -> list[Path]:
    pdfs = [p for p in folder.rglob("*.pdf") if p.stat().st_size < LARGEST]
    return sorted([*folder.rglob("*.txt"), *pdfs])


def test_the_laws_hold_for_real_papers(shared: Path) -> None:
    for path in small_papers(shared / "papers"):
        drawing = draw_pdf(path) if path.suffix == ".pdf" else draw_text(path.read_bytes())
        assert_laws(drawing.lines)
