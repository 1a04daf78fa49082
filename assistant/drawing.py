"""A page of a PDF drawn with a quotation's words marked: this room's only door to pdfium.

Pages are drawn here, on the reader's own machine, because the usual web component loads its worker
from a public network. pdfium must not be entered by two threads at once, so one lock guards it.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

from assistant.errors import DrawingError, NoSuchPage
from assistant.marking import spans

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels of the picture."""

DPI = 110  # a page then is about 900 pixels wide: sharp beside the answer, some 150 kB
LONGEST_SIDE = 2600  # pixels; plans of A0 and pages that claim to be a mile long stay drawable
FILL = (255, 236, 153)
OUTLINE = (122, 62, 0)  # with the fill, so that the mark does not hang on colour alone

_ONE_AT_A_TIME = threading.Lock()


@lru_cache(maxsize=64)
def page_png(path: Path, page: int, *, quotes: tuple[str, ...] = (), dpi: int = DPI) -> bytes:
    """The page (from 1) as a PNG picture with each quotation's words filled and outlined.

    `path` is a file kept by its SHA-256, so the same arguments always draw the same picture. Raises
    NoSuchPage, or DrawingError if the file is no PDF that can be opened.
    """
    with _ONE_AT_A_TIME:
        document = _opened(path)
        try:
            if not 1 <= page <= len(document):
                raise NoSuchPage(f"There is no page {page}; the paper has {len(document)}.")
            return _png(document[page - 1], quotes, dpi)
        except pdfium.PdfiumError as error:
            raise DrawingError(f"Page {page} cannot be drawn: {error}.") from None
        finally:
            document.close()


def _opened(path: Path) -> Any:
    try:
        return pdfium.PdfDocument(path)
    except (pdfium.PdfiumError, FileNotFoundError):
        raise DrawingError("The paper's file cannot be drawn: it is no PDF that opens.") from None


def _png(page: Any, quotes: Iterable[str], dpi: int) -> bytes:
    width, height = page.get_size()
    scale = min(dpi / 72, LONGEST_SIDE / max(width, height, 1))
    picture = page.render(scale=scale).to_pil().convert("RGB")
    boxes = [box for quote in quotes for box in _boxes(page, quote, picture.size)]
    marked = _marked(picture, boxes)
    held = io.BytesIO()
    marked.save(held, "PNG")
    return held.getvalue()


def _boxes(page: Any, quote: str, size: tuple[int, int]) -> list[Box]:
    """A box round each line of the quotation, in pixels of a picture of this size."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        text = "".join(_character(textpage, index) for index in range(count))
        found = []
        for start, end in spans(text, quote):
            boxes = (_box(page, textpage, index, size) for index in range(start, end)
                     if not text[index].isspace())  # fmt: skip
            found += _lines([box for box in boxes if box])
        return found
    finally:
        textpage.close()


def _character(textpage: Any, index: int) -> str:
    """One character; a null or half a surrogate pair becomes a space, so that indexes stay true."""
    code = pdfium.raw.FPDFText_GetUnicode(textpage, index)
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF else " "


def _box(page: Any, textpage: Any, index: int, size: tuple[int, int]) -> Box | None:
    """The character's box in pixels, whatever the page's rotation and crop; None if it has none."""
    left, bottom, right, top = textpage.get_charbox(index, loose=True)
    if right <= left or top <= bottom:
        return None
    corners = [_pixel(page, x, y, size) for x, y in ((left, bottom), (right, top))]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _pixel(page: Any, x: float, y: float, size: tuple[int, int]) -> tuple[int, int]:
    across, down = pdfium.raw.c_int(), pdfium.raw.c_int()
    pdfium.raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
    return across.value, down.value


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """Boxes of characters joined into one box a line, whether the line runs across or down."""
    joined: list[Box] = []
    last: Box | None = None
    for box in boxes:
        if last and _same_line(last, box):
            line = joined[-1]
            joined[-1] = (min(line[0], box[0]), min(line[1], box[1]),
                          max(line[2], box[2]), max(line[3], box[3]))  # fmt: skip
        else:
            joined.append(box)
        last = box
    return joined


def _same_line(one: Box, other: Box) -> bool:
    """Whether a character follows another on one line: level with it, and no column further on."""
    for along, across in ((0, 1), (1, 0)):
        height = min(one[across + 2] - one[across], other[across + 2] - other[across])
        level = min(one[across + 2], other[across + 2]) - max(one[across], other[across])
        apart = max(one[along], other[along]) - min(one[along + 2], other[along + 2])
        if level > 0.5 * height and apart < 4 * height:
            return True
    return False


def _marked(picture: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """The picture with the boxes coloured as a felt pen does, the print beneath left black."""
    sheet = Image.new("RGB", picture.size, "white")
    for box in boxes:
        ImageDraw.Draw(sheet).rectangle(_margin(box), fill=FILL)
    marked = ImageChops.multiply(picture, sheet)
    for box in boxes:
        ImageDraw.Draw(marked).rectangle(_margin(box), outline=OUTLINE, width=1)
    return marked


def _margin(box: Box) -> Box:
    return box[0] - 2, box[1] - 1, box[2] + 2, box[3] + 1
