"""Web pages as Drawings: what a browser would show of the page's own words.

Nothing is fetched and no entity but HTML's own is expanded. Menus, scripts, forms and whatever the
page itself hides are left out, the last with a note; struck-out words are kept and marked
(`corpus.web.sight`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from corpus.counting import letters, roman
from corpus.errors import ReadError
from corpus.paper import Drawing, Line, Mark, Role
from corpus.pdf.strips import clean
from corpus.web.sight import HIDDEN, NOTE, STRUCK, mark

_SKIPPED = frozenset((
    "script", "style", "nav", "noscript", "template", "head", "footer", "select", "button",
    "input", "textarea", "option", "svg", "math", "iframe", "object", "embed", "canvas",
    "audio", "video", "datalist", "dialog",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_STRUCK: tuple[Mark, ...] = ("struck out",)
INDENT = 18.0
"""Points a list is set in by, per level."""
SPAN_MOST = 50
"""Columns or rows a cell may claim to span; damaged pages claim thousands."""


def draw_html(data: bytes) -> Drawing:
    """The lines, list items and table rows of a web page. Raises ReadError if it holds none."""
    try:
        root = html.document_fromstring(data, parser=_parser(data))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("it holds no text that a reader could see") from error
    title = root.findtext(".//title") or ""
    said = [(c.text or "").strip() for c in root.iter(etree.Comment)]
    etree.strip_tags(root, etree.Comment)
    # What Word and old browsers hide in comments is for them alone: "[if mso]".
    notes = mark(root, comments=sum(bool(x) and not x.startswith("[") for x in said))
    walker = _Walker()
    walker.walk(root)
    walker.flush()
    return Drawing(tuple(walker.lines), title=clean(title), notes=notes)


def _parser(data: bytes) -> Any:
    """What the page declares counts, unless its bytes are plainly UTF-8."""
    encoding: str | None = "utf-8"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        encoding = None if re.search(rb"charset\s*=", data[:2048], re.I) else "cp1252"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    return html.HTMLParser(encoding=encoding, no_network=True, remove_pis=True)


class _Walker:
    """Walks through the elements and gathers lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.tables = 0
        self._words: list[str] = []
        self._bold: list[bool] = []
        self._gap = True
        self._role: Role = "text"
        self._level = 0
        self._depth = 0
        self._marker = ""
        self._striking = 0
        self._marks: tuple[Mark, ...] = ()

    def walk(self, element: Any, *, bold: bool = False) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or _is_hidden(element, tag):
            return
        struck = element.get(STRUCK) is not None
        self._striking += struck
        self._walk(element, tag, bold)
        self._striking -= struck

    def _walk(self, element: Any, tag: str, bold: bool) -> None:
        if tag == "br":
            self.flush(gap=False)
        elif element.get(NOTE) is not None:
            self._as("footnote", 0, element, bold)
        elif tag == "table" and _is_data(element):
            self._table(element)
        elif tag in ("ul", "ol"):
            self._list(element, tag, bold)
        elif re.fullmatch(r"h[1-6]", tag):
            self._as("heading", int(tag[1]), element, bold)
        elif tag in _BLOCKS:
            self.flush()
            self._inside(element, bold)
            self.flush()
        else:
            self._inside(element, bold or tag in ("b", "strong", "th"))

    def flush(self, *, gap: bool = True) -> None:
        """End the line. `gap`: white space follows it."""
        text = clean("".join(self._words))
        if text:
            role: Role = "text" if self._marker and self._role != "footnote" else self._role
            shown = f"{self._marker} {text}" if self._marker else text
            bold = sum(self._bold) * 2 > len(self._bold)
            indent = INDENT * self._depth
            self.lines.append(
                Line(shown, role=role, level=self._level, gap=self._gap, bold=bold,
                     indent=indent, marks=self._marks)
            )  # fmt: skip
            # The lines after a break within an item are the item's text, not items.
            self._marker = ""
            self._role, self._level = ("text", 0) if self._role == "bullet" else (
                self._role, self._level
            )  # fmt: skip
            self._gap = gap
        self._gap = self._gap or gap
        self._words, self._bold, self._marks = [], [], ()

    def _inside(self, element: Any, bold: bool) -> None:
        keep = element.tag == "pre"
        self._say(element.text, bold, keep)
        for child in element:
            self.walk(child, bold=bold)
            self._say(child.tail, bold, keep)

    def _say(self, text: str | None, bold: bool, keep: bool) -> None:
        if not text:
            return
        for index, line in enumerate(text.split("\n") if keep else (text,)):
            if index:
                self.flush(gap=False)
            self._words.append(re.sub(r"\s", " ", line))
            self._bold += [bold] * len(line.strip())
            if self._striking and any(c.isalnum() for c in line):
                self._marks = _STRUCK

    def _as(self, role: Role, level: int, element: Any, bold: bool) -> None:
        self.flush()
        before = self._role, self._level
        self._role, self._level = role, level
        self._inside(element, bold)
        self.flush()
        self._role, self._level = before

    def _list(self, element: Any, tag: str, bold: bool) -> None:
        self.flush()
        self._depth += 1
        number = _int(element.get("start"), 1)
        for child in element:
            if child.tag == "li" and not _is_hidden(child, "li"):
                if tag == "ol":
                    number = _int(child.get("value"), number)
                    self._marker = f"{_counted(number, element.get('type', '1'))}."
                    number += 1
                role: Role = "bullet" if child.get(NOTE) is None else "footnote"
                self._as(role, self._depth - 1, child, bold)
                self._marker = ""
            else:
                self.walk(child, bold=bold)
        self._depth -= 1
        self.flush()

    def _table(self, element: Any) -> None:
        self.flush()
        self.tables += 1
        for caption in element.iterchildren("caption"):
            self.walk(caption)
        rows = list(_rows(element))
        width = max((len(own) for own, _, _ in rows), default=0)
        for own, header, struck in rows:
            cells = (*own, *[""] * (width - len(own)))
            if any(cells):
                text = "\t".join(cells)
                self.lines.append(
                    Line(text, role="row", cells=cells, table=self.tables, header=header,
                         marks=_STRUCK if struck else ())
                )  # fmt: skip
        self._gap = True


def _is_hidden(element: Any, tag: str) -> bool:
    return tag in _SKIPPED or element.get(HIDDEN) is not None


def _counted(number: int, style: str) -> str:
    shape = {"a": letters, "i": roman}.get(style.lower(), str)(number)
    return shape.upper() if style.isupper() else shape


def _int(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else otherwise


# Tables


def _own_rows(table: Any) -> list[Any]:
    return [r for r in table.iter("tr") if next(r.iterancestors("table")) is table]


def _is_data(table: Any) -> bool:
    """It has columns, and no table within: older pages are laid out in tables."""
    return next(table.iterdescendants("table"), None) is None and any(
        len(_own_cells(r)) > 1 for r in _own_rows(table)
    )


def _own_cells(row: Any) -> list[Any]:
    return [c for c in row if c.tag in ("td", "th")]


def _rows(table: Any) -> Iterator[tuple[tuple[str, ...], bool, bool]]:
    """(cells, whether they are column headers, whether words of them are struck through) of each
    row; what a cell spans is blank."""
    below: dict[int, int] = {}
    for row in _own_rows(table):
        if _is_hidden(row, "tr"):
            continue
        cells: list[str] = []
        started: dict[int, int] = {}
        own = _own_cells(row)
        for cell in own:
            _fill_spanned(cells, below)
            wide = min(max(_int(cell.get("colspan"), 1), 1), SPAN_MOST)
            high = min(max(_int(cell.get("rowspan"), 1), 1), SPAN_MOST)
            if high > 1:
                started |= {len(cells) + k: high for k in range(wide)}
            cells += [_cell_text(cell), *[""] * (wide - 1)]
        _fill_spanned(cells, below)
        below = {k: n - 1 for k, n in (below | started).items() if n > 1}
        struck = any(element.get(STRUCK) is not None for element in row.iter())
        yield tuple(cells), bool(own) and all(c.tag == "th" for c in own), struck


def _fill_spanned(cells: list[str], below: dict[int, int]) -> None:
    while len(cells) in below:
        cells.append("")


def _cell_text(cell: Any) -> str:
    walker = _Walker()
    if not _is_hidden(cell, cell.tag):
        walker.walk(cell)
        walker.flush()
    return " ".join(f"• {x.text}" if x.role == "bullet" else x.text for x in walker.lines)
