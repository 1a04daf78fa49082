import pytest

from assistant.asking.question import understand
from assistant.assistant import ask
from assistant.threads.moved import PlanMoved, plan_moved, told

PUBLIC = ("public",)


def moved(library, question) -> PlanMoved | None:
    papers = library.papers(PUBLIC)
    return plan_moved(library, understand(question, papers), papers, shelves=PUBLIC)


@pytest.mark.parametrize(
    ("question", "first", "last", "number"),
    [
        ("What changed in the improvement plan between October 2023 and March 2024?",
         "2023-10-10", "2024-03-12", 15),
        ("What changed in the action plan since the last report?", "2024-03-12", "2024-10-08", 12),
        ("Which actions slipped since March 2024?", "2024-03-12", "2024-10-08", 12),
    ],
)  # fmt: skip
def test_what_changed_in_a_plan_from_one_meeting_to_another(sample, question, first, last, number):
    found = moved(sample, question)
    assert found is not None
    assert (found.before.date, found.after.date) == (first, last)
    assert len(found.moved) == number and found.actions == 21


def test_a_rating_a_due_date_and_an_action_that_is_gone_are_told_in_the_plans_words(sample):
    found = moved(sample, "What changed in the improvement plan from October 2023 to March 2024?")
    assert found is not None
    lines = [told(each) for each in found.moved]
    assert "4B “New supervision policy”: rating “Amber” became “Blue”" in lines
    assert (
        "7B “Two Council-run children’s homes”: rating “Green” became “Amber”, "
        "due date “30 September 2024” became “31 December 2024”"
    ) in lines
    (gone,) = (line for line in lines if line.startswith("6B"))
    assert gone.endswith("not in the later plan")


@pytest.mark.parametrize(
    "question",
    [
        "What changed between October 2023 and March 2024 about agency staff?",
        "What changed in the weather between October 2023 and March 2024?",
        "How did the caseload change between October 2023 and March 2024?",
        "What changed in the improvement plan between January 1999 and March 1999?",
        "Who leads on the improvement plan?",
    ],
)
def test_what_is_narrower_or_of_no_two_plans_is_left_to_search(sample, question):
    assert moved(sample, question) is None


def test_the_answer_has_a_line_for_each_cited_to_both_plans(sample):
    answer = ask(
        sample, "What changed in the improvement plan between October 2023 and March 2024?"
    )
    assert answer.answered and len(answer.text.split()) <= 200
    opening, *lines = answer.statements
    assert "15 actions changed" in opening.text and not opening.marks
    cited = {c.n: c for c in answer.citations}
    for line in lines[:-1]:
        dates = [cited[mark].meeting_date for mark in line.marks]
        assert dates == ["2023-10-10", "2024-03-12"]
        values = [part.split("”")[0] for part in line.text.split("“")[1:]]
        printed = " ".join(" ".join(cited[mark].quote.split()) for mark in line.marks)
        assert all(value in printed for value in values)
    assert lines[-1].text == f"And {15 - len(lines) + 1} more."
