from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.conversation.stepping import Anchor, last_date, months_dated, stepped
from corpus.dates import Days, dates_in

MEETINGS = ("2023-07-04", "2023-10-10", "2024-03-12")


def step(text: str, since: str) -> str:
    anchor = last_date(since)
    assert anchor
    return stepped(text, anchor, MEETINGS)


@pytest.mark.parametrize(
    ("text", "since", "reached"),
    [
        ("the October after", "July 2023", "October 2023"),
        ("the July after that", "July 2023", "July 2024"),
        ("the September before", "12 February 2024", "September 2023"),
        ("the year before", "2024/25", "2023/24"),
        ("a year later", "2022", "2023"),
        ("the following year", "31 March 2024", "March 2025"),
        ("the next meeting", "10 October 2023", "12 March 2024"),
        ("last time", "10 October 2023", "4 July 2023"),
        ("the meeting before", "4 July 2023", "the meeting before"),
        ("in the end", "July 2023", "in the end"),
    ],
)
def test_a_step_from_a_date(text, since, reached):
    assert step(text, since) == reached


@pytest.mark.parametrize(
    ("text", "since", "dated"),
    [
        ("in February", "September 2023", "in February 2024"),
        ("feb?", "Sept 2023", "February 2024?"),
        ("by July", "October 2023", "by July 2023"),
        ("in March 2025", "October 2023", "in March 2025"),
        ("may they", "October 2023", "may they"),
        ("12 March", "October 2023", "12 March 2024"),
    ],
)
def test_a_month_without_a_year_is_the_nearest(text, since, dated):
    assert step(text, since) == dated


def test_no_year_is_counted_from_a_meeting_that_no_question_named():
    anchor = Anchor(Days("2024-03-12", "2024-03-12", 0, 0))
    assert stepped("the year before", anchor, MEETINGS) == "the year before"
    assert stepped("in June", anchor, MEETINGS) == "in June 2024"


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.sampled_from(["March", "June", "October"]))
def test_a_month_is_never_dated_more_than_a_year_away(day, month):
    anchor = Anchor(Days(day.isoformat(), day.isoformat(), 0, 0))
    (found,) = dates_in(months_dated(f"in {month}", anchor))
    assert abs(date.fromisoformat(found.since) - day) <= timedelta(days=370)
