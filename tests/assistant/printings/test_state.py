from __future__ import annotations

import pytest

from assistant.printings.state import is_overdue, state_of
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
        ("Closed-circuit cameras to be fitted in June.", "", "unknown"),
        ("Completed 3 of 10 audits.", "", "unknown"),
        ("Complete in 3 of 10 schools.", "", "unknown"),
        ("Completed; two audits remain.", "", "unknown"),
        ("Completed 14 March 2024", "", "complete"),
        ("Done in July. Complete", "", "complete"),
        ("Complete All 104 surveyed, 3 of 17 hazards put right.", "", "unknown"),
        ("Complete All 104 surveyed.", "", "complete"),
        ("Part complete", "", "unknown"),
        ("Delivered training to 40 staff; 60 remain.", "", "unknown"),
        ("Delivered to all staff", "", "complete"),
        ("Finished draft with the director for comment.", "", "unknown"),
        ("In place of the rota there is a bank of staff", "", "unknown"),
        ("Now business as usual", "", "complete"),
        ("New risk assessment tool launched with all teams.", "", "unknown"),
        ("The risk register is reviewed monthly; on track.", "", "on track"),
        ("Children at risk of exploitation are mapped", "", "unknown"),
        ("Delivery is at high risk", "", "at risk"),
        ("Delays in transfers of care fell by half and target met.", "", "unknown"),
        ("The tender is delayed until June", "", "at risk"),
        ("Visits to families living behind the station continue.", "", "under way"),
        ("83% have one; the disabled children’s team is furthest behind at 61%", "", "unknown"),
        ("Four weeks behind schedule", "", "off track"),
        ("Work has fallen behind.", "", "off track"),
        ("Overdue reviews fell to 4", "", "unknown"),
        ("The report is now overdue", "", "off track"),
        ("Late; 31 of 46 schools, now November 2024", "", "off track"),
        ("Late payments to be reviewed", "", "unknown"),
        ("Not on track", "", "off track"),
        ("Steps taken to get it back on track", "", "unknown"),
        ("Was off track; now on track", "", "on track"),
        ("Spending on target groups rose", "", "unknown"),
        ("On course", "", "on track"),
        ("Abandoned; partners decided to keep both", "", "withdrawn"),
        ("This action has been withdrawn", "", "withdrawn"),
        ("Eleven in post; the last offer was withdrawn and the post readvertised", "", "unknown"),
        ("9 notices cancelled", "", "unknown"),
        ("Withdrawn by the Board", "Some delay or risk, with a plan to recover", "withdrawn"),
        ("On track", "Off track: the due date has been or will be missed", "off track"),
        ("Complete. 2 of 24 have left.", "", "complete"),
        ("Not started", "", "not started"),
        ("No visit is overdue", "", "unknown"),
        ("Not yet under way", "", "unknown"),
        ("Deliveries have been delayed by the port.", "", "at risk"),
        ("12 trained", "No risks or issues: on track", "on track"),
        ("Commenced October 2024", "", "under way"),
        ("Adopted in May.", "complete with evidence checked", "complete"),
        ("Test failed.", "past its date, or will miss it without intervention", "off track"),
        ("81% in time.", "slipping but recoverable", "at risk"),
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
