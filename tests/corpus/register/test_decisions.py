"""Decisions: what minutes and records decide, and not what papers ask for or once heard of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.paper import PaperKind
from corpus.register.decisions import decisions
from corpus.register.entries import Decision
from tests.corpus.register.papers import paper


def decided(text: str, kind: PaperKind = "minutes") -> tuple[Decision, ...]:
    read = paper(f"Minutes of the Harbour Committee\n\n{text}", kind)
    found = decisions(read)
    assert all(read.text[d.place.start : d.place.end] == d.text for d in found)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: That the plan be approved.", "Resolved – That the plan be approved.",
        "It was RESOLVED that the plan be approved.", "AGREED that the plan be approved.",
        "RECOMMENDED TO COUNCIL: That the plan be approved.", "That the plan be approved.",
        "It was agreed:\n\n1. That the plan be noted.\n\n2. That the plan be approved.",
        "The fees were AGREED and it was RESOLVED:\n\nThat the plan be approved.",
        "Agreed that the plan be approved.", "Decision\n\nThat the plan be approved.",
        "7. RESOLVED that the plan be approved.", "The Committee RESOLVED that it be approved.",
    ],
)  # fmt: skip
def test_what_was_resolved_is_a_decision(text: str) -> None:
    (decision,) = decided(f"12. Moorings\n\nThe officer spoke.\n\n{text}")
    assert decision.text.endswith("approved.")
    assert not decision.text.startswith("7")


@pytest.mark.parametrize("kind", ["report", "agenda", "appendix"])
def test_a_report_decides_nothing(kind: PaperKind) -> None:
    text = "12. Background\n\nRESOLVED: That the plan be approved."
    assert not decided(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Members agreed that it was late.", "The Cabinet had agreed the plan in June.",
        "Councillor Ash agreed with the Chair.", "That is what the plan says.",
    ],
)  # fmt: skip
def test_what_was_said_is_none(text: str) -> None:
    found = decided(f"11. Fees\n\nRESOLVED: That fees be kept.\n\n12. Moorings\n\n{text}")
    assert [one.text for one in found] == ["RESOLVED: That fees be kept."]


def test_parts_are_the_items_of_one_decision() -> None:
    (decision,) = decided(
        "12. A\n\nRESOLVED that Cabinet:\n\n(a) adopt the plan; and\n\n(b) thank the staff.\n\n"
        "REASON FOR DECISION: it is better."
    )
    assert decision.items == ("adopt the plan; and", "thank the staff.")
    assert decision.text.endswith("thank the staff.")


def test_a_bare_that_is_none_where_other_resolutions_have_the_word() -> None:
    (decision,) = decided("12. A\n\nThat A be kept.\n\nIt was lost.\n\nRESOLVED: That B be kept.")
    assert decision.text == "RESOLVED: That B be kept."


def test_what_follows_the_word_alone_is_the_resolution() -> None:
    (decision,) = decided("12. A\n\nRESOLVED that:\n\nThe fees be kept.\n\nAsh left the room.")
    assert decision.text == "RESOLVED that:\nThe fees be kept."


def test_each_heading_has_its_own_decision() -> None:
    found = decided("12. A\n\nRESOLVED: That A be noted.\n\n13. B\n\nRESOLVED: That B be noted.")
    assert [one.place.paragraph for one in found] == ["12", "13"]


def test_a_list_under_that_is_what_a_web_copy_leaves_of_a_resolution() -> None:
    (decision,) = decided("12. A\n\nAsh spoke.\n\nThat:\n\n(a) A be noted;\n\n(b) B be kept.")
    assert decision.items == ("A be noted;", "B be kept.")


def test_what_the_committee_did_may_be_a_list() -> None:
    (decision,) = decided("12. A\n\nThe Committee:\n\n(a) noted the report; and\n\n(b) agreed B.")
    assert decision.items == ("noted the report; and", "agreed B.")
    assert not decided("12. A\n\nThe Committee:\n\n(a) Councillor Ash;\n\n(b) Councillor Elm.")


def test_prose_decides_only_where_no_word_does_and_is_likely() -> None:
    (decision,) = decided("12. A\n\nThe Board noted the report and approved the plan.")
    assert decision.sureness == "likely"


def test_text_struck_out_is_left_out() -> None:
    read = paper("Minutes of the Board\n\n12. A\n\nRESOLVED: That A be noted.", "minutes")
    blocks = tuple(replace(block, marks=("struck out",)) for block in read.blocks)
    assert not decisions(replace(read, blocks=blocks))


_LINES = st.sampled_from(
    [
        "RESOLVED: That A be noted.", "(1) B; (2) C.", "(a) D be kept;", "13. Trams",
        "The Committee:", "AGREED", "That F be noted.",
        "It was moved by Councillor Ash and seconded by Councillor Birch that E be kept.",
        "For (2)", "The motion was CARRIED.", "Members noted G.", "1. Note H.",
    ]
)  # fmt: skip


@given(st.lists(_LINES, max_size=8))
def test_every_decision_is_a_slice_of_its_paper(lines: list[str]) -> None:
    decided("12. A\n\n" + "\n\n".join(lines))


def test_what_is_resolved_in_the_paragraph_that_names_the_matter() -> None:
    matter = "4 Church Lane, rear extension. Resolved: No objection."
    tale = f"{'The roof was said to leak, and the tiles to slip. ' * 4}Resolved: to mend it."
    short, long = decided(f"12. Planning\n\n{matter}\n\n{tale}")
    assert (short.text, long.text) == (matter, "Resolved: to mend it.")


@pytest.mark.parametrize("opened", ["Decision\n\n", "Decision The Committee agreed:\n\n"])
def test_what_stands_under_the_word_decision_is_one(opened: str) -> None:
    (decision,) = decided(f"12. Library\n\n{opened}1) To note it.\n\n2) To open on Sundays.")
    assert "To note it." in decision.text and decision.text.endswith("Sundays.")
    assert not decision.text.startswith("Decision")


def test_that_a_motion_was_approved_is_told_by_its_vote() -> None:
    assert not decided("12. Library\n\nDecision\n\nTo approve the motion by Councillor Ash.")


def test_a_planning_decision_is_told_with_its_own_vote() -> None:
    lost, approved, refused = decided(
        "7. Land north of Mill Lane\n\nCllr Marsh moved refusal, seconded by Cllr Pell. On being "
        "put to the vote this was LOST by 5 votes to 7. Cllr Sallow spoke of the lane.\n\n"
        "Decision: APPROVED (8 for, 4 against), subject to a legal agreement.\n\n"
        "8. Tithe Cottages\n\nDecision: REFUSED (unanimous)."
    )
    assert (lost.outcome, lost.votes) == ("Motion lost", (("for", 5), ("against", 7)))
    assert (approved.outcome, approved.votes) == ("Motion carried", (("for", 8), ("against", 4)))
    assert approved.text.startswith("APPROVED (8 for, 4 against)")
    assert (refused.text, refused.outcome) == ("REFUSED (unanimous).", "")


def test_a_vote_lost_does_not_carry_the_decision_it_stands_in() -> None:
    (refused,) = decided("7. Mill Lane\n\nDecision: REFUSED (4 for, 8 against).")
    assert (refused.outcome, refused.votes) == ("", ())


def test_what_stands_under_the_word_decision_is_one_beside_other_resolutions() -> None:
    one, two, three = decided(
        "5. FEES: PERIOD 3\n\nThe officer spoke.\n\nDECISION\nThe Committee:\n(i) noted it; and\n"
        "(ii) approved the virement.\n\n6. MOORINGS\nDECISION\nThe Committee noted progress and "
        "asked that all actions that were still open be reported.\n\n7. EXCLUSION OF THE PUBLIC\n\n"
        "The Committee resolved to exclude the public.\n\nREASON FOR\nDECISION\n\nNone."
    )
    assert one.items == ("noted it; and", "approved the virement.")
    assert one.place.section == ("5. FEES: PERIOD 3",)
    assert two.text.endswith("still open be reported.") and not two.items
    assert two.place.section == ("6. MOORINGS",)
    assert three.text == "The Committee resolved to exclude the public."


def test_what_is_resolved_has_the_vote_that_its_motion_counts() -> None:
    (decision,) = decided(
        "12. Moorings\n\nThe officer spoke. It was proposed to lower the fees by half.\n\n"
        "Councillor Ash moved, and Councillor Birch seconded, that Cabinet be "
        "advised to accept the proposal. There voted for, 4; against, 1; abstaining, 1.\n\n"
        "RESOLVED: That Cabinet be advised to lower the fees, provided that the harbour is dredged."
    )
    assert decision.text.endswith("is dredged.") and decision.moved_by == "Councillor Ash"
    assert decision.outcome == "Motion carried"
    assert decision.votes == (("for", 4), ("against", 1), ("abstain", 1))


def test_a_motion_that_its_count_loses_is_not_what_is_resolved() -> None:
    lost, decision = decided(
        "12. Moorings\n\nCouncillor Ash moved, and Councillor Birch seconded, that the report be "
        "accepted. There voted for, 1; against, 4.\n\nRESOLVED: That the report be refused."
    )
    assert (lost.outcome, lost.moved_by) == ("Motion lost", "Councillor Ash")
    assert (decision.outcome, decision.moved_by) == ("", "")
