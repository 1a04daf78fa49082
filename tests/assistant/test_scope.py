import pytest

from assistant.errors import QuestionError
from assistant.scope import meeting_day, scope_of


def test_a_month_counts_from_its_first_day_to_its_last():
    scope = scope_of(since="July 2017", until="September 2017")
    assert (scope.since, scope.until) == ("2017-07-01", "2017-09-30")


def test_nothing_set_is_no_limit():
    scope = scope_of([""], [], since="", until=None)
    assert (scope.councils, scope.since, scope.until) == ((), None, None)


@pytest.mark.parametrize(
    "text", ["tomorrow", "31 February 2017", "2017 or so", "July and June 2017"]
)
def test_what_is_no_date_is_refused_in_a_sentence(text):
    with pytest.raises(QuestionError, match="is not a date"):
        scope_of(since=text)


def test_dates_the_wrong_way_round_are_refused():
    with pytest.raises(QuestionError, match="swap"):
        scope_of(since="2018", until="2017")


def test_a_meeting_is_on_one_day():
    assert meeting_day("11 July 2017") == "2017-07-11"
    with pytest.raises(QuestionError, match="not one day"):
        meeting_day("July 2017")
