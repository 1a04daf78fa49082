import pytest

from assistant.conversation.leaning import Opened, leaning, opened, points_back

COUNCILS = ("Anytown", "Wendle")


def lean(question: str) -> str:
    named = [place for place in COUNCILS if place in question]
    return leaning(opened(question), named)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Start again. Who chairs the Panel?", "Who chairs the Panel?"),
        ("OK, new question: is there parking?", "is there parking?"),
        ("Let's start over – how many parks?", "how many parks?"),
        ("On a different subject, who is the Mayor?", "who is the Mayor?"),
        ("never mind", ""),
    ],
)
def test_starting_again_is_told_from_the_question_after_it(question, text):
    assert opened(question) == Opened(text, reset=True)


@pytest.mark.parametrize("question", ["Something else that was agreed?", "Why begin the review?",
                                      "Is there another matter outstanding?"])  # fmt: skip
def test_words_like_those_that_start_again_do_not(question):
    assert not opened(question).reset


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("And in October?", "in October?"),
        ("ok, but what about Wendle?", "Wendle?"),
        ("So who pays?", "who pays?"),
        ("back to Anytown - who pays?", "who pays in Anytown?"),
        ("No one asked?", "No one asked?"),
    ],
)
def test_what_only_opens_a_question_is_taken_off(question, text):
    assert opened(question).text == text


@pytest.mark.parametrize(
    "question",
    ["by when?", "why?", "Was it done?", "who leads on that?", "What did she say about the fees?",
     "and in October?", "what about Wendle?", "lead officer?", "How much of the new one is spent?",
     "What did the Committee decide about it?", "and what share agreed?", "Which ones?",
     "Has Cabinet agreed to that?", "how many of them were new?", "what did it become in 2024?"],
)  # fmt: skip
def test_a_follow_up_leans(question):
    assert lean(question) == "leans"


@pytest.mark.parametrize(
    "question",
    ["What did Cabinet resolve on 4 July 2023?", "How many carers has Wendle?",
     "Which parks in Mill Lane were closed?", "Why is action 6B late?",
     "How many trees were planted in 2022/23?", "Who publishes the draft tree planting strategy?",
     "If a lamp post fails, where do residents report the fault?",
     "What was Wendle judged at its inspection?",
     "And what did the Mill Lane residents think of the parking scheme in 2023?",
     "What does it cost residents of Mill Lane to park a second car?"],
)  # fmt: skip
def test_a_question_that_names_what_it_is_about_stands_alone(question):
    assert lean(question) == "alone"


@pytest.mark.parametrize("question", ["How many people came?", "How much is council tax?",
                                      "Which charity does the interviews?",
                                      "Which of these councils has a tree strategy?"])  # fmt: skip
def test_few_words_that_may_be_meant_either_way_are_unsure(question):
    assert lean(question) == "unsure"


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Did the carers like their training?", False),
        ("What did the team that reviewed parks find?", False),
        ("Was it agreed that parks should close?", False),
        ("Are there any parks?", False),
        ("Were there many before then?", True),
        ("is that up or down?", True),
        ("What do they park there for?", True),
    ],
)
def test_a_pronoun_points_back_unless_the_question_names_what_it_stands_for(text, points):
    assert points_back(text) == points
