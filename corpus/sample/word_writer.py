"""Sets a source as a Word file with real headings and tables and numbers typed as text.

Word files are zips: python-docx stamps them with the time of day, so the parts are packed again
under one fixed date, and the same source gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from corpus.sample.markup import (
    Block,
    Directive,
    Heading,
    Paragraph,
    Source,
    Table,
    is_section,
    runs,
)

FIXED = datetime(2025, 1, 1, tzinfo=UTC)
NOTE = "Fictional sample paper written for Matters Arising."


def write_word(source: Source, path: Path) -> None:
    """Set `source` as the Word file `path`."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)
    properties = document.core_properties
    properties.title = source.meta.get("title", source.name)
    properties.author = source.meta.get("author", "Wethermere Borough Council")
    properties.created = properties.modified = FIXED
    document.sections[0].header.paragraphs[0].text = source.meta.get("running", "")
    for block in source.blocks:
        add(document, block)
    document.add_paragraph().add_run(NOTE).italic = True
    buffer = io.BytesIO()
    document.save(buffer)
    path.write_bytes(repack(buffer.getvalue()))


def add(document: docx.document.Document, block: Block) -> None:
    """Add one block at the end."""
    match block:
        case Heading(text, level):
            fill(document.add_heading(level=level), text)
        case Paragraph(text, "-"):
            fill(document.add_paragraph(style="List Bullet"), text)
        case Paragraph(text, marker):
            paragraph = document.add_paragraph()
            if marker:
                paragraph.paragraph_format.left_indent = Cm(1.25 * (block.depth + 1))
                paragraph.paragraph_format.first_line_indent = Cm(-1.25)
                paragraph.add_run(f"{marker}\t")
            fill(paragraph, text)
        case Table():
            add_table(document, block)
        case Directive("page"):
            document.add_page_break()
        case Directive("stamp", (text,)):
            document.add_paragraph(text)


def add_table(document: docx.document.Document, block: Table) -> None:
    """A ruled table; its header row repeats over pages, section rows are merged across."""
    table: WordTable = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for y, row in enumerate(block.rows):
        cells = table.add_row().cells
        if is_section(row):
            cells[0].merge(cells[-1])
        for cell, text in zip(cells, row if not is_section(row) else row[:1], strict=False):
            fill(cell.paragraphs[0], f"**{text}**" if block.header and y == 0 else text)
    if block.header:
        mark = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(mark)
    document.add_paragraph()


def fill(paragraph: WordParagraph, text: str) -> None:
    """Write text with its bold and italic runs and line breaks."""
    for words, bold, italic in runs(text):
        run = paragraph.add_run(words.replace("<br>", "\n"))
        run.bold, run.italic = bold or None, italic or None


def repack(data: bytes) -> bytes:
    """The same zip with every part under one date, without Word's thumbnail."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist()):
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return out.getvalue()
