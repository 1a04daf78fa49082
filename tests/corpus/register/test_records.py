"""Records of decisions: forms, sheets, and what they propose only."""

from __future__ import annotations

from corpus.register.decisions import decisions
from tests.corpus.register.papers import paper

FORM = """RECORD OF EXECUTIVE DECISION

Decision maker: Councillor Ash

Date of decision: 1 May 2024

Decision:

To award the contract for gritting to Birch Ltd.

Reasons for decision:

It is the lowest price.
"""
SHEET = """Decisions of the Cabinet

Item\tTitle\tDecision\tReason
5\tParking\tThat the scheme be approved from 1 May 2024.\tTo ease parking.
6\tHours\tRESOLVED: (1) That hours be cut; (2) That staff be thanked.\tTo save money.
"""


def test_a_form_prints_what_was_decided_under_its_name() -> None:
    (decision,) = decisions(paper(FORM, "decision"))
    assert decision.text == "To award the contract for gritting to Birch Ltd."


def test_a_proposed_record_decides_nothing() -> None:
    assert not decisions(paper(FORM.replace("RECORD OF", "PROPOSED RECORD OF"), "decision"))


def test_a_sheet_has_a_decision_a_row() -> None:
    read = paper(SHEET, "decision")
    found = decisions(read)
    assert [read.text[d.place.start : d.place.end] for d in found] == [d.text for d in found]
    assert found[0].text == "That the scheme be approved from 1 May 2024."
    assert found[1].items == ("That hours be cut;", "That staff be thanked.")


def test_the_last_minutes_are_approved_in_prose() -> None:
    minutes = paper(
        "Minutes of the Board\n\n1. Minutes\n\nThe minutes of 4 March were approved as a correct "
        "record.\n\n2. A\n\nRESOLVED: That A be noted.",
        "minutes",
    )
    assert [d.sureness for d in decisions(minutes)] == ["likely", "sure"]
