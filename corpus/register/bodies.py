"""Who judged: the inspectorate, reviewer or auditor named in a sentence or nearest before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.paper import Block, Paper

_NAME = r"(?-i:[A-Z][a-z][\w’'-]+)"
_NAMED = re.compile(
    r"\b(?:Ofsted|Care Quality Commission|CQC|Estyn|HMICFRS|"
    r"(?:HM|H(?:er|is) Majesty['’]s) Inspectorate of (?-i:[A-Z]\w+(?: [A-Z]\w+){0,3})|"
    r"HMIP|Care Inspectorate(?: Wales)?|Education Scotland|Audit (?:Wales|Scotland)|"
    r"Regulator of Social Housing|Social Housing Regulator|Youth Justice Board|"
    r"Local Government Association|LGA|"
    rf"(?:Planning )?Inspector {_NAME} {_NAME})\b",
    re.I,
)
_GENERIC = re.compile(
    r"\binsp\w*ct(?:ed|ors?|ions?|orate|iors?)\b|\bpeer (?:review|challenge)\b|\breviewers?\b|"
    r"\b(?:external|internal|independent) (?:auditors?|audit)\b|\bauditors?\b",
    re.I,
)
_OWN = re.compile(
    r"\bself[ -]?(?:assess|evaluat|review)\w*|\bRAG\b|\bour own\b|\btargets?\b|\bambitions?\b|"
    r"\bpredict\w+|\bstaff survey\b|\bconfidence\b|\brisk (?:register|rating|score)\b",
    re.I,
)
"""A council's own rating of itself, and what it hopes for."""
_COUNCIL = r"(?P<council>(?-i:(?:[A-Z][\w’'-]+ ){1,6})(?-i:Council))"
_BY_COUNCIL = re.compile(
    rf"{_COUNCIL}[^.]{{0,60}}\bpeer (?:review|challenge)|\bpeer (?:review|challenge)\b[^.]{{0,60}}"
    rf"\b(?:by|from) {_COUNCIL.replace('council', 'other', 1)}",
    re.I,
)
"""A council that reviews another."""
_BEGINNING = 20_000
"""Characters in which a paper says who reviewed."""
_GRADING = re.compile(
    r"\bjudge?|\bgrad(?:e|ing)|\bopinions?\b|(?<!quality )\bassurance\b|\brating", re.I
)


def is_own(text: str) -> bool:
    """Whether a text tells of a council's rating of its own work."""
    return bool(_OWN.search(text))


def is_grading(text: str) -> bool:
    """Whether a text says that grades, judgements or ratings follow."""
    return bool(_GRADING.search(text))


def body_of(paper: Paper, at: int, texts: Sequence[str]) -> str:
    """The body that judges in `texts` (nearest first) of the block number `at`, "" if none does.

    Where they speak of inspectors or auditors only, the name is the one nearest before in the
    paper, or its title's; failing that, what they are called.
    """
    for text in texts:
        if named := _NAMED.search(text):
            return _cased(named[0])
    generic = next((found[0] for text in texts if (found := _GENERIC.search(text))), "")
    if not generic:
        return ""
    if "audit" in generic.casefold():
        return generic
    if "peer" in generic.casefold() and (council := _BY_COUNCIL.search(paper.text[:_BEGINNING])):
        return council["council"] or council["other"]
    before = _names(paper.blocks, at) or _NAMED.findall(paper.title)[:1]
    return _cased(before[0]) if before else generic


def _cased(name: str) -> str:
    """A name that a heading prints in capitals, as it is written elsewhere."""
    return name.capitalize() if name == "OFSTED" else name


def _names(blocks: Sequence[Block], at: int) -> list[str]:
    """The last body named before a block."""
    for n in range(at - 1, -1, -1):
        if named := _NAMED.findall(blocks[n].text):
            return named[-1:]
    return []
