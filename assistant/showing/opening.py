"""Opening a paper, or a page of it, for one reader; what the reader may not see does not exist.

A pack may hold an exempt item among public ones, in one file: then the library gives nobody the
file who may not see all of it, and what may be seen of it is shown as text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.access import Shelves
from assistant.errors import NoSuchPage, NoSuchPaper
from assistant.showing.drawing import page_png
from index.passages import Passage

if TYPE_CHECKING:
    from index.library import Library, PaperRecord


def open_paper(library: Library, paper: str, shelves: Shelves) -> PaperRecord:
    """The paper of this id. Raises NoSuchPaper if there is none on these shelves."""
    found = library.paper(paper, shelves)
    if found is None:
        raise NoSuchPaper("There is no such paper in the library.")
    return found


def paper_before(library: Library, paper: str, shelves: Shelves) -> PaperRecord | None:
    """The paper before this one in its series; None for the first, and for one in no series."""
    series = library.series_of(paper, shelves)
    place = next((at for at, other in enumerate(series) if other.id == paper), 0)
    return series[place - 1] if place else None


def passages_of(library: Library, paper: str, shelves: Shelves) -> list[Passage]:
    """The paper's passages in order. Raises NoSuchPaper."""
    open_paper(library, paper, shelves)
    return list(library.passages_in(paper, shelves))


def draw_page(
    library: Library, paper: str, page: int, *, shelves: Shelves, quotes: tuple[str, ...] = ()
) -> bytes:
    """One page (from 1) of the paper as PNG, the quotations marked.

    Raises NoSuchPaper, NoSuchPage (also where the file holds a paper kept from this reader), or
    DrawingError where the paper's file has no pages to draw.
    """
    open_paper(library, paper, shelves)
    original = library.original(paper, shelves)
    if original is None:
        raise NoSuchPage(f"There is no page {page} of this paper to draw.")
    return page_png(original, page, quotes=quotes)
