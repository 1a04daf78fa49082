"""Scanned pages read off their picture: the door to rapidocr, which is an extra.

Its models travel in its wheel; nothing is downloaded (the tests read a page with every connection
refused). What a machine reads is marked so, line by line: it mistakes a letter in some hundred, and
a figure is quoted as it was read. Tables come out as lines, a row each.
"""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Any

from corpus.pdf.strips import Strip, joined

EXTRA = "pip install 'matters-arising[ocr]'"
MEMORY = 1_200_000_000
"""Bytes of address space the models and a page may take on top of what reading takes else."""
ALIKE = 0.3
"""Lines of print whose boxes differ less than this share of the usual height are of one size."""
WIDE = 0.25
"""Share of the page's width that a line of a text column takes, at least; cells are narrower."""


def is_installed() -> bool:
    """Whether the extra is there. Cheap: nothing is loaded."""
    return importlib.util.find_spec("rapidocr") is not None


def is_loaded() -> bool:
    """Whether a scan has been read by this process: the models stay in its memory."""
    return _engine.cache_info().currsize > 0


def read_picture(picture: Any, *, scale: float) -> list[Strip]:
    """The lines of a page in reading order.

    `picture` is an array of (height, width, 3) bytes, blue first; `scale` its dots a point.
    """
    found = _engine()(picture, use_cls=False)
    if found.txts is None:
        return []
    pieces = [
        _piece(text, corners, scale)
        for text, corners in zip(found.txts, found.boxes, strict=True)
        if text.strip()
    ]
    return in_lines(pieces, width=picture.shape[1] / scale)


def _piece(text: str, corners: Sequence[Sequence[float]], scale: float) -> Strip:
    across, down = [float(x) / scale for x, _ in corners], [float(y) / scale for _, y in corners]
    box = (min(across), min(down), max(across), max(down))
    return Strip(" ".join(text.split()), *box, marks=("read by OCR",))


def in_lines(pieces: Sequence[Strip], *, width: float) -> list[Strip]:
    """Pieces of lines joined and in reading order, two columns of text one after the other."""
    gutter = _gutter(pieces, width)
    if gutter is None:
        return _lines(pieces)
    top = min(p.top for p in pieces if not _crosses(p, gutter))
    head = [p for p in pieces if _crosses(p, gutter) and p.top < top]
    foot = [p for p in pieces if _crosses(p, gutter) and p.top >= top]
    left = [p for p in pieces if p.right <= gutter]
    right = [p for p in pieces if p.left >= gutter]
    return [line for part in (head, left, right, foot) for line in _lines(part)]


def _crosses(piece: Strip, gutter: float) -> bool:
    return piece.left < gutter < piece.right


def _gutter(pieces: Sequence[Strip], width: float) -> float | None:
    """Where two columns of running text part: nearly nothing crosses it, and both are wide."""
    for share in (0.5, 0.48, 0.52, 0.46, 0.54):
        x = share * width
        left = [p.right - p.left for p in pieces if p.right <= x]
        right = [p.right - p.left for p in pieces if p.left >= x]
        crossing = sum(_crosses(p, x) for p in pieces)
        if min(len(left), len(right)) >= 8 and crossing <= len(pieces) // 8:
            return x if min(median(left), median(right)) >= WIDE * width else None
    return None


def _lines(pieces: Sequence[Strip]) -> list[Strip]:
    lines: list[list[Strip]] = []
    for piece in sorted(_even(pieces), key=lambda p: p.top + p.bottom):
        first = lines[-1][0] if lines else None
        if first and (piece.top + piece.bottom) / 2 < first.bottom - 0.2 * first.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [functools.reduce(joined, sorted(line, key=lambda p: p.left)) for line in lines]


def _even(pieces: Sequence[Strip]) -> list[Strip]:
    """Pieces of nearly one height given that height: a box follows the letters it holds."""
    if not pieces:
        return []
    usual = median(p.height for p in pieces)
    return [
        replace(p, top=middle - usual / 2, bottom=middle + usual / 2)
        if abs(p.height - usual) < ALIKE * usual
        else p
        for p, middle in ((p, (p.top + p.bottom) / 2) for p in pieces)
    ]


@functools.cache
def _engine() -> Any:
    """Loaded once, on the first scan: it takes a second and half a gigabyte."""
    from rapidocr import RapidOCR  # noqa: PLC0415

    onnx = "EngineConfig.onnxruntime."
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            # Files are read side by side, a core each.
            onnx + "intra_op_num_threads": 1,
            onnx + "inter_op_num_threads": 1,
            # Finding lines needs less sharpness than reading them, and a third of the memory.
            "Det.limit_type": "max",
            "Det.limit_side_len": 1280,
            "Global.max_side_len": 2400,
            "Rec.rec_batch_num": 2,
        }
    )
