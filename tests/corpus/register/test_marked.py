from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.register.marked import parts_of
from corpus.register.statuses import statuses_of


def pieces(text: str, **kept: bool) -> list[str]:
    return [text[part.start : part.end] for part in parts_of(text, **kept)]


def test_letters_numbers_and_bullets_mark_parts() -> None:
    assert pieces("A) Train. B) Audit. C)Report.") == ["Train.", "Audit.", "Report."]
    assert pieces("1. Train staff 2. Audit 20 files") == ["Train staff", "Audit 20 files"]
    assert pieces("• Monthly board • Report") == ["Monthly board", "Report"]
    assert pieces("(i) note it; (ii) agree it; (iii) publish") == [
        "note it;",
        "agree it;",
        "publish",
    ]


def test_a_letter_in_passing_marks_nothing() -> None:
    assert pieces("See section A) of the plan and B) of the annex.") == []
    assert pieces("A) is the only one.") == []


def test_the_first_letter_may_be_lost() -> None:
    assert pieces("It was late. B) It is done.", headless=True) == ["It was late.", "It is done."]


@given(st.text("AB)ab(1.2) •xyz", max_size=40))
def test_parts_are_slices_in_order(text: str) -> None:
    parts = parts_of(text, headless=True)
    ends = [0, *(end for part in parts for end in (part.start, part.end)), len(text)]
    assert ends == sorted(ends)


def test_a_sentence_is_about_the_actions_it_names() -> None:
    said = "Actions A & C complete. Action B is late. Funding is uncertain."
    assert statuses_of(said, "ABC", ["x", "y", "z"]) == [
        "Actions A & C complete.",
        "Action B is late.",
        "Actions A & C complete.",
    ]
    assert statuses_of("Points A-B are done. All is well.", "AB", ["x", "y"])[0].endswith("well.")


def test_a_sentence_is_about_the_action_whose_words_it_repeats() -> None:
    said = "The group work programme needs a relaunch. Care leavers in EET rose to 62%."
    actions = ["Develop a group work model", "Increase the care leavers who are EET"]
    assert [one.split()[1] for one in statuses_of(said, "AB", actions)] == ["group", "leavers"]
    assert statuses_of("All is well.", "AB", actions) == ["All is well."] * 2
