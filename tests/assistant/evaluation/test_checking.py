from dataclasses import replace

import pytest

from assistant.evaluation.checking import faults, sound
from assistant.evaluation.gold import Evidence, Gold
from tests.index.small_papers import library_of, paper

QUOTE = "The ferry at Ostleby carries ninety cars an hour in summer."
THERE, GONE = Evidence("ferries", QUOTE), Evidence("trams", QUOTE)
MOON = Evidence("ferries", "The moon of Ostleby is made of the best green cheese.")
GOLD = Gold("F", "Q?", "figure", True, evidence=(THERE,), line=3)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("checking") / "library"
    hidden = paper("closed", QUOTE, access="exempt")
    with library_of(folder, paper("ferries", f"{QUOTE}\n\nMore of it."), hidden) as opened:
        yield opened


def test_evidence_that_stands_in_its_paper_is_sound(library):
    assert not faults(library, [GOLD, Gold("N", "Q?", "unanswerable", False, line=4)])


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        (GONE, 'no public paper "trams"'),
        (Evidence("closed", QUOTE), 'no public paper "closed"'),
        (MOON, "does not stand"),
    ],
)
def test_evidence_in_doubt_is_named_with_its_line(library, evidence, told):
    doubtful = replace(GOLD, evidence=(evidence,), line=7)
    (bad,) = faults(library, [GOLD, doubtful])
    assert bad.number == 7 and told in bad.reason
    assert sound([GOLD, doubtful], [bad]) == [GOLD]


def test_evidence_that_stands_in_a_copy_is_sound(library):
    assert not faults(library, [replace(GOLD, evidence=(GONE,), also_in=("ferries",))])


def test_one_sound_piece_is_enough_where_any_will_do(library):
    either = replace(GOLD, evidence=(THERE, GONE), any_of=True)
    (bad,) = faults(library, [either])
    assert bad.counted and sound([either], [bad]) == [either]
    assert not faults(library, [replace(either, any_of=False)])[0].counted
