"""Who recommends, and to whom: a report's author as its header names them, or the inspectorate,
reviewers or task group that the words around a list speak of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from corpus.front.header import field_named
from corpus.paper import Block, Paper

TOP = 15
"""Blocks in which a paper's header names its author."""
NEAR = 12
"""Blocks before a list in which what made it is still spoken of."""
_NAMES = (
    r"rep+ort (?:of|by|author|from)(?: the)?|from|by|author|contact officers?(?:\(s\))?"
    r"|chief officer"
)
_NEXT = (
    r"(?:accountable|contact|chief officer|lead|key|ward|cabinet member:|portfolio|electoral"
    r"|classification|agenda|date|status|report|access|author|committee|title|subject|telephone"
    r"|version)\b[^.\n]{0,40}:|tel\b|e-?mail|this report|part (?:i|a|1)\b"
)
"""What follows the author in a header that runs on."""
_AUTHOR = re.compile(
    rf"(?:^(?P<field>{_NAMES})\b\s*[:–-]?|\b(?P<named>{_NAMES})\s*:|\bREP+ORT OF(?: THE)?\b)"
    rf"\s+(?=[A-Z])(?P<name>.+?)(?=[,.;]?\s+(?:{_NEXT})|[.;]?\s*(?:\n|$))",
    re.I | re.M,
)
_REPORTS = re.compile(r"rep+ort (?:of|by)\b|from\b|by\b", re.I)
_INSPECTORS = (
    r"Ofsted|Care Quality Commission|CQC|HMICFRS|HMIP?\b"
    r"|(?:Her|His) Majesty[’']s Inspectorate[\w ]*|Audit Commission"
    r"|[Ee]xternal [Aa]uditors?|Local Government Association|LGA\b"
    r"|(?:[A-Z]\w+ ){0,4}Ombudsman|Regulator of Social Housing|Planning Inspectorate|Estyn"
)
_COUNCIL = r"(?:[A-Z][\w’-]+ ){1,4}(?:Council|Partnership|Trust)"
_REVIEWED = re.compile(
    rf"\b(?:undertaken|carried out|conducted|led|done) by (?:the )?(?P<by>{_COUNCIL})"
    rf"|(?P<did>{_COUNCIL}),? (?:undertook|carried out|conducted|led|reviewed)"
    rf"|team from (?:the )?(?P<team>{_COUNCIL})"
)
_NAMED = re.compile(rf"\b(?:{_INSPECTORS})")
_GROUP = re.compile(
    r"\b(?:the )?(?:task (?:and finish )?group|working group|peer review(?:ers)?|scrutiny review"
    r"|review panel|commissioner|inspectors?|auditors?)\b",
    re.I,
)
_WE = re.compile(r"\b(?i:we recommend)(?: that| to)?(?: the)?\b ?(?P<whom>[A-Z][\w’' -]{1,60})?")
_OURS = re.compile(r"\b(?:the council|we)\b", re.I)


def author_of(paper: Paper) -> str:
    """Whose report it is, as its header prints it; "" where it does not say.

    A "Report of" is preferred to a contact officer.
    """
    named = [name for name in _authors(paper.blocks[:TOP]) if name[1]]
    best = next((name for field, name in named if _REPORTS.match(field)), "")
    return best or next((name for _, name in named), "")


def _authors(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        cells = [cell for cell in block.cells if cell]
        if len(cells) > 1 and field_named(cells[0].rstrip(": ")) == "author":
            yield cells[0], cells[1]
            continue
        for text in cells or [block.text]:
            for found in _AUTHOR.finditer(text):
                yield found[0], found["name"].strip(" .,–-")


def reviewer_in(texts: Iterable[str]) -> str:
    """The first inspectorate, council or group that one of the texts speaks of as a reviewer."""
    return next((maker for text in texts if (maker := _named_in(text) or _group_in(text))), "")


def _named_in(text: str) -> str:
    if council := _REVIEWED.search(text):
        return (council["by"] or council["did"] or council["team"]).strip()
    maker = _NAMED.search(text)
    return maker[0].strip() if maker else ""


def _group_in(text: str) -> str:
    maker = _GROUP.search(text)
    return maker[0].strip() if maker else ""


def reviewer_near(paper: Paper, index: int) -> tuple[str, str]:
    """Whose recommendations a list is and to whom, told from the words over it, then from those
    before it, nearest first, then from the whole paper; reviewers go by their own name where one is
    printed. What a council itself recommends is to somebody it may not name."""
    blocks = paper.blocks
    block = blocks[index]
    over = [*block.headers, block.lead_in, *reversed(block.section), block.text]
    if ours := next((found for text in over if (found := _WE.search(text))), None):
        return paper.meeting.council, (ours["whom"] or "").strip()
    at_hand = _first(_named_in, over) or _group_in(block.text)
    if not at_hand and _OURS.search(block.lead_in):
        return paper.meeting.council, ""
    before = [b.text for b in reversed(blocks[max(0, index - NEAR) : index])]
    others = [*over, *before, paper.title, *(b.text for b in blocks)]
    maker = at_hand or _first(_named_in, others) or _first(_group_in, others)
    return maker, paper.meeting.council


def _first(find: Callable[[str], str], texts: Iterable[str]) -> str:
    return next(filter(None, map(find, texts)), "")
