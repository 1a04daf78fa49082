"""Where a reading is found on this server."""

from __future__ import annotations

from assistant.showing.paper_view import paper_url


def reading_url(paper: str, *, page: int | None = None, block: int | None = None) -> str:
    """The address of a paper's reading, of one of its sheets, or of a block there.

    >>> reading_url("pack#7", page=4, block=2)
    '/papers/pack%237/reading?page=4&block=2#b2'
    """
    asked = [("page", page), ("block", block)]
    query = "&".join(f"{name}={value}" for name, value in asked if value is not None)
    at = f"#b{block}" if block is not None else "#read" if query else ""
    return f"{paper_url(paper)}/reading{'?' * bool(query)}{query}{at}"
