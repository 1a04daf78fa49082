"""Judgements: what an inspectorate, peer review or auditor found, as a grade.

Read from tables (area | grade), from sentences and from lists ("Care leavers: good"). Findings in
other words ("too slow") are left to the papers: they are on no scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.paper import Block, Paper
from corpus.register.bodies import body_of, is_grading, is_own
from corpus.register.entries import Judgement, Place, Sureness
from corpus.register.graded import graded_in
from corpus.register.graded_rows import grades_in_row
from corpus.register.grades import QUOTED
from corpus.register.inspections import Told, own_date
from corpus.register.places import place_of
from corpus.register.spans import Dates
from corpus.register.subjects import subject_in
from corpus.sentences import LONGEST, sentences

_LISTED = re.compile(
    r"(?:\W|\w{1,3}[.)])*(?P<subject>[^:–]{3,120}?)(?:\s*[:–]\s*|\s+(?-i:(?=[A-Z])))"
    rf"{QUOTED}\W*",
    re.I,
)
"""An area and its grade, in one line of a list."""
_EARLIER = re.compile(r"\b(?:last|previous|earlier|prior) (?:\w+ )?(?:inspect|visit|judge)", re.I)


def judgements(paper: Paper) -> tuple[Judgement, ...]:
    """The grades a paper says were given, in its order."""
    told = Told.of(paper)
    found: list[Judgement] = []
    for at, block in enumerate(paper.blocks):
        if "struck out" in block.marks or block.kind in ("boilerplate", "heading"):
            continue
        around = _Around(paper, at, told)
        read = _of_row if block.kind == "table row" else _of_text
        found += (one for one in read(block, around) if one.body)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around block number `at`, from which body and dates are carried over."""

    paper: Paper
    at: int
    inspections: Told

    def judgement(
        self, place: Place, subject: str, grade: str, *, told: str, texts: Sequence[str],
        dates: Dates | None, sureness: Sureness = "sure",
    ) -> Judgement:  # fmt: skip
        """A judgement with the body named in `texts`, nearest first; the inspection is the one the
        paper is about, unless what is `told` gives a date or speaks of an earlier one."""
        texts = [*texts, *self._above(), self.paper.title]
        when = dates or (None if _EARLIER.search(told) else self.inspections.latest)
        return Judgement(
            place, subject, grade, body_of(self.paper, self.at, texts), when.words if when else "",
            self.inspections.published(when), sureness,
        )  # fmt: skip

    def _above(self) -> list[str]:
        """The two paragraphs above, nearest first."""
        blocks = self.paper.blocks[max(0, self.at - 12) : self.at]
        return [block.text for block in blocks if block.kind != "table row"][-2:][::-1]


def _of_row(row: Block, around: _Around) -> Iterator[Judgement]:
    names = [*row.headers, row.lead_in, *reversed(row.section)]
    told = " ".join(names)
    if is_own(told) or not is_grading(told):
        return
    sureness: Sureness = "likely" if "cells uncertain" in row.marks else "sure"
    for one in grades_in_row(row):
        yield around.judgement(
            place_of(row), one.subject, one.grade, told=told, texts=[row.text, *names],
            dates=one.dates, sureness=sureness,
        )  # fmt: skip


def _of_text(block: Block, around: _Around) -> Iterator[Judgement]:
    names = [block.lead_in, *reversed(block.section)]
    for start, end in sentences(block.text):
        sentence = block.text[start:end]
        if len(sentence) > LONGEST or is_own(sentence):
            continue
        before = block.text[max(0, start - LONGEST) : start]
        for one in graded_in(sentence):
            yield around.judgement(
                place_of(block, block.start + start, block.start + end), one.subject, one.grade,
                told=sentence, texts=[sentence, before, *names],
                dates=own_date(sentence, one.end),
            )  # fmt: skip
    told = " ".join(names)
    listed = _LISTED.fullmatch(block.text)
    if listed and is_grading(told) and not is_own(told):
        subject = subject_in(listed["subject"])
        if subject:
            yield around.judgement(
                place_of(block), subject, listed["grade"], told=told, texts=names, dates=None
            )
