"""Judgements: what an inspectorate, peer review or auditor found, as a grade.

Read from tables (area | grade), from sentences and from lists ("Care leavers: good"). Findings in
other words ("too slow") are left to the papers: they are on no scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.paper import Block, Paper
from corpus.register.bodies import body_of, is_grading, is_own
from corpus.register.entries import Judgement, Sureness
from corpus.register.graded import graded_in
from corpus.register.graded_rows import grades_in_row
from corpus.register.grades import QUOTED
from corpus.register.inspections import Dates, inspected_in, own_date, published_for
from corpus.register.places import place_of
from corpus.register.sentences import sentences
from corpus.register.subjects import subject_in

_LISTED = re.compile(rf"(?:\W|\w{{1,3}}[.)])*(?P<subject>[^:–]{{3,120}}?)\s*[:–]\s*{QUOTED}\W*", re.I)
_EARLIER = re.compile(r"\b(?:last|previous|earlier|prior) (?:\w+ )?(?:inspect|visit|judge)", re.I)


def judgements(paper: Paper) -> tuple[Judgement, ...]:
    """The grades a paper says were given, in its order."""
    found: list[Judgement] = []
    inspected = inspected_in(paper)
    for at, block in enumerate(paper.blocks):
        if "struck out" in block.marks or block.kind == "boilerplate":
            continue
        if block.kind == "table row":
            found += _of_row(paper, at, block, inspected)
        elif block.kind != "heading":
            found += _of_text(paper, at, block, inspected)
    return tuple(found)


def _of_row(paper: Paper, at: int, row: Block, inspected: Dates | None) -> Iterator[Judgement]:
    graded = list(grades_in_row(row))
    around = [*row.headers, row.lead_in, *reversed(row.section)]
    told = " ".join(around)
    if not graded or is_own(told) or not is_grading(told):
        return
    body = body_of(paper, at, [row.text, *around, *_before(paper, at), paper.title])
    sureness: Sureness = "likely" if "cells uncertain" in row.marks else "sure"
    for one in graded if body else ():
        dates = one.dates or (None if _EARLIER.search(told) else inspected)
        yield Judgement(
            place_of(row), one.subject, one.grade, body, dates.words if dates else "",
            published_for(dates, paper), sureness,
        )  # fmt: skip


def _of_text(paper: Paper, at: int, block: Block, inspected: Dates | None) -> Iterator[Judgement]:
    around = [block.lead_in, *reversed(block.section), paper.title]
    for start, end in sentences(block.text):
        sentence = block.text[start:end]
        if is_own(sentence):
            continue
        body = ""
        for one in graded_in(sentence):
            body = body or body_of(paper, at, [sentence, block.text[:start], *around])
            if body:
                dates = own_date(sentence, one.end) or (
                    None if _EARLIER.search(sentence) else inspected
                )
                yield Judgement(
                    place_of(block, block.start + start, block.start + end), one.subject,
                    one.grade, body, dates.words if dates else "", published_for(dates, paper),
                )  # fmt: skip
    listed = _LISTED.fullmatch(block.text)
    told = f"{block.lead_in} {' '.join(block.section)}"
    if listed and is_grading(told) and not is_own(told) and subject_in(listed["subject"]):
        body = body_of(paper, at, [*around, *_before(paper, at)])
        if body:
            yield Judgement(
                place_of(block), subject_in(listed["subject"]), listed["grade"], body,
                inspected.words if inspected else "", published_for(inspected, paper),
            )  # fmt: skip


def _before(paper: Paper, at: int) -> list[str]:
    """The paragraphs just above, nearest first."""
    above = [b.text for b in paper.blocks[max(0, at - 12) : at] if b.kind != "table row"]
    return above[-2:][::-1]
