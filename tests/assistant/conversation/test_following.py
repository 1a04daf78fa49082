"""What a follow-up takes from before, and what a question must not take; all is invented."""

import pytest

from assistant.conversation.turns import Carried
from tests.assistant.conversation.said import after

CARERS = "How many foster carers were approved in July 2023?"


def kinds(followed) -> list[str]:
    return [carried.what for carried in followed.carried]


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("and in October?", "How many foster carers were approved in October 2023?"),
        ("the October after?", "How many foster carers were approved in October 2023?"),
        ("and the year before?", "How many foster carers were approved in July 2022?"),
        ("what about Wendle?", "How many foster carers were approved in Wendle?"),
        ("Wendle in 2024?", "How many foster carers were approved in 2024 in Wendle?"),
        ("and for cars?", "How many foster carers were approved in July 2023 for cars?"),
        ("Which ones?", "Which foster carers were approved in July 2023?"),
        ("in the end?", "How many foster carers were approved, in the end?"),
    ],
)  # fmt: skip
def test_one_thing_takes_the_place_of_another(question, whole):
    assert after(CARERS, question).question == whole


def test_an_action_takes_the_place_of_the_action_asked_about_last():
    followed = after("What was said of action 4B in October 2023?", "Was it on track?", "and 6B?")
    assert followed.question == "What was said of action 6B in October 2023?"


@pytest.mark.parametrize("question", ["by when?", "Who leads on that?", "Was it done?"])
def test_a_question_keeps_its_own_words_and_takes_the_topic(question):
    followed = after("How many lamp posts did Anytown repair?", question)
    assert followed.question == f"{question.rstrip('?')}: lamp posts repair, Anytown?"
    assert followed.carried == (
        Carried("about", "lamp posts repair"),
        Carried("council", "Anytown"),
    )
    assert followed.sure


def test_a_topic_lasts_through_questions_that_add_none():
    followed = after("How many lamp posts did Anytown repair?", "Who leads on that?", "by when?")
    assert followed.question == "by when: lamp posts repair, Anytown?"


def test_a_topic_grows_by_what_is_asked_of_it():
    followed = after(
        "Which lamp posts were repaired?", "Which voluntary body has the contract for them?",
        "when does it end?",
    )  # fmt: skip
    about = next(c.words for c in followed.carried if c.what == "about")
    assert "voluntary body" in about and "lamp posts" in about


def test_a_person_is_the_one_the_answer_named():
    followed = after(
        ("Who chairs the Improvement Board?", "It is chaired by Professor Ida Quist."),
        "What did she tell members?",
    )
    assert Carried("who", "Professor Ida Quist") in followed.carried


def test_a_council_is_the_one_that_all_was_quoted_from():
    followed = after(("Who mends lamp posts?", "A contractor does."), "since when?")
    assert Carried("council", "Anytown") in followed.carried


def test_a_meeting_is_carried_for_what_was_done_at_it():
    before = ("Who moved the motion on lamp posts?", "Councillor Ash moved it.")
    assert Carried("when", "10 October 2023") in after(before, "Was it carried?").carried
    assert "when" not in kinds(after(before, "What became of it?"))


def test_what_was_to_be_done_is_carried_in_the_answers_words():
    before = ("What did Cabinet resolve on 4 July 2023?", "That the lido be reopened.")
    assert "lido reopened" in after(before, "Was that done?").question


def test_a_council_named_drops_dates_of_which_it_has_no_papers():
    assert "2023" not in after(CARERS, "what about Wendle?").question
    in_february = "How many foster carers had Anytown in February 2024?"
    assert "February 2024" in after(in_february, "what about Wendle?").question


@pytest.mark.parametrize(
    "question",
    ["What did Cabinet resolve on 4 July 2023?", "How many parks has Wendle?",
     "Who is the lead officer for publishing the tree planting strategy?", "Why is action 6B late?",
     "Start again: who leads on that?", "Which parks in Mill Lane were closed?"],
)  # fmt: skip
def test_a_question_that_stands_alone_takes_nothing(question):
    followed = after(CARERS, "and for Anytown?", question)
    assert followed.carried == () and "carers" not in followed.question


def test_a_topic_left_behind_does_not_come_back():
    followed = after(
        CARERS, "Who is the lead officer for publishing the tree planting strategy?", "by when?"
    )
    assert "tree planting strategy" in followed.question and "carers" not in followed.question


@pytest.mark.parametrize("question", ["by when?", "How many came?", "and in October?"])
def test_the_first_question_takes_nothing(question):
    assert after(question).question == question and after(question).carried == ()


@pytest.mark.parametrize(
    ("question", "dropped", "left"),
    [
        ("Who leads on that?", "about", "Who leads on that: Anytown?"),
        ("Who leads on that?", "council", "Who leads on that: lamp posts repair?"),
        ("and for cars?", "council", "How many lamp posts did repair in 2023 for cars?"),
        ("and for cars?", "when", "How many lamp posts did Anytown repair for cars?"),
    ],
)  # fmt: skip
def test_what_is_dropped_is_not_carried(question, dropped, left):
    base = "How many lamp posts did Anytown repair in 2023?"
    assert dropped in kinds(after(base, question))
    followed = after(base, question, dropped=(dropped,))
    assert followed.question == left and dropped not in kinds(followed)


def test_what_is_carried_stands_in_the_question():
    followed = after("Who moved the motion on lamp posts in Anytown?", "Was it carried?")
    assert all(carried.words in followed.question for carried in followed.carried)


def test_few_words_that_name_nothing_are_not_sure():
    assert not after(CARERS, "How many people came?").sure
