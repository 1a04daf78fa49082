"""Small PDFs for the tests of this room, made with reportlab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

TOP = A4[1]
Painter = Callable[[Canvas], None]


def pdf(path: Path, *pages: Painter) -> Path:
    """A PDF with a page for each painter."""
    canvas = Canvas(str(path), pagesize=A4)
    for paint in pages:
        paint(canvas)
        canvas.showPage()
    canvas.save()
    return path


def text(*lines: str, top: float = 100, left: float = 72, font: str = "Helvetica") -> Painter:
    """Lines below one another, 14 points apart; "" leaves a blank line."""

    def paint(canvas: Canvas) -> None:
        canvas.setFont(font, 11)
        for number, line in enumerate(lines):
            canvas.drawString(left, TOP - top - 14 * number, line)

    return paint


def both(*painters: Painter) -> Painter:
    """Several painters on one page."""

    def paint(canvas: Canvas) -> None:
        for painter in painters:
            painter(canvas)

    return paint


def scan(canvas: Canvas) -> None:
    """A picture over the whole page and no text."""
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 0, 0, *A4)


def table(path: Path, rows: Sequence[Sequence[str]], *, repeat: int = 1) -> Path:
    """A ruled table with a bold header, over as many pages as it needs."""
    drawn = LongTable([list(r) for r in rows], repeatRows=repeat)
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    style += [("FONTNAME", (0, 0), (-1, repeat - 1), "Helvetica-Bold")] if repeat else []
    drawn.setStyle(TableStyle(style))
    SimpleDocTemplate(str(path), pagesize=A4).build([drawn])
    return path
