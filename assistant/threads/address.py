"""Where the thread of an entry of the register is found on this server."""

from __future__ import annotations

from urllib.parse import urlencode


def thread_url(entry: str) -> str:
    """The address of an entry's thread, by the id that the register gives it.

    >>> thread_url("plan/action-1a2b")
    '/register/thread?entry=plan%2Faction-1a2b'
    """
    return f"/register/thread?{urlencode({'entry': entry})}"
