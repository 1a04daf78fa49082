"""Word files (.docx) as Drawings, with the list numbers Word would print.

Word keeps an automatic number ("3.5") out of the text, yet it is how members refer to the
paragraph, so it is counted here. What is hidden or deleted is left out and noted
(`corpus.word.runs`). Footnotes follow the paragraph that calls them; headers and footers come once,
before everything, where they name the meeting. Comments are not read. A Word file has no pages
until it is printed.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from lxml.etree import XMLSyntaxError

from corpus.counting import roman
from corpus.errors import ReadError
from corpus.front.committees import is_meeting
from corpus.paper import Drawing, Line, Mark
from corpus.pdf.strips import clean
from corpus.word.lists import Numbering
from corpus.word.runs import FALLBACK, Styles, Tally, W, calls_of, is_inside, is_on, words_of

_STRUCK: tuple[Mark, ...] = ("struck out",)
TWIPS = 20
"""Word's twentieths of a point."""


@dataclass(slots=True)
class _State:
    """What is known while walking through the file."""

    numbering: Numbering
    styles: Styles
    lines: list[Line] = field(default_factory=list)
    tables: int = 0
    tally: Tally = field(default_factory=Tally)
    notes: dict[tuple[str, str], Any] = field(default_factory=dict)
    """The elements of footnotes and endnotes by their kind and id."""
    called: list[tuple[str, str]] = field(default_factory=list)
    """Notes called and not yet shown."""
    shown: Counter[str] = field(default_factory=Counter)
    """Notes shown, of each kind: they are numbered as they are called."""


def draw_word(path: Path) -> Drawing:
    """The paragraphs and table rows of a .docx. Raises ReadError for one that is damaged."""
    try:
        document = docx.Document(str(path))
        styles = Styles({s.style_id: s.element for s in document.styles if s.style_id})
        state = _State(Numbering.of(document), styles, notes=_notes_of(document))
        _walk(document.element.body, state)
        body = {line.text for line in state.lines}
        running = [line for line in _running(document, styles) if line.text not in body]
        title = document.core_properties.title or ""
    except (PackageNotFoundError, KeyError, ValueError, AttributeError) as error:
        raise ReadError("it is damaged: open it in Word, save it anew and add that") from error
    except (XMLSyntaxError, zipfile.BadZipFile) as error:
        raise ReadError("it is damaged: open it in Word, save it anew and add that") from error
    lines, notes = (*running, *state.lines), tuple(state.tally.notes())
    return Drawing(lines, title=clean(title), notes=notes)


def _walk(holder: Any, state: _State) -> None:
    """Paragraphs and tables in their order, those in content controls and text boxes too."""
    for child in holder:
        if child.tag == f"{W}p":
            _paragraph(child, state)
            for box in child.iter(f"{W}txbxContent"):
                if not is_inside(box, {FALLBACK}, child):
                    _walk(box, state)
        elif child.tag == f"{W}tbl":
            _table(child, state)
            _show_notes(state)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            _walk(child, state)


def _paragraph(element: Any, state: _State) -> None:
    style = _style_of(element)
    marker = state.numbering.marker(element, style)
    said = words_of(element, state.styles, style=style, tally=state.tally)
    lines = [(clean(words.text), _STRUCK if words.struck else ()) for words in said]
    level = _heading_level(element, style, state)
    bold = _is_bold(element, style, state)
    indent = _indent(element)
    gap = True
    for text, marks in ((text, marks) for text, marks in lines if text):
        if gap and marker and marker.bullet and not level:
            line = Line(text, role="bullet", level=marker.level, gap=gap, bold=bold,
                        indent=indent or 18.0 * (marker.level + 1), marks=marks)  # fmt: skip
        else:
            shown = f"{marker.text} {text}" if gap and marker and marker.text else text
            role: Any = "heading" if level else "text"
            line = Line(
                shown, role=role, level=level, gap=gap, bold=bold, indent=indent, marks=marks
            )
        state.lines.append(line)
        gap = False
    state.called += calls_of(element)
    if not is_inside(element, {f"{W}tbl"}, None):
        _show_notes(state)


def _is_on(properties: Any, name: str) -> bool | None:
    """A switch such as w:b: True, False or None where it is not set."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return None if found is None else is_on(found)


def _style_of(element: Any) -> str:
    found = element.find(f"{W}pPr/{W}pStyle")
    return str(found.get(f"{W}val", "")) if found is not None else ""


def _heading_level(element: Any, style: str, state: _State) -> int:
    for holder in (element, *state.styles.chain(style)):
        found = holder.find(f"{W}pPr/{W}outlineLvl")
        if found is not None:
            level = int(found.get(f"{W}val", "9"))
            return level + 1 if level < 9 else 0
    return 1 if style == "Title" else 0


def _is_bold(element: Any, style: str, state: _State) -> bool:
    set_by_style = (_is_on(s.find(f"{W}rPr"), "b") for s in state.styles.chain(style))
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
    state.tally.deleted += sum(r.find(f"{W}trPr/{W}del") is not None for r in rows)
    rows = [r for r in rows if r.find(f"{W}trPr/{W}del") is None]
    drawn = [_cells(r, state) for r in rows]
    width = max((len(cells) for cells, _ in drawn), default=0)
    if width < 2:
        for cell in element.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tbl")) is element:
                _walk(cell, state)
        return
    state.tables += 1
    marked = [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows]
    bold = [_is_bold_row(r, state) for r in rows]
    if len(rows) > 1 and not any(marked) and bold[0] and not bold[1]:
        marked[0] = True
    for (drawn_cells, struck), header in zip(drawn, marked, strict=True):
        cells = (*drawn_cells, *[""] * (width - len(drawn_cells)))
        if any(cells):
            state.lines.append(
                Line("\t".join(cells), role="row", cells=cells, table=state.tables,
                     header=header, marks=_STRUCK if struck else ())
            )  # fmt: skip


def _cells(row: Any, state: _State) -> tuple[tuple[str, ...], bool]:
    """The texts of a row's cells, and whether a word of them is struck through."""
    before = state.tally.struck
    cells = [""] * _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is not row:
            continue
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        texts = [] if goes_on else [_cell_text(p, state) for p in cell.iter(f"{W}p")]
        span = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        cells += [" ".join(filter(None, texts)), *[""] * (span - 1)]
    return tuple(cells), state.tally.struck > before


def _cell_text(paragraph: Any, state: _State) -> str:
    style = _style_of(paragraph)
    said = words_of(paragraph, state.styles, style=style, tally=state.tally)
    state.called += calls_of(paragraph)
    text = clean(" ".join(words.text for words in said))
    marker = state.numbering.marker(paragraph, style) if text else None
    return f"{marker.text} {text}" if marker and marker.text else text


def _number(element: Any, otherwise: int) -> int:
    # 63 columns are the most Word makes; a damaged file may claim millions.
    return min(int(element.get(f"{W}val", otherwise)), 63) if element is not None else otherwise


def _is_bold_row(row: Any, state: _State) -> bool:
    filled = [
        p for p in row.iter(f"{W}p") if "".join(t.text or "" for t in p.iter(f"{W}t")).strip()
    ]
    return bool(filled) and all(_is_bold(p, _style_of(p), state) for p in filled)


# Beside the body


def _notes_of(document: Any) -> dict[tuple[str, str], Any]:
    """The file's footnotes and endnotes by their kind and id."""
    found: dict[tuple[str, str], Any] = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2].removesuffix("s")
        if kind in ("footnote", "endnote") and not relation.is_external:
            for note in parse_xml(relation.target_part.blob).iterchildren(f"{W}{kind}"):
                found[kind, note.get(f"{W}id", "")] = note
    return found


def _show_notes(state: _State) -> None:
    """The notes called since the last, each a line with its number: endnotes are i, ii, iii."""
    for kind, key in state.called:
        note = state.notes.get((kind, key))
        if note is None:
            continue
        state.shown[kind] += 1
        number = state.shown[kind]
        told = [_cell_text(p, replace(state, called=[])) for p in note.iter(f"{W}p")]
        text = " ".join(filter(None, told))
        if text:
            mark = roman(number) if kind == "endnote" else str(number)
            state.lines.append(Line(f"{mark} {text}", role="footnote", gap=True))
    state.called.clear()


def _running(document: Any, styles: Styles) -> Iterator[Line]:
    """The lines of the first headers and footers that name a meeting, once each."""
    told: set[str] = set()
    for section in document.sections:
        for part in (section.first_page_header, section.header,
                     section.first_page_footer, section.footer):  # fmt: skip
            if part.is_linked_to_previous:
                continue
            state = _State(Numbering.of(document), styles)
            _walk(part._element, state)
            if any(is_meeting(line.text) for line in state.lines):
                yield from (line for line in state.lines if line.text not in told)
                told |= {line.text for line in state.lines}
