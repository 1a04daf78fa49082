"""Where entries of the register are found on this server."""

from __future__ import annotations

from urllib.parse import urlencode

from assistant.register.query import Filters

ENTRY = "/register/entry"
CORRECTIONS = "/register/entry/corrections"


def entry_url(entry: str) -> str:
    """The address of one entry.

    >>> entry_url("pack#7/action-0a1b")
    '/register/entry?id=pack%237%2Faction-0a1b'
    """
    return f"{ENTRY}?{urlencode({'id': entry})}"


def corrections_url(entry: str) -> str:
    """Where corrections of an entry are sent."""
    return f"{CORRECTIONS}?{urlencode({'id': entry})}"


def sheet_url(asked: Filters, form: str) -> str:
    """The address of the entries asked for as a file: "csv", "xlsx" or "json"."""
    scope = asked.scope
    said = {
        "kind": asked.kind, "council": scope.councils, "committee": scope.committees,
        "since": scope.since, "until": scope.until, "paper": asked.paper, "lead": asked.lead,
        "status": asked.status, "overdue_at": asked.overdue_at,
        "set_aside": "true" if asked.set_aside else None, "format": form,
    }  # fmt: skip
    return f"/api/register?{urlencode({n: v for n, v in said.items() if v}, doseq=True)}"
