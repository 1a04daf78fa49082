import pytest

from assistant.rewording.tokens import FORMER, tokens_of


def values(text, kind):
    return [text[t.start : t.end] for t in tokens_of(text) if t.kind == kind]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("by 30 June 2024", ["30 June 2024"]),
        ("on 12 October", ["12 October"]),
        ("on 19 and 20 September 2023", ["19 and 20 September 2023"]),
        ("in July", ["July"]),
        ("from 2025-26 to 2034-35", ["2025-26", "2034-35"]),
        ("MTFP 2025-28", ["2025-28"]),
        ("Sept 16, Nov' 16 and Sept'17", ["Sept 16", "Nov' 16", "Sept'17"]),
        ("between 22.2.16 – 17.3.16", ["22.2.16", "17.3.16"]),
        ("It may be. May it be.", []),
    ],
)
def test_dates_with_and_without_a_year(text, dates):
    assert values(text, "date") == dates


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("cost £2.655m, not £1,471k", ["£2.655m", "£1,471k"]),
        ("fell by four percentage points to 34%", ["four percentage points", "34%"]),
        ("over 2-3 days", ["2", "3 days"]),
        ("a three-year plan", ["three-year"]),
        ("80% (230) of all", ["80%", "230"]),
        ("a budget of £185,000, saved", ["£185,000"]),
        ("action 3B and 2A", []),
        ("paragraph 3.5.1 of it", []),
    ],
)
def test_figures_with_their_units(text, figures):
    assert values(text, "figure") == figures


@pytest.mark.parametrize(
    ("one", "other"),
    [("2016/17", "2016/2017"), ("1,471", "1471"), ("Children’s", "children's"),
     ("5 per cent", "5%"), ("11 July 2017", "11th July 2017")],
)  # fmt: skip
def test_what_is_printed_differently_is_the_same(one, other):
    assert tokens_of(one)[0].means(tokens_of(other)[0])


@pytest.mark.parametrize(
    ("one", "other"), [("-5%", "5%"), ("(5)", "5"), ("£5m", "£5k"), ("5 days", "5 weeks")]
)
def test_what_is_not_the_same(one, other):
    assert not tokens_of(one)[0].means(tokens_of(other)[0])


def test_a_value_that_the_paper_takes_back_is_told_from_the_one_that_holds():
    due, former = (t for t in tokens_of("30 June 2024 (was 31 July 2023)") if t.kind == "date")
    assert (due.unit, former.unit) == ("", FORMER) and not due.like(former)


def test_first_one_and_item_7_are_figures_only_where_they_change():
    weak = [t.weak for t in tokens_of("first one item 7 of 7") if t.kind == "figure"]
    assert weak == [True, True, True, False]
