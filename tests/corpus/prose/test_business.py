"""What is resolved or moved, and where it ends."""

from __future__ import annotations

from corpus.prose.business import Business

MOVED = "Mr Ash proposed and Ms Birch seconded that “Council is asked to:"


def test_a_motion_in_quotation_marks_ends_with_them() -> None:
    business = Business()
    assert business.hear(MOVED, "5 1", 2) == "motion"
    assert business.holds_item("(1) note it", 1)
    assert business.holds_item("(2) agree it.”", 1)
    assert not business.holds_item("2) The Chair spoke.", 1)


def test_a_motion_without_them_holds_the_lists_inside_it() -> None:
    business = Business()
    business.hear("Mr Ash proposed and Ms Birch seconded:", "5 1", 2)
    assert business.holds_item("(1) note it", 2)
    assert not business.holds_item("2) The Chair spoke.", 1)


def test_who_seconds_may_stand_in_a_paragraph_of_its_own() -> None:
    business = Business()
    business.hear("It was moved by Councillor Ash,", "12", 1)
    assert business.holds_text("Seconded by Councillor Birch,")
    assert business.holds_text("“That the minutes be approved.”")
    assert not business.holds_text("Councillor Elm spoke in support.")


def test_prose_is_no_business_and_ends_what_was() -> None:
    business = Business()
    business.resolved("5 1", 1)
    assert business.hear("Members thanked officers.", "5", 1) == "paragraph"
    assert not business.resolving


def test_a_hand_count_is_a_vote() -> None:
    assert Business().hear("The plan was agreed by 9 votes to 5.", "5", 1) == "vote"
