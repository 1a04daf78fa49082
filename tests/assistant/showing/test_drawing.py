import io

import pypdfium2
import pytest
from PIL import Image, ImageChops

from assistant.errors import DrawingError, NoSuchPage
from assistant.showing import drawing
from assistant.showing.drawing import page_outlines, page_png
from assistant.showing.drawing_child import FILL, OUTLINE
from tests.corpus.rawpdf import raw_pdf

reportlab = pytest.importorskip("reportlab.pdfgen.canvas")
WORDS = "The thresholds document is now due in December 2023."


@pytest.fixture
def pdf(tmp_path):
    """A page with one line at a known place, and a page lying on its side."""
    path = tmp_path / "paper.pdf"
    canvas = reportlab.Canvas(str(path), pagesize=(595, 842))
    canvas.drawString(72, 700, WORDS)
    canvas.showPage()
    canvas.drawString(72, 700, WORDS)
    canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(path)
    document[1].set_rotation(90)
    document.save(tmp_path / "turned.pdf")
    return tmp_path / "turned.pdf"


def colours(png):
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    return picture, {colour for _, colour in picture.getcolors(1 << 24)}


def test_the_words_are_filled_and_outlined(pdf):
    picture, found = colours(page_png(pdf, 1, quotes=("thresholds document",), dpi=72))
    assert picture.size == (595, 842)
    assert {FILL, OUTLINE} <= found


def test_a_page_without_a_quotation_is_drawn_as_it_is(pdf):
    assert not {FILL, OUTLINE} & colours(page_png(pdf, 1, dpi=72))[1]


def marked_box(png):
    """Left, top, right, bottom of everything in the outline's colour."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    plain = Image.new("RGB", picture.size, OUTLINE)
    same = ImageChops.difference(picture, plain).convert("L").point(lambda value: 255 * (not value))
    return same.getbbox()


def test_the_mark_lies_on_the_line_of_print(pdf):
    _, top, _, bottom = marked_box(page_png(pdf, 1, quotes=(WORDS,), dpi=72))
    assert top < 842 - 700 < bottom  # 700 points up from the foot of the page
    assert bottom - top < 25


def test_the_mark_turns_with_the_page(pdf):
    left, top, right, bottom = marked_box(page_png(pdf, 2, quotes=(WORDS,), dpi=72))
    assert left < 700 < right  # what was 700 points up lies 700 points across
    assert bottom - top > right - left


def test_outlines_lie_where_the_same_words_are_marked(pdf):
    for page in (1, 2):
        left, top, right, bottom = marked_box(page_png(pdf, page, quotes=(WORDS,), dpi=72))
        outlines = page_outlines(pdf, page, texts=(WORDS, "absent altogether"), dpi=72)
        ((box,), none) = outlines.boxes
        assert none == () and outlines.width == colours(page_png(pdf, page, dpi=72))[0].width
        assert left <= box[0] < box[2] <= right and top <= box[1] < box[3] <= bottom


def test_outlines_of_a_page_that_is_not_there_are_refused(pdf):
    with pytest.raises(NoSuchPage, match="has 2"):
        page_outlines(pdf, 3, texts=("words",))


@pytest.mark.parametrize("page", [0, 3, -1])
def test_a_page_that_is_not_there_is_said_so(pdf, page):
    with pytest.raises(NoSuchPage, match="has 2"):
        page_png(pdf, page)


def test_a_file_that_is_no_pdf_is_said_so(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"MZ not a pdf")
    with pytest.raises(DrawingError, match="no PDF"):
        page_png(tmp_path / "a.pdf", 1)


def test_a_page_a_mile_long_stays_drawable(tmp_path):
    document = pypdfium2.PdfDocument.new()
    document.new_page(14400, 14400)
    document.save(tmp_path / "wide.pdf")
    assert max(colours(page_png(tmp_path / "wide.pdf", 1))[0].size) <= 2600


def test_print_that_is_in_no_text_is_what_is_left(pdf):
    assert page_outlines(pdf, 1, texts=(WORDS,)).rest == ()
    (box,) = page_outlines(pdf, 1, texts=("The thresholds document",), dpi=72).rest
    assert box[0] > 72 + 100 and box[1] < 842 - 700 < box[3]


@pytest.fixture
def heavy(tmp_path):
    """A page of a few hundred bytes that takes pdfium minutes: one fill on another, blended."""
    fills = "/G gs 1 0 0 rg " + "0 0 600 800 re f " * 400
    return raw_pdf(tmp_path / "heavy.pdf", fills, more="/ExtGState << /G << /BM /Luminosity >> >>")


def test_a_page_that_takes_too_long_is_said_so_and_the_next_is_drawn(heavy, pdf, monkeypatch):
    monkeypatch.setattr(drawing, "SECONDS", 0.5)
    with pytest.raises(DrawingError, match="Page 1 cannot be drawn: it takes more time"):
        page_png(heavy, 1)
    monkeypatch.setattr(drawing, "SECONDS", 30)
    assert page_png(pdf, 1, dpi=71)
    with pytest.raises(DrawingError, match="takes more time"):  # and is not waited for again
        page_png(heavy, 1, quotes=("words",))


def test_a_child_that_died_is_replaced(pdf):
    page_png(pdf, 1, dpi=70)
    drawing._DRAWING._child._process.kill()
    drawing._DRAWING._child._process.wait()
    assert page_png(pdf, 1, dpi=69) and page_outlines(pdf, 1, texts=(WORDS,), dpi=69).boxes[0]


@pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux limits a process's memory")
def test_a_page_that_takes_too_much_memory_is_said_so(pdf, monkeypatch):
    monkeypatch.setattr(drawing, "MEMORY", 1_000_000)
    with pytest.raises(DrawingError, match="cannot be drawn"):
        page_png(pdf, 1, dpi=68)
    monkeypatch.undo()
    assert page_png(pdf, 2, dpi=68)
