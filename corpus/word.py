"""Word files (.docx) as Drawings, with the list numbers Word would print.

Word keeps an automatic number ("3.5") out of the text, yet it is how members refer to the
paragraph, so it is counted here. What is deleted, struck through or hidden is left out and noted: a
struck "not" reverses a rule. Headers, footers, footnotes and comments are not read. A Word file has
no pages until it is printed.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml.etree import XMLSyntaxError

from corpus.errors import ReadError
from corpus.paper import Drawing, Line
from corpus.strips import clean
from corpus.wordlists import Numbering

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = {f"{W}del", f"{W}moveFrom", _FALLBACK, f"{W}txbxContent"}
_OFF = {"0", "false", "off", "none"}
TWIPS = 20
"""Word's twentieths of a point."""


@dataclass(slots=True)
class _State:
    """What is known while walking through the file."""

    numbering: Numbering
    styles: dict[str, Any]
    lines: list[Line] = field(default_factory=list)
    tables: int = 0
    struck: int = 0


def draw_word(path: Path) -> Drawing:
    """The paragraphs and table rows of a .docx. Raises ReadError for one that is damaged."""
    try:
        document = docx.Document(str(path))
        state = _State(
            Numbering.of(document), {s.style_id: s.element for s in document.styles if s.style_id}
        )
        _walk(document.element.body, state)
        title = document.core_properties.title or ""
    except (PackageNotFoundError, KeyError, ValueError, AttributeError) as error:
        raise ReadError("it is damaged: open it in Word, save it anew and add that") from error
    except (XMLSyntaxError, zipfile.BadZipFile) as error:
        raise ReadError("it is damaged: open it in Word, save it anew and add that") from error
    notes = (f"struck-out or deleted text left out in {state.struck} places",)
    return Drawing(tuple(state.lines), title=clean(title), notes=notes if state.struck else ())


def _walk(holder: Any, state: _State) -> None:
    """Paragraphs and tables in their order, those in content controls and text boxes too."""
    for child in holder:
        if child.tag == f"{W}p":
            _paragraph(child, state)
            for box in child.iter(f"{W}txbxContent"):
                if not _inside(box, {_FALLBACK}, child):
                    _walk(box, state)
        elif child.tag == f"{W}tbl":
            _table(child, state)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            _walk(child, state)


def _paragraph(element: Any, state: _State) -> None:
    style = _style_of(element)
    marker = state.numbering.marker(element, style)
    lines = [clean(t) for t in _text(element, state).split("\n")]
    level = _heading_level(element, style, state)
    bold = _is_bold(element, style, state)
    indent = _indent(element)
    gap = True
    for text in filter(None, lines):
        if gap and marker and marker.bullet and not level:
            line = Line(text, role="bullet", level=marker.level, gap=gap, bold=bold,
                        indent=indent or 18.0 * (marker.level + 1))  # fmt: skip
        else:
            shown = f"{marker.text} {text}" if gap and marker and marker.text else text
            role: Any = "heading" if level else "text"
            line = Line(shown, role=role, level=level, gap=gap, bold=bold, indent=indent)
        state.lines.append(line)
        gap = False


def _text(element: Any, state: _State) -> str:
    """The words a reader sees in a paragraph; "\\n" for a line break within it."""
    parts: list[str] = []
    for node in element.iter():
        if node.tag == f"{W}delText" or (node.tag == f"{W}r" and _is_struck(node)):
            state.struck += bool(
                "".join(t.text or "" for t in node.iter(f"{W}t", node.tag)).strip()
            )
        if node.tag not in (f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
            continue
        run = node.getparent()
        if (
            run.tag != f"{W}r"
            or _inside(node, _GONE, element)
            or _is_struck(run)
            or _is_hidden(run)
        ):
            continue
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        else:
            parts.append({"tab": " ", "noBreakHyphen": "-"}.get(node.tag.removeprefix(W), "\n"))
    return "".join(parts)


def _inside(node: Any, tags: set[str], stop: Any) -> bool:
    for above in node.iterancestors():
        if above is stop:
            return False
        if above.tag in tags:
            return True
    return False


def _is_on(properties: Any, name: str) -> bool | None:
    """A switch such as w:b: True, False or None where it is not set."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val", "1") not in _OFF


def _is_struck(run: Any) -> bool:
    properties = run.find(f"{W}rPr")
    return bool(_is_on(properties, "strike") or _is_on(properties, "dstrike"))


def _is_hidden(run: Any) -> bool:
    return bool(_is_on(run.find(f"{W}rPr"), "vanish"))


def _style_of(element: Any) -> str:
    found = element.find(f"{W}pPr/{W}pStyle")
    return str(found.get(f"{W}val", "")) if found is not None else ""


def _chain(style: str, state: _State) -> Iterator[Any]:
    """A style and those it is based on."""
    seen: set[str] = set()
    while style and style not in seen and style in state.styles:
        seen.add(style)
        element = state.styles[style]
        yield element
        based = element.find(f"{W}basedOn")
        style = based.get(f"{W}val", "") if based is not None else ""


def _heading_level(element: Any, style: str, state: _State) -> int:
    for holder in (element, *_chain(style, state)):
        found = holder.find(f"{W}pPr/{W}outlineLvl")
        if found is not None:
            level = int(found.get(f"{W}val", "9"))
            return level + 1 if level < 9 else 0
    return 1 if style == "Title" else 0


def _is_bold(element: Any, style: str, state: _State) -> bool:
    set_by_style = (_is_on(s.find(f"{W}rPr"), "b") for s in _chain(style, state))
    usual = next((v for v in set_by_style if v is not None), False)
    letters = bold = 0
    for run in element.iter(f"{W}r"):
        count = sum(len((t.text or "").strip()) for t in run.iter(f"{W}t"))
        own = _is_on(run.find(f"{W}rPr"), "b")
        letters += count
        bold += count * (usual if own is None else own)
    return bold * 2 > letters


def _indent(element: Any) -> float:
    found = element.find(f"{W}pPr/{W}ind")
    value = found.get(f"{W}left", found.get(f"{W}start", "0")) if found is not None else "0"
    return max(float(value) / TWIPS, 0.0)


# Tables


def _table(element: Any, state: _State) -> None:
    rows = [r for r in element.iter(f"{W}tr") if next(r.iterancestors(f"{W}tbl")) is element]
    rows = [r for r in rows if r.find(f"{W}trPr/{W}del") is None]
    drawn = [(r, _cells(r, state)) for r in rows]
    if max((len(cells) for _, cells in drawn), default=0) < 2:
        for cell in element.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tbl")) is element:
                _walk(cell, state)
        return
    state.tables += 1
    marked = [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows]
    bold = [_is_bold_row(r, state) for r in rows]
    if len(rows) > 1 and not any(marked) and bold[0] and not bold[1]:
        marked[0] = True
    for (_, cells), header in zip(drawn, marked, strict=True):
        if any(cells):
            state.lines.append(
                Line("\t".join(cells), role="row", cells=cells, table=state.tables, header=header)
            )


def _cells(row: Any, state: _State) -> tuple[str, ...]:
    cells = [""] * _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is not row:
            continue
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        texts = [] if goes_on else [_cell_text(p, state) for p in cell.iter(f"{W}p")]
        span = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        cells += [" ".join(filter(None, texts)), *[""] * (span - 1)]
    return tuple(cells)


def _cell_text(paragraph: Any, state: _State) -> str:
    text = clean(_text(paragraph, state).replace("\n", " "))
    marker = state.numbering.marker(paragraph, _style_of(paragraph)) if text else None
    return f"{marker.text} {text}" if marker and marker.text else text


def _number(element: Any, otherwise: int) -> int:
    # 63 columns are the most Word makes; a damaged file may claim millions.
    return min(int(element.get(f"{W}val", otherwise)), 63) if element is not None else otherwise


def _is_bold_row(row: Any, state: _State) -> bool:
    filled = [
        p for p in row.iter(f"{W}p") if "".join(t.text or "" for t in p.iter(f"{W}t")).strip()
    ]
    return bool(filled) and all(_is_bold(p, _style_of(p), state) for p in filled)
