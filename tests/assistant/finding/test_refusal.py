import math

import pytest

from assistant import fitted
from assistant.answer import Searched
from assistant.asking.question import understand
from assistant.assistant import ask
from assistant.finding.evidence import Weighed, gather
from assistant.finding.refusal import Refusal, estimate, features_of, judge, likelihood
from assistant.finding.refusal import refusal_text as text_of
from index.search import search
from tests.index.small_papers import library_of, paper

SEARCHED = Searched(
    3, ("Anytown Borough Council", "Wendle County Council"), "2023-07-04", "2024-10-08"
)


@pytest.fixture(scope="module")
def library(tmp_path_factory, encoder):
    """Two papers: one says what was counted, the other what is awaited."""
    papers = [paper("carers", "The fostering service has 41 carers, of whom five are new."),
              paper("grant", "The amount of the transport grant is not yet known.")]  # fmt: skip
    folder = tmp_path_factory.mktemp("refusal") / "library"
    with library_of(folder, *papers, encoder=encoder) as opened:
        yield opened


def judged(library, question: str) -> tuple[dict[str, float], Refusal | None]:
    asked = understand(question, library.papers())
    weighed = Weighed.of(asked.topic, [library.shelf("public")])
    evidence = gather(search(library, asked.topic), asked.topic, kind=asked.kind, weighed=weighed,
                      encoder=library.encoder)  # fmt: skip
    features = features_of(asked, evidence, weighed=weighed)
    return dict(zip(fitted.REFUSAL, features, strict=True)), judge(
        asked, likelihood(asked, evidence, weighed=weighed), evidence, weighed=weighed
    )


def test_a_question_the_papers_answer_is_not_refused(library):
    features, refusal = judged(library, "How many carers has the fostering service?")
    assert refusal is None
    assert features["wanted"] == features["wanted first"] == 1
    assert features["absent"] == features["names"] == 0


def test_a_question_of_things_no_paper_has_is_refused(library):
    features, refusal = judged(library, "Who chairs the Zanzibar bridge inquiry?")
    assert refusal is not None and (refusal.reason, refusal.name) == ("unknown", "Zanzibar")
    assert features["absent"] > 0.5


def test_what_is_still_to_come_counts_against_an_answer(library):
    features, _ = judged(library, "How much is the transport grant?")
    assert features["pending"] == 1


def test_a_month_or_a_question_s_first_word_is_no_unknown_name(library):
    features, refusal = judged(library, "Marked how many carers of the fostering service by March?")
    assert (features["names"], refusal) == (0, None)


def test_the_estimate_is_the_logistic_of_the_weighted_sum():
    weights, bias, _ = fitted.REFUSE_READ
    features = [n / 10 for n in range(len(weights))]
    total = bias + sum(f * w for f, w in zip(features, weights, strict=True))
    assert estimate(features, weights, bias) == pytest.approx(1 / (1 + math.exp(-total)))


def test_a_refusal_says_how_many_papers_of_whom_and_when():
    assert text_of(Refusal("unsaid"), SEARCHED) == (
        "The papers don't say. Searched: 3 papers of Anytown Borough Council and Wendle County "
        "Council, 4 July 2023 to 8 October 2024."
    )


def test_one_paper_of_one_day_is_said_so():
    searched = Searched(1, (), "2024-07-09", "2024-07-09")
    assert text_of(Refusal("unsaid"), searched).endswith("Searched: 1 paper, 9 July 2024.")


def test_many_councils_are_counted():
    searched = Searched(9, ("Ash", "Birch", "Cedar", "Elm", "Fir", "Gorse"))
    assert "of Ash, Birch, Cedar and 3 other councils." in text_of(Refusal("unsaid"), searched)


@pytest.mark.parametrize(("reason", "words"), [("opinion", "an opinion"), ("private", "private")])
def test_a_refusal_says_why(reason, words):
    assert words in text_of(Refusal(reason), SEARCHED)


def test_with_no_papers_it_says_to_add_some():
    assert text_of(Refusal("nothing"), Searched(0)).startswith("There are no papers to search")


def test_what_was_found_after_the_papers_were_written_is_refused(sample):
    for question, why in (
        ("What did inspectors find at their visit in May 2031?", "mentions May 2031"),
        ("What did Cabinet decide on 4 July 2031?", "mentions 4 July 2031"),
    ):
        answer = ask(sample, question)
        assert not answer.answered
        assert why in answer.text


@pytest.mark.parametrize(
    "question",
    ["When does the cricket season start?", "Is the swimming pool open on bank holidays?"],
)
def test_a_question_of_other_things_than_the_papers_is_refused(sample, question):
    answer = ask(sample, question)
    assert not answer.answered
    assert answer.text.startswith("The papers don't say.")


@pytest.mark.parametrize(
    "question",
    ["What did the peer review find?", "What did the monitoring visit find?",
     "What did Ofsted say about supervision?"],
)  # fmt: skip
def test_a_broad_question_about_what_papers_hold_is_answered(sample, question):
    assert ask(sample, question).answered
