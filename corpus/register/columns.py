"""What the columns of a plan hold, told from their headers: number, recommendation, action, lead,
owner, due date, progress, rating, direction of travel.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from corpus.paper import Block

Role = Literal[
    "number", "recommendation", "action", "lead", "owner", "due", "progress", "rating", "direction",
    "",
]  # fmt: skip
_WORDS: tuple[tuple[Role, str], ...] = (
    (
        "number",
        r"^(?:(?:action|rec(?:ommendation)?|item|row)?\s?\.?(?:no\.?|num(?:ber)?|ref\.?"
        r"|reference|id|#)|line|item|s/?no\.?)$",
    ),
    ("direction", r"\b(?:direction|travel|trend|dot)\b"),
    (
        "due",
        r"\b(?:by when|due|time-?\s?(?:scales?|frames?|lines?)|deadline|target end|when|dates?"
        r"|complet(?:ion|e|ed) by)\b|^by(?: \(.*\))?$",
    ),
    ("owner", r"\b(?:owners?|accountab\w+)\b"),
    ("lead", r"\b(?:leads?|who|whom|responsib\w+|assigned|officers?|agency|sro)\b"),
    ("rating", r"\b(?:b?rag\w*|ratings?|scores?|confidence|blue|colour)\b"),
    (
        "recommendation",
        r"\b(?:recommend\w*|objectives?|areas? (?:for|of) (?:improvement|development)"
        r"|what needs to improve|findings?|priorit(?:y|ies))\b",
    ),
    (
        "progress",
        r"\b(?:progress|status|updates?|position|comments?|commentary|evidence|outturn"
        r"|done so far|achieved)\b|^(?:current )?state$",
    ),
    (
        "action",
        r"\b(?:actions?|steps?|tasks?|activit(?:y|ies)|commitments?|(?:what|how) (?:will|we)"
        r"|(?:will|to) be done|milestones?|deliverables?)\b",
    ),
)
"""In the order in which they are tried: "Action owner" is an owner, "Action due" a date."""
_ROLES = tuple((role, re.compile(words, re.I)) for role, words in _WORDS)
_MEANS_ACTION = re.compile(
    r"(?:key |agreed |proposed |planned |required |our )*actions?\b"
    r"(?! (?:owner|lead|by|due|no|ref|plan))"
    r"|description of action|what (?:will|we)",
    re.I,
)
_SCORE = re.compile(
    r"(?:[0-5]|[BRAG]|[BRAG] ?/ ?[BRAG]"
    r"|(?:(?:dark|light) )?(?:blue|red|amber|green|yellow|grey|black|white)"
    r"(?: ?[/-] ?(?:red|amber|green))?)\.?",
    re.I,
)
_RECOMMENDS = re.compile(
    r"recommend|what needs to improve|areas? for (?:improvement|priority)", re.I
)
_NOT_WORDS = re.compile(
    r"\b(?:status|accept\w*|response|implement\w*|owner|date|progress|update)\b", re.I
)


_ORIGIN = re.compile(
    r"(?:meeting |minute |committee )?dates?(?: of (?:the )?meeting| (?:raised|agreed|added|opened"
    r"|logged|identified|set|assigned))?|(?:actual|date) (?:\w+ )?(?:complet\w+|closed)(?: date)?",
    re.I,
)
"""When an action was set, or done: not when it is due, where another column says that."""


OF_NOW = re.compile(
    r"\b(?:now|current(?:ly)?|latest|this (?:period|quarter|month|time|report)|new|revised"
    r"|forecast|extended)\b",
    re.I,
)
"""Heads the column that holds how things stand, of two that hold a rating or a date."""


def roles_of(headers: Sequence[str]) -> tuple[Role, ...]:
    """The role of each column, "" where its header names none; beside a rating, "Now" is one."""
    roles = [_role(header) for header in headers]
    if "rating" in roles:
        pairs = zip(roles, headers, strict=True)
        roles = ["rating" if not r and OF_NOW.fullmatch(h.strip()) else r for r, h in pairs]
    other = [
        n for n, role in enumerate(roles)
        if role == "due" and _ORIGIN.fullmatch(" ".join(headers[n].split()))
    ]  # fmt: skip
    if len(other) < roles.count("due"):
        return tuple("" if n in other else role for n, role in enumerate(roles))
    return tuple(roles)


def _role(header: str) -> Role:
    name = " ".join(header.split())
    if _MEANS_ACTION.match(name):
        return "action"
    return next((role for role, pattern in _ROLES if pattern.search(name)), "")


def is_plan(headers: Sequence[str]) -> bool:
    """Whether a table with these headers is a plan of actions: it says what is to be done, and by
    whom, by when, or how far it is.

    >>> is_plan(("Ref", "Action", "Lead", "Due")), is_plan(("Date", "Item", "Lead officer"))
    (True, False)
    """
    roles = roles_of(headers)
    kept = {"lead", "owner", "due", "progress", "rating"}
    return "action" in roles and bool(kept.intersection(roles))


def is_tracker(headers: Sequence[str]) -> bool:
    """Whether a table with these headers follows up recommendations, which are then what is to be
    done: it says how far each is, and no other action.

    >>> is_tracker(("No.", "Recommendation", "Lead", "Status"))
    True
    >>> is_tracker(("Recommendation", "Action", "Status"))
    False
    """
    roles = roles_of(headers)
    followed = any(map(recommends, headers)) and bool({"progress", "rating"}.intersection(roles))
    return followed and "action" not in roles and bool({"lead", "owner"}.intersection(roles))


def recommends(header: str) -> bool:
    """Whether a column holds recommendations in words, not what became of them."""
    return bool(_RECOMMENDS.search(header)) and not _NOT_WORDS.search(header)


def is_score(cell: str) -> bool:
    """Whether a cell holds a rating and nothing else: "3", "Amber", "G"."""
    return bool(_SCORE.fullmatch(cell.strip()))


def cell_starts(block: Block) -> list[int]:
    """Where each cell of a row begins in the paper's text."""
    starts, at = [], block.start
    for cell in block.cells:
        starts.append(at)
        at += len(cell) + 1
    return starts
