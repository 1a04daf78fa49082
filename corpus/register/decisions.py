"""Decisions: what minutes and records of decisions resolved, agreed or voted on.

Reports are left out: what they recommend is no decision yet, and what they tell of another
meeting's decision stands in its minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.paper import Block, Motion, Paper
from corpus.prose.motions import motions_of
from corpus.register.entries import Decision
from corpus.register.moved import told_at, vote_on
from corpus.register.records import approved_minutes, labelled, listed, recorded, said
from corpus.register.resolved import carried_by, counted_by, resolution, runs, with_motion


def decisions(paper: Paper) -> tuple[Decision, ...]:
    """The decisions a paper prints, in its order; none for a paper that only asks for them."""
    if paper.kind not in ("minutes", "decision"):
        return ()
    blocks = paper.blocks
    found = [*_resolved(blocks), *(recorded(blocks) if paper.kind == "decision" else ())]
    if paper.kind == "minutes":
        found += [*labelled(blocks), *listed(blocks)]
        found += approved_minutes(blocks) if found else said(blocks)
    return tuple(sorted(found, key=lambda one: one.place.start))


def _resolved(blocks: Sequence[Block]) -> Iterator[Decision]:
    """What was resolved, and the votes on motions that no resolution carries."""
    motions = motions_of(blocks)
    headings = {block.start: block.section for block in blocks}
    carried: set[Motion] = set()
    taken = {motion.decided[0] for motion in motions if motion.outcome}
    untaken = [block for block in blocks if block.kind != "vote" or block.start not in taken]
    for run in runs(blocks):
        decision = resolution(run)
        beside = [m for m in motions if headings[m.start] == run[0].section and m not in carried]
        before = [m for m in beside if m.start < run[0].start]
        if motion := carried_by(decision, before):
            carried.add(motion)
            decision = with_motion(decision, motion, told_at(motion, blocks))
        yield decision if decision.votes else counted_by(decision, run, untaken)
    votes = (vote_on(motion, blocks) for motion in motions if motion not in carried)
    yield from (vote for vote in votes if vote is not None)
