import pytest

from corpus.register.answers import answer_in
from corpus.register.recommendations import recommendations
from tests.corpus.register.papers import paper


def answered(text: str) -> list[tuple[str, str]]:
    found = paper(text)
    told = recommendations(found)
    for one in told:
        assert found.text[slice(*one.answered)] == one.answer
    return [(one.text, one.answer) for one in told]


@pytest.mark.parametrize(
    ("printed", "answer"),
    [
        ("Accepted", "accepted"),
        ("ACCEPTED for two years, funded from the premium", "accepted"),
        ("Agreed in full", "accepted"),
        ("Partly accepted", "accepted in part"),
        ("ACCEPTED IN PART. A pilot will be run", "accepted in part"),
        ("Accept, with amendments", "accepted in part"),
        ("Part-accepted", "accepted in part"),
        ("NOT AGREED. The power passed to the Secretary of State", "rejected"),
        ("The Executive has rejected this", "rejected"),
        ("No.", "rejected"),
        ("Noted", "noted"),
        ("No action so far", None),
        ("Under consideration", None),
        ("Acceptance is awaited", None),
        ("", None),
    ],
)
def test_the_words_that_open_an_answer_tell_it(printed: str, answer: str | None) -> None:
    assert answer_in(printed) == answer


@pytest.mark.parametrize("header", ["Response", "Executive’s reply", "Cabinet answer", "Agreed?"])
def test_a_column_for_responses_answers_its_recommendations(header: str) -> None:
    rows = [
        f"No.\tRecommendation\t{header}\tReason and action\tWho",
        "R1\tPay for a second officer\tAccepted\tAgreed with the police\tHead of Homes",
        "R2\tFine operators who are late\tNot accepted\tThe market is fragile\tNone",
        "R3\tPublish a yearly table of wards\tTo be considered in May\tNone\tNone",
    ]
    assert [answer for _, answer in answered("\n".join(rows))] == ["Accepted", "Not accepted", ""]


def test_a_column_of_actions_is_no_answer() -> None:
    rows = [
        "No.\tRecommendation\tAction\tLead\tStatus",
        "R1\tPay for a second officer\tAgreed with the police\tHead of Homes\tDone",
    ]
    assert [answer for _, answer in answered("\n".join(rows))] == [""]


def test_a_line_after_a_recommendation_answers_it() -> None:
    text = (
        "Recommendation 1: That brushing be offered in every nursery.\n"
        "Response: AGREED. To begin in January.\nLead: Ann Lee\n"
        "Recommendation 2: That a dental van be hired.\nResponse: AGREED IN PART. For a term.\n\n"
        "Recommendation 3: That adverts be kept off bus shelters.\n\n"
        "Response of the Executive: Not accepted.\n\n"
        "Recommendation 4: That the response of the Executive is published."
    )
    told = answered(text)
    assert [words for words, _ in told][:2] == [
        "That brushing be offered in every nursery.",
        "That a dental van be hired.",
    ]
    assert [answer.split(".")[0] for _, answer in told] == [
        "AGREED", "AGREED IN PART", "Not accepted", "",
    ]  # fmt: skip
