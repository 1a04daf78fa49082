"""Form fields and notes of a PDF: read where a reader sees them."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from corpus.pdf.draw import draw_pdf
from tests.corpus.pdfs import TOP, both, pdf, text
from tests.corpus.rawpdf import form, raw_pdf, words

SEEN = words("Members noted the report.", at=(72, 700))
NOTE = "<< /Type /Annot /Subtype /{kind} /Rect [0 0 600 800] /Contents (Approve it.) {more} >>"


def field(canvas: Canvas) -> None:
    canvas.acroForm.textfield(name="a", value="Approved by Cabinet", x=72, y=TOP - 200, width=200)


def test_value_of_a_form_field_is_read_where_it_stands(tmp_path: Path) -> None:
    page = both(text("Before"), field, text("After", top=300))
    lines = draw_pdf(pdf(tmp_path / "a.pdf", page)).lines
    assert [line.text for line in lines] == ["Before", "Approved by Cabinet", "After"]


def test_free_text_note_is_read_as_it_is_drawn(tmp_path: Path) -> None:
    note = NOTE.format(kind="FreeText", more="/AP << /N 6 0 R >>")
    others = [note, form(words("Approve it."))]
    drawing = draw_pdf(raw_pdf(tmp_path / "a.pdf", SEEN, page="/Annots [5 0 R]", others=others))
    assert [line.text for line in drawing.lines] == ["Members noted the report.", "Approve it."]


def test_note_marked_as_hidden_is_left_out_though_it_could_be_drawn(tmp_path: Path) -> None:
    for flag in (2, 32):
        note = NOTE.format(kind="FreeText", more=f"/F {flag} /AP << /N 6 0 R >>")
        others = [note, form(words("Approve it."))]
        drawing = draw_pdf(raw_pdf(tmp_path / "a.pdf", SEEN, page="/Annots [5 0 R]", others=others))
        assert [line.text for line in drawing.lines] == ["Members noted the report."]
        assert drawing.notes == ("page 1: hidden text left out",)


def test_comment_that_must_be_opened_is_told_and_not_read(tmp_path: Path) -> None:
    note = NOTE.format(kind="Text", more="")
    drawing = draw_pdf(raw_pdf(tmp_path / "a.pdf", SEEN, page="/Annots [5 0 R]", others=[note]))
    assert [line.text for line in drawing.lines] == ["Members noted the report."]
    assert drawing.notes == ("page 1: comments that show only when opened, not read",)


def test_strike_out_note_strikes_the_words_under_it(tmp_path: Path) -> None:
    quad = "/QuadPoints [72 709 195 709 72 697 195 697]"
    note = NOTE.format(kind="StrikeOut", more=quad)
    drawing = draw_pdf(raw_pdf(tmp_path / "a.pdf", SEEN, page="/Annots [5 0 R]", others=[note]))
    assert [line.marks for line in drawing.lines] == [("struck out",)]


def _written(folder: Path, more: str, kind: str = "Widget") -> list[str]:
    """The lines of a page with a field that the file does not draw itself."""
    note = f"<< /Type /Annot /Subtype /{kind} /Rect [72 580 300 600] {more} >>"
    content = SEEN + words("Signed.", at=(72, 500))
    drawing = draw_pdf(raw_pdf(folder / "a.pdf", content, page="/Annots [5 0 R]", others=[note]))
    return [line.text for line in drawing.lines]


def test_value_that_the_file_does_not_draw_is_read_at_its_place(tmp_path: Path) -> None:
    for kind, more in (
        ("Widget", "/FT /Tx /V (Approve it.)"),
        ("FreeText", "/Contents (Approve it.)"),
    ):
        assert _written(tmp_path, more, kind) == [
            "Members noted the report.", "Approve it.", "Signed."
        ]  # fmt: skip


def test_password_tick_box_and_hidden_field_are_not_read(tmp_path: Path) -> None:
    for more in ("/FT /Tx /Ff 8192 /V (secret)", "/FT /Btn /V /Yes", "/FT /Tx /F 2 /V (secret)"):
        assert _written(tmp_path, more) == ["Members noted the report.", "Signed."]
