from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import PasswordError, ReadError
from corpus.pdf.draw import draw_pdf
from tests.corpus.pdfs import TOP, both, pdf, scan, table, text

PLAN = [["Action", "Lead", "Rating"], *([f"A{n}", f"Officer {n}", "Green"] for n in range(1, 61))]


def texts(path: Path) -> list[str]:
    return [line.text for line in draw_pdf(path).lines]


def test_lines_come_in_order_with_their_page(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", text("one", "two"), text("three"))
    lines = draw_pdf(path).lines
    assert [(x.text, x.page) for x in lines] == [("one", 1), ("two", 1), ("three", 2)]


def test_white_space_makes_a_gap_and_line_spacing_does_not(tmp_path: Path) -> None:
    lines = draw_pdf(pdf(tmp_path / "a.pdf", text("a", "b", "c", "", "d", "e", "f"))).lines
    assert [x.text for x in lines if x.gap] == ["d"]


def test_bold_and_indent_are_seen(tmp_path: Path) -> None:
    bold = text("Recommendations", font="Helvetica-Bold")
    path = pdf(tmp_path / "a.pdf", both(bold, text("To note", top=150, left=108)))
    assert [(x.bold, x.indent) for x in draw_pdf(path).lines] == [(True, 0.0), (False, 36.0)]


def test_what_is_drawn_late_but_stands_above_is_read_first(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", both(text("below it", top=300), text("above it", top=200)))
    assert texts(path) == ["above it", "below it"]


def test_second_column_stays_behind_the_first(tmp_path: Path) -> None:
    columns = both(text("left 1", "left 2"), text("right 1", "right 2", left=320))
    assert texts(pdf(tmp_path / "a.pdf", columns)) == ["left 1", "left 2", "right 1", "right 2"]


def test_running_titles_and_page_numbers_go_and_become_labels(tmp_path: Path) -> None:
    def page(n: int) -> object:
        foot = text(f"Page {n + 28}", top=TOP - 30, left=280)
        return both(text("Overton Borough Council", top=30), text(f"Words {n}."), foot)

    drawing = draw_pdf(pdf(tmp_path / "a.pdf", *(page(n) for n in range(1, 5))))  # type: ignore[arg-type]
    assert [x.text for x in drawing.lines] == [
        "Overton Borough Council", "Words 1.", "Words 2.", "Words 3.", "Words 4."
    ]  # fmt: skip
    assert drawing.page_labels == ("29", "30", "31", "32")


def test_stamp_on_every_page_stays_on_the_first_of_its_item(tmp_path: Path) -> None:
    stamped = [both(text("Agenda Item 6", top=30, left=400), text(f"Words {n}")) for n in range(4)]
    path = pdf(tmp_path / "a.pdf", *stamped)
    assert texts(path) == ["Agenda Item 6", "Words 0", "Words 1", "Words 2", "Words 3"]


def test_stamp_beside_the_councils_name_is_a_line_of_its_own(tmp_path: Path) -> None:
    head = both(text("OXTON COUNCIL", top=30), text("Agenda Item 4.2", top=30, left=400))
    assert texts(pdf(tmp_path / "a.pdf", head)) == ["OXTON COUNCIL", "Agenda Item 4.2"]
    told = text("Members will find the plan under Agenda Item 4")
    assert texts(pdf(tmp_path / "b.pdf", told)) == [
        "Members will find the plan under Agenda Item 4"
    ]


def test_number_alone_within_the_page_is_no_page_number(tmp_path: Path) -> None:
    assert texts(pdf(tmp_path / "a.pdf", text("Places lost", "4", top=300))) == ["Places lost", "4"]


def test_ruled_table_over_two_pages_is_one_table_with_one_header(tmp_path: Path) -> None:
    lines = draw_pdf(table(tmp_path / "a.pdf", PLAN)).lines
    assert {x.page for x in lines} == {1, 2}
    assert [x.cells for x in lines] == [tuple(r) for r in PLAN]
    assert {x.table for x in lines} == {1}
    assert [x.cells[0] for x in lines if x.header] == ["Action"]


def test_row_of_a_table_is_its_cells_joined_by_tabs(tmp_path: Path) -> None:
    row = draw_pdf(table(tmp_path / "a.pdf", PLAN[:3])).lines[1]
    assert (row.role, row.text) == ("row", "A1\tOfficer 1\tGreen")


def test_blank_cell_keeps_the_row_from_shifting(tmp_path: Path) -> None:
    rows = [["Action", "Lead", "Due"], ["A1", "", "May"], ["", "Jones", "June"]]
    assert [x.cells for x in draw_pdf(table(tmp_path / "a.pdf", rows)).lines][1:] == [
        ("A1", "", "May"),
        ("", "Jones", "June"),
    ]


def test_lines_within_a_cell_are_one_text(tmp_path: Path) -> None:
    rows = [["Action", "Lead"], ["Recruit ten\nsocial workers", "Jones"]]
    assert texts(table(tmp_path / "a.pdf", rows))[1] == "Recruit ten social workers\tJones"


def test_one_cell_is_a_box_and_no_table(tmp_path: Path) -> None:
    assert [x.role for x in draw_pdf(table(tmp_path / "a.pdf", [["Summary"]], repeat=0)).lines] == [
        "text"
    ]


def test_text_runs_on_over_the_ruling_into_the_cell_it_began_in(tmp_path: Path) -> None:
    def sheet(canvas: Canvas) -> None:
        canvas.grid([72, 132, 192, 252], [TOP - 140, TOP - 120, TOP - 100])
        canvas.drawString(90, TOP - 115, "Significant risks over ten")
        for x, word in ((75, "Roads"), (135, "12"), (195, "34")):
            canvas.drawString(x, TOP - 135, word)

    cells = [x.cells for x in draw_pdf(pdf(tmp_path / "a.pdf", sheet)).lines]
    assert cells == [("Significant risks over ten", "", ""), ("Roads", "12", "34")]


def test_columns_of_figures_without_rulings_across_are_rows(tmp_path: Path) -> None:
    def budget(canvas: Canvas) -> None:
        canvas.grid([72, 200, 300], [TOP - 200, TOP - 120, TOP - 100])
        rows = (("Service", "£000s"), ("Roads", "1,200.5"), ("Parks", "-"), ("Schools", "(34.0)"))
        for number, row in enumerate(rows):
            for x, words in zip((75, 205), row, strict=True):
                canvas.drawString(x, TOP - 115 - 20 * number, words)

    cells = [x.cells for x in draw_pdf(pdf(tmp_path / "a.pdf", budget)).lines]
    assert cells[1:] == [("Roads", "1,200.5"), ("Parks", "-"), ("Schools", "(34.0)")]


def _invisible(canvas: Canvas) -> None:
    words = canvas.beginText(72, 400)
    words.setTextRenderMode(3)
    words.textOut("smuggled")
    canvas.drawText(words)


def _white(canvas: Canvas) -> None:
    canvas.setFillColor(colors.white)
    canvas.drawString(72, 400, "smuggled")


def _tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 1)
    canvas.drawString(72, 400, "smuggled")


def _outside(canvas: Canvas) -> None:
    canvas.drawString(72, TOP + 50, "smuggled")


@pytest.mark.parametrize("paint", [_invisible, _white, _tiny, _outside])
def test_text_that_nobody_would_see_is_left_out_and_noted(tmp_path: Path, paint: object) -> None:
    page = both(text("Seen."), paint)  # type: ignore[arg-type]
    drawing = draw_pdf(pdf(tmp_path / "a.pdf", page))
    assert [x.text for x in drawing.lines] == ["Seen."]
    assert drawing.notes == ("page 1: hidden text left out",)


def test_white_text_on_a_dark_ground_is_read(tmp_path: Path) -> None:
    def banner(canvas: Canvas) -> None:
        canvas.setFillColor(colors.navy)
        canvas.rect(60, 380, 300, 40, stroke=0, fill=1)
        _white(canvas)

    assert texts(pdf(tmp_path / "a.pdf", banner)) == ["smuggled"]


def test_scanned_page_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    drawing = draw_pdf(pdf(tmp_path / "a.pdf", text("one"), scan, text("three")))
    assert [x.text for x in drawing.lines] == ["one", "three"]
    assert drawing.unread == ((2, "scanned: no text on the page"),)


def test_page_left_out_is_reported(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", text("one"), text("two"))
    drawing = draw_pdf(path, leave_out=(1,))
    assert [x.text for x in drawing.lines] == ["two"]
    assert [page for page, _ in drawing.unread] == [1]


def _locked(path: Path, password: str) -> Path:
    writer = pypdf.PdfWriter(clone_from=pdf(path.with_name("open.pdf"), text("Seen.")))
    writer.encrypt(user_password=password, owner_password="owner")
    writer.write(path)
    return path


def test_empty_password_opens(tmp_path: Path) -> None:
    assert texts(_locked(tmp_path / "a.pdf", "")) == ["Seen."]


def test_password_is_said(tmp_path: Path) -> None:
    with pytest.raises(PasswordError, match="protected by a password"):
        draw_pdf(_locked(tmp_path / "a.pdf", "secret"))


def test_damaged_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing more")
    with pytest.raises(ReadError, match="damaged"):
        draw_pdf(path)


def test_outline_and_title_are_what_the_file_says(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setTitle("Public reports pack")
        canvas.bookmarkPage("x")
        canvas.addOutlineEntry("6 Improvement plan", "x", level=0)
        canvas.drawString(72, 400, "words")

    drawing = draw_pdf(pdf(tmp_path / "a.pdf", text("first"), page))
    assert drawing.outline == ((0, "6 Improvement plan", 2),)
    assert drawing.title == "Public reports pack"


def test_second_column_that_begins_in_the_margin_goes_on_with_the_first(tmp_path: Path) -> None:
    columns = both(text("3.2 Nobody knows", top=200), text("in 2016.", *"abcd", top=50, left=320))
    assert texts(pdf(tmp_path / "a.pdf", columns)) == ["3.2 Nobody knows", "in 2016.", *"abcd"]
    header = both(text("3.2 Nobody knows", top=200), text("Roads", "May 2016", top=30, left=320))
    assert texts(pdf(tmp_path / "b.pdf", header)) == ["Roads", "May 2016", "3.2 Nobody knows"]
