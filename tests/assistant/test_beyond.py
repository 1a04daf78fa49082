import pytest

from assistant.beyond import beyond


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Is the town a good place to grow old?", "opinion"),
        ("Was it a mistake to close the baths?", "opinion"),
        ("Are trams better than buses?", "opinion"),
        ("Would you send your children there?", "opinion"),
        ("Who ought to be the next mayor?", "opinion"),
        ("Is that fair on the towns?", "opinion"),
        ("Is Ada Bell a better director than Ivo Ash was?", "opinion"),
        ("What's her daughter called?", "private"),
        ("What illness did Ada Bell have?", "private"),
        ("What was wrong with Ada Bell when she was away?", "private"),
        ("I'd like to foster, what do I do?", "own affairs"),
        ("Are there free meals, and how do I apply?", "own affairs"),
        ("What is the name of the child in the review?", "private"),
        ("Why is Ada Bell off sick?", "private"),
        ("What will the town look like in fifty years' time?", "forecast"),
        ("Will inspectors judge the service good?", "forecast"),
        ("How do I appeal against a fine?", "own affairs"),
        ("my bin was not emptied", "own affairs"),
        ("Which councillor is the best?", "opinion"),
        ("Was it right that the baths closed?", "opinion"),
        ("Will Ada Bell still be here in five years?", "forecast"),
        ("Can I have a bigger bin?", "own affairs"),
    ],
)
def test_what_no_paper_answers(question, why):
    assert beyond(question) == why


@pytest.mark.parametrize(
    "question",
    [
        "Was the hub working well?",
        "Is performance better than last year?",
        "Are waiting times worse than the national average?",
        "Will the plan be reviewed, and when?",
        "What should the director do by March?",
        "How many adopters were approved in the last five years and in what areas?",
        "What did inspectors find to be good?",
        "Who is the best placed to lead the review?",
        "Was it agreed?",
        "Was that done?",
        "What condition did Scrutiny attach?",
        "What was wrong with the plan?",
        "Is a tram cheaper than last year?",
        "Which ward is the worst for fly-tipping?",
        "Is it right that council tax rose by 5%?",
        "Would you list the actions?",
        "Would you please give me the dates?",
        "How many homes will be built in five years?",
        "How do I appeal against the decision?",
        "How do I declare an interest?",
    ],
)
def test_what_papers_may_answer(question):
    assert beyond(question) == ""
