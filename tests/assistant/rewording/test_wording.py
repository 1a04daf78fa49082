import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.rewording.facts import Fact
from assistant.rewording.wording import compared

WORDS = st.lists(
    st.sampled_from(["the", "rate", "of", "fell", "to", "5", "7", "12%", "May", "2017", "Oxton"]),
    max_size=12,
).map(" ".join)


def facts(old, new):
    return [(fact.was, fact.now) for fact in compared(old, new).facts]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a net rise of 5 homes", "a net rise of 7 homes", [("5", "7")]),
        ("31 May 2024 (was 31 January 2024)", "30 June 2024 (was 31 May 2024)",
         [("31 May 2024", "30 June 2024"), ("31 January 2024", "31 May 2024")]),
        ("31 August 2023", "30 June 2024 (was 31 August 2023)",
         [("31 August 2023", "30 June 2024"), ("", "31 August 2023")]),
        ("moved from 1 May 2024 to 1 June 2024", "moved from 1 June 2024 to 1 July 2024",
         [("1 May 2024", "1 June 2024"), ("1 June 2024", "1 July 2024")]),
        ("5 are Blue, 7 Green and 3 Red", "9 are Blue, 3 Green and 3 Red",
         [("5", "9"), ("7", "3")]),
        ("40 audits since July, seen.", "Complete. 44% good in February again.",
         [("40", ""), ("July", ""), ("", "44%"), ("", "February")]),
        ("the first report", "the second report", [("first", "second")]),
        ("One home is open.", "It is open.", []),
    ],
)  # fmt: skip
def test_figures_and_dates(old, new, told):
    assert facts(old, new) == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("verified by Ada Fell, Solicitor", "verified by Tom Weir, Solicitor",
         [("Ada Fell", "Tom Weir")]),
        ("led by the Head of Care", "led by the Interim Head of Care",
         [("Head of Care", "Interim Head of Care")]),
        ("Ada Fell Care and Homes Manager", "Tom Weir Care Manager", [("Ada Fell", "Tom Weir")]),
        ("The plan met it.", "It met.", []),
        ("seen by the Board", "seen", [("Board", "")]),
    ],
)  # fmt: skip
def test_names_that_changed_are_told_whole(old, new, told):
    assert facts(old, new) == told


def test_case_quotation_marks_and_dashes_are_no_change():
    assert compared("The Council’s plan – 2016/17", "the council's plan, 2016/2017").same


def test_the_words_that_changed_are_marked():
    wording = compared("It fell by 5% in May", "It fell by 7% in May")
    assert [*wording.was, *wording.now] == [(11, 13), (11, 13)]


def test_a_text_of_one_paper_only_is_told_with_its_facts():
    assert compared("", "It cost £5m.").facts == (Fact("figure", "", "£5m"),)


@settings(deadline=None)
@given(WORDS)
def test_nothing_changes_from_a_text_to_itself(text):
    assert compared(text, text).same and compared(text, text).facts == ()


@settings(deadline=None)
@given(WORDS, WORDS)
def test_without_what_changed_both_say_the_same(old, new):
    wording = compared(old, new)
    assert without(old, wording.was) == without(new, wording.now)


def without(text, spans):
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text.casefold().split()
