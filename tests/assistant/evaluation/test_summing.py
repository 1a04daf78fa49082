import pytest

from assistant.errors import EvaluationError
from assistant.evaluation.asking import scored
from assistant.evaluation.gold import BadLine, Evidence, Gold
from assistant.evaluation.summing import checked, summed
from assistant.evaluation.wire import evaluation_json, first_words
from tests.index.small_papers import library_of, paper

QUOTE = "The ferry at Ostleby carries ninety cars an hour in summer."
GOLD = Gold("F", "Q?", "figure", True, evidence=(Evidence("ferries", QUOTE),), line=1)
GONE = Gold("T", "Q?", "figure", True, evidence=(Evidence("trams", QUOTE),), line=2)
RUN = {"id": "F", "answered": True, "answer": "Ninety.", "confidence": 0.9,
       "passages": [{"document": "ferries", "text": QUOTE}],
       "citations": [{"document": "ferries", "council": "Oxton Council", "quote": QUOTE}],
       }  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("summing") / "library"
    with library_of(folder, paper("ferries", QUOTE, council="Ostleby Council")) as opened:
        yield opened


def test_a_question_in_doubt_is_left_out_beside_the_bad_lines(library):
    counted, bad = checked([GOLD, GONE], [BadLine(3, "it is not JSON")], library=library)
    assert counted == [GOLD] and [line.number for line in bad] == [2, 3]


def test_without_a_library_every_question_counts():
    assert checked([GOLD, GONE], [], library=None) == ([GOLD, GONE], ())


def test_a_library_of_other_papers_is_told_apart_from_a_bad_one(library):
    with pytest.raises(EvaluationError, match="none of the questions"):
        checked([GONE], [], library=library)


def test_figures_are_told_by_council_as_the_library_or_else_the_run_knows_it(library):
    results = scored([GOLD], {"F": RUN})
    assert list(evaluation_json(summed(results, [], library=library))["councils"]) == [
        "Ostleby Council"
    ]
    assert list(evaluation_json(summed(results, [], library=None))["councils"]) == ["Oxton Council"]


def test_everything_is_told_as_json(library):
    told = evaluation_json(summed(scored([GOLD], {"F": RUN}), [], library=library))
    assert told["figures"]["right"] == 1 and told["intervals"]["right"] == (1, 1)
    assert told["risk_coverage"]["aurc"] == 0 and told["seconds"] is None
    assert told["results"][0]["figures"]["ndcg@10"] == 1


def test_a_run_that_does_not_say_how_sure_it_is_has_no_curve():
    unsure = {"F": {**RUN, "confidence": None}}
    assert summed(scored([GOLD], unsure), [], library=None).curve is None


def test_a_question_without_an_answer_counts_as_refused():
    (result,) = scored([GOLD], {})
    assert result.score["over-refused"] == 1 and first_words(result) == "refused"
