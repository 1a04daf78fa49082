"""Entries asked for by when they are due, their grade, their inspection, or how far they are."""

import pytest

from assistant.assistant import ask
from index.library import Library
from tests.assistant.register.asked import rows, told
from tests.index.library_fakes import SeededEncoder


@pytest.mark.parametrize(
    ("question", "named", "day"),
    [
        ("Which actions were due in December 2023?", ["2A", "2B", "10B", "11B"], "2023-10-10"),
        ("Which actions are due after March 2025?", ["7B"], "2024-10-08"),
        ("Which actions are due by 31 March 2025 and still open?",
         ["4A", "5A", "8A", "8B", "9A", "11B"], "2024-10-08"),
    ],
)  # fmt: skip
def test_actions_due_on_the_days_asked_are_told_from_one_plan(sample, question, named, day):
    found = told(sample, question)
    assert rows(found) == named
    assert found is not None and {one.paper.date for one in found.entries} == {day}


def test_of_each_council_what_is_due_whose_paper_has_no_such_word(tmp_path):
    lines = ["EASTHAM TOWN COUNCIL", "13 September 2023", "ACTION TRACKER", "\n".join([
        "Ref\tAction\tLead\tDeadline\tRAG", *(f"{n}\tMend roof {n}\tClerk\t{n}/11/2023\tRed"
                                                for n in (1, 2, 3))])]  # fmt: skip
    (tmp_path / "eastham.txt").write_text("\n\n".join(lines), encoding="utf-8")
    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as library:
        library.add([tmp_path / "eastham.txt"])
        assert rows(told(library, "Which actions are due before 3 November 2023?")) == ["1", "2"]


def test_no_paper_of_a_day_is_needed_for_what_was_due_by_it(sample):
    answer = ask(sample, "Which actions were due before 1 December 2023?")
    assert answer.answered and len({c.row for c in answer.citations} - {""}) == 11


@pytest.mark.parametrize(
    ("question", "number", "said"),
    [
        ("How many areas of Wethermere are graded inadequate?", 5, "none as inadequate"),
        ("How many areas of Wethermere were graded good?", 1, "1 judgement"),
        ("How many areas of Wethermere are graded good or outstanding?", 2, "2 judgements"),
        ("How many areas of Wethermere were graded inadequate in 2023?", 3, "3 judgements"),
    ],
)
def test_each_subject_of_one_inspection_is_counted_once(sample, question, number, said):
    found = told(sample, question)
    assert found is not None and found.named.startswith(said)
    assert len(found.entries) == number


def test_how_it_is_rated_is_told_by_the_newest_inspection(sample):
    found = told(sample, "How is Wethermere rated overall?")
    assert found is not None
    assert found.entries[0].entry.grade == "Requires improvement to be good"
    assert {one.paper.date for one in found.entries} == {"2025-06-10"}


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        ("Which audits were given limited assurance?", {"Procurement"}),
        ("How many audits were rated reasonable?", {"Housing Benefit", "Car Parks"}),
        ("Which audits were given no assurance?", {"Cyber Security"}),
    ],
)
def test_grades_that_were_given_can_be_asked_for(tmp_path, question, subjects):
    opinions = ("Payroll\tSubstantial", "Housing Benefit\tReasonable", "Procurement\tLimited",
                "Cyber Security\tNo assurance", "Car Parks\tReasonable")  # fmt: skip
    lines = ["ASHDALE BOROUGH COUNCIL", "AUDIT AND GOVERNANCE COMMITTEE", "19 March 2024",
             "INTERNAL AUDIT PROGRESS REPORT", "2. Audit opinions",
             "\n".join(["Audit\tOpinion", *opinions])]  # fmt: skip
    (tmp_path / "audit.txt").write_text("\n\n".join(lines), encoding="utf-8")
    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as library:
        library.add([tmp_path / "audit.txt"])
        found = told(library, question)
        assert found is not None and {one.entry.subject for one in found.entries} == subjects


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Which recommendations are in progress?", ["3"]),
        ("How many recommendations are complete?", ["1", "5"]),
        ("Which of the recommendations are not complete?", ["3"]),
    ],
)
def test_how_far_recommendations_are_is_told_by_a_tracker(tmp_path, question, named):
    lines = [
        "OXLEY COUNCIL", "HOUSING COMMISSION", "22 November 2023",
        "\n".join([
            "No.\tRecommendation\tLead\tStatus\tComment",
            "1\tVisit within ten days\tHead of Repairs\tComplete\tEight days in October.",
            "3\tPut sensors in 500 homes\tAsset Manager\tIn progress\t388 fitted.",
            "5\tSurvey every flat in the tower\tAsset Manager\tComplete\tAll 104.",
        ]),
    ]  # fmt: skip
    (tmp_path / "tracker.txt").write_text("\n\n".join(lines), encoding="utf-8")
    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as library:
        library.add([tmp_path / "tracker.txt"])
        found = told(library, question)
        assert rows(found) == named
        assert found is not None and found.named.split()[1].startswith("recommendation")
