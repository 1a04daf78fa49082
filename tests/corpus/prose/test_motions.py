"""Motions: who moved and seconded what, and which vote decided it."""

from __future__ import annotations

import pytest

from corpus.paper import Motion
from corpus.prose.blocks import SEPARATOR, blocks_of
from corpus.prose.motions import is_motion, motions_of, movers_in
from tests.corpus.drawn import paged

COUNCIL = """
**50. Support for buses

It was moved by Councillor Ash and seconded by Councillor Birch that:

“This Council notes that buses are late.

Council resolves to:

(i) write to the operator
(ii) ask for a report.”

Councillor Elm spoke in support.

An amendment was moved by Councillor Coppice and seconded by Councillor Dale to delete (ii).

On being put to the vote, the amendment was LOST (12 for, 30 against, 2 abstentions).

A recorded vote was then taken on the motion:

For: Councillors Ash, Birch, Elm (3)

Against: Councillors Coppice, Dale (2)

The motion was CARRIED.
"""


def motions(*pages: str) -> tuple[Motion, ...]:
    return motions_of(blocks_of(paged(*pages).lines))


@pytest.mark.parametrize(
    "text",
    [
        "Mr Ash proposed, and Mrs Birch seconded that the plan be deferred.",
        "Councillor Ash, seconded by Councillor Birch, moved the following motion:",
        "The motion was proposed by Councillor Ash. Councillor Birch seconded the motion.",
        "Councillor Ash moved the motion in her name. This was seconded by Councillor Birch.",
        "Proposed: Councillor Ash Seconded: Councillor Birch",
        "(Moved by Councillor Ash and seconded by Councillor Birch)",
        "Mr Ash proposed and Mr Birch, Deputy Leader, seconded the motion.",
        "Mr Ash proposed, Councillor Birch seconded, that it be done. It was moved.",
    ],
)
def test_mover_and_seconder_are_found_as_printed(text: str) -> None:
    (motion,) = motions(f"**4. Motion\n\n{text}")
    assert motion.mover.endswith("Ash")
    assert motion.seconder.endswith("Birch")


@pytest.mark.parametrize(
    "text",
    [
        "The family moved to Oxton and the teacher was seconded to the trust.",
        "The proposed site was seconded.",
        "Mr Ash moved house.",
    ],
)
def test_moving_and_secondment_are_no_motion(text: str) -> None:
    assert not is_motion(text)


def test_the_words_moved_are_all_of_the_motion_and_a_slice_of_the_paper() -> None:
    found = blocks_of(paged(COUNCIL).lines)
    paper = SEPARATOR.join(b.text for b in found)
    motion = motions_of(found)[0]
    assert paper[motion.start : motion.end] == motion.text
    assert motion.text.endswith("(ii) ask for a report.”")


def test_a_vote_decides_the_amendment_before_the_motion() -> None:
    motion, amendment = motions(COUNCIL)
    assert (amendment.amends, amendment.outcome) == (True, "lost")
    assert amendment.votes == (("for", 12), ("against", 30), ("abstain", 2))
    assert (motion.amends, motion.outcome) == (False, "carried")
    assert motion.votes == (("for", 3), ("against", 2))


def test_what_is_resolved_next_carries_the_motion_and_no_amendment() -> None:
    text = COUNCIL.split("On being put", maxsplit=1)[0] + "RESOLVED: That the motion be agreed."
    assert [m.outcome for m in motions(text)] == ["carried", ""]


def test_a_motion_under_another_heading_is_not_decided() -> None:
    moved = "**4. Motion\n\nMr Ash proposed, and Mrs Birch seconded the plan."
    (motion,) = motions(f"{moved}\n\n**5. Votes\n\nMotion carried.")
    assert (motion.outcome, motion.votes) == ("", ())


def test_mover_and_seconder_may_stand_on_lines_of_their_own() -> None:
    moved = "It was moved by Councillor Ash,\n\nSeconded by Councillor Birch,\n\n“That it be so.”"
    (motion,) = motions(f"**4. Minutes\n\n{moved}")
    assert (motion.mover, motion.seconder) == ("Councillor Ash", "Councillor Birch")
    assert motion.text.endswith("“That it be so.”")


def test_where_a_motion_was_decided_is_known() -> None:
    blocks = blocks_of(paged(COUNCIL).lines)
    text = "\n".join(block.text for block in blocks)
    motion, amendment = motions_of(blocks)
    assert "LOST" in text[slice(*amendment.decided)]
    assert text[slice(*motion.decided)].startswith("For:")


def test_a_resolution_may_name_who_moved_it() -> None:
    text = "On the motion of Mr Ash, seconded by Mrs Birch, it was RESOLVED that it be noted."
    assert movers_in(text) == ("Mr Ash", "Mrs Birch")


def test_a_vote_on_what_was_resolved_since_does_not_decide_the_motion_before() -> None:
    (motion,) = motions(
        "**4. Business\n\nIt was proposed by Cllr Ash, seconded by Cllr Birch and resolved that "
        "the minutes be signed. All in favour.\n\nLand off Mill Road, outline. Resolved: Object. "
        "Proposed Cllr Elm, seconded Cllr Dale, 4 votes for, 1 against."
    )
    assert (motion.mover, motion.outcome, motion.votes) == ("Cllr Ash", "carried", ())


SCOTTISH = """
**5. Transport

**Motion

To approve the recommendations in the report.

- moved by Councillor Ash, seconded by Councillor Birch

**Amendment

To continue the report.

- moved by Councillor Elm, seconded by Councillor Dale

**Voting

For the motion - 7 votes

For the amendment - 4 votes
"""


@pytest.mark.parametrize(
    "text",
    [
        SCOTTISH,
        "Councillor Ash, seconded by Councillor Birch, moved to approve the recommendations.\n\n"
        "As an amendment, Councillor Elm, seconded by Councillor Dale, moved to continue.\n\n"
        "On a division, for the motion - 7 votes, for the amendment - 4 votes, the motion was "
        "accordingly declared carried.",
        "Councillor Ash moved, seconded by Councillor Birch:- to approve the recommendations.\n\n"
        "Councillor Elm then moved as an amendment, seconded by Councillor Dale:- to continue.\n\n"
        "On a division, there voted:- For the motion (7) - Councillors Ash and Birch; For the "
        "amendment (4) - Councillors Elm and Dale.",
        "Councillor Ash, seconded by Councillor Birch, moved to approve the recommendations.\n\n"
        "Councillor Elm, seconded by Councillor Dale, moved an amendment to continue.\n\n"
        "On a vote, the MOTION received 7 votes and the AMENDMENT received 4 votes.",
        "Councillor Ash, seconded by Councillor Birch, moved to approve the recommendations.\n\n"
        "As an amendment, Councillor Elm, seconded by Councillor Dale, moved to continue.\n\n"
        "On a roll call vote, 7 members voted for the motion (Councillors Ash and Birch) and 4 "
        "for the amendment (Councillors Elm and Dale). The motion became the finding.",
    ],
)
def test_a_division_between_a_motion_and_its_amendment_decides_both(text: str) -> None:
    motion, amendment = motions(f"**5. Transport\n\n{text}")
    assert (motion.mover, motion.seconder) == ("Councillor Ash", "Councillor Birch")
    assert "approve the recommendations" in motion.text
    assert (motion.outcome, motion.votes) == ("carried", (("for", 7), ("for the amendment", 4)))
    assert (amendment.mover, amendment.amends) == ("Councillor Elm", True)
    assert (amendment.outcome, amendment.votes) == ("lost", (("for", 4), ("for the motion", 7)))


def test_what_is_moved_under_the_heading_amendment_is_one() -> None:
    first, rest = COUNCIL.split("An amendment was moved by")
    words = rest.replace("to delete (ii).", 'that the words "a report" be left out.')
    motion, amendment = motions(f"{first}**Amendment\n\nIt was moved by{words}")
    assert (amendment.amends, amendment.outcome) == (True, "lost")
    assert (motion.outcome, motion.votes) == ("carried", (("for", 3), ("against", 2)))


def test_a_vote_that_words_moved_speak_of_does_not_end_them() -> None:
    (motion,) = motions(
        "It was moved by Councillor Ash and seconded by Councillor Birch: “That the motion "
        "of June, which was lost by 12 votes to 30, be thought of again.”\n\n"
        "The motion was CARRIED."
    )
    assert (motion.outcome, motion.votes) == ("carried", ())


def test_an_abbreviation_does_not_part_a_vote_from_what_it_decided() -> None:
    text = (
        "Mr Ash proposed, and Mrs Birch seconded that the plan be deferred. The motion of Cllr. "
        "Ash and the Rev. Birch was lost by 12 votes to approx. 30 votes."
    )
    (motion,) = motions(text)
    assert motion.outcome == "lost" and motion.decided is not None
    assert "The motion of Cllr. Ash and the Rev. Birch was lost" in text
    start = text.index("The motion of")
    assert motion.decided[0] - motion.start == start


def test_lines_that_say_who_proposed_and_seconded_are_no_headings() -> None:
    motion, amendment = motions(
        """
C/214/25 Bins

Proposed by Alderman Ash
Seconded by Councillor Birch
"That bins be emptied every three weeks."

Amendment
Proposed by Councillor Coppice
Seconded by Councillor Dale
"That the change be tried for six months first."

Recorded vote on the amendment
For (2): Councillors Coppice, Dale
Against (3): Alderman Ash; Councillors Birch, Elm
The Chairperson declared the amendment LOST.

Recorded vote on the proposal
For (3): Alderman Ash; Councillors Birch, Elm
Against (2): Councillors Coppice, Dale
The Chairperson declared the proposal CARRIED.
"""
    )
    assert (motion.mover, motion.outcome) == ("Alderman Ash", "carried")
    assert motion.votes == (("for", 3), ("against", 2))
    assert (amendment.mover, amendment.outcome) == ("Councillor Coppice", "lost")
    assert amendment.amends and not motion.amends
