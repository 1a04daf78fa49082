from __future__ import annotations

import numpy as np
import pytest

from corpus.pdf import scans
from corpus.pdf.pdfium import Glyph, Page, Picture
from corpus.pdf.scans import is_scan, with_scan
from corpus.pdf.strips import Strip


def page(said: str, *, pictures: int = 1, pictured: float = 1.0) -> Page:
    glyphs = [Glyph(c, 0, 0, 5, 10, False) for c in said]
    return Page(600, 800, glyphs, pictures=pictures, pictured=pictured)


@pytest.mark.parametrize(
    ("found", "scanned"),
    [
        (page(""), True),
        (page("", pictured=0.1), True),
        (page("Appendix 4 Page 29"), True),
        (page("Appendix 4 Page 29", pictured=0.4), False),
        (page("The Committee noted the report. " * 4), False),
        (page("", pictures=0), False),
    ],
)
def test_page_is_a_scan_where_a_picture_holds_its_words(found: Page, scanned: bool) -> None:
    assert is_scan(found) is scanned


def test_own_text_stays_and_what_the_picture_shows_of_it_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stamp = Strip("Appendix 4", 500, 20, 560, 32)
    read = [Strip("Appendlx 4", 501, 21, 561, 33), Strip("1.1 Noted.", 72, 100, 140, 112)]
    monkeypatch.setattr(scans, "read_picture", lambda *_, **__: read)
    items = with_scan([stamp], Picture(np.zeros((1600, 1200, 3), np.uint8), 2.0))
    assert [item.text for item in items if isinstance(item, Strip)] == ["Appendix 4", "1.1 Noted."]
