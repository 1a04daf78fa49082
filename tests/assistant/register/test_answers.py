from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import ask
from assistant.register.asked_answers import answers_asked
from index.library import Library
from tests.assistant.register.asked import rows, told
from tests.index.library_fakes import SeededEncoder

REPORT = """WENDSHIRE COUNTY COUNCIL

OVERVIEW AND SCRUTINY COMMITTEE

12 September 2023

Getting to School: Report of the Task Group on School Transport

Recommendations and the response of the Executive

No.\tRecommendation\tResponse\tReason
R1\tThat parents have five days’ notice of a change of driver.\tAccepted\tWritten into contracts
R2\tThat every taxi journey be reviewed each year.\tPartly accepted\tOnly the dearest ones
R3\tThat operators pay a penalty for repeated lateness.\tRejected\tThe market is too fragile
R4\tThat post-16 pupils be exempt from the charge.\tRejected\tIt would cost £230,000 a year
"""


@pytest.fixture
def answered(tmp_path: Path) -> Iterator[Library]:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as library:
        library.add([path])
        yield library


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Which recommendations were only accepted in part?", {"accepted in part"}),
        ("Which were only partly accepted?", {"accepted in part"}),
        ("Which were accepted in whole or in part?", {"accepted", "accepted in part"}),
        ("Which recommendations did Cabinet reject?", {"rejected"}),
        ("Which did the Executive not accept?", {"rejected"}),
        ("Which didn't Cabinet agree to?", {"rejected"}),
        ("Which were turned down?", {"rejected"}),
        ("Which were knocked back?", {"rejected"}),
        ("Which did Cabinet say no to?", {"rejected"}),
        ("Which did it sign up to?", {"accepted"}),
        ("Which recommendations did Ofsted make?", set()),
    ],
)
def test_an_answer_is_asked_for_in_many_words(question: str, wanted: set[str]) -> None:
    assert answers_asked(question).wanted == wanted


def test_what_a_meeting_agreed_is_not_surely_an_answer() -> None:
    assert not answers_asked("Which recommendations were agreed?").sure
    assert answers_asked("Which recommendations were accepted?").sure


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("Which recommendations were only accepted in part?", ["R2"]),
        ("Which recommendations did the Executive turn down?", ["R3", "R4"]),
        ("How many of the task group's recommendations were accepted?", ["R1"]),
        ("Which school transport recommendations were knocked back?", ["R3", "R4"]),
        ("Which recommendations were merely noted?", []),
        ("Which recommendations about swimming were rejected?", []),
    ],
)
def test_exactly_those_so_answered_are_listed(answered, question, listed) -> None:
    assert rows(told(answered, question)) == listed


def test_they_are_told_with_the_answer(answered) -> None:
    text = ask(answered, "Which recommendations were only accepted in part?").text
    assert "Response: Partly accepted" in text and "R1" not in text


def test_why_one_was_turned_down_is_told_by_its_row(answered) -> None:
    text = ask(answered, "Why did the Executive say no to a penalty for late operators?").text
    assert "The market is too fragile" in text and "230,000" not in text
    text = ask(answered, "Why did the Executive say no to free swimming lessons?").text
    assert "Rejected" not in text
