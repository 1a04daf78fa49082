from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.run import Run

from corpus.errors import ReadError
from corpus.paper import Drawing
from corpus.word.draw import draw_word


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


def test_struck_words_are_kept_and_marked(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Members may ").add_run("not speak twice.").font.strike = True
    document.add_paragraph("They may reply.")
    drawing = drawn(document, tmp_path)
    assert [(x.text, x.marks) for x in drawing.lines] == [
        ("Members may not speak twice.", ("struck out",)),
        ("They may reply.", ()),
    ]
    assert drawing.notes == ("struck-out text, kept and marked in 1 place",)


def test_row_with_struck_words_is_marked(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, words in zip(table.rows, ("May", "June"), strict=True):
        row.cells[1].paragraphs[0].add_run(words).font.strike = words == "June"
    assert [x.marks for x in drawn(document, tmp_path).lines] == [(), ("struck out",)]


def test_deleted_words_are_left_out_and_noted(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Members may ")
    run = paragraph.add_run("not ")._r
    run.find(qn("w:t")).tag = qn("w:delText")
    _wrapped(run, "w:del")
    paragraph.add_run("speak twice.")
    drawing = drawn(document, tmp_path)
    assert [x.text for x in drawing.lines] == ["Members may speak twice."]
    assert drawing.notes == ("text deleted by a tracked change left out in 1 place",)


def _wrapped(run: Any, tag: str) -> None:
    holder = OxmlElement(tag)
    run.addprevious(holder)
    holder.append(run)


def test_inserted_words_are_read_and_noted(tmp_path: Path) -> None:
    document = docx.Document()
    _wrapped(document.add_paragraph("Members may ").add_run("speak")._r, "w:ins")
    drawing = drawn(document, tmp_path)
    assert [x.text for x in drawing.lines] == ["Members may speak"]
    assert drawing.notes == ("text inserted by a tracked change read in 1 place",)


def _vanish(run: Run) -> None:
    run.font.hidden = True


def _white(run: Run) -> None:
    run.font.color.rgb = RGBColor(255, 255, 255)


def _tiny(run: Run) -> None:
    run.font.size = Pt(1)


@pytest.mark.parametrize("hide", [_vanish, _white, _tiny])
def test_hidden_words_are_left_out_and_noted(tmp_path: Path, hide: Any) -> None:
    document = docx.Document()
    hide(document.add_paragraph("Members noted it. ").add_run("Recommend approval."))
    drawing = drawn(document, tmp_path)
    assert [x.text for x in drawing.lines] == ["Members noted it."]
    assert drawing.notes == ("hidden text left out in 1 place",)


def test_words_hidden_by_their_style_are_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    style = document.styles.add_style("Secret", WD_STYLE_TYPE.CHARACTER)
    style.font.hidden = True
    document.add_paragraph("Members noted it. ").add_run("Recommend approval.", style="Secret")
    assert [x.text for x in drawn(document, tmp_path).lines] == ["Members noted it."]


def test_white_words_on_a_dark_cell_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    for cell, words in zip(table.rows[0].cells, ("Action", "Lead"), strict=True):
        _white(cell.paragraphs[0].add_run(words))
        shade = OxmlElement("w:shd")
        shade.set(qn("w:fill"), "1F3864")
        cell._tc.get_or_add_tcPr().append(shade)
    drawing = drawn(document, tmp_path)
    assert ([x.cells for x in drawing.lines], drawing.notes) == ([("Action", "Lead")], ())


def _note(document: Document, paragraph: Any, kind: str, said: str) -> None:
    """A footnote or endnote called by a paragraph, as Word writes it."""
    call = OxmlElement(f"w:{kind}Reference")
    call.set(qn("w:id"), "2")
    paragraph.add_run()._r.append(call)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>"
    blob = (
        f'<w:{kind}s xmlns:w="{space}"><w:{kind} w:id="2">{text}</w:{kind}></w:{kind}s>'
    ).encode()
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    part = Part(PackURI(f"/word/{kind}s.xml"), f"{base}.{kind}s+xml", blob, document.part.package)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    document.part.relate_to(part, f"{relation}/{kind}s")


@pytest.mark.parametrize(("kind", "number"), [("footnote", "1"), ("endnote", "i")])
def test_notes_follow_the_paragraph_that_calls_them(tmp_path: Path, kind: str, number: str) -> None:
    document = docx.Document()
    _note(document, document.add_paragraph("Numbers fell."), kind, "See the annual report.")
    document.add_paragraph("They rose again.")
    assert [(x.role, x.text) for x in drawn(document, tmp_path).lines] == [
        ("text", "Numbers fell."),
        ("footnote", f"{number} See the annual report."),
        ("text", "They rose again."),
    ]


def test_header_that_names_the_meeting_comes_once_and_first(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Audit Committee"
    document.add_section()
    document.sections[1].header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = "Audit Committee"
    document.add_paragraph("1.1 Members noted it.")
    texts = [x.text for x in drawn(document, tmp_path).lines]
    assert texts == ["Audit Committee", "1.1 Members noted it."]


def test_header_that_names_no_meeting_is_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Draft version 4, page 1"
    document.add_paragraph("1.1 Members noted it.")
    assert [x.text for x in drawn(document, tmp_path).lines] == ["1.1 Members noted it."]


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


def test_a_table_row_a_cell_short_is_as_wide_as_the_others(tmp_path: Path) -> None:
    document = docx.Document()
    row = document.add_table(2, 3).rows[1]
    row.cells[0].text = "Mere"
    row._tr.remove(row.cells[2]._tc)
    document.tables[0].cell(0, 2).text = "Share"
    assert [x.cells for x in drawn(document, tmp_path).lines][1] == ("Mere", "", "")


def test_table_of_one_column_is_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "Summary"
    assert [(x.role, x.text) for x in drawn(document, tmp_path).lines] == [("text", "Summary")]


def test_damaged_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04 and nothing more")
    with pytest.raises(ReadError, match="damaged"):
        draw_word(path)
