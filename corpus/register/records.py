"""Decisions printed without RESOLVED: under a form's "Decision", in a sheet's column, in prose.

Prose is a last resort, for minutes that use no such word at all, and its entries are "likely".
A proposed record of a decision decides nothing yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from corpus.paper import Block
from corpus.prose.blocks import SEPARATOR
from corpus.prose.numbering import label_of
from corpus.prose.votes import sides_in
from corpus.register.asking import unlabelled
from corpus.register.entries import Decision
from corpus.register.parts import parts_of, within
from corpus.register.places import place_of
from corpus.register.resolved import carried

_PROPOSED = re.compile(
    r"\b(?:proposed|draft|forthcoming) (?:record of )?(?:\w+ )?decisions?\b"
    r"|\bdecisions? (?:to be|due to be) (?:taken|made)\b",
    re.I,
)
_FORM = re.compile(
    r"(?:\d+[.)]? )?(?:(?:record of|details of|the|key|executive|delegated) )*decisions?(?:\(s\))?"
    r"(?: (?:taken|made|agreed|summary))?(?: and (?:date|reasons?))?\s*[:–-]?",
    re.I,
)
"""The name of a form's field or a sheet's column that holds what was decided."""
_NEXT = re.compile(
    r"(?:\d+[.)]? )?(?:reasons?|alternatives?|(?:other )?options?|any (?:other |alternative|"
    r"interest|conflict)|details of|(?:declaration|conflict)s?|interests?|dispensation|"
    r"consult|background|cabinet committee|financial|legal|equalit|implications?|signed|date|"
    r"publication|call[ -]?in|scrutiny|implementation|contact|report|ward|key decision|wards|"
    r"decision (?:maker|number|no|type|date|status|by)|lead|documents?|\.{5})\W*",
    re.I,
)
_BODY = (
    r"(?:Members|(?:The |This )?(?:Committee|Cabinet|Council|Board|Panel|Executive|Sub-?Committee|"
    r"Commission|Forum|Authority|Trustees|Governors))"
)
_VERB = (
    r"(?:agreed|approved|resolved|decided|endorsed|noted|accepted|recommended|received|supported|"
    r"adopted|determined)\b"
)
_DID = re.compile(rf"(?:\w+ly )?{_VERB}", re.I)
_HUNG = re.compile(rf"(?:\(?\w{{1,3}}[.)]\s+)?{_BODY}\s*(?:unanimously )?[:–-]")
_SAID = re.compile(
    rf"(?:\(?\w{{1,3}}[.)]\s+)?{_BODY}(?: \w+ly)? {_VERB}"
    rf"|(?:\(?\w{{1,3}}[.)]\s+)?The [\w’' -]{{3,80}} (?:was|were) (?:\w+ly )?(?:approved|agreed|"
    r"noted|endorsed|adopted)\b",
)
_MINUTES = re.compile(
    r"(?:\(?\d{1,3}[.)]\s+)?(?:That )?(?:The )?[Mm]inutes\b[^.]{0,200}\b(?:were|was|be)\b[^.]{0,40}"
    r"\b(?:approved|agreed|confirmed|accepted|signed)\b"
)


_DECISION = re.compile(
    r"(?:Decisions?|DECISIONS?)\b\s*[:–-]?(?:\s*$|\s+(?=(?:To|The|That|[A-Z]{5,})\b|\W?[1ai]\W))"
)
_OF_MOTION = re.compile(
    r"\W*(?:\d\W+)?to (?:approve|adopt) the (?:\w+ )?(?:motion|amendment)\b", re.I
)


def recorded(blocks: Sequence[Block]) -> Iterator[Decision]:
    """What a record of decisions prints under "Decision", or in the column of that name."""
    if any(_PROPOSED.search(block.text) for block in blocks[:20]):
        return
    for n, block in enumerate(blocks):
        if block.kind == "table row":
            yield from _cells(block)
        elif block.kind != "resolution" and _FORM.fullmatch(block.text):
            below = list(takewhile(lambda b: not _ends(b), blocks[n + 1 :]))
            if below:
                text = SEPARATOR.join(one.text for one in below)
                parts = parts_of(below, opened=len(below) > 1 or not below[0].paragraph)
                yield Decision(place_of(below[0], end=below[-1].end), text, parts)


def labelled(blocks: Sequence[Block]) -> Iterator[Decision]:
    """What minutes print under or after the word "Decision", as Scottish councils and planning
    committees do ("Decision: APPROVED (8 for, 4 against)"). That a motion was approved is told by
    its vote."""
    for n, block in enumerate(blocks):
        plain = block.kind in ("heading", "paragraph", "vote")
        word = _DECISION.match(block.text) if plain else None
        if word is None:
            continue
        alone = word.end() == len(block.text)
        run = _under(blocks[n + 1 :]) if alone else _with_list(blocks, n)
        if run and run[0].kind in ("paragraph", "list item", "vote"):
            decision = _decision(run, 0 if alone else word.end())
            if not _OF_MOTION.match(decision.text):
                yield _counted(decision) if run[0].kind == "vote" else decision


def _counted(decision: Decision) -> Decision:
    """With the vote that it tells of itself, if that was for it: "REFUSED (4 for, 8 against)" tells
    of a motion to approve."""
    votes, place = sides_in(decision.text), decision.place
    sides = dict(votes)
    if sides.get("for", 0) <= sides.get("against", 0):
        return decision
    return carried(decision, votes, (place.start, place.end))


def listed(blocks: Sequence[Block]) -> Iterator[Decision]:
    """What minutes print as "The Committee:" over a list of what it noted and agreed."""
    for n, block in enumerate(blocks):
        if _HUNG.fullmatch(block.text):
            run = _with_list(blocks, n)
            if len(run) > 1 and _DID.match(unlabelled(run[1].text)):
                yield _decision(run)


def said(blocks: Sequence[Block]) -> Iterator[Decision]:
    """What minutes without RESOLVED say was agreed, where a paragraph begins so."""
    for n, block in enumerate(blocks):
        plain = block.kind in ("paragraph", "list item") and "struck out" not in block.marks
        if plain and (_SAID.match(block.text) or _MINUTES.match(block.text)):
            yield replace(_decision(_with_list(blocks, n)), sureness="likely")


def approved_minutes(blocks: Sequence[Block]) -> Iterator[Decision]:
    """The last meeting's minutes approved in prose, in minutes that print RESOLVED elsewhere."""
    for block in blocks:
        if block.kind == "paragraph" and _MINUTES.match(block.text):
            yield replace(_decision([block]), sureness="likely")


def _with_list(blocks: Sequence[Block], at: int) -> list[Block]:
    """A block and the items that hang on it."""
    opener = blocks[at]
    below = takewhile(lambda b: b.kind == "list item" and b.lead_in, blocks[at + 1 :])
    return [opener, *below] if opener.text.rstrip().endswith((":", "-", "–")) else [opener]


def _under(below: Sequence[Block]) -> list[Block]:
    """What stands under the word: all that is numbered, or one paragraph with its list."""
    counted = takewhile(lambda b: b.kind != "heading" and label_of(b.text), below)
    return list(counted) or (_with_list(below, 0) if below else [])


def _decision(run: Sequence[Block], skipped: int = 0) -> Decision:
    text = SEPARATOR.join(block.text for block in run)[skipped:]
    place = place_of(run[0], run[0].start + skipped, run[-1].end)
    return Decision(place, text, parts_of(run, opened=True))


def _cells(row: Block) -> Iterator[Decision]:
    """The cell of a row under "Decision", or beside it in a form."""
    columns = [n for n, name in enumerate(row.headers) if _FORM.fullmatch(name.strip())]
    if row.cells and _FORM.fullmatch(row.cells[0].strip()):
        columns = [1]
    for column in columns:
        cell = row.cells[column].strip() if column < len(row.cells) else ""
        if len(cell.split()) > 1 and row.row != "header":
            start = row.start + sum(len(one) + 1 for one in row.cells[:column])
            start += len(row.cells[column]) - len(row.cells[column].lstrip())
            yield Decision(place_of(row, start, start + len(cell)), cell, within(cell))


def _ends(block: Block) -> bool:
    """Whether a form's next field begins, or what was decided is told as RESOLVED."""
    return block.kind in ("heading", "resolution", "table row") or bool(_NEXT.match(block.text))
