"""Dates as papers print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import dates_in, first_day, without_days, written_out


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("11 July 2017", "2017-07-11", "2017-07-11"),
        ("17TH DECEMBER 2019", "2019-12-17", "2019-12-17"),
        ("Thursday, 9th January, 2025", "2025-01-09", "2025-01-09"),
        ("30th-Jan-2025", "2025-01-30", "2025-01-30"),
        ("January 23, 2024", "2024-01-23", "2024-01-23"),
        ("22.2.16", "2016-02-22", "2016-02-22"),
        ("2024-01-23", "2024-01-23", "2024-01-23"),
        ("June '17", "2017-06-01", "2017-06-30"),
        ("February 2024", "2024-02-01", "2024-02-29"),
        ("2016/17", "2016-04-01", "2017-03-31"),
        ("2017-18", "2017-04-01", "2018-03-31"),
        ("1999/00", "1999-04-01", "2000-03-31"),
        ("2016/2017", "2016-04-01", "2017-03-31"),
        ("in 2017", "2017-01-01", "2017-12-31"),
        ("The 2017-20 strategy", "2017-01-01", "2020-12-31"),
        ("The 2011–2031 Local Plan", "2011-01-01", "2031-12-31"),
        ("born 12.5.87", "1987-05-12", "1987-05-12"),
        ("agreed in may 2016", "2016-05-01", "2016-05-31"),
        ("May 2016", "2016-05-01", "2016-05-31"),
        ("the Council may 2016 notwithstanding", "2016-01-01", "2016-12-31"),
        ("as of version 2 on 1.2.20", "2020-02-01", "2020-02-01"),
        ("Date:2012", "2012-01-01", "2012-12-31"),
        ("the section on 22.2.16", "2016-02-22", "2016-02-22"),
    ],
)
def test_dates_are_read(text: str, since: str, until: str) -> None:
    assert [(d.since, d.until) for d in dates_in(text)] == [(since, until)]


@pytest.mark.parametrize(
    "text",
    ["31 February 2017", "3.8.4 Thresholds", "£2,017", "may agree", "99.99.99", "12 of 20",
     "see paragraph 3.4.12", "paras 3.4.11 and 3.4.12", "Version 1.2.20", "v.1.2.20", "1.12.3.15",
     "a grant of £2000", "a ratio of 1:2012", "Application 2017/89", "telephone 2012-99"],
)  # fmt: skip
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert dates_in(text) == []


def test_the_first_whole_day_is_found_after_months_and_years() -> None:
    assert first_day("In 2016 and July 2017, but on 4 May 2018 and 5 May 2018") == "2018-05-04"


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_day_written_out_is_read_back(day: date) -> None:
    assert first_day(written_out(day.isoformat())) == day.isoformat()


@given(st.text(alphabet="0123456789./- JulyMarch'of", max_size=40))
def test_every_date_names_where_it_is_printed(text: str) -> None:
    for found in dates_in(text):
        assert found.since <= found.until
        assert dates_in(text[found.start : found.end])[0].since == found.since


def test_a_text_without_its_days_keeps_all_else():
    text = "From 22.2.16 to March 2017, 5 came."
    assert without_days(text, dates_in(text), by="#") == "From # to #, 5 came."
