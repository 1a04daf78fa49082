import pytest

from assistant.evaluation.explaining import explain
from assistant.evaluation.gold import Evidence, Gold
from assistant.evaluation.measures import score

LAMPS = "The Board agreed to fit five new lamps in Mill Lane"
SEATS = "Two seats were placed beside the Wethermere pond in May"
BOTH = Gold(
    "Q1", "What was done?", "list", True, "Lamps and seats.", (("five", "5"), ("two",)),
    (Evidence("lamps", LAMPS), Evidence("seats", SEATS)),
)  # fmt: skip


def run(answer="Five lamps and two seats.", *, cited=(LAMPS, SEATS), answered=True):
    papers = {LAMPS: "lamps", SEATS: "seats"}
    return {
        "answered": answered,
        "answer": answer,
        "citations": [{"document": papers[quote], "quote": quote} for quote in cited],
        "passages": [{"document": "lamps", "text": "Nothing of note was said at this meeting."},
                     {"document": "seats", "text": SEATS}],
    }  # fmt: skip


def explained(gold, answer):
    return explain(gold, answer, score(gold, answer))


def test_each_passage_and_citation_is_told_by_the_evidence_it_holds():
    told = explained(BOTH, run())
    assert told.held == ((), (2,)) and told.read == (2,)
    assert told.cited == ((1,), (2,))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (run(), "It says what it must, and cites the words that it rests on."),
        (run(cited=[LAMPS]), "It says what it must, but does not cite evidence 2."),
        (run("Two seats."), "The answer does not say “five” or “5”."),
        (run(answered=False), "The papers say, and it refused."),
    ],
)
def test_the_reason_is_the_first_thing_that_is_missing(answer, reason):
    told = explained(BOTH, answer)
    assert told.why == (reason,)
    assert told.right == (score(BOTH, answer)["overall"] == 1)


@pytest.mark.parametrize(("answered", "right"), [(True, False), (False, True)])
def test_a_question_without_an_answer_is_right_when_refused(answered, right):
    nowhere = Gold("Q2", "Who sings?", "people", False)
    told = explained(nowhere, run(answered=answered))
    assert told.right is right and ("refused" in told.why[0]) is right


def test_one_piece_suffices_where_the_gold_says_so():
    either = Gold("Q3", "?", "open", True, evidence=BOTH.evidence, any_of=True)
    assert explained(either, run(cited=[SEATS])).right
    assert explained(either, run(cited=[])).why[0].endswith("cites none of the evidence.")
