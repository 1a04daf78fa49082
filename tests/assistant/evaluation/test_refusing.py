import pytest

from assistant.evaluation.refusing import risk_coverage

RIGHT, WRONG, REFUSED = (True, True), (True, False), (False, False)


def curve(*outcomes):
    return risk_coverage([(sure, *outcome) for sure, outcome in outcomes])


def test_the_area_is_the_mean_risk_as_more_is_answered():
    assert curve((0.9, RIGHT), (0.8, WRONG), (0.7, RIGHT)).aurc == pytest.approx(
        (0 + 1 / 2 + 1 / 3) / 3
    )


def test_the_order_of_the_file_does_not_matter_among_the_equally_sure():
    one, other = curve((0.5, RIGHT), (0.5, WRONG)), curve((0.5, WRONG), (0.5, RIGHT))
    assert one.aurc == other.aurc == 1 / 2


def test_wrong_answers_last_are_better_than_wrong_answers_first():
    last = curve((0.9, RIGHT), (0.8, RIGHT), (0.1, REFUSED))
    assert last.aurc < curve((0.9, REFUSED), (0.8, RIGHT), (0.7, RIGHT)).aurc


def test_the_curve_ends_where_everything_is_answered():
    points = curve((0.9, RIGHT), (0.8, WRONG), (0.8, RIGHT), (0.1, REFUSED)).points
    assert [(p.confidence, p.coverage, p.risk) for p in points] == [
        (0.9, 1 / 4, 0), (0.8, 3 / 4, pytest.approx(1 / 3)), (0.1, 1, 2 / 4),
    ]  # fmt: skip


def test_where_the_answers_given_stood_is_told():
    told = curve((0.9, RIGHT), (0.8, WRONG), (0.1, REFUSED), (0.1, REFUSED))
    assert (told.coverage, told.risk) == (2 / 4, 1 / 2)


def test_nothing_answered_has_no_risk_and_no_question_no_curve():
    assert curve((0.1, REFUSED)).risk is None
    assert risk_coverage([]) is None


def test_the_interval_holds_the_area():
    told = curve(*[(n / 20, RIGHT if n % 3 else WRONG) for n in range(20)])
    assert told.interval[0] < told.aurc < told.interval[1]
