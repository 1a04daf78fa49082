import pytest

from assistant.register.asked_due import due_in
from assistant.register.asked_grades import grades_in
from assistant.register.asked_states import states_in


@pytest.mark.parametrize(
    ("question", "said", "rest"),
    [
        ("Which actions are rated Red or Amber?", "amber or red", "Which actions are or ?"),
        ("Which actions are not yet complete?", "not done", "Which actions are ?"),
        ("Which actions haven't been finished?", "not done", "Which actions ?"),
        ("Which actions are neither red nor amber?", "not amber or red", "Which actions are ?"),
        ("Which red actions are overdue?", "red and overdue", "Which actions are ?"),
        ("Which actions remain outstanding?", "open", "Which actions ?"),
        ("Which item is maintained when all the others are improving?", "maintained",
         "Which item is"),
        ("Which actions on open spaces are there?", "", "Which actions on open spaces are there?"),
    ],
)  # fmt: skip
def test_states_are_told_and_cut_out_of_the_question(question, said, rest):
    found = states_in(question)
    assert found is not None
    assert (found.said, " ".join(found.rest.split())) == (said, rest)


@pytest.mark.parametrize(
    "question",
    [
        "Which actions are red but not overdue?",
        "Which actions are red or overdue?",
        "All but the red actions",
        "Which red actions does the committee not lead?",
        "Which actions are amber or worse?",
        "Which maintained items were improving before?",
    ],
)
def test_what_is_not_modelled_is_no_guess(question):
    assert states_in(question) is None


@pytest.mark.parametrize(
    ("said", "since", "until"),
    [
        ("due before 1 December 2023", "", "2023-11-30"),
        ("due by December 2023", "", "2023-12-31"),
        ("due before the end of 2024", "", "2024-12-31"),
        ("that fall due after 31 March 2025", "2025-04-01", ""),
        ("due to be completed in March 2024", "2024-03-01", "2024-03-31"),
        ("due between March 2024 and May 2024", "2024-03-01", "2024-05-31"),
        ("overdue at 1 November 2023", "", ""),
    ],
)
def test_when_actions_are_due(said, since, until):
    found = due_in(f"Which actions were {said}?")
    assert (found.since, found.until) == (since, until)


def test_grades_held_are_grades_asked_for():
    grades, rest = grades_in("Which audits were given limited assurance or no assurance?",
                             ["limited", "no assurance"])  # fmt: skip
    assert grades == {"limited", "no assurance"}
    assert rest.split() == ["Which", "audits", "were", "given", "or", "?"]
