import pytest

from assistant.asking.question import understand
from assistant.assistant import ask
from assistant.finding.found import find_evidence
from assistant.register.sought import Sought, author_line, sought

PUBLIC = ("public",)


def asked(library, question) -> list[Sought]:
    told = understand(question, library.papers(PUBLIC))
    part = find_evidence(library, told, told.parts[0])
    return sought(library, told.spelt, part, shelves=PUBLIC, topic=told.topic)


def numbers(found: list[Sought]) -> list[str]:
    return [one.entry.number for report in found for one in report.entries]


@pytest.mark.parametrize(
    ("question", "date", "expected"),
    [
        ("What is the Committee asked to do about the workforce?", "2024-11-26", ["a", "b", "c"]),
        ("What are we being asked to agree about the improvement plan in March 2024?",
         "2024-03-12", ["a", "b", "c"]),
        ("What was Cabinet asked to decide about the Ofsted inspection in June 2025?",
         "2025-06-10", ["a", "b", "c", "d"]),
        ("What does the draft budget report ask the committee to do?", "2025-01-28", ["7"]),
    ],
)  # fmt: skip
def test_the_recommendations_of_the_report_asked_about_whole_and_in_order(
    sample, question, date, expected
):
    (report,) = asked(sample, question)
    assert report.date == date
    assert numbers([report]) == expected


def test_of_no_report_in_particular_those_of_every_report_of_the_meeting_once(sample):
    found = asked(sample, "What are members asked to agree on 23 January 2024?")
    assert {report.date for report in found} == {"2024-01-23"}
    texts = [tuple(one.quote for one in report.entries) for report in found]
    assert len(texts) == len(set(texts)) >= 3  # the pack prints one report that stands alone too


@pytest.mark.parametrize(
    "question",
    [
        "What is the committee asked to agree about parking charges?",  # no report is about that
        "What did the Committee ask Cabinet to do about agency staff?",  # what it resolved
        "Who was asked to write to the police?",
        "Which officers were asked to report back on core groups?",
        "What was the Cabinet Member asked to do?",
        "What did Ofsted recommend in 2025?",
    ],
)
def test_what_is_not_asked_of_a_meeting_is_left_to_others(sample, question):
    assert asked(sample, question) == []


def test_what_a_meeting_is_asked_is_the_answer_and_each_line_is_cited(sample):
    answer = ask(sample, "What are members asked to do about the social work workforce?")
    assert answer.answered
    assert [c.quote.split(" ", 1)[0] for c in answer.citations][-1] == "say"
    assert {c.meeting_date for c in answer.citations} == {"2024-11-26"}
    assert len(answer.citations) == 3


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who wrote the draft budget report?", "Priya Loxley"),
        ("Whose report was it on the workforce in November 2024?", "Gideon Asante"),
    ],
)
def test_whose_report_it_is_stands_in_its_heading(sample, question, name):
    answer = ask(sample, question)
    (citation,) = answer.citations
    assert name in citation.quote and citation.page == 1


@pytest.mark.parametrize(
    "question",
    [
        "Who wrote to the Council about the peer review?",
        "Who leads on the workforce?",
        "What does the letter written by Ofsted in 2024 say?",
        "What did the author of the letter find about the front door?",
    ],
)
def test_who_wrote_a_letter_or_leads_is_no_question_for_the_heading(sample, question):
    told = understand(question, sample.papers(PUBLIC))
    part = find_evidence(sample, told, told.parts[0])
    assert author_line(sample, told.spelt, part, shelves=PUBLIC, topic=told.topic) is None


def test_of_several_reports_each_is_told_under_its_title(sample):
    answer = ask(sample, "What are members asked to agree on 12 March 2024?")
    titles = {c.title for c in answer.citations}
    assert len(titles) >= 2
    assert all(title in answer.text for title in titles)
