from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from corpus.errors import ReadError
from corpus.paper import Drawing
from corpus.word import draw_word


def drawn(document: Document, folder: Path) -> Drawing:
    document.save(str(folder / "a.docx"))
    return draw_word(folder / "a.docx")


def test_headings_have_levels_and_paragraphs_gaps(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Background", level=2)
    document.add_paragraph("3.1 Ofsted inspected in May.")
    lines = drawn(document, tmp_path).lines
    assert [(x.text, x.role, x.level) for x in lines] == [
        ("Background", "heading", 2),
        ("3.1 Ofsted inspected in May.", "text", 0),
    ]
    assert all(x.gap and x.page is None for x in lines)


def test_bullets_and_numbers_are_shown_as_printed(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("to note", style="List Bullet")
    for words in ("first", "second"):
        document.add_paragraph(words, style="List Number")
    lines = drawn(document, tmp_path).lines
    assert [(x.role, x.text) for x in lines] == [
        ("bullet", "to note"),
        ("text", "1. first"),
        ("text", "2. second"),
    ]


def _struck(document: Document) -> None:
    paragraph = document.add_paragraph("Members may ")
    paragraph.add_run("not ").font.strike = True
    paragraph.add_run("speak twice.")


def _deleted(document: Document) -> None:
    paragraph = document.add_paragraph("Members may ")
    run = paragraph.add_run("not ")._r
    run.find(qn("w:t")).tag = qn("w:delText")
    deletion = OxmlElement("w:del")
    run.addprevious(deletion)
    deletion.append(run)
    paragraph.add_run("speak twice.")


@pytest.mark.parametrize("write", [_struck, _deleted])
def test_struck_and_deleted_words_are_left_out_and_noted(tmp_path: Path, write: object) -> None:
    document = docx.Document()
    write(document)  # type: ignore[operator]
    drawing = drawn(document, tmp_path)
    assert [x.text for x in drawing.lines] == ["Members may speak twice."]
    assert drawing.notes == ("struck-out or deleted text left out in 1 places",)


def test_inserted_words_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Members may ")
    run = paragraph.add_run("speak")._r
    insertion = OxmlElement("w:ins")
    run.addprevious(insertion)
    insertion.append(run)
    assert [x.text for x in drawn(document, tmp_path).lines] == ["Members may speak"]


def test_table_rows_stand_at_their_place_with_a_bold_header(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("before")
    table = document.add_table(2, 2)
    for cell, words in zip(table.rows[0].cells, ("Action", "Rating"), strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    table.cell(1, 0).text = "Recruit"
    table.cell(1, 1).text = "Green"
    document.add_paragraph("after")
    lines = drawn(document, tmp_path).lines
    assert [x.text for x in lines] == ["before", "Action\tRating", "Recruit\tGreen", "after"]
    assert [x.header for x in lines] == [False, True, False, False]


def test_merged_cells_are_blank_after_the_first(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "A1"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Wide"
    table.cell(1, 2).text = "last"
    assert [x.cells for x in drawn(document, tmp_path).lines] == [
        ("A1", "Wide", ""),
        ("", "", "last"),
    ]


def test_table_of_one_column_is_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "Summary"
    assert [(x.role, x.text) for x in drawn(document, tmp_path).lines] == [("text", "Summary")]


def test_damaged_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04 and nothing more")
    with pytest.raises(ReadError, match="damaged"):
        draw_word(path)
