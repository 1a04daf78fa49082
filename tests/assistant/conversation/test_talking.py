import pytest

from assistant.asking.question import LONGEST
from assistant.assistant import ask
from assistant.conversation.talking import converse, talk
from assistant.errors import QuestionError
from index.search import Scope
from tests.index.small_papers import library_of, paper

WENDLE = "Wendle County Council"


@pytest.fixture(scope="module")
def library(tmp_path_factory, encoder):
    """Two councils that foster, one of them reporting twice."""
    papers = [
        paper("july", "The fostering service has 41 carers. Ida Quist leads on fostering."),
        paper("october", "The fostering service has 44 carers.", date="2024-10-08"),
        paper("wendle", "In fostering 96 carers are approved.", council=WENDLE),
        paper("lido", "The lido in Mill Lane cost £310,000 to repair.", date="2024-11-05"),
    ]
    folder = tmp_path_factory.mktemp("talk") / "library"
    with library_of(folder, *papers, encoder=encoder) as opened:
        yield opened


def test_a_follow_up_is_answered_as_the_question_it_stands_for(library):
    _, turn = talk(library, ["How many fostering carers has Anytown?", "What about Wendle?"])
    assert turn.followed.question == "How many fostering carers has Wendle?"
    assert turn.asked == "What about Wendle?" and "96 carers" in turn.answer.text
    assert turn.answer.citations == ask(library, turn.followed.question).citations


def test_a_date_takes_the_place_of_the_one_before(library):
    turns = talk(
        library, ["How many fostering carers had Anytown in July 2024?", "and in October?"]
    )
    assert "41 carers" in turns[0].answer.citations[0].quote
    assert "44 carers" in turns[1].answer.citations[0].quote


def test_a_question_alone_is_answered_as_it_is_without_a_conversation(library):
    question = "What did the repair of the lido in Mill Lane cost?"
    lone = ask(library, question)
    _, turn = talk(library, ["How many fostering carers has Wendle?", question])
    assert (turn.followed.question, turn.followed.carried) == (question, ())
    assert turn.answer.text == lone.text


def test_after_starting_again_nothing_is_carried(library):
    *_, turn = talk(
        library, ["How many carers has Wendle?", "Start again. What did the lido cost?"]
    )
    assert turn.followed.question == "What did the lido cost?" and not turn.followed.carried


def test_what_is_dropped_is_asked_without(library):
    before = talk(library, ["How many fostering carers has Wendle?"])
    kept = converse(library, "who leads on that?", before)
    dropped = converse(library, "who leads on that?", before, dropped=("council",))
    assert [c.what for c in kept.followed.carried] == ["about", "council"]
    assert [c.what for c in dropped.followed.carried] == ["about"]
    assert "Ida Quist" in dropped.answer.text and "Ida Quist" not in kept.answer.text


def test_limits_hold_through_a_conversation(library):
    scope = Scope(councils=(WENDLE,))
    turns = talk(library, ["How many fostering carers?", "who leads on that?"], scope=scope)
    assert {h.passage.document for t in turns for h in t.answer.hits} <= {"wendle"}


@pytest.mark.parametrize("question", ["", "?", "start again", "why? " * 2000])
def test_what_cannot_be_asked_is_an_error_for_the_person(library, question):
    before = talk(library, ["How many fostering carers has Wendle?"])
    with pytest.raises(QuestionError):
        converse(library, question, before)


def test_a_follow_up_that_grew_too_long_is_asked_alone(library):
    before = talk(library, ["How many fostering carers has Wendle?"])
    longest = "who leads on that " + "and that " * ((LONGEST - 20) // 9) + "?"
    assert converse(library, longest, before).followed.carried == ()
