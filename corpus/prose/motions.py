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
from corpus.prose.votes import (
    counted_in,
    is_counted,
    is_outcome,
    outcome_in,
    rivals_in,
    sides_in,
)
from corpus.sentences import sentences

_PART = r"(?:[A-Z][\w’'-]+|[A-Z]\b\.?)"
_NAME = (
    r"(?:(?:the )?(?:Mayor|Leader|Deputy Leader|(?:Lord |Depute )?Provost"
    r"|(?:Vice[- ])?(?:Chair(?:man|woman|person)?|Convener))\b"
    r"(?: of the Council)?(?:,? (?=Councillor|Cllr|Mr|Mrs|Ms|Dr))?|"
    r"(?:Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Alderman)\b\.? )?"
    rf"(?:{_PART}(?: (?:de |van |von )?{_PART}){{0,3}})?"
)
_TITLED = rf"(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b\.? {_PART}(?: {_PART}){{0,3}}"
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
    rf"(?P<mover>{_NAME})(?: then)? (?i:{_DID})\b[^“\"]{{0,90}}?"
    rf"(?i:seconded by) (?P<seconder>{_NAME})"
)
_FIELDS = re.compile(
    rf"(?i:proposer|mover|proposed by|moved by|proposed|moved)\s*[:–-]\s*(?P<mover>{_NAME})"
    rf"[\s\S]{{0,60}}?(?i:seconder|seconded by|seconded)\s*[:–-]\s*(?P<seconder>{_NAME})"
)
_ON_MOTION = re.compile(
    rf"(?i:on (?:the )?(?:motion|proposal|proposition) of) (?P<mover>{_NAME}),?(?: and)? "
    rf"(?i:seconded by) (?P<seconder>{_NAME})"
)
_TERSE = re.compile(
    rf"\b(?i:proposed|moved) (?P<mover>{_TITLED}),?(?: and)? (?i:seconded) (?P<seconder>{_TITLED})"
)
_PATTERNS = (
    _PROSE,
    _PASSIVE,
    _SECONDED_FIRST,
    _TWO_SENTENCES,
    _SECONDED_LAST,
    _FIELDS,
    _ON_MOTION,
    _TERSE,
)
_OPENING = 400
"""Characters in which a paragraph says who moved it."""
_WAS_MOVED = re.compile(
    r"(?:it was |an amendment was |the following (?:motion|amendment) was )"
    r"(?:then |also |further )*(?:proposed|moved)\b",
    re.I,
)
_CLOSED = re.compile(
    r"\b(?:RESOLVED|AGREED)\b"
    r"|\b(?:and|was|it was) (?:unanimously )?(?:resolved|agreed)(?: unanimously)?(?: that| to|:)"
)
"""A motion that says itself that it was carried: no vote on other business decides it."""
_BELOW = re.compile(r"\W*moved by\b", re.I)
_LABEL = re.compile(r"(?P<what>Motion|(?:\w+ )?Amendment(?: \d)?)\b(?:\W*$|\W*(?=[A-Z(\d]))")
_CALLED = re.compile(r"^(?:Motion|(?:\w+ )?Amendment)(?: \d)? (?=(?:Proposed|Moved) by\b)")
_DIVISION = re.compile(
    r"(?:(?:\w+ )?(?:motion|amendment)(?: \d)?|division|decision"
    r"|(?:recorded )?vot(?:e|ing)(?: on the (?:\w+ )?(?:motion|amendment|proposal))?)\W*",
    re.I,
)
"""Headings of the parts of one debate, where the words moved stand above who moved them."""
FAR = 12
"""Blocks above its mover in which the words of a motion begin, at most."""
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
            first = first if _DIVISION.fullmatch(block.text) else len(motions)
        elif block.kind == "motion" and is_motion(block.text):
            motions.append(_closed(_motion(_run(blocks, n))))
        elif block.kind in ("vote", "resolution"):
            _decide(motions, first, block)
    return tuple(map(_decided, motions))


def _run(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    """The blocks of one motion: who moved it and the words moved."""
    end = at + 1
    while end < len(blocks) and blocks[end].kind == "motion" and not is_motion(blocks[end].text):
        end += 1
    start = at
    if _BELOW.match(blocks[at].text):
        above = range(at - 1, max(at - FAR, 0) - 1, -1)
        start = next((n for n in above if _LABEL.match(blocks[n].text)), at)
        start += blocks[start].kind == "heading"
    return blocks[start:end]


def _motion(run: Sequence[Block]) -> Motion:
    first, moved = run[0], next(block for block in run if block.kind == "motion")
    text = "\n".join(b.text for b in run)
    said = text if moved is first else "\n".join(b.text for b in run[run.index(moved) :])
    mover, seconder = movers_in(said) or ("", "")
    over = first.section[-1] if first.section else ""
    label = _LABEL.match(first.text) or (_LABEL.match(over) if _DIVISION.fullmatch(over) else None)
    return Motion(
        text, mover, seconder,
        amends="mendment" in label["what"] if label else bool(_AMENDS.search(text[:_OPENING])),
        paragraph=first.paragraph, page=first.page, start=first.start, end=run[-1].end,
    )  # fmt: skip


def _decide(motions: list[Motion], first: int, block: Block) -> None:
    """Give the motion that a vote or resolution decides its outcome."""
    undecided = [n for n in range(first, len(motions)) if not motions[n].outcome]
    at = (block.start, block.end)
    if block.kind == "resolution":
        last = len(motions) - 1  # what nobody is said to have moved may be told of a report
        moved = [n for n in undecided if motions[n].mover or n == last]
        carried = [n for n in moved if not motions[n].amends]
        _end(motions, carried, at, "carried", ())
        return
    if rivals := rivals_in(block.text):
        _divide(motions, undecided, block, rivals)
        return
    said = f"{block.lead_in} {block.text}"
    sides = sides_in(block.text)
    if re.search(r"\bamendment\b", said, re.I):
        undecided = [n for n in undecided if motions[n].amends]
    elif re.search(r"\b(?:the|substantive|original) motion\b", said, re.I):
        undecided = [n for n in undecided if not motions[n].amends] or undecided
    _end(motions, undecided, at, outcome_in(block.text) or _won(sides), sides)


def _divide(
    motions: list[Motion], undecided: Sequence[int], block: Block, rivals: tuple[int, int]
) -> None:
    """A vote between a motion and its amendment decides both: those for the one are against the
    other."""
    ours, theirs = rivals
    at = (block.start, block.end)
    rest = tuple(side for side in sides_in(block.text) if side[0] == "abstain")
    if ours == theirs:
        return
    moved = [n for n in undecided if not motions[n].amends]
    amended = [n for n in undecided if motions[n].amends]
    _end(motions, moved, at, "carried" if ours > theirs else "lost",
         (("for", ours), ("for the amendment", theirs), *rest))  # fmt: skip
    _end(motions, amended, at, "lost" if ours > theirs else "carried",
         (("for", theirs), ("for the motion", ours), *rest))  # fmt: skip


def _end(
    motions: list[Motion], undecided: Sequence[int], at: tuple[int, int], outcome: MotionOutcome,
    sides: tuple[tuple[str, int], ...],
) -> None:  # fmt: skip
    """Note how the last of some motions ended."""
    if undecided and outcome:
        last = undecided[-1]
        motions[last] = replace(motions[last], outcome=outcome, votes=sides, decided=at)


def _closed(motion: Motion) -> Motion:
    """A motion may say itself that it was resolved, and by how many; or, though more follows, that
    it was lost or carried by so many votes."""
    found = _CLOSED.search(motion.text)
    if found is None:
        return _told_within(motion)
    counted = counted_in(motion.text)
    sides = sides_in(motion.text[slice(*counted)]) if counted else ()
    at = (motion.start + found.start(), motion.end)
    return replace(motion, outcome="carried", votes=sides, decided=at)


def _told_within(motion: Motion) -> Motion:
    """The motion with the vote that one of its sentences counts, outside the words moved."""
    for start, end in sentences(motion.text):
        said = motion.text[start:end]
        counted = counted_in(said)
        before = motion.text[: start + (counted or (0, 0))[0]]
        quoted = before.count("“") > before.count("”") or before.count('"') % 2
        sides = sides_in(said) if counted and not quoted else ()
        outcome = outcome_in(said) or _won(sides)
        if counted and not quoted and outcome:
            at = (motion.start + start, motion.start + end)
            return replace(motion, outcome=outcome, votes=sides, decided=at)
    return motion


def _decided(motion: Motion) -> Motion:
    """A motion that no vote decides may say itself how it ended, in its last sentence."""
    if motion.outcome:
        return motion
    said = motion.text.rstrip()
    *_, (last, _) = sentences(said)
    tail = re.split(r"(?<=”)\s", said[last:])[-1]
    told = is_outcome(tail) or is_counted(tail) or re.match(r"(?:Unanimously )?[Aa]greed", tail)
    if not told:
        return motion
    end = motion.start + len(motion.text.rstrip())
    return replace(
        motion,
        outcome=outcome_in(tail) or _won(sides_in(tail)),
        votes=sides_in(tail),
        decided=(end - len(tail), end),
    )


def _won(sides: tuple[tuple[str, int], ...]) -> MotionOutcome:
    counts = dict(sides)
    if "for" not in counts or "against" not in counts or counts["for"] == counts["against"]:
        return ""
    return "carried" if counts["for"] > counts["against"] else "lost"


def movers_in(text: str) -> tuple[str, str] | None:
    """(mover, seconder) named where a text begins, as printed."""
    if "second" not in text[:_OPENING].casefold():  # the patterns are slow, the word is rare
        return None
    said = _CALLED.sub("", text[:_OPENING])
    for pattern in _PATTERNS:
        found = pattern.search(said)
        if found and found["seconder"].strip() and found["mover"].strip():
            return found["mover"].strip(" ,."), found["seconder"].strip(" ,.")
    return None
