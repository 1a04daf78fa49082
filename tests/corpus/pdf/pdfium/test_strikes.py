from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.pdf.draw import draw_pdf
from tests.corpus.pdfs import TOP, both, pdf, text

Y = TOP - 100
"""Where the words stand; `text` draws its first line there, in 11 point."""
WIDE = 139
"""Points that "Members may not speak twice." is wide."""


def marks(path: Path) -> list[tuple[str, ...]]:
    return [line.marks for line in draw_pdf(path).lines]


def ruled(height: float, left: float = 72, right: float = 72 + WIDE) -> object:
    def paint(canvas: Canvas) -> None:
        canvas.line(left, Y + height, right, Y + height)

    return both(text("Members may not speak twice."), paint)


def test_line_through_the_middle_strikes_out(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", ruled(3.2))  # type: ignore[arg-type]
    assert marks(path) == [("struck out",)]
    assert "struck-out text" in " ".join(draw_pdf(path).notes)


def test_thin_rectangle_strikes_out_too(tmp_path: Path) -> None:
    def bar(canvas: Canvas) -> None:
        canvas.rect(72, Y + 2.8, WIDE, 0.8, stroke=0, fill=1)

    assert marks(pdf(tmp_path / "a.pdf", both(text("Members may not speak twice."), bar))) == [
        ("struck out",)
    ]


def test_struck_word_marks_its_line_and_no_other(tmp_path: Path) -> None:
    page = both(ruled(3.2, 139, 155), text("They may reply.", top=130))  # type: ignore[arg-type]
    assert marks(pdf(tmp_path / "a.pdf", page)) == [("struck out",), ()]


@pytest.mark.parametrize(
    "other",
    [
        ruled(-1.5),  # an underline
        ruled(12),  # a line above
        ruled(3.2, 20, 500),  # a ruling that runs on
        ruled(3.2, 250, 300),  # beside the words
    ],
)
def test_other_lines_do_not_strike(tmp_path: Path, other: object) -> None:
    assert marks(pdf(tmp_path / "a.pdf", other)) == [()]  # type: ignore[arg-type]


def test_struck_number_before_words_that_stand_strikes_nothing(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        text("(5) (3) Expects to be told.")(canvas)
        canvas.line(72, Y + 3.2, 86, Y + 3.2)

    assert marks(pdf(tmp_path / "a.pdf", page)) == [()]


def test_struck_cell_marks_its_row(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([72, 192, 312], [Y - 40, Y - 20, Y])
        for row, said in enumerate((("Action", "Lead"), ("Recruit", "Jones"))):
            for x, word in zip((80, 200), said, strict=True):
                canvas.drawString(x, Y - 14 - 20 * row, word)
        wide = canvas.stringWidth("Recruit")
        canvas.line(80, Y - 34 + 3.4, 80 + wide, Y - 34 + 3.4)

    lines = draw_pdf(pdf(tmp_path / "a.pdf", page)).lines
    assert [(x.cells, x.marks) for x in lines] == [
        (("Action", "Lead"), ()),
        (("Recruit", "Jones"), ("struck out",)),
    ]
