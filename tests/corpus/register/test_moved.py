"""Motions and amendments in the register: mover, seconder, votes, and how they ended."""

from __future__ import annotations

import pytest

from corpus.register.decisions import decisions
from tests.corpus.register.papers import paper
from tests.corpus.register.test_decisions import decided

MOVED = """12. Buses

It was moved by Councillor Ash and seconded by Councillor Birch:

“That the Council asks the operator for evening buses.”

"""
AMENDED = """An amendment was moved by Councillor Elm and seconded by Councillor Dale to add trams.

On being put to the vote the amendment was LOST (4 for, 9 against).

"""
CARRIED = "On being put to the vote the motion was CARRIED (8 for, 5 against).\n\n"


def test_a_lost_amendment_is_its_vote_not_its_words() -> None:
    (lost,) = decided(MOVED + AMENDED)
    assert (lost.moved_by, lost.seconded_by) == ("Councillor Elm", "Councillor Dale")
    assert (lost.outcome, lost.votes) == ("Amendment lost", (("for", 4), ("against", 9)))
    assert "trams" not in lost.text


def test_a_resolution_has_the_mover_of_the_motion_it_carries() -> None:
    resolved = "RESOLVED: That the Council asks the operator for evening buses."
    lost, carried = decided(MOVED + AMENDED + CARRIED + resolved)
    assert lost.outcome == "Amendment lost"
    assert (carried.text, carried.moved_by) == (resolved, "Councillor Ash")
    assert carried.votes == (("for", 8), ("against", 5))


def test_a_resolution_of_something_else_has_no_mover() -> None:
    motion, other = decided(MOVED + CARRIED + "RESOLVED: That the minutes of June be signed.")
    assert (motion.outcome, motion.moved_by) == ("Motion carried", "Councillor Ash")
    assert "evening buses" in motion.text
    assert (other.moved_by, other.outcome) == ("", "")


def test_a_motion_to_do_as_the_report_says_is_carried_by_what_follows() -> None:
    (decision,) = decided(
        "12. A\n\nCouncillor Ash moved and Councillor Birch seconded the recommendations.\n\n"
        "There were 12 votes for and 3 against.\n\nRESOLVED: That the budget be set."
    )
    assert (decision.moved_by, decision.seconded_by) == ("Councillor Ash", "Councillor Birch")


def test_a_motion_without_its_words_is_carried_by_what_was_resolved() -> None:
    (decision,) = decided(
        "12. A\n\nThe motion was moved by Mrs F M Ash and seconded by Mr Birch.\n\nThe substantive "
        "motion was put to the meeting and was agreed.\n\nRESOLVED: That scrutiny be strengthened."
    )
    assert (decision.moved_by, decision.seconded_by) == ("Mrs F M Ash", "Mr Birch")


def test_moved_seconded_and_resolved_in_one_breath() -> None:
    (decision,) = decided(
        "12. A\n\nIt was moved by Councillor Ash, seconded by Councillor Birch and RESOLVED that "
        "ten trees be planted."
    )
    assert decision.text == "RESOLVED that ten trees be planted."
    assert decision.moved_by == "Councillor Ash"


def test_a_motion_no_vote_decides_is_no_decision() -> None:
    assert not decisions(
        paper(f"Minutes of the Council\n\n{MOVED}Councillor Elm spoke.", "minutes")
    )


def test_a_motion_under_another_heading_is_not_carried() -> None:
    (decision,) = decided(f"{MOVED}13. Trams\n\nRESOLVED: That the Council asks the operator.")
    assert decision.moved_by == ""


VOTED = (("for", 6), ("against", 2), ("abstain", 1))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It was moved by Councillor Ash, seconded by Councillor Birch and RESOLVED that:\n\n"
            "(a) fees be kept; and\n\n(b) a report be made.\n\n"
            "Voting: For 6, Against 2, Abstentions 1.",
            "Voting: For 6, Against 2, Abstentions 1.",
        ),
        (
            "It was RESOLVED, by 6 votes to 2 with 1 abstention, that fees be kept.",
            "by 6 votes to 2 with 1 abstention",
        ),
        (
            "Resolved: that fees be kept (proposed Cllr Ash, seconded Cllr Birch, 6 for, 2 "
            "against, 1 abstention).",
            "6 for, 2 against, 1 abstention",
        ),
    ],
)
def test_a_vote_on_what_was_resolved_is_read_and_known_where(text: str, told: str) -> None:
    read = paper(f"Minutes of the Council\n\n12. Fees\n\n{text}", "minutes")
    (decision,) = decisions(read)
    assert (decision.outcome, decision.votes) == ("Motion carried", VOTED)
    assert told in read.text[slice(*decision.voted)]


def test_a_vote_on_one_thing_resolved_is_of_that_alone() -> None:
    text = "RESOLVED\n\n(a) That it be noted.\n\n(b) That fees be kept.\n\n"
    (decision,) = decided(f"12. Fees\n\n{text}Voting on (b): 6 for, 2 against, 1 abstention.")
    assert (decision.outcome, decision.votes) == ("Part (b) carried", VOTED)


def test_an_amendments_vote_is_not_that_of_what_was_resolved_next() -> None:
    *_, decision = decided(MOVED + AMENDED + "RESOLVED: That lamps be lit.")
    assert (decision.outcome, decision.votes, decision.voted) == ("", (), (0, 0))


def test_where_a_vote_is_told_is_known_with_the_line_it_hangs_on() -> None:
    vote = (
        "A vote was then taken on the motion:\n\nFor (2): Councillors Ash and Birch. Against (1): "
    )
    read = paper(
        f"Minutes of the Council\n\n{MOVED}{vote}Councillor Elm. Motion carried.", "minutes"
    )
    (decision,) = decisions(read)
    told = read.text[slice(*decision.voted)]
    assert told.startswith("A vote was then taken") and told.endswith("Motion carried.")
