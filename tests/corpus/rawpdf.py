"""PDFs written byte by byte, for what reportlab will not draw: layers, clipping, hidden notes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

FONT = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> {more} >>"


def words(said: str, *, at: tuple[int, int] = (72, 400), size: float = 11, extra: str = "") -> str:
    """Drawing a line of text, `extra` set before it."""
    return f"BT {extra} /F1 {size} Tf 1 0 0 1 {at[0]} {at[1]} Tm ({said}) Tj ET\n"


def raw_pdf(
    path: Path,
    content: str,
    *,
    more: str = "",
    page: str = "",
    catalog: str = "",
    others: Sequence[str] = (),
) -> Path:
    """A PDF of one page. `more` stands in its resources, `page` in the page and `catalog` in the
    catalogue; `others` are objects 5 and on, whole dictionaries or streams."""
    resources = FONT.format(more=more)
    parts = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources {resources} "
        f"/Contents 4 0 R {page} >>",
        stream(content),
        *others,
    ]
    body, places = "%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        places.append(f"{len(body):010} 00000 n \n")
        body += f"{number} 0 obj\n{part}\nendobj\n"
    size = len(parts) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{''.join(places)}"
    trailer = f"trailer << /Root 1 0 R /Size {size} >>\nstartxref\n{len(body)}\n%%EOF\n"
    path.write_bytes((body + table + trailer).encode())
    return path


def stream(content: str, more: str = "") -> str:
    """A stream object, `more` in its dictionary."""
    return f"<< /Length {len(content)} {more} >>\nstream\n{content}\nendstream"


def form(content: str, more: str = "") -> str:
    """A form that a page may draw, in the page's own space."""
    kind = f"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources {FONT.format(more='')}"
    return stream(content, f"{kind} {more}")
