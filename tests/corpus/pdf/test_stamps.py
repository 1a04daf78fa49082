from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from corpus.pdf.draw import draw_pdf
from corpus.pdf.pdfium import Glyph
from corpus.pdf.stamps import without_stamp
from tests.corpus.pdfs import TOP, pdf

HEIGHT = 842.0


def _line(text: str, top: float) -> list[Glyph]:
    line = [Glyph(c, 5.0 * n, top, 5.0 * n + 5, top + 10, False) for n, c in enumerate(text)]
    return [*line, Glyph("\n", 0, 0, 0, 0, False)]


def _read(glyphs: list[Glyph]) -> tuple[str, list[str]]:
    kept, stamps = without_stamp(glyphs, height=HEIGHT)
    return "".join(g.char for g in kept).strip(), [s.text for s in stamps]


def test_stamp_at_the_foot_is_taken_out() -> None:
    glyphs = [*_line("for a longer time.", 790), *_line("Page 2", 795)]
    assert _read(glyphs) == ("for a longer time.", ["Page 2"])


def test_words_in_a_line_are_no_stamp() -> None:
    glyphs = _line("The map is on Page 2", 790)
    assert _read(glyphs) == ("The map is on Page 2", [])


def test_line_above_the_foot_is_no_stamp() -> None:
    assert _read(_line("Page 2", 400)) == ("Page 2", [])


def test_stamp_over_a_cell_is_not_in_it(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.grid([72, 272, 472], [20, 60, 100])
        for y, words in ((85, ("Power", "Held by")), (50, ("Transport", "The mayor"))):
            for x, word in zip((75, 275), words, strict=True):
                canvas.drawString(x, y, word)
        canvas.drawString(280, 30, "Page 13")
        canvas.drawString(72, TOP, "Powers")

    cells = [line.cells for line in draw_pdf(pdf(tmp_path / "a.pdf", paint)).lines if line.cells]
    assert cells[-1] == ("Transport", "The mayor")
