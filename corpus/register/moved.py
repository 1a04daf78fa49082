"""Motions and amendments that were put to the vote, each a decision with how it ended.

What stands in the register is the vote, not the words moved: those of a lost amendment read like a
resolution. A motion that is carried, and that no RESOLVED repeats, stands with its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.paper import Block, Motion
from corpus.prose.votes import puts_to_vote
from corpus.register.entries import Decision
from corpus.register.parts import within
from corpus.register.places import place_of
from corpus.resolutions import is_resolution

_RESOLVED = re.compile(r"\b(?:RESOLVED|AGREED)\b")


def vote_on(motion: Motion, blocks: Sequence[Block]) -> Decision | None:
    """The decision on a motion or amendment, None where the paper prints none."""
    if not motion.outcome:
        return None
    spanned = _span(motion, blocks)
    text = "\n".join(block.text for block in spanned)
    skipped = 0
    if resolved := _RESOLVED.search(text):
        skipped = resolved.start() if spanned[0].kind == "motion" else 0
    place = place_of(spanned[0], spanned[0].start + skipped, spanned[-1].end)
    told = f"{'Amendment' if motion.amends else 'Motion'} {motion.outcome}"
    return Decision(
        place, text[skipped:], within(text[skipped:]), motion.mover, motion.seconder, told,
        motion.votes, (motion.start, motion.end), told_at(motion, blocks),
    )  # fmt: skip


def told_at(motion: Motion, blocks: Sequence[Block]) -> tuple[int, int]:
    """Where the vote on a motion is told: with the line it hangs on and how it ended."""
    if _says_itself(motion):
        return motion.decided
    spanned = _vote(motion, blocks)
    before = [block for block in blocks if block.end < spanned[0].start][-1:]
    start = next((one for one in before if puts_to_vote(one.text)), spanned[0]).start
    return start, spanned[-1].end


def _says_itself(motion: Motion) -> bool:
    return motion.start <= motion.decided[0] < motion.end


def _span(motion: Motion, blocks: Sequence[Block]) -> list[Block]:
    """The blocks that print the vote. Those that print the motion, where it is carried or says
    itself how it ended."""
    between = "for the motion" in dict(motion.votes)  # what is carried then is what was decided
    stands = motion.outcome == "carried" and (between or not motion.amends)
    if _says_itself(motion) or stands:
        return [block for block in blocks if motion.start <= block.start < motion.end]
    return _vote(motion, blocks)


def _vote(motion: Motion, blocks: Sequence[Block]) -> list[Block]:
    first = next(n for n, b in enumerate(blocks) if b.start == motion.decided[0])
    last = first
    if first and blocks[first].lead_in and blocks[first - 1].text == blocks[first].lead_in:
        first -= 1
    while last + 1 < len(blocks) and _goes_on(blocks[last + 1], blocks[last]):
        last += 1
    return list(blocks[first : last + 1])


def _goes_on(block: Block, before: Block) -> bool:
    """Whether a block tells of the vote that the one before it ended: "Amendment lost." """
    short = len(before.text) < 40 and not is_resolution(block.text)
    return block.kind == "vote" and short and block.section == before.section
