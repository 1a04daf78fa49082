"""What minutes resolved: everything from RESOLVED (AGREED, "That …") to the end of its parts.

Each RESOLVED is one decision, however many parts and pages it has. Its mover and seconder are those
of the motion it carries, where the minutes print one: the motion's words, those of the amendments
that were carried, and what was resolved are then largely the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.paper import Block, Motion
from corpus.prose.blocks import SEPARATOR
from corpus.prose.motions import movers_in
from corpus.prose.numbering import label_of
from corpus.prose.votes import counted_in, rivals_in, sides_in
from corpus.register.entries import Decision
from corpus.register.parts import parts_of
from corpus.register.places import place_of
from corpus.resolutions import DECISION, is_resolution, resolved_at

SAME = 0.6
"""Share of a resolution's words that the motion it carries holds. A resolution whose one part of
four was moved shares under half with the motion; one carried as amended, nearly all."""
_HUNG = re.compile(r"(?:\W?\w{1,3}[.)]\s*)?T ?H ?A ?T\W*", re.I)
_WORDED = re.compile(r"\bthat\b|[“\":]", re.I)
_AS_REPORTED = re.compile(r"\b(?:recommendations?|report|proposals?)\b", re.I)
"""A motion to do as the report says prints no words of its own, nor does one handed out."""


_OF_PART = re.compile(
    r"\b(?:on|for|put) (?:resolution |recommendation |part |paragraph )?(\(\w{1,4}\))", re.I
)
"""A vote on one of the things resolved: "Voting on (d): 7 for"."""


def runs(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks of each resolution. A bare "That …" is one only where no other has the word: it
    may be what was moved."""
    found = [run for run in _runs(blocks) if run[1:] or not DECISION.fullmatch(run[0].text)]
    worded = [run for run in found if _is_worded(run[0])]
    return worded or found


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Resolutions' blocks; a footnote may stand between them, another heading may not."""
    run: list[Block] = []
    for block in blocks:
        if block.kind in ("footnote", "boilerplate") or "struck out" in block.marks:
            continue
        resolves = block.kind == "resolution"
        if run and (not resolves or opens(block) or block.section != run[0].section):
            yield run
            run = []
        if resolves:
            run.append(block)
    if run:
        yield run


def opens(block: Block) -> bool:
    """Whether a block begins a resolution of its own: with its word, or a bare "That:"."""
    return _is_worded(block) or bool(_HUNG.fullmatch(block.text))


def _is_worded(block: Block) -> bool:
    return is_resolution(block.text) or bool(DECISION.match(block.text))


def resolution(run: Sequence[Block]) -> Decision:
    """The decision that a run of blocks prints, without its paragraph's number."""
    first, opened = run[0], opens(run[0])
    label = label_of(first.text) if opened else None
    skipped = resolved_at(first.text) or (len(first.text) - len(label.rest) if label else 0)
    text = SEPARATOR.join(block.text for block in run)[skipped:]
    mover, seconder = movers_in(text) or ("", "")
    place = place_of(first, first.start + skipped, run[-1].end)
    decision = Decision(
        place, text, parts_of(run, opened=opened), moved_by=mover, seconded_by=seconder
    )
    counted = counted_in(text)
    if counted is None:
        return decision
    start, end = counted
    return carried(decision, sides_in(text[start:end]), (place.start + start, place.start + end))


def counted_by(decision: Decision, run: Sequence[Block], blocks: Sequence[Block]) -> Decision:
    """The decision with the vote on it, where the minutes count one right after or before it."""
    around = [block for block in blocks if block.kind not in ("footnote", "boilerplate")]
    at, last = around.index(run[0]), around.index(run[-1])
    for beside in (*around[last + 1 : last + 2], *around[max(at - 1, 0) : at]):
        other = rivals_in(beside.text) or re.search(r"\bamendment\b", beside.text, re.I)
        sides = () if other or beside.kind != "vote" else sides_in(beside.text)
        if sides and beside.section == run[0].section:
            part = _OF_PART.search(beside.text)
            what = f"Part {part[1]}" if part else "Motion"
            return carried(decision, sides, (beside.start, beside.end), what=what)
    return decision


def carried(
    decision: Decision, votes: tuple[tuple[str, int], ...], voted: tuple[int, int], *,
    what: str = "Motion",
) -> Decision:  # fmt: skip
    """A decision with the vote that carried it, told at `voted` in the paper's text."""
    return replace(decision, outcome=f"{what} carried", votes=votes, voted=voted)


def carried_by(decision: Decision, motions: Sequence[Motion]) -> Motion | None:
    """The motion that a resolution carries, of those moved under the same heading."""
    amended = " ".join(m.text for m in motions if m.amends and m.outcome == "carried")
    for motion in reversed([m for m in motions if not m.amends and m.outcome == "carried"]):
        within = decision.place.start <= motion.decided[0] < decision.place.end
        wordless = len(motion.text) < 300 and (
            _AS_REPORTED.search(motion.text) or not _WORDED.search(motion.text)
        )
        if within or wordless or shared(decision.text, f"{motion.text} {amended}") >= SAME:
            return motion
    return None


def with_motion(decision: Decision, motion: Motion, voted: tuple[int, int]) -> Decision:
    """The decision with who moved it and how the vote went, which is told at `voted`."""
    moved = replace(
        decision, moved_by=decision.moved_by or motion.mover,
        seconded_by=decision.seconded_by or motion.seconder, moved=(motion.start, motion.end),
    )  # fmt: skip
    return carried(moved, motion.votes, voted) if motion.votes else moved


def shared(text: str, other: str) -> float:
    """The share of a text's words that stand in another; by their first letters, so that "notes"
    is "note"."""
    ours, theirs = _words(text), _words(other)
    return len(ours & theirs) / len(ours) if ours else 0.0


def _words(text: str) -> set[str]:
    words = {word[:5] for word in re.findall(r"[a-z]{4,}", text.casefold())}
    return words - {"resol", "agree", "that"}
