"""Text and Markdown files: one line of the file is one line drawn, a line with tabs a table row.

Emphasis and links keep their words and lose their marks; a mark that is never closed is dropped
too. Markdown tables (`| a | b |`), and lines one below another cut alike by bars (`a | b | c`), are
rows like tab-separated ones. Where lines are longer than any page is wide, nobody broke them to a
width: each is a paragraph of its own, and a long one as if white space stood above and below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.paper import Drawing, Line
from corpus.prose.paragraphs import is_residue

_TAG = re.compile(r"</?(?:u|i|b|em|strong|sup|sub|s|br|span|font)(?:\s[^<>]*)?/?>", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_LINK = re.compile(r"\[([^\]\n]+)\]\((?:[^()\s]|\([^()\s]*\))*\)")
_STARS = re.compile(r"\*{2,3}|(?<![\w*])\*(?=\w)|(?<=[\w.,;:?!'\"”’)])\*(?![\w*])")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_BULLET = re.compile(r"([-*+•▪●◦·–])\s+(?=\S)")
_RULE = re.compile(r"[-_=*|:\s]+$")
_PIPES = re.compile(r"\s*\|.*\|\s*$")
_BAR = re.compile(r"\s\|(?=\s|$)")
UNBROKEN, SEVERAL = 200, 2
"""Characters of a line that nobody broke to a width, and how many of them tell it of a file."""
LONG = 100
"""Characters of a line that, in such a file, is text, whatever stands above it its title."""


def draw_text(data: bytes) -> Drawing:
    """The lines of a text or Markdown file, in UTF-8, UTF-16 (with its mark) or Windows-1252."""
    lines: list[Line] = []
    gap, table, apart, headed = True, 0, True, False
    raws = _decode(data).splitlines()
    unbroken = sum(len(raw) > UNBROKEN for raw in raws) >= SEVERAL
    long = [unbroken and len(raw) > LONG for raw in raws]
    barred = _barred(raws)
    for number, raw in enumerate(raws):
        if not raw.strip():
            gap = True
            continue
        gap = gap or long[number]
        cells = _cells(raw, barred=number in barred)
        cells = cells or (_half_row(raw) if headed and not apart else ())
        if cells:
            # neither a blank line nor a page's stamp ends a table, a line of text does
            if apart:
                table, headed = table + 1, not re.search(r"[\d:]", raw)
            if any(cells):
                lines.append(Line("\t".join(cells), role="row", cells=cells, table=table, gap=gap))
        elif (line := _line(raw, gap)) is not None:
            lines.append(replace(line, whole=unbroken))
        apart = not cells and (apart or not is_residue(raw))
        gap = long[number]
    return Drawing(tuple(lines))


def _decode(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _line(raw: str, gap: bool) -> Line | None:
    indent = float(4 * (len(raw) - len(raw.lstrip())))
    text = raw.strip()
    if heading := _HEADING.match(text):
        return Line(_clean(heading[2]), role="heading", level=len(heading[1]), gap=True)
    if _RULE.fullmatch(text):
        return None
    bold = text.startswith("**")
    if bullet := _BULLET.match(text):
        rest = text[bullet.end() :]
        return Line(_clean(rest), role="bullet", gap=gap, indent=indent, bold=rest.startswith("**"))
    text = _clean(text)
    return Line(text, gap=gap, bold=bold, indent=indent) if text else None


def _barred(raws: Sequence[str]) -> set[int]:
    """The numbers of the lines that bars cut into as many cells as a filled line next to them."""
    bars = [(n, len(_BAR.findall(raw))) for n, raw in enumerate(raws) if raw.strip()]
    alike = [(a, b) for (a, cut), (b, other) in pairwise(bars) if cut and cut == other]
    return {number for pair in alike for number in pair}


def _cells(raw: str, *, barred: bool) -> tuple[str, ...]:
    """The cells of a table row, or nothing for a line that is none."""
    if "\t" in raw.strip("\n"):
        cells = tuple(_clean(c) for c in raw.split("\t"))
        return cells if sum(map(bool, cells)) > 1 or len(cells) > 2 else ()
    if _PIPES.match(raw):
        if _RULE.fullmatch(raw):
            return ("",)
        return tuple(_clean(c) for c in raw.strip().strip("|").split("|"))
    return tuple(_clean(c) for c in _BAR.split(raw)) if barred else ()


def _half_row(raw: str) -> tuple[str, ...]:
    """A line that fills only the first of two columns, in a table whose header has two: a date
    over the rows below, or a row that leaves the other blank."""
    cells = tuple(_clean(c) for c in raw.split("\t"))
    return cells if len(cells) == 2 and cells[0] else ()


def _clean(text: str) -> str:
    text = _LINK.sub(r"\1", _TAG.sub("", _BREAK.sub(" ", text)))
    return " ".join(_STARS.sub("", text).split())
