"""Sides of a vote, its outcome and its counts, told from prose that looks like them."""

from __future__ import annotations

import pytest

from corpus.prose.votes import (
    goes_on_with,
    is_counted,
    is_outcome,
    opens_side,
    outcome_at,
    outcome_in,
    sides_at,
    sides_in,
)


@pytest.mark.parametrize(
    "line",
    [
        "For (13)", "For: 13", "AGAINST (2): Mr Ash", "Abstentions: 3", "Voting for:",
        "In favour (3)", "For: Councillors Ash and Birch", "Abstained: None",
        "For the motion (12)",
    ],
)  # fmt: skip
def test_a_side_has_a_count_or_names_or_opens_them(line: str) -> None:
    assert opens_side(line)


@pytest.mark.parametrize(
    "line",
    [
        "For information", "For: the record", "For further details ask Mr Ash", "For 2024",
        "Against this background", "For the year 2023", "Abstain",
    ],
)  # fmt: skip
def test_prose_that_begins_with_for_is_no_side(line: str) -> None:
    assert not opens_side(line)


@pytest.mark.parametrize(
    "line",
    ["Amendment lost.", "The motion was carried.", "Substantive Motion carried.", "CARRIED",
     "The Motion, as amended, was CARRIED.", "The amendment was withdrawn.",
     "The amendment was put to the meeting and was lost."],
)  # fmt: skip
def test_an_outcome_is_all_that_its_line_says(line: str) -> None:
    assert is_outcome(line)


def test_a_sentence_that_goes_on_is_no_outcome() -> None:
    assert not is_outcome("The motion was carried. Mr Ash then left the room to see the Mayor.")
    assert not is_outcome("Lost property was discussed.")


def test_a_vote_goes_on_with_names_and_not_with_prose() -> None:
    assert goes_on_with("For (2)", "Mr Ash, Ms Birch")
    assert goes_on_with("For (2) Ash,", "Birch")
    assert not goes_on_with("For (1) Mr Ash", "The Council then rose for lunch.")


def test_a_hand_count_is_a_vote_and_a_count_of_things_is_not() -> None:
    assert is_counted("The motion was carried by 12 votes to 5.")
    assert is_counted("With 7 members voting for and 2 against it fell.")
    assert is_counted("The Mayor put the motion to the vote and it was agreed.")
    assert not is_counted("There were 12 bids for 5 sites, and the vote was noted.")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("12 for, 30 against, 2 abstained", (("for", 12), ("against", 30), ("abstain", 2))),
        ("FOR: 12, AGAINST: 5", (("for", 12), ("against", 5))),
        ("For: Mr Ash, Mr Birch (2) Against: Mr Coppice (1)", (("for", 2), ("against", 1))),
        ("carried by 9 votes to 5", (("for", 9), ("against", 5))),
        ("lost by 9 votes to 5", (("for", 5), ("against", 9))),
        ("LOST by 3 votes to 5, with 1 abstention", (("for", 3), ("against", 5), ("abstain", 1))),
        ("by 5 votes to 3 with 2 abstentions", (("for", 5), ("against", 3), ("abstain", 2))),
        ("7 for, none against, 1 abstention", (("for", 7), ("against", 0), ("abstain", 1))),
        ("lost by 5 votes to 9 and members agreed to go on", (("for", 5), ("against", 9))),
        ("agreed unanimously", ()),
    ],
)  # fmt: skip
def test_counts_are_read_wherever_they_stand(text: str, sides: tuple[tuple[str, int], ...]) -> None:
    assert sides_in(text) == sides


def test_each_side_of_a_vote_is_known_by_where_it_begins() -> None:
    text = "The vote was: For (2) Mr Ash, Mr Birch Against (1) Mr Coppice Motion carried."
    assert [text[at:].split(" ", maxsplit=1)[0] for at in sides_at(text)] == ["For", "Against"]
    assert text[outcome_at(text) or 0 :] == "Motion carried."


def test_the_last_word_is_the_outcome() -> None:
    assert outcome_in("Having agreed to vote, the motion was LOST") == "lost"
    assert outcome_in("The motion was not carried") == "lost"
    assert outcome_in("The mover had it withdrawn") == "withdrawn"
    assert outcome_in("A vote was taken") == ""


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The amendment was lost by 5 votes to 9 and members agreed to go on.", "lost"),
        ("The motion fell, 3 voting for and 8 against, and it was agreed to adjourn.", "lost"),
        ("It was carried by 12 votes to 5. It was not agreed to extend.", "carried"),
        ("By 9 votes to 3 it was agreed to build; the amendment was lost.", "carried"),
        ("The motion was put and was lost. Members agreed to adjourn.", "lost"),
        ("For (2) Cllr. Ash, Mr Birch Against (3) Mr Coppice. Amendment lost.", "lost"),
        ("The Mayor put the motion to the vote and it was agreed to adopt it.", "carried"),
        ("The amendment fell by 5 votes to 9. The motion was carried by 9 votes to 5.", "lost"),
        ("By 4 votes to 7 the motion was not agreed.", "lost"),
    ],
)
def test_the_outcome_is_that_of_what_was_counted(text: str, outcome: str) -> None:
    assert outcome_in(text) == outcome
