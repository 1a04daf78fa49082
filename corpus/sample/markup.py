"""The small markup the sample sources are written in, read into blocks that a writer can set.

A source opens with `key: value` lines between two `---` lines. Below them, blank lines part blocks:

    # title, ## heading, ### sub-heading
    3.1 a paragraph; (a) or - opens a list item; **bold**, _italic_, <br> for a new line
    | cell | cell |        a table; its first row repeats on each page if |---| follows it, and
                           a row with one bold cell is a title across the table
    {name words}           a directive to the writer, alone on its line

Numbers are never counted by a writer: they are words of the source, as members quote them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

MARKER = re.compile(r"(\d+(?:\.\d+)+\.?|\d+\.|\([a-z]{1,4}\)|[ivx]+\.|[a-z]\.|-)\s+(.*)", re.S)
DIRECTIVE = re.compile(r"\{(\w+)\s*(.*)\}")
SOURCES = Path(__file__).parent / "sources"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the paper's title."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the number or bullet printed before it ("" for none)."""

    text: str
    marker: str = ""

    @property
    def depth(self) -> int:
        """How far it is set in: 0 plain or decimal number, 1 letter or bullet, 2 roman."""
        if self.marker[:1].isdigit() or not self.marker:
            return 0
        return 2 if re.fullmatch(r"\(?[ivx]+[.)]", self.marker) else 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `widths` are per cent of the page (empty: equal), `header` marks row one."""

    rows: tuple[tuple[str, ...], ...]
    header: bool = False
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Directive:
    """An order to the writer: a page break, a stamp, a picture, an item of a pack."""

    name: str
    words: tuple[str, ...] = ()


Block = Heading | Paragraph | Table | Directive


@dataclass(frozen=True, slots=True)
class Source:
    """One paper's words: what its front lines say of it, and its blocks in order."""

    name: str
    meta: dict[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()


def read_source(name: str) -> Source:
    """Read `sources/<name>.md`."""
    text = (SOURCES / f"{name}.md").read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    meta = dict(line.split(": ", 1) for line in front.splitlines() if ": " in line)
    if meta.get("quotes") == "curly":
        body = curl(body)
    return Source(name, meta, tuple(parse(body)))


def curl(text: str) -> str:
    """Straight quotation marks made curly, as word processors print them."""
    text = re.sub(r"(?<![\w.,?!)’])'(?=\w)", "‘", text).replace("'", "’")
    return re.sub(r'(?<![\w.,?!)])"(?=\S)', "“", text).replace('"', "”")


def parse(body: str) -> list[Block]:
    """Blocks of a source's body, in order."""
    blocks: list[Block] = []
    widths: tuple[int, ...] = ()
    for chunk in re.split(r"\n\s*\n", body.strip()):
        for lines in split_chunk(chunk.splitlines()):
            if found := DIRECTIVE.fullmatch(lines[0]):
                if found[1] == "widths":
                    widths = tuple(int(w) for w in found[2].split())
                else:
                    blocks.append(
                        Directive(found[1], tuple(w.strip() for w in found[2].split("|")))
                    )
            elif lines[0].startswith("|"):
                blocks.append(parse_table(lines, widths))
                widths = ()
            else:
                blocks.append(parse_text(" ".join(line.strip() for line in lines)))
    return blocks


def split_chunk(lines: list[str]) -> list[list[str]]:
    """Lines without a blank between them, parted where a marker, heading or directive opens one."""
    parts: list[list[str]] = []
    for line in lines:
        opens = bool(MARKER.match(line) or line[:1] in "#{")
        row, after_row = line.startswith("|"), bool(parts) and parts[-1][0].startswith("|")
        if not parts or opens or row != after_row or DIRECTIVE.fullmatch(parts[-1][0]):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def parse_text(text: str) -> Block:
    """A heading or a paragraph."""
    if found := re.fullmatch(r"(#{1,3}) (.*)", text):
        return Heading(found[2], len(found[1]))
    if found := MARKER.fullmatch(text):
        return Paragraph(found[2], found[1])
    return Paragraph(text)


def parse_table(lines: list[str], widths: tuple[int, ...]) -> Table:
    """A table from its `| cell | cell |` lines."""
    header = len(lines) > 1 and set(lines[1]) <= set("|- ")
    kept = [line for n, line in enumerate(lines) if not (header and n == 1)]
    rows = (tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in kept)
    return Table(tuple(rows), header, widths)


def is_section(row: tuple[str, ...]) -> bool:
    """True of a row that is a title across the table: one bold cell, the others empty."""
    return row[0].startswith("**") and not any(row[1:]) and len(row) > 1


def plain(text: str) -> str:
    """The text without its marks for bold, italic and line breaks."""
    return re.sub(r"\*\*|(?<!\w)_|_(?!\w)", "", text).replace("<br>", " ")


def runs(text: str) -> list[tuple[str, bool, bool]]:
    """(words, bold, italic) in order.

    >>> runs("to **note** it")
    [('to ', False, False), ('note', True, False), (' it', False, False)]
    """
    out: list[tuple[str, bool, bool]] = []
    bold = italic = False
    for part in re.split(r"(\*\*|(?<!\w)_(?=\w)|(?<=[\w.,?!)])_(?!\w))", text):
        if part == "**":
            bold = not bold
        elif part == "_":
            italic = not italic
        elif part:
            out.append((part, bold, italic))
    return out
