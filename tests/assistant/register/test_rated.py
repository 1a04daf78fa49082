import pytest

from assistant.assistant import ask
from tests.index.small_papers import library_of, paper

HEADERS = "Code\tMeasure\tTarget\tRating March\tRating now\tNote"
ADULTS = """
1. ADULTS
{headers}
A1\tAdults who wait for a care assessment\t350\tAmber\tRed\tSickness in one team
A2\tAdults with a direct payment\t30%\tRed\tGreen\tOn course
2. CHILDREN
{headers}
C1\tChildren seen within ten days\t90%\tGreen\tRed; was Green in May\tFour vacancies
C2\tChildren with a health check\t85%\tGreen\tGreen\tNone
C3\tPlans issued within twenty weeks\t60%\tRed\tAmber\tPsychologists are short
"""
RESPONSES = """
1. RESPONSE
No.\tRecommendation\tResponse\tReason
R1\tTell parents of a new driver\tAccepted\tFrom April
R2\tReview every taxi journey\tPartly accepted\tThose over a limit only
R3\tFine operators who are late\tRejected\tThe market is too fragile
"""


@pytest.fixture
def library(tmp_path):
    measures = paper("measures", ADULTS.format(headers=HEADERS), date="2024-07-09")
    older = ADULTS.format(headers=HEADERS).replace("Red", "Black")
    with library_of(
        tmp_path, measures, paper("older", older, date="2024-04-09"), paper("taxis", RESPONSES)
    ) as library:
        yield library


def rows(library, question):
    """The first cells of the rows that the answer quotes."""
    answer = ask(library, question)
    assert answer.answered
    return [c.quote.split("\t")[0] for c in answer.citations if "\t" in c.quote]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which measures are red?", ["A1", "C1"]),  # of every table of the newest paper
        ("Which measures are red or amber?", ["A1", "C1", "C3"]),
        ("Which measures were red in March?", ["A2", "C3"]),
        ("Which measures have got worse?", ["A1", "C1"]),
        ("Which measures have improved since March?", ["A2", "C3"]),
        ("List the adults measures that are red", ["A1"]),
        ("Which recommendations were rejected?", ["R3"]),
        ("Which recommendations were partly accepted?", ["R2"]),
        ("Which recommendations were accepted?", ["R1"]),
    ],
)
def test_the_rows_of_a_state_are_told_whole(library, question, told):
    assert rows(library, question) == told


def test_how_many_there_are_is_said(library):
    assert "2 of 5 rows" in ask(library, "How many measures are red?").text


def test_what_is_said_of_no_row_is_no_list(library):
    for asked in ("Which library measures are red?", "Which measures are not red?"):
        assert "rows" not in ask(library, asked.replace("Which", "How many")).text


def test_a_list_that_does_not_fit_says_how_long_it_is(tmp_path):
    rows = "\n".join(f"M{n}\tMeasure {n} of {' '.join(['many'] * 20)}\tRed" for n in range(20))
    text = f"1. MEASURES\nCode\tMeasure\tRating\n{rows}\n"
    with library_of(tmp_path, paper("long", text)) as library:
        assert "20 of 20 rows" in ask(library, "Which measures are red?").text
