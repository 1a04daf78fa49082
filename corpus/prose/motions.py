"""Motions and amendments: who moved what, who seconded it, and how the vote on it ended.

Minutes print them in prose ("Mr Ash proposed, and Mrs Birch seconded that …"), the words moved in
quotation marks over many paragraphs, the vote below. Here the blocks marked "motion" and "vote" are
put together. A name is kept as printed; what a motion amends is not worked out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.paper import Block, Motion, MotionOutcome
from corpus.prose.votes import is_counted, is_outcome, outcome_in, sides_in

_PART = r"(?:[A-Z][\w’'-]+|[A-Z]\b\.?)"
_NAME = (
    r"(?:(?:the )?(?:Mayor|Leader|Deputy Leader|Chair(?:man|woman|person)?|Vice-Chair(?:man)?)\b"
    r"(?: of the Council)?(?:,? (?=Councillor|Cllr|Mr|Mrs|Ms|Dr))?|"
    r"(?:Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Alderman)\b\.? )?"
    rf"(?:{_PART}(?: (?:de |van |von )?{_PART}){{0,3}})?"
)
_DID = r"(?:proposed|moved)"
_PROSE = re.compile(
    rf"(?P<mover>{_NAME})(?:, [^.]{{3,90}}?,)? (?i:{_DID}),?(?: [^.:“\"]{{0,90}}?)??,?(?: and)?,? "
    rf"(?P<seconder>{_NAME})(?:, [^.]{{3,120}}?,)? (?i:seconded)\b"
)
_PASSIVE = re.compile(
    rf"(?i:{_DID}) by:? (?P<mover>{_NAME})[^.“\"]{{0,90}}?(?i:seconded)(?: by)?:? "
    rf"(?P<seconder>{_NAME})",
    re.S,
)
_SECONDED_FIRST = re.compile(
    rf"(?P<mover>{_NAME}),? (?i:seconded by) (?P<seconder>{_NAME}),? (?i:{_DID})\b"
)
_TWO_SENTENCES = re.compile(
    rf"(?i:{_DID} by) (?P<mover>{_NAME})[^“\"]{{0,60}}?\.? (?P<seconder>{_NAME}) (?i:seconded)\b"
)
_SECONDED_LAST = re.compile(
    rf"(?P<mover>{_NAME}) (?i:{_DID})\b[^“\"]{{0,90}}?(?i:seconded by) (?P<seconder>{_NAME})"
)
_FIELDS = re.compile(
    rf"(?i:proposer|mover|proposed by|moved by|proposed|moved)\s*[:–-]\s*(?P<mover>{_NAME})"
    rf"[\s\S]{{0,60}}?(?i:seconder|seconded by|seconded)\s*[:–-]\s*(?P<seconder>{_NAME})"
)
_ON_MOTION = re.compile(
    rf"(?i:on (?:the )?(?:motion|proposal|proposition) of) (?P<mover>{_NAME}),?(?: and)? "
    rf"(?i:seconded by) (?P<seconder>{_NAME})"
)
_PATTERNS = (_PROSE, _PASSIVE, _SECONDED_FIRST, _TWO_SENTENCES, _SECONDED_LAST, _FIELDS, _ON_MOTION)
_OPENING = 400
"""Characters in which a paragraph says who moved it."""
_WAS_MOVED = re.compile(
    r"(?:it was |an amendment was |the following (?:motion|amendment) was )"
    r"(?:then |also |further )*(?:proposed|moved)\b",
    re.I,
)
_AMENDS = re.compile(r"\bamend(?:ment|ed|s|ing)?\b", re.I)


def is_motion(text: str) -> bool:
    """Whether a paragraph says that something was moved, and by whom.

    >>> is_motion("Mr Ash proposed, and Mrs Birch seconded that the plan be deferred.")
    True
    >>> is_motion("The proposed site was seconded to the trust.")
    False
    """
    return movers_in(text) is not None or bool(_WAS_MOVED.search(text[:200]))


def motions_of(blocks: Sequence[Block]) -> tuple[Motion, ...]:
    """The motions and amendments of a paper, in order, each with the vote that decided it.

    `text` is the run of motion blocks as printed; `start` and `end` are in the paper's text. A vote
    decides the last thing moved that is undecided, an amendment before what it amends, unless it
    names the other; what is resolved carries a motion. Nothing is decided under another heading.
    """
    motions: list[Motion] = []
    first = 0
    for n, block in enumerate(blocks):
        if block.kind == "heading":
            first = len(motions)
        elif block.kind == "motion" and is_motion(block.text):
            motions.append(_motion(_run(blocks, n)))
        elif block.kind in ("vote", "resolution"):
            _decide(motions, first, block)
    return tuple(map(_decided, motions))


def _run(blocks: Sequence[Block], start: int) -> Sequence[Block]:
    """The blocks of one motion: who moved it and the words moved."""
    end = start + 1
    while end < len(blocks) and blocks[end].kind == "motion" and not is_motion(blocks[end].text):
        end += 1
    return blocks[start:end]


def _motion(run: Sequence[Block]) -> Motion:
    first = run[0]
    mover, seconder = movers_in(" ".join(b.text for b in run)) or ("", "")
    return Motion(
        "\n".join(b.text for b in run), mover, seconder,
        amends=bool(_AMENDS.search(first.text[:_OPENING])), paragraph=first.paragraph,
        page=first.page, start=first.start, end=run[-1].end,
    )  # fmt: skip


def _decide(motions: list[Motion], first: int, block: Block) -> None:
    """Give the motion that a vote or resolution decides its outcome."""
    undecided = [n for n in range(first, len(motions)) if not motions[n].outcome]
    sides = sides_in(block.text) if block.kind == "vote" else ()
    outcome: MotionOutcome = "carried"
    if block.kind == "vote":
        said = f"{block.lead_in} {block.text}"
        outcome = outcome_in(block.text) or _won(sides)
        if re.search(r"\bamendment\b", said, re.I):
            undecided = [n for n in undecided if motions[n].amends]
        elif re.search(r"\b(?:the|substantive|original) motion\b", said, re.I):
            undecided = [n for n in undecided if not motions[n].amends] or undecided
    else:
        undecided = [n for n in undecided if not motions[n].amends]
    if undecided and outcome:
        last = undecided[-1]
        at = (block.start, block.end)
        motions[last] = replace(motions[last], outcome=outcome, votes=sides, decided=at)


def _decided(motion: Motion) -> Motion:
    """A motion that no vote decides may say itself how it ended, in its last sentence."""
    if motion.outcome:
        return motion
    if re.search(r"\b(?:RESOLVED|AGREED)\b", motion.text):
        return replace(motion, outcome="carried", votes=sides_in(motion.text))
    tail = re.split(r"(?<=[.!?”])\s", motion.text.strip())[-1]
    told = is_outcome(tail) or is_counted(tail) or re.match(r"(?:Unanimously )?[Aa]greed", tail)
    return replace(motion, outcome=outcome_in(tail), votes=sides_in(tail)) if told else motion


def _won(sides: tuple[tuple[str, int], ...]) -> MotionOutcome:
    counts = dict(sides)
    if "for" not in counts or "against" not in counts or counts["for"] == counts["against"]:
        return ""
    return "carried" if counts["for"] > counts["against"] else "lost"


def movers_in(text: str) -> tuple[str, str] | None:
    """(mover, seconder) named where a text begins, as printed."""
    if "second" not in text[:_OPENING].casefold():  # the patterns are slow, the word is rare
        return None
    for pattern in _PATTERNS:
        found = pattern.search(text[:_OPENING])
        if found and found["seconder"].strip() and found["mover"].strip():
            return found["mover"].strip(" ,."), found["seconder"].strip(" ,.")
    return None
