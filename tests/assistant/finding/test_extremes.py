from dataclasses import replace

import numpy as np
import pytest

from assistant.finding.evidence import Evidence, Weighed
from assistant.finding.extremes import extreme_first, is_told_by_table
from assistant.finding.units import units_of
from index.reader import Verdict
from index.search import Hit
from tests.index.small_papers import passage_of

HEADERS = "District\nHomes\nPupils\n% change"
ROWS = ["Ash\t1,200\t310\t+0.3%", "Birch\t900\t450\t-1.5%", "Cole\t2,100\t120\t(2.5%)",
        "Dale\t1,000\t330\t+3.9%", "Total\t5,200\t1,210\t+0.1%"]  # fmt: skip


@pytest.fixture
def table() -> Hit:
    return Hit(passage_of("\n".join(ROWS), headers=HEADERS), 1.0)


def first(hit: Hit, question: str, *, of: int = 1, score: float = 2.0) -> list[str]:
    """The labels of the rows told first, where search liked the rows in order of print."""
    rows = [u for u in units_of(hit.passage) if u.kind == "row"]
    evidence = [Evidence(unit, hit, score - n / 10, ()) for n, unit in enumerate(rows)]
    told = extreme_first(evidence, question, lambda _: [hit.passage])
    assert {e.unit for e in told} == {e.unit for e in evidence}, "nothing is lost"
    return [e.unit.text.split("\t")[0] for e in told[:of]]


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Which district's figures fall the most?", "Cole"),
        ("Which district had the biggest rise?", "Dale"),
        ("Which district has the most pupils?", "Birch"),
        ("Which district has the fewest homes?", "Birch"),
        ("The district with the most homes?", "Cole"),
    ],
)
def test_the_row_that_a_superlative_asks_for_comes_first(table, question, row):
    assert first(table, question) == [row]


def test_as_many_as_are_asked_for(table):
    assert first(table, "Which two districts have the most homes?", of=2) == ["Cole", "Ash"]
    both = first(table, "the biggest rise and the biggest fall by district", of=2)
    assert both == ["Dale", "Cole"]


@pytest.mark.parametrize(
    "question",
    [
        "How many homes are in each district?",
        "Which district has the most swans?",  # no column is of these
        "Which district has the most homes and pupils?",  # two are
        "Which school has the most pupils?",  # the rows are no schools
    ],
)
def test_the_order_stays_where_no_one_column_is_meant(table, question):
    assert first(table, question) == ["Ash"]


INCOME = ["Ash\t£1.2m\t210", "Birch\t£850k\t340", "Cole\t£95,000\t60", "Dale\t£87,000\t52"]


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Which car park has the highest income?", "Ash"),
        ("Which car park has the lowest income?", "Dale"),
        ("Which car park has the most spaces?", "Birch"),
    ],
)
def test_thousands_and_millions_are_figures_whatever_search_found_first(question, row):
    for rows in (INCOME, INCOME[::-1], [*INCOME, "All five\t£2.2m\t662"]):
        hit = Hit(passage_of("\n".join(rows), headers="Car park\nIncome\nSpaces"), 1.0)
        assert first(hit, question) == [row]


@pytest.mark.parametrize("income", ["over £2m", "£2m (estimate)"])
def test_another_column_is_not_told_where_the_one_meant_cannot_be_read(income):
    rows = [f"Elm\t{income}\t9", *INCOME]
    hit = Hit(passage_of("\n".join(rows), headers="Car park\nIncome\nSpaces"), 1.0)
    assert first(hit, "Which car park has the lowest income?") == ["Elm"]
    unread = [f"{row.split()[0]}\tsome\t{n}" for n, row in enumerate(INCOME)]
    hit = Hit(passage_of("\n".join(unread), headers="Car park\nIncome\nSpaces"), 1.0)
    assert first(hit, "Which car park has the highest income?") == ["Ash"]


@pytest.mark.parametrize("total", ["Wards in total\t24", "The borough\t24"])
def test_a_total_is_not_the_most_whatever_it_is_called(total):
    rows = [total, "Ash\t9", "Birch\t7", "Cole\t5", "Dale\t3"]
    hit = Hit(passage_of("\n".join(rows), headers="Wards\nHomes"), 1.0)
    assert first(hit, "Which two wards have the most homes?", of=2) == ["Ash", "Birch"]


def test_rows_that_search_did_not_find_are_measured_too(table):
    none = np.zeros(0, np.float32)
    table = replace(table, verdict=Verdict(1.0, 1.0, np.zeros((0, 2), np.int64), none, none))
    more = replace(passage_of("Elm\t9,000\t20\t+0.2%", headers=HEADERS), id=2)
    rows = [Evidence(u, table, 1.0, ()) for u in units_of(table.passage)]
    told = extreme_first(
        rows, "Which district has the most homes?", lambda _: [table.passage, more]
    )
    assert told[0].unit.text.startswith("Elm") and told[0].hit.passage is more
    assert told[0].hit.verdict is None, "what was read was the other passage"


@pytest.mark.parametrize(
    "row",
    [
        "Ash\t300\t8\t+0.2%",  # twice in the table: the rows are not one a district
        "Elm\t(300)\t8\t+0.2%",  # whether more is up or down is not known
    ],
)
def test_a_table_of_which_that_is_not_clear_is_left_alone(row):
    hit = Hit(passage_of("\n".join([*ROWS, row]), headers=HEADERS), 1.0)
    assert first(hit, "Which district has the fewest homes?") == ["Ash"]


def test_a_table_that_bears_far_less_is_not_what_is_meant(table):
    said = Hit(passage_of("The most homes are in the north."), 1.0)
    (sentence,) = units_of(said.passage)
    rows = [Evidence(u, table, 1.0, ()) for u in units_of(table.passage)]
    found = [Evidence(sentence, said, 2.0, ()), *rows]
    told = extreme_first(found, "Which district has most homes?", lambda _: [table.passage])
    assert told[0].unit is sentence


def test_a_table_tells_what_a_superlative_asks_for_if_it_has_the_other_words(table):
    row = Evidence(units_of(table.passage)[0], table, 1.0, ())
    question = "Which district has the most pupils?"
    weighed = Weighed({"district": 1.0, "most": 1.0, "pupil": 1.0}, {}, frozenset())
    assert is_told_by_table(replace(row, extreme=True), question, weighed)
    assert not is_told_by_table(row, question, weighed), "it is not the row asked for"
    other = Weighed({**weighed.terms, "swan": 2.0}, {}, frozenset())
    assert not is_told_by_table(replace(row, extreme=True), f"{question} Swans?", other)
