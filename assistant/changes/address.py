"""Where a comparison is found on this server."""

from __future__ import annotations

from urllib.parse import urlencode


def changes_url(old: str, new: str) -> str:
    """The address of what changed from one paper to another.

    >>> changes_url("pack#7", "update")
    '/changes?from=pack%237&to=update'
    """
    return f"/changes?{urlencode({'from': old, 'to': new})}"
