from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from corpus.paper import Line
from corpus.pdf.draw import draw_pdf
from corpus.pdf.grids.unruled import with_whole_words
from tests.corpus.pdfs import TOP, Painter, both, pdf, text

RIGHTS = (300, 380, 460)
HEADS = ("", "Budget", "Forecast", "Variance")
BODY = (
    ("Roads and pavements", "1,200.5", "1,310.0", "109.5"),
    ("Parks", "80.0", "-", "-80.0"),
    ("Total", "1,280.5", "1,310.0", "(29.5)"),
)


def sheet(*rows: Sequence[str], top: float = 100, rights: Sequence[float] = RIGHTS) -> Painter:
    """Rows of a spreadsheet without rulings: a label at the left, figures set to the right."""

    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for number, (label, *figures) in enumerate(rows):
            y = TOP - top - 16 * number
            canvas.drawString(72, y, label)
            for right, figure in zip(rights, figures, strict=True):
                canvas.drawRightString(right, y, figure)

    return paint


def drawn(path: Path, *pages: Painter) -> tuple[Line, ...]:
    return draw_pdf(pdf(path / "a.pdf", *pages)).lines


def rows(path: Path, *pages: Painter) -> list[tuple[str, ...]]:
    return [line.cells for line in drawn(path, *pages) if line.role == "row"]


def test_figures_below_one_another_make_columns(tmp_path: Path) -> None:
    assert rows(tmp_path, sheet(HEADS, *BODY)) == [HEADS, *BODY]


def test_lines_over_the_figures_are_headers(tmp_path: Path) -> None:
    units = ("", "£000s", "£000s", "£000s")
    lines = drawn(tmp_path, sheet(HEADS, units, *BODY))
    assert [line.cells for line in lines if line.header] == [HEADS, units]


def test_header_over_the_middle_of_columns_goes_to_each(tmp_path: Path) -> None:
    def years(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawCentredString(363, TOP - 84, "2031-32")

    assert rows(tmp_path, both(years, sheet(HEADS, *BODY)))[0][1:] == ("2031-32",) * 3


def test_blank_cell_keeps_figures_in_their_column(tmp_path: Path) -> None:
    blank = ("Libraries", "", "44.0", "")
    assert blank in rows(tmp_path, sheet(HEADS, *BODY[:2], blank, BODY[2]))


def test_label_over_two_lines_is_one_row(tmp_path: Path) -> None:
    above = ("Grants to parishes and", "7.0", "8.0", "1.0")
    found = rows(tmp_path, sheet(HEADS, BODY[0], above, ("towns", "", "", ""), BODY[1]))
    assert ("Grants to parishes and towns", "7.0", "8.0", "1.0") in found


def test_title_of_a_section_stays_a_row_of_its_own(tmp_path: Path) -> None:
    found = rows(tmp_path, sheet(HEADS, BODY[0], ("SAVINGS", "", "", ""), *BODY[1:]))
    assert ("SAVINGS", "", "", "") in found


def test_paragraphs_with_figures_are_no_table(tmp_path: Path) -> None:
    words = text(
        "In 2031 there were 14 schools and 3 nurseries, 17 in all.",
        "In 2032 there were 15 schools and 2 nurseries, 17 in all.",
        "In 2033 there were 16 schools and 1 nurseries, 17 in all.",
        "The budgets were 1,200 1,300 and 1,400 thousand pounds.",
    )
    assert rows(tmp_path, words) == []


def test_telephone_numbers_are_no_table(tmp_path: Path) -> None:
    people = [(f"Officer {n}", "01632", f"960{n}", f"07{n}") for n in range(5)]
    assert rows(tmp_path, sheet(*people)) == []


def test_one_line_of_figures_needs_headers(tmp_path: Path) -> None:
    axis = ("Axis", "10", "20", "30")
    assert rows(tmp_path, sheet(axis)) == []


def test_prose_around_a_table_stays_lines(tmp_path: Path) -> None:
    before, after = (
        "The table shows the position of each service at the end of May.",
        "Members noted.",
    )
    page = both(text(before, top=60), sheet(HEADS, *BODY), text(after, top=240))
    assert [x.text for x in drawn(tmp_path, page) if x.role == "text"] == [before, after]


def test_table_cut_by_a_page_is_one_table_with_one_header(tmp_path: Path) -> None:
    lines = drawn(tmp_path, sheet(HEADS, *BODY), sheet(HEADS, *BODY[:2], BODY[0]))
    assert {line.table for line in lines} == {1}
    assert [line.cells for line in lines].count(HEADS) == 1


def test_header_word_broken_by_a_narrow_column_is_whole() -> None:
    broken = [{1: "Varianc", 2: "Net"}, {1: "e", 2: "of"}]
    assert with_whole_words(broken) == [{1: "Variance", 2: "Net"}, {2: "of"}]


def test_no_word_beside_the_figures_is_lost(tmp_path: Path) -> None:
    def halves(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, TOP - 143, "Highways and")
        canvas.drawString(72, TOP - 154, "Drainage")

    page = both(sheet(HEADS, *BODY[:2], ("", "5.0", "6.0", "1.0")), halves)
    words = " ".join(line.text for line in drawn(tmp_path, page)).split()
    assert {"Highways", "Drainage", "6.0"} <= set(words)
