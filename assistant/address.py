"""Where the server is and where each thing is found on it; light, for the command line's help."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote as url_quote
from urllib.parse import urlencode

if TYPE_CHECKING:
    from index.catalogue import PaperRecord

HOST = "127.0.0.1"  # this machine only, until someone asks for more
PORT = 7860
"""Where the pages are served unless someone says otherwise."""
ENTRY = "/register/entry"
ENTRY_CORRECTIONS = "/register/entry/corrections"
LONGEST_QUOTE = 4000
"""Characters of a quotation that an address carries; a longer one is marked as far as it goes."""


def paper_url(
    paper: str, *, page: int | None = None, picture: bool = False, quote: str = ""
) -> str:
    """The address of a paper, of one of its pages, or of that page's picture.

    >>> paper_url("pack#7", page=4, picture=True)
    '/papers/pack%237/pages/4.png'
    """
    place = f"/pages/{page}{'.png' if picture else ''}" if page else ""
    query = f"?{urlencode({'quote': quote})}" if quote else ""
    return f"/papers/{url_quote(paper, safe='')}{place}{query}"


def quoted_url(paper: PaperRecord, quote: str, *, page: int | None) -> str:
    """The address of what shows these words: their page drawn, where the paper is a PDF, else the
    paper as text. It carries all the words, for all that it carries are marked there."""
    drawn = page if paper.name.lower().endswith(".pdf") else None
    return paper_url(paper.id, page=drawn, quote=" ".join(quote.split())[:LONGEST_QUOTE])


def reading_url(paper: str, *, page: int | None = None, block: int | None = None) -> str:
    """The address of a paper's reading, of one of its sheets, or of a block there.

    >>> reading_url("pack#7", page=4, block=2)
    '/papers/pack%237/reading?page=4&block=2#b2'
    """
    asked = [("page", page), ("block", block)]
    query = "&".join(f"{name}={value}" for name, value in asked if value is not None)
    at = f"#b{block}" if block is not None else "#read" if query else ""
    return f"{paper_url(paper)}/reading{'?' * bool(query)}{query}{at}"


def paper_corrections_url(paper: str) -> str:
    """Where corrections of a paper are sent."""
    return f"{paper_url(paper)}/corrections"


def changes_url(old: str, new: str) -> str:
    """The address of what changed from one paper to another.

    >>> changes_url("pack#7", "update")
    '/changes?from=pack%237&to=update'
    """
    return f"/changes?{urlencode({'from': old, 'to': new})}"


def entry_url(entry: str) -> str:
    """The address of one entry of the register.

    >>> entry_url("pack#7/action-0a1b")
    '/register/entry?id=pack%237%2Faction-0a1b'
    """
    return f"{ENTRY}?{urlencode({'id': entry})}"


def entry_corrections_url(entry: str) -> str:
    """Where corrections of an entry are sent."""
    return f"{ENTRY_CORRECTIONS}?{urlencode({'id': entry})}"


def thread_url(entry: str) -> str:
    """The address of an entry's thread, by the id that the register gives it.

    >>> thread_url("plan/action-1a2b")
    '/register/thread?entry=plan%2Faction-1a2b'
    """
    return f"/register/thread?{urlencode({'entry': entry})}"
