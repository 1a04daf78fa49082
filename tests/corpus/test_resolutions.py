"""What was resolved, told from what was merely said or asked for."""

from __future__ import annotations

import pytest

from corpus.resolutions import is_resolution


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: That the plan be supported.", "RESOLVED – That", "7. RESOLVED that Cabinet:",
        "R E S O L V E D", "It was resolved that the plan be noted.", "Resolved unanimously",
        "AGREED that officers report back.", "It was unanimously agreed that it be noted.",
        "The Committee RESOLVED to note it.", "Upon being put to the vote, it was RESOLVED that",
        "Cabinet unanimously RESOLVED:", "AGREED as a correct record", "RESOLVED TO NOTE IT",
        "Resolved: Object.", "Resolved to accept the tender.", "Resolved by 5 votes to 3 that",
        "Resolved\n(1) That it be noted", "Agreed – that it be noted", "RESOLVED, nem con, that",
        "After a debate, the Panel resolved to note it.", "AGREED the terms of reference.",
        "The Council resolved not to object.", "Resolved the minutes be signed.",
    ],
)  # fmt: skip
def test_a_resolution_opens_with_its_word(text: str) -> None:
    assert is_resolution(text)


@pytest.mark.parametrize(
    "text",
    [
        "Members agreed that it was late.", "The dispute was resolved in May.",
        "Agreed actions are listed below.", "That the plan be noted.",
        "Once the matter is resolved, officers will report.",
        "Resolved complaints rose to 45 in Quarter 2.", "Resolved within 28 days",
        "The Board resolved complaints within 10 days.", "Members resolved 45 cases.",
        "AGREED SYLLABUS FOR RELIGIOUS EDUCATION", "AGREED ACTIONS", "AGREED TO DATE",
        "Agreed to date: 14 of 20 plans.", "Resolved to the tenant's satisfaction: 14",
        "After the complaint, the panel resolved cases in May.", "Agreed by the Head of Service",
        "Three plans are late. Agreed to date: 14.", "RESOLVED COMPLAINTS",
    ],
)  # fmt: skip
def test_what_was_merely_said_is_none(text: str) -> None:
    assert not is_resolution(text)


def test_a_bare_that_is_one_in_minutes_only() -> None:
    bare = "That the report be noted."
    assert is_resolution(bare, minutes=True)
    assert not is_resolution(bare)


@pytest.mark.parametrize(
    "text", ["That is why the plan was late.", "That the plan was late could be seen."]
)
def test_a_sentence_that_begins_with_that_is_none(text: str) -> None:
    assert not is_resolution(text, minutes=True)


@pytest.mark.parametrize(
    "text",
    ["That:", "T H A T –", "That, under section 9 of the Act, the public be excluded.",
     "RECOMMENDED TO COUNCIL: That it be adopted."],
)  # fmt: skip
def test_minutes_on_the_web_leave_that(text: str) -> None:
    assert is_resolution(text, minutes=True)
    assert not is_resolution(text)
