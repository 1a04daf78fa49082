"""The drawing child, `python -m assistant.showing.drawing_child`: it draws pages for its parent.

This room's only door to pdfium, which may hang on a file, crash or eat memory: here that harms
nobody else.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from typing import Any, Self

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

from assistant.errors import DrawingError, NoSuchPage
from assistant.showing.boxes import Box, around, lines_of
from assistant.showing.drawing import Outlines, Request, too_much
from assistant.showing.marking import Span, spans, spans_each
from corpus.served import Send, limit_memory, serve
from corpus.tracing import trace

LONGEST_SIDE = 2600  # pixels; plans of A0 and pages that claim to be a mile long stay drawable
FILL = (255, 236, 153)
OUTLINE = (122, 62, 0)  # with the fill, so that the mark does not hang on colour alone

LEFT_OVER = 2  # letters or digits: fewer are a bullet, a rule or a stray sign, not words left out


def answer(request: Request, _tell: Send) -> bytes | Outlines | DrawingError:
    """The page's picture or its outlines; an error is an answer too, and the parent's to raise."""
    limit_memory(request.memory)
    try:
        with _page(request.path, request.page) as page:
            if request.outlines:
                return _outlines(page, request.words, request.dpi)
            return _png(page, request.words, request.dpi)
    except DrawingError as error:
        return error
    except MemoryError:
        return too_much(request.page)
    except (
        Exception
    ) as error:  # the edge of the process: what is foreseen is caught where it happens
        trace(error)
        return DrawingError(
            f"Page {request.page} cannot be drawn: this program failed on it; please report that."
        )


@contextmanager
def _page(path: str, page: int) -> Iterator[Any]:
    """A page (from 1) of a file."""
    document = _opened(path)
    try:
        if not 1 <= page <= len(document):
            raise NoSuchPage(f"There is no page {page}; the paper has {len(document)}.")
        yield document[page - 1]
    except pdfium.PdfiumError as error:
        raise DrawingError(f"Page {page} cannot be drawn: {error}.") from None
    finally:
        document.close()


def _opened(path: str) -> Any:
    try:
        return pdfium.PdfDocument(path)
    except (pdfium.PdfiumError, FileNotFoundError):
        raise DrawingError("The paper's file cannot be drawn: it is no PDF that opens.") from None


def _scale(page: Any, dpi: int) -> float:
    longest: float = max(*page.get_size(), 1)
    return min(dpi / 72, LONGEST_SIDE / longest)


def _size(page: Any, dpi: int) -> tuple[int, int]:
    """Width and height in pixels of the page's picture, as pdfium rounds them."""
    scale = _scale(page, dpi)
    width, height = page.get_size()
    return ceil(width * scale), ceil(height * scale)


class _Print:
    """What is printed on a page: its characters as `text`, and where each stands on a picture of
    this size in pixels."""

    def __init__(self, page: Any, size: tuple[int, int]) -> None:
        self.size = size
        self._page = page
        self._textpage = page.get_textpage()
        count = self._textpage.count_chars()
        self.text = "".join(_character(self._textpage, index) for index in range(count))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._textpage.close()

    def boxes(self, indexes: Iterable[int]) -> list[Box]:
        """The characters' boxes, white space left out."""
        found = (_box(self._page, self._textpage, index, self.size) for index in indexes
                 if not self.text[index].isspace())  # fmt: skip
        return [box for box in found if box]


def _outlines(page: Any, texts: Sequence[str], dpi: int) -> Outlines:
    with _Print(page, _size(page, dpi)) as print_:
        found = spans_each(print_.text, texts)
        boxes = tuple(tuple(_boxes(print_, spans)) for spans in found)
        rest = tuple(_rest(print_, [span for spans in found for span in spans]))
        return Outlines(*print_.size, boxes, rest)


def _png(page: Any, quotes: Sequence[str], dpi: int) -> bytes:
    picture = page.render(scale=_scale(page, dpi)).to_pil().convert("RGB")
    with _Print(page, picture.size) as print_:
        boxes = [box for quote in quotes for box in _boxes(print_, spans(print_.text, quote))]
    marked = _marked(picture, boxes)
    held = io.BytesIO()
    marked.save(held, "PNG")
    return held.getvalue()


def _boxes(print_: _Print, found: Iterable[Span]) -> list[Box]:
    """A box round each line of each stretch of the print."""
    return [box for span in found for box in lines_of(print_.boxes(range(*span)))]


def _rest(print_: _Print, found: Sequence[Span]) -> Iterator[Box]:
    """Each line, or what is left of one, that lies outside every stretch found."""
    covered = {index for span in found for index in range(*span)}
    at = 0
    for line in print_.text.splitlines(keepends=True):
        left = [index for index in range(at, at + len(line)) if index not in covered]
        at += len(line)
        boxes = print_.boxes(left)
        if boxes and sum(print_.text[index].isalnum() for index in left) >= LEFT_OVER:
            yield around(boxes)


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


if __name__ == "__main__":
    serve(answer)
