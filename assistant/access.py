"""Who may see what: a role opens shelves; whoever reads papers is handed these, not the role."""

from __future__ import annotations

from typing import Literal

from corpus.paper import Access

Role = Literal["public", "member", "officer"]

Shelves = tuple[Access, ...]

_SHELVES: dict[Role, Shelves] = {
    "public": ("public",),
    "member": ("public", "exempt"),
    "officer": ("public", "exempt"),
}


def shelves_for(role: Role) -> Shelves:
    """The shelves this role may read: members and officers the exempt one too."""
    return _SHELVES[role]


EVERYONE: Shelves = shelves_for("public")
"""What web pages and HTTP show: nobody there has said who is asking."""
