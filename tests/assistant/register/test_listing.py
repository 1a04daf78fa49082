import pytest

from assistant.assistant import ask
from assistant.question import understand
from assistant.register.listing import Listed, listed
from assistant.register.telling import quoted
from index.library import Library


def told(library: Library, question: str) -> Listed | None:
    papers = library.papers(("public",))
    asked = understand(question, papers)
    return listed(
        library, asked.spelt, asked.parts[0], shelves=("public",), topic=asked.topic
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "kind", "number"),
    [
        ("Which recommendations did Ofsted make in 2025?", "recommendation", 4),
        ("What did Ostleby's peer review recommend?", "recommendation", 7),
        ("Which actions were Amber in March 2024?", "action", 6),
        ("Which actions of the original plan does Gideon Asante lead?", "action", 3),
        ("How many actions were complete in October 2024?", "action", 14),
        ("who leads on action 7B", "action", 1),
        ("What actions answer recommendation 8 on workforce and caseloads?", "action", 3),
    ],
)
def test_entries_that_fit_all_a_question_says(sample, question, kind, number):
    found = told(sample, question)
    assert found is not None
    assert {one.kind for one in found.entries} == {kind}
    assert len({one.paper.id for one in found.entries}) == 1
    assert len(found.entries) == number


def test_what_was_overdue_on_a_day_is_told_from_the_plan_of_then(sample):
    found = told(sample, "Which actions were overdue at 1 November 2023?")
    assert found is not None
    assert {one.paper.date for one in found.entries} == {"2023-10-10"}
    assert {one.entry.place.row for one in found.entries} == {"3A", "4A", "4B", "5B", "11A"}


@pytest.mark.parametrize(
    "question",
    [
        "Why were the recommendations rejected?",
        "Which actions did the Bishop of Ely lead?",
        "What did Ofsted recommend about bell ringing?",
        "How many actions were Red in each update?",
        "What was decided about the block contract?",
        "Who chairs the committee?",
    ],
)
def test_what_is_no_list_or_not_in_the_register_is_left_to_search(sample, question):
    assert told(sample, question) is None


def test_where_no_area_has_the_grade_asked_for_all_grades_are_told(sample):
    found = told(sample, "Which areas did Ofsted rate outstanding in 2023 in Wethermere?")
    assert found is not None and found.is_none
    assert "none as outstanding" in found.named


def test_a_grade_taken_for_granted_that_was_not_given_is_put_right(sample):
    found = told(sample, "Why was Ostleby judged inadequate overall?")
    assert found is not None and found.is_none and "none as inadequate" in found.named
    assert told(sample, "Why was Wethermere judged inadequate overall in 2023?") is None


def test_how_a_service_was_graded_is_told_by_its_grades(sample):
    found = told(sample, "How did Ofsted grade Ostleby overall after its November 2023 inspection?")
    assert found is not None and {one.kind for one in found.entries} == {"judgement"}


def test_entries_are_slices_of_their_passages(sample):
    found = told(sample, "What did Ostleby's peer review recommend?")
    assert found is not None
    passages = sample.passages_in(found.entries[0].paper.id, ("public",))
    quotations = quoted(found.entries, passages, question="", words=270)
    assert len(quotations) == 7
    for quotation, one in zip(quotations, found.entries, strict=True):
        assert quotation.text.endswith(one.quote.rstrip())


def test_how_many_is_said_in_the_lead_and_every_entry_cited(sample):
    answer = ask(sample, "How many recommendations did Ofsted make in 2025?")
    assert "4 recommendations" in answer.text
    assert len(answer.citations) == 4


def test_overdue_without_a_day_is_asked_of_the_newest_plan(sample):
    found = told(sample, "Which actions are overdue?")
    assert found is not None and found.is_none
    assert found.named == "none past the day it was due; 7 still open"
    assert {one.paper.date for one in found.entries} == {"2024-10-08"}


@pytest.mark.parametrize(
    "question",
    ["What did Ofsted judge?", "What was the Ofsted result?", "What did Ofsted judge in 2025?"],
)
def test_what_an_inspectorate_judged_is_its_last_inspection_overall_first(sample, question):
    found = told(sample, question)
    assert found is not None
    assert {one.paper.date for one in found.entries} == {"2025-06-10"}
    assert found.entries[0].entry.subject == "Overall effectiveness"


def test_a_maker_without_a_name_is_known_but_not_counted(sample):
    found = told(sample, "What did the task group recommend about the police?")
    assert found is not None
    (one,) = found.entries
    assert one.entry.number == "14"
    assert told(sample, "How many recommendations did the task group make?") is None


@pytest.mark.parametrize(
    "question", ["List the things Ofsted told the Council to put right in 2025",
                 "Which areas for improvement did Ofsted name in 2025?"]
)  # fmt: skip
def test_what_is_to_be_put_right_is_what_was_recommended(sample, question):
    found = told(sample, question)
    assert found is not None
    assert [one.entry.number for one in found.entries] == ["1", "2", "3", "4"]
