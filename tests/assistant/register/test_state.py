from __future__ import annotations

import pytest

from assistant.register.state import is_overdue, state_of
from corpus.register.entries import Action, Place

HERE = Place(0, 1)


def action(status: str = "", meaning: str = "", **told: str) -> Action:
    return Action(HERE, "Train all staff", status=status, meaning=meaning, **told)


@pytest.mark.parametrize(
    ("status", "meaning", "state"),
    [
        ("Complete. Seven in post.", "", "complete"),
        ("Actions A, B & C completed.", "", "complete"),
        ("All actions have been completed but the plan is to be monitored.", "", "complete"),
        ("Completed and now part of the service", "", "complete"),
        ("Not complete.", "", "unknown"),
        ("To be completed by the supplier", "", "unknown"),
        ("Training complete. Audits under way.", "", "under way"),
        ("The dip sample has not begun.", "", "not started"),
        ("At risk. The second course was cancelled through illness.", "", "at risk"),
        ("Overdue: the report was withdrawn.", "", "off track"),
        ("Ongoing -", "", "under way"),
        ("88 of 146 trained.", "On track to be completed by the due date", "on track"),
        ("88 of 146 trained.", "Complete, and seen by the Board", "complete"),
        ("Complete.", "Off track: the due date has been or will be missed", "off track"),
        ("", "Some delay or risk, with a plan to recover", "at risk"),
        ("", "", "unknown"),
    ],
)
def test_words_and_the_papers_own_key_tell_the_state(status, meaning, state) -> None:
    assert state_of(action(status, meaning)) == state


def test_a_colour_without_a_key_tells_nothing() -> None:
    assert state_of(Action(HERE, "Train all staff", scores=("Green",))) == "unknown"


def test_a_date_that_was_another_is_rescheduled() -> None:
    assert state_of(action(due="31 May 2024 (was 31 January 2024)")) == "rescheduled"


def test_overdue_is_due_before_a_day_and_not_said_to_be_done() -> None:
    late = action("88 of 146 trained.", due_date="2023-09-30")
    assert is_overdue(late, "2023-10-01")
    assert not is_overdue(late, "2023-09-30")
    assert not is_overdue(action("Complete.", due_date="2023-09-30"), "2023-10-01")
    assert not is_overdue(action(), "2023-10-01")
