import pytest

from assistant.asking.question import understand
from assistant.assistant import ask
from assistant.finding.evidence import Weighed
from assistant.finding.refusal import by_rule
from assistant.finding.unknowable import no_contact, not_yet_known, too_early, unknown_dates
from index.search import search
from tests.index.small_papers import library_of, paper

LETTER = "1.1 The inspectors are to visit in March 2019 and will look at the front door."


@pytest.fixture
def letter(tmp_path):
    with library_of(tmp_path, paper("letter", LETTER, date="2017-07-11")) as library:
        yield library


def found_for(library, question):
    asked = understand(question, library.papers(("public",)))
    return asked, search(library, asked.topic, k=10)


def test_what_was_found_at_a_visit_yet_to_come_is_too_early(letter):
    assert too_early(*found_for(letter, "What did inspectors find in March 2019?")) == "March 2019"
    assert not too_early(*found_for(letter, "When will inspectors visit, March 2019 or later?"))
    assert not too_early(*found_for(letter, "What did inspectors find in 2017?"))
    assert too_early(*found_for(letter, "What did Council decide about lamps on 3 May 2018?"))
    assert not too_early(*found_for(letter, "What did Council agree to do by May 2018?"))


def test_how_a_thing_turned_out_is_too_early_where_only_its_target_was_known(tmp_path):
    text = "1.1 Turnover of social workers is 26%. The target is 15% by March 2026."
    with library_of(tmp_path, paper("report", text, date="2024-11-26")) as library:
        assert too_early(*found_for(library, "Turnover achieved by March 2026")) == "March 2026"
        assert too_early(*found_for(library, "What was turnover actually in March 2026?"))
        assert not too_early(*found_for(library, "What turnover is to be achieved by March 2026?"))
        assert not too_early(*found_for(library, "What is the target for March 2026?"))


def test_a_number_to_ring_is_told_only_where_one_is_printed(tmp_path):
    for text, printed in (
        ("1.1 Contact officer: Ann Bell, Head of Lamps.", False),
        ("1.1 Contact officer: Ann Bell, Head of Lamps, on 20 May 2024.", False),
        ("1.1 Contact officer: Ann Bell, Head of Lamps, 01632 960 114.", True),
        ("1.1 Contact officer: Ann Bell, Head of Lamps, ext. 4471.", True),
        ("1.1 Contact officer: ann.bell@example.org", True),
    ):
        with library_of(tmp_path / str(len(text)), paper("report", text)) as library:
            found = found_for(library, "What is Ann Bell's phone number?")
            assert no_contact(*found) is not printed
            assert not no_contact(*found_for(library, "How many phone calls did Ann Bell take?"))


def test_a_date_that_no_passage_speaks_of_is_unknown(letter):
    assert unknown_dates(*found_for(letter, "Who visited in May 2031?")) == ["May 2031"]
    assert unknown_dates(*found_for(letter, "Who is to visit in March 2019?")) == []


def test_an_outcome_that_the_paper_says_is_not_known_is_refused(tmp_path):
    text = "1.1 It is not yet known what action the Minister will take on the lamp posts."
    with library_of(tmp_path, paper("report", text)) as library:
        answer = ask(library, "What action did the Minister take on the lamp posts?")
    assert not answer.answered and "not yet known" in answer.text


def test_an_outcome_not_asked_for_is_no_reason(letter):
    asked, _ = found_for(letter, "Which minister decides on the lamp posts?")
    assert not not_yet_known(asked, _with("It is not yet known what he will do."))


def _with(text):
    class Named:
        unit = type("Unit", (), {"text": text})

    return [Named]


def test_what_a_meeting_decided_is_not_told_from_what_it_was_asked(sample):
    asked = "What did the committee decide on 26 November 2024 about the workforce?"
    answer = ask(sample, asked)
    assert not answer.answered and "no minutes" in answer.text
    papers = sample.papers(("public",))
    assert understand(asked.replace("26 November", "8 October"), papers).refused == ""
    assert understand("What is it asked to decide on 26 November 2024?", papers).refused == ""


@pytest.mark.parametrize(("unknown", "reason"), [({"2012"}, "unknown"), (set(), "unsaid")])
def test_that_no_paper_mentions_a_day_is_said_of_a_year_that_none_has(letter, unknown, reason):
    asked, hits = found_for(letter, "Who visited in 2012?")
    weighed = Weighed({"2012": 1.0}, {}, frozenset(unknown))
    refusal = by_rule(asked, [], weighed=weighed, hits=hits)
    assert refusal and refusal.reason == reason
