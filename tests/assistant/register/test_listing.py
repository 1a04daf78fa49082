from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import ask
from assistant.register.telling import quoted
from corpus.paper import Paper
from index.library import Library
from tests.assistant.register.asked import each, rows, told, tracker
from tests.index.library_fakes import SeededEncoder
from tests.index.small_papers import library_of, paper


@pytest.fixture
def towns(tmp_path: Path) -> Iterator[Library]:
    """The trackers of two towns."""
    papers = [
        tracker(tmp_path, "northby", "NORTHBY", "Red", "Amber", "Amber", "Green"),
        tracker(tmp_path, "eastham", "EASTHAM", "Red", "Red", "Green", "Green"),
    ]
    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as library:
        library.add(papers)
        yield library


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


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How many actions are rated Red or Amber?", 5),
        ("How many actions are red and how many are amber?", 5),
        ("Which actions are not green?", 19),
        ("Which actions are not yet complete?", 7),
        ("How many actions have not been delivered?", 7),
        ("Which actions are open?", 7),
        ("Which actions are complete or on track?", 16),
        ("How many actions are late?", 2),
        ("Which actions are not on track?", 5),
    ],
)
def test_how_things_stand_is_told_of_all_that_is_asked_from_the_newest_plan(
    sample, question, number
):
    found = told(sample, question)
    assert found is not None and not found.is_none
    assert {one.paper.date for one in found.entries} == {"2024-10-08"}
    assert len(found.entries) == number


@pytest.mark.parametrize(
    "question",
    [
        "Which actions are red but not overdue?",
        "Which actions are not Corinne Ashdale's?",
        "List all but the red actions",
        "How many Ofsted recommendations are complete?",
        "Which actions are open or red?",
        "Is action 77Z complete?",
        "Which actions are under way?",
    ],
)
def test_what_the_rules_do_not_model_is_left_to_search(sample, question):
    assert told(sample, question) is None


@pytest.mark.parametrize(
    ("question", "named", "day"),
    [
        ("Is action 9A complete?", ["9A"], "2024-10-08"),
        ("Is action 4B overdue?", ["4B"], "2024-10-08"),
        ("Has action 6B been completed?", ["6B"], "2023-10-10"),
        ("Are actions 2A and 9A complete?", ["2A", "9A"], "2024-10-08"),
    ],
)
def test_of_an_action_that_is_named_its_row_is_told_however_it_stands(sample, question, named, day):
    found = told(sample, question)
    assert rows(found) == named
    assert found is not None and {one.paper.date for one in found.entries} == {day}


def test_an_action_may_be_named_by_a_bare_number(towns):
    (_, northby) = sorted(each(towns, "Is action 2 overdue?"), key=lambda one: one.entries[0].id)
    assert rows(northby) == ["2"]


def test_none_is_said_of_the_newest_plan_where_an_older_one_has_some(sample):
    found = told(sample, "Which red actions does Corinne Ashdale lead?")
    assert found is not None and found.is_none
    assert found.named == "none that is red; 5 in all"
    assert {one.paper.date for one in found.entries} == {"2024-10-08"}


def test_words_that_say_how_far_it_is_do_not_say_what_it_is_about(towns):
    assert rows(told(towns, "Which actions are still open at Northby?")) == ["1", "2", "3"]


def test_each_council_is_counted_where_none_is_named(towns):
    found = each(towns, "How many actions are red?")
    assert {one.entries[0].paper.council: one.named for one in found} == {
        "Northby Town Council": "1 action", "Eastham Town Council": "2 actions",
    }  # fmt: skip
    answer = ask(towns, "How many actions are red?")
    assert "Eastham Town Council, Planning and Environment Committee, 13 September 2023, 2 actions"\
        in answer.text  # fmt: skip


def test_a_grade_is_told_of_whom_and_for_what_it_was_given(tmp_path):
    text = (
        "## Care Quality Commission: assessment, May 2024\n\n"
        "2.1 The Care Quality Commission rated the Council as follows:\n\n"
        "Area\tRating\nOverall\tRequires improvement\nSafeguarding\tGood\n"
    )
    with library_of(tmp_path, paper("cqc", text, council="Ashby County Council")) as library:
        graded = told(library, "How was Ashby rated by CQC?")
        assert graded and {one.entry.body for one in graded.entries} == {"Care Quality Commission"}
        (one,) = told(library, "How was Ashby rated for safeguarding?").entries
        assert one.entry.grade == "Good"
        assert told(library, "How was Ashby rated for libraries?") is None


def plan_of(day: str, *states: str) -> Paper:
    """A plan of roads, as it stood on a day."""
    rows = "\n".join(f"R{n}\tMend road {n}\tAnn Ash\t{s}" for n, s in enumerate(states, 1))
    return paper(day, f"1. ROADS\n\nRef\tAction\tLead\tProgress\n{rows}\n", date=day)


def test_how_actions_stood_on_a_day_is_told_at_a_meeting_soon_after(tmp_path):
    soon, late = plan_of("2025-01-22", "Complete", "Late", "Complete"), "2025-09-01"
    papers = soon, plan_of(late, "Complete", "Complete", "Complete")
    with library_of(tmp_path, *papers) as library:
        found = told(library, "Which road actions were complete in December 2024?")
        assert rows(found) == ["R1", "R3"] and found.entries[0].paper.date == "2025-01-22"
        assert told(library, "Which road actions were complete in March 2024?") is None
